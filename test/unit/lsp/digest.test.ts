import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digest } from '../../../server/src/lsp/digest.ts';

test('a digest is the same for the same text, short, and another for every other', () => {
  const texts = Array.from({ length: 5_000 }, (_, i) => `{"line":${i},"message":"breaks the mesh"}`);
  assert.equal(new Set(['', ...texts].map(digest)).size, 5_001);
  assert.equal(digest('Böse'), digest('Böse'));
  assert.match(digest(texts.join()), /^[\da-z]{1,7}-[\da-z]{1,7}$/);
});
