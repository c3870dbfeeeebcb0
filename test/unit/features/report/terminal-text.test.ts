import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { columnsOf, printable, wrapped } from '../../../../server/src/features/report/terminal-text.ts';

describe('printable', () => {
  it('turns tabs into spaces', () => {
    assert.equal(printable('a\tb'), 'a    b');
  });

  it('lets nothing through that a terminal would act on', () => {
    assert.equal(
      printable('\u001b]0;title\u0007 \u009b31m \u202Etxt'),
      '\uFFFD]0;title\uFFFD \uFFFD31m \uFFFDtxt',
    );
  });
});

describe('columnsOf', () => {
  it('counts wide characters and emoji as two', () => {
    assert.deepEqual(['abc', '網格', '🐝', 'é', '👩‍🚀'].map(columnsOf), [3, 4, 2, 1, 2]);
  });
});

describe('wrapped', () => {
  it('breaks between words', () => {
    assert.deepEqual(wrapped('one two three four', 9), ['one two', 'three', 'four']);
  });

  it('leaves a word whole that is too long', () => {
    assert.deepEqual(wrapped('set `a: true`, now', 9), ['set', '`a: true`,', 'now']);
    assert.deepEqual(wrapped('a socketLB.hostNamespaceOnly b', 10), ['a', 'socketLB.hostNamespaceOnly', 'b']);
  });
});
