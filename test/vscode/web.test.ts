import assert from 'node:assert/strict';
import { it } from 'node:test';

import { editorHost } from '../host/install.ts';
import { bundleWebTests, runInBrowser } from './run-in-browser.ts';
import { suitesFor } from './suites.ts';
import { tellResults } from './tell-results.ts';

const host = await editorHost();

if (host.kind === 'ready') {
  const suites = suitesFor('web');
  await bundleWebTests(suites);
  for (const suite of suites) {
    tellResults(
      `in VS Code in a browser, without an extension host on Node, suite ${suite.name}`,
      await runInBrowser(host, suite),
    );
  }
} else {
  // On a developer's machine without the host this is no failure; in CI it would hide one.
  const skip = process.env['CI'] === 'true' ? false : host.reason;
  it('runs in VS Code in a browser', { skip }, () => assert.fail(host.reason));
}
