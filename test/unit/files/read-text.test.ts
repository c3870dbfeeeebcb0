import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { maxFileBytes, readText } from '../../../server/src/files/read-text.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('a small file and one beyond the shared buffer are read whole', (t) => {
  const long = '# a line of comment\n'.repeat(20_000);
  const folder = temporaryFolder(t, { 'small.yaml': 'a: 1\n', 'long.yaml': long });
  assert.deepEqual(readText(join(folder, 'small.yaml')), { ok: true, text: 'a: 1\n', encoding: 'utf-8' });
  assert.deepEqual(readText(join(folder, 'long.yaml')), { ok: true, text: long, encoding: 'utf-8' });
});

test('a text is a copy: the next read does not change it', (t) => {
  const folder = temporaryFolder(t, { 'a.yaml': 'first\n', 'b.yaml': 'other\n' });
  const first = readText(join(folder, 'a.yaml'));
  readText(join(folder, 'b.yaml'));
  assert.deepEqual(first, { ok: true, text: 'first\n', encoding: 'utf-8' });
});

test('a file beyond the size limit is told apart', (t) => {
  const folder = temporaryFolder(t, { 'huge.yaml': Buffer.alloc(maxFileBytes + 1, 0x20) });
  assert.deepEqual(readText(join(folder, 'huge.yaml')), { ok: false, reason: 'too-large' });
});

test('a missing file has vanished, a folder is unreadable', (t) => {
  const folder = temporaryFolder(t, { 'a.yaml': '' });
  assert.deepEqual(readText(join(folder, 'none.yaml')), { ok: false, reason: 'vanished' });
  assert.deepEqual(readText(join(folder, 'a.yaml', 'below-a-file.yaml')), { ok: false, reason: 'vanished' });
  assert.deepEqual(readText(folder), { ok: false, reason: 'unreadable' });
});
