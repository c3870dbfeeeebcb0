import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appendDocument } from '../../../server/src/edits/append-document.ts';
import { applyEdits, type RefusalReason } from '../../../server/src/edits/edit.ts';

describe('a document added to a file', () => {
  const rows: readonly (readonly [
    name: string,
    before: string,
    after: string | { readonly refused: RefusalReason },
    added?: string,
  ])[] = [
    ['stands behind a marker', 'a: 1\n', 'a: 1\n---\nkind: X\nspec: {}\n'],
    ['ends the last line', 'a: 1', 'a: 1\n---\nkind: X\nspec: {}\n'],
    ['takes the line breaks of the file', 'a: 1\r\n', 'a: 1\r\n---\r\nkind: X\r\nspec: {}\r\n'],
    ['needs no marker in an empty file', '', 'kind: X\nspec: {}\n'],
    ['needs no marker behind comments', '# a\n', '# a\nkind: X\nspec: {}\n'],
    ['needs no marker behind one', 'a: 1\n---\n', 'a: 1\n---\nkind: X\nspec: {}\n'],
    ['stands behind an end marker', 'a: 1\n...\n', 'a: 1\n...\n---\nkind: X\nspec: {}\n'],
    [
      'is not added twice',
      'spec: {}\nkind: X\n---\nkind: X\nspec: {}\n',
      'spec: {}\nkind: X\n---\nkind: X\nspec: {}\n',
    ],
    [
      'stands behind templates',
      '{{ if .a }}\na: 1\n{{ end }}\n',
      '{{ if .a }}\na: 1\n{{ end }}\n---\nkind: X\nspec: {}\n',
    ],
    ['is refused in JSON', '{"a": 1}\n', { refused: 'unsupported-layout' }],
    ['is refused behind faults', 'a: [\n', { refused: 'not-readable' }],
    ['must be one', 'a: 1\n', { refused: 'not-readable' }, 'a: 1\n---\nb: 1\n'],
    ['must hold something', 'a: 1\n', { refused: 'not-readable' }, '# nothing\n'],
    ['must be readable', 'a: 1\n', { refused: 'not-readable' }, 'a: [\n'],
  ];
  for (const [name, before, after, added = 'kind: X\nspec: {}\n'] of rows) {
    it(name, () => {
      const result = appendDocument(before, added);
      if (typeof after === 'object') assert.deepEqual(result, { ok: false, reason: after.refused });
      else assert.equal(result.ok ? applyEdits(before, result.edits) : result.reason, after);
    });
  }
});
