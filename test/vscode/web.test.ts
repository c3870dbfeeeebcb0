import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { editorHost } from '../host/install.ts';
import { bundleWebTests, runInBrowser } from './run-in-browser.ts';

const host = await editorHost();

if (host.kind === 'ready') {
  await bundleWebTests();
  const { results, failure } = await runInBrowser(host);
  describe('in VS Code in a browser, without an extension host on Node', () => {
    for (const { title, error } of results) it(title, () => assert.ok(error === undefined, error));
    it('ran and ended well', () => {
      assert.notEqual(results.length, 0, failure);
      assert.equal(failure, undefined);
    });
  });
} else {
  // On a developer's machine without the host this is no failure; in CI it would hide one.
  const skip = process.env['CI'] === 'true' ? false : host.reason;
  it('runs in VS Code in a browser', { skip }, () => assert.fail(host.reason));
}
