import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import '../../properties/settings.ts';
import { applyEdits, differenceOf } from '../../../server/src/edits/edit.ts';

test('equal texts differ in nothing', () => {
  assert.deepEqual(differenceOf('a: 1', 'a: 1'), []);
});

test('what both texts begin and end with is left alone', () => {
  assert.deepEqual(differenceOf('a: 1\nb: 2\n', 'a: 1\nx: 0\nb: 2\n'), [
    { span: { start: 5, end: 5 }, newText: 'x: 0\n' },
  ]);
  assert.deepEqual(differenceOf('aaa', 'aa'), [{ span: { start: 2, end: 3 }, newText: '' }]);
});

test('applied, it gives the other text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      assert.equal(applyEdits(before, differenceOf(before, after)), after);
    }),
  );
});
