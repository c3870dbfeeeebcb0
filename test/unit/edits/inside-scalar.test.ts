import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editInside } from '../../../server/src/edits/edit-embedded.ts';
import { applyEdits } from '../../../server/src/edits/edit.ts';

/** A text after `insert` is put behind the word `here` of the text inside a scalar. */
function inserted(text: string, path: readonly string[], insert: string): string {
  const result = editInside(text, { document: 0, path }, (inner) => {
    const end = inner.indexOf('here') + 'here'.length;
    return { ok: true, edits: [{ span: { start: end, end }, newText: insert }] };
  });
  return result.ok ? applyEdits(text, result.edits) : `refused: ${result.reason}`;
}

describe('an edit of the text inside a scalar', () => {
  const cases: readonly (readonly [
    title: string,
    text: string,
    path: readonly string[],
    insert: string,
    after: string,
  ])[] = [
    ['is made in a plain scalar', 'v: a here # c\n', ['v'], ' --b=c', 'v: a here --b=c # c\n'],
    [
      'is made in an item of a list',
      'v:\n  - x\n  - a here\n',
      ['v', '1'],
      ' -b',
      'v:\n  - x\n  - a here -b\n',
    ],
    [
      'is made in an item that is a block',
      'v:\n  - |\n    a here\n    d\n',
      ['v', '0'],
      ' \\\n  -b',
      'v:\n  - |\n    a here \\\n      -b\n    d\n',
    ],
    [
      'gets a line of its own behind a folded line',
      'v: >-\n  a\n  here\nz: 1\n',
      ['v'],
      ' -b',
      'v: >-\n  a\n  here\n  -b\nz: 1\n',
    ],
    [
      'stays on the only line of folded text',
      'v: >-\n  a here\nz: 1\n',
      ['v'],
      ' -b',
      'v: >-\n  a here -b\nz: 1\n',
    ],
    ['stays within a folded line', 'v: >\n  a here d\n  e\n', ['v'], ' -b', 'v: >\n  a here -b d\n  e\n'],
    [
      'gets a line of its own in a plain scalar of several',
      'v:\n  - a\n    here\n',
      ['v', '0'],
      ' -b',
      'v:\n  - a\n    here\n    -b\n',
    ],
    ['stays on the line that has the key', 'v: a here\n  d\n', ['v'], ' -b', 'v: a here -b\n  d\n'],
    ['is refused where it would be a comment', 'v: a here\n', ['v'], ' # b', 'refused: would-change-more'],
    ['is refused where it would be a key', 'v: a here\n', ['v'], ' b: c', 'refused: would-change-more'],
    ['is refused in an item that is not there', 'v:\n  - a here\n', ['v', '7'], 'x', 'refused: not-a-scalar'],
    [
      'is refused in what other places use',
      'v:\n  - &x a here\n  - *x\n',
      ['v', '0'],
      'b',
      'refused: shared-anchor',
    ],
  ];
  for (const [title, text, path, insert, after] of cases) {
    it(title, () => assert.equal(inserted(text, path, insert), after));
  }
});
