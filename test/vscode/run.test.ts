import assert from 'node:assert/strict';
import { it } from 'node:test';

import { findEditor } from './editor.ts';
import { bundleTests, runInEditor } from './run-in-editor.ts';
import { suitesFor } from './suites.ts';
import { tellResults } from './tell-results.ts';

const editor = await findEditor();

if (editor.kind === 'ready') {
  const suites = suitesFor('node');
  await bundleTests(suites);
  for (const suite of suites) {
    tellResults(`in VS Code, suite ${suite.name}`, await runInEditor(editor, suite));
  }
} else {
  // On a developer's machine without any VS Code this is no failure; in CI it would hide one.
  const skip = process.env['CI'] === 'true' ? false : editor.reason;
  it('runs in a real VS Code', { skip }, () => assert.fail(editor.reason));
}
