import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { secondTry } from '../../scripts/testing/tally.ts';
import type { EditorRun } from './report.ts';

/** Makes what came of a suite inside an editor the tests of this process: one for each, and one for the run as a whole. */
export function tellResults(name: string, { results, failure }: EditorRun): void {
  describe(name, () => {
    for (const { title, error, firstTry } of results) {
      it(title, (test) => {
        if (firstTry !== undefined) test.diagnostic(`${secondTry}${title}: ${firstLine(firstTry)}`);
        assert.ok(error === undefined, error);
      });
    }
    it('ran and ended well', () => {
      assert.notEqual(results.length, 0, failure);
      assert.equal(failure, undefined);
    });
  });
}

function firstLine(text: string): string {
  return text.split('\n', 1).join();
}
