import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lineStartsOf, positionAt } from '../../../server/src/workspace/positions.ts';

describe('lineStartsOf', () => {
  const texts: readonly (readonly [text: string, starts: readonly number[]])[] = [
    ['', [0]],
    ['a: 1', [0]],
    ['a: 1\n', [0, 5]],
    ['a: 1\r\nb: 2\r\n', [0, 6, 12]],
    ['a\rb\n\nc', [0, 2, 4, 5]],
    ['\r\n\r\n', [0, 2, 4]],
  ];
  for (const [text, starts] of texts) {
    it(`finds the lines of ${JSON.stringify(text)}`, () => assert.deepEqual(lineStartsOf(text), starts));
  }
});

describe('positionAt', () => {
  const text = 'a: 1\r\nwe: ⚓🚢 x\n\nend';
  const lines = lineStartsOf(text);
  const at = (offset: number): string => {
    const { line, character } = positionAt(lines, offset);
    return `${line}:${character}`;
  };

  it('counts lines and UTF-16 code units from 0', () => {
    assert.equal(at(0), '0:0');
    assert.equal(at(text.indexOf('we')), '1:0');
    assert.equal(at(text.indexOf('x')), '1:8', 'the ship takes two code units');
    assert.equal(at(text.indexOf('end')), '3:0');
  });

  it('knows the empty line and the end of the text', () => {
    assert.equal(at(text.indexOf('\n\nend') + 1), '2:0');
    assert.equal(at(text.length), '3:3');
  });

  it('stays in the first and the last line for offsets outside the text', () => {
    assert.equal(at(-3), '0:0');
    assert.match(at(text.length + 40), /^3:/);
  });

  it('agrees with counting one by one', () => {
    for (let offset = 0; offset <= text.length; offset++) {
      const before = text.slice(0, offset).replaceAll('\r\n', '\n').replace(/\r$/, '');
      assert.equal(positionAt(lines, offset).line, before.split('\n').length - 1, `offset ${offset}`);
    }
  });
});
