import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { findEditor } from './editor.ts';
import { bundleTests, runInEditor } from './run-in-editor.ts';
import { secondTry } from '../../scripts/testing/tally.ts';
import { suitesFor } from './suites.ts';

const editor = await findEditor();

if (editor.kind === 'ready') {
  const suites = suitesFor('node');
  await bundleTests(suites);
  for (const suite of suites) {
    const { results, failure } = await runInEditor(editor, suite);
    describe(`in VS Code, suite ${suite.name}`, () => {
      for (const { title, error, firstTry } of results) {
        it(title, (test) => {
          if (firstTry !== undefined) test.diagnostic(secondTry + firstTry);
          assert.ok(error === undefined, error);
        });
      }
      it('ran and ended well', () => {
        assert.notEqual(results.length, 0, failure);
        assert.equal(failure, undefined);
      });
    });
  }
} else {
  // On a developer's machine without any VS Code this is no failure; in CI it would hide one.
  const skip = process.env['CI'] === 'true' ? false : editor.reason;
  it('runs in a real VS Code', { skip }, () => assert.fail(editor.reason));
}
