import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, composeEdits, explainRefusal, type TextEdit } from '../../../server/src/edits/edit.ts';

function edit(start: number, end: number, newText: string): TextEdit {
  return { span: { start, end }, newText };
}

describe('Edits', () => {
  it('are all made in the text before any of them', () => {
    assert.equal(applyEdits('abcdef', [edit(4, 5, 'X'), edit(1, 2, 'long'), edit(3, 3, '-')]), 'alongc-dXf');
  });

  it('at one offset are made in their order', () => {
    assert.equal(applyEdits('ab', [edit(1, 1, '1'), edit(1, 1, '2')]), 'a12b');
  });

  it('that are none leave the text', () => {
    assert.equal(applyEdits('abc', []), 'abc');
  });
});

describe('Two sets of edits, one after the other', () => {
  const cases: readonly (readonly [name: string, first: readonly TextEdit[], second: readonly TextEdit[]])[] =
    [
      ['apart, the second behind', [edit(1, 2, 'XYZ')], [edit(8, 9, 'n')]],
      ['apart, the second before', [edit(6, 6, 'XYZ')], [edit(0, 1, '')]],
      ['apart, on both sides', [edit(4, 5, '')], [edit(0, 1, 'A'), edit(6, 7, 'B')]],
      ['touching', [edit(3, 4, 'XYZ')], [edit(6, 7, '')]],
      ['overlapping', [edit(3, 4, 'XYZ')], [edit(2, 5, '-')]],
      ['of which one is empty', [], [edit(2, 5, '-')]],
    ];
  for (const [name, first, second] of cases) {
    it(`do in one step what they do in two: ${name}`, () => {
      const text = '0123456789';
      assert.equal(
        applyEdits(text, composeEdits(text, first, second)),
        applyEdits(applyEdits(text, first), second),
      );
    });
  }

  it('stay small where they are apart', () => {
    const composed = composeEdits('0123456789', [edit(1, 2, 'XYZ')], [edit(8, 9, 'n')]);
    assert.deepEqual(composed, [edit(1, 2, 'XYZ'), edit(6, 7, 'n')]);
  });
});

describe('A refusal', () => {
  it('is explained in a sentence', () => {
    assert.match(explainRefusal('shared-anchor'), /^The place has an anchor .*\.$/);
  });
});
