import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { code, listed, listedAtMost, unique } from '../../../../server/src/rules/wording/words.ts';

describe('words', () => {
  it('list items as a person would', () => {
    assert.equal(listed([]), '');
    assert.equal(listed(['a']), 'a');
    assert.equal(listed(['a', 'b']), 'a and b');
    assert.equal(listed(['a', 'b', 'c']), 'a, b and c');
  });

  it('count what would be too long a list', () => {
    assert.equal(listedAtMost(['a', 'b', 'c'], 3), 'a, b and c');
    assert.equal(listedAtMost(['a', 'b', 'c', 'd'], 3), 'a, b, c and 1 more');
    assert.equal(listedAtMost(['a', 'b', 'c', 'd', 'e', 'f'], 3), 'a, b, c and 3 more');
    assert.equal(listedAtMost([], 3), '');
  });

  it('set names in code, and say everything once', () => {
    assert.equal(code('socketLB.enabled'), '`socketLB.enabled`');
    assert.deepEqual(unique(['b', 'a', 'b']), ['b', 'a']);
  });
});
