import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exitCodeFor } from '../../../server/src/cli/exit-codes.ts';

describe('exitCodeFor', () => {
  it('is 0 without findings', () => {
    assert.equal(exitCodeFor([], 'information'), 0);
  });

  it('is 1 at and above the threshold', () => {
    assert.equal(exitCodeFor(['hint', 'warning'], 'warning'), 1);
    assert.equal(exitCodeFor(['error'], 'information'), 1);
  });

  it('is 0 below the threshold', () => {
    assert.equal(exitCodeFor(['warning', 'information'], 'error'), 0);
    assert.equal(exitCodeFor(['hint'], 'information'), 0);
  });

  it('is 0 where nothing may fail', () => {
    assert.equal(exitCodeFor(['error'], 'never'), 0);
  });
});
