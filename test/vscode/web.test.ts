import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { editorHost } from '../host/install.ts';
import { bundleWebTests, runInBrowser } from './run-in-browser.ts';
import { secondTry } from '../../scripts/testing/tally.ts';
import { suitesFor } from './suites.ts';

const host = await editorHost();

if (host.kind === 'ready') {
  const suites = suitesFor('web');
  await bundleWebTests(suites);
  for (const suite of suites) {
    const { results, failure } = await runInBrowser(host, suite);
    describe(`in VS Code in a browser, without an extension host on Node, suite ${suite.name}`, () => {
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
  // On a developer's machine without the host this is no failure; in CI it would hide one.
  const skip = process.env['CI'] === 'true' ? false : host.reason;
  it('runs in VS Code in a browser', { skip }, () => assert.fail(host.reason));
}
