import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limitNotice, linesOnSkipped } from '../../../server/src/lsp/scan-report.ts';

test('what could not be read is told with its reason', () => {
  const skipped = [
    { path: '/repo/huge.yaml', reason: 'too-large' },
    { path: '/repo/locked', reason: 'unreadable' },
  ] as const;
  assert.deepEqual(linesOnSkipped({ files: 1, skipped, limitReached: false }), [
    'Not read: /repo/huge.yaml (larger than 5 MB).',
    'Not read: /repo/locked (no permission, or not a regular file).',
  ]);
});

test('the user is told that a folder has more files than are read, and what to do', () => {
  const summary = { files: 100_000, skipped: [], limitReached: true };
  assert.match(limitNotice('/repo', summary) ?? '', /100000 files of \/repo.*ciliumMeshLint\.exclude/);
  assert.equal(limitNotice('/repo', { ...summary, limitReached: false }), undefined);
});
