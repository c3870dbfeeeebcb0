import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalUri, fileOf, isBelow, pathBelow } from '../../../server/src/lsp/uris.ts';

test('URIs of one place have one spelling', () => {
  const one = canonicalUri('file:///c%3A/a%20b/%28x%29.yaml');
  assert.equal(canonicalUri('file:///C:/a b/(x).yaml'), one);
  assert.equal(canonicalUri(one), one);
});

test('what is no URI stays as it is', () => {
  assert.equal(canonicalUri('untitled:Untitled-1'), 'untitled:Untitled-1');
  assert.equal(typeof canonicalUri('x:::'), 'string');
});

test('only files have a path on disk', () => {
  assert.equal(fileOf('file:///a%20b/c.yaml'), '/a b/c.yaml');
  assert.equal(fileOf('vscode-vfs://github/a/b'), undefined);
});

test('paths below a folder', () => {
  assert.equal(isBelow('file:///a/b', 'file:///a'), true);
  assert.equal(isBelow('file:///ab', 'file:///a'), false);
  assert.equal(isBelow('file:///a', 'file:///a'), false);
  assert.equal(pathBelow('file:///a/b%20c/d.yaml', 'file:///a'), 'b c/d.yaml');
});
