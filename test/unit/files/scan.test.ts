import assert from 'node:assert/strict';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { exclusionsOf } from '../../../server/src/files/disk-exclusion.ts';
import type { ScanSummary } from '../../../server/src/files/host.ts';
import type { SourceText } from '../../../server/src/files/read-source.ts';
import { maxFileBytes } from '../../../server/src/files/read-text.ts';
import { scanFolder, type ScanOptions } from '../../../server/src/files/scan.ts';
import { chartArchive } from '../../support/chart-archive.ts';
import { ciliumChart } from '../../support/charts.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function scan(
  folder: string,
  options: Partial<ScanOptions> = {},
  visit: (file: SourceText) => void = () => undefined,
): Promise<{ texts: readonly string[]; summary: ScanSummary }> {
  const texts: string[] = [];
  const exclusion = exclusionsOf(folder, []);
  const summary = await scanFolder(
    folder,
    { exclusion, signal: new AbortController().signal, ...options },
    (file) => {
      texts.push(file.text);
      visit(file);
    },
  );
  return { texts, summary };
}

test('every file of interest is handed on with its URI', async (t) => {
  const folder = temporaryFolder(t, { 'a b/values.yaml': 'a: 1\n', 'notes.txt': 'x' });
  const uris: string[] = [];
  const { summary } = await scan(folder, {}, (file) => uris.push(file.uri));
  assert.deepEqual(uris, [pathToFileURL(join(folder, 'a b/values.yaml')).toString()]);
  assert.deepEqual(summary, { files: 1, skipped: [], limitReached: false });
});

test('a packed chart is handed on as the texts that matter, below its own path, and counts once', async (t) => {
  const archive = chartArchive({ 'cilium/Chart.yaml': ciliumChart('1.14.2'), 'cilium/README.md': '' });
  const folder = temporaryFolder(t, {
    'charts/cilium-1.14.2.tgz': archive,
    'charts/other-1.0.0.tgz': 'no gzip',
  });
  const uris: string[] = [];
  const { summary } = await scan(folder, {}, (file) => uris.push(file.uri));
  assert.deepEqual(uris, [
    pathToFileURL(join(folder, 'charts/cilium-1.14.2.tgz/cilium/Chart.yaml')).toString(),
  ]);
  assert.equal(summary.files, 1);
  assert.deepEqual(summary.skipped, [{ path: join(folder, 'charts/other-1.0.0.tgz'), reason: 'damaged' }]);
});

test('files beyond the size limit are skipped and told', async (t) => {
  const folder = temporaryFolder(t, { 'huge.yaml': Buffer.alloc(maxFileBytes + 1, 0x23), 'small.yaml': 's' });
  const { texts, summary } = await scan(folder);
  assert.deepEqual(texts, ['s']);
  assert.deepEqual(summary.skipped, [{ path: join(folder, 'huge.yaml'), reason: 'too-large' }]);
});

test('files beyond the number limit are not read, and the summary says so', async (t) => {
  const folder = temporaryFolder(t, { 'a.yaml': 'a', 'b.yaml': 'b', 'c.yaml': 'c' });
  const { texts, summary } = await scan(folder, { maxFiles: 2 });
  assert.deepEqual(texts, ['a', 'b']);
  assert.equal(summary.limitReached, true);
  assert.equal((await scan(folder, { maxFiles: 3 })).summary.limitReached, false);
});

test('a file that vanishes before its turn is passed over in silence', async (t) => {
  const folder = temporaryFolder(t, { 'a.yaml': 'a', 'b.yaml': 'b', 'c.yaml': 'c' });
  const { texts, summary } = await scan(folder, {}, () => rmSync(join(folder, 'b.yaml'), { force: true }));
  assert.deepEqual(texts, ['a', 'c']);
  assert.deepEqual(summary.skipped, []);
});

test('an aborted scan ends and tells what it read', async (t) => {
  const folder = temporaryFolder(t, { 'a.yaml': 'a', 'b.yaml': 'b' });
  const abort = new AbortController();
  const { summary } = await scan(folder, { signal: abort.signal }, () => abort.abort());
  assert.equal(summary.files, 1);
});

test('other work gets its turn at least every 20 ms or so', async (t) => {
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.yaml`, '']));
  const folder = temporaryFolder(t, files);
  // Counted in files of 2 ms each, not measured: what else the machine does then makes a turn come sooner, never later.
  const filesByTurn = [0];
  const watch = (): void => {
    filesByTurn.push(0);
    timer = setImmediate(watch);
  };
  let timer = setImmediate(watch);
  const busy = (): void => {
    for (const end = performance.now() + 2; performance.now() < end;);
    filesByTurn.push((filesByTurn.pop() ?? 0) + 1);
  };
  const { summary } = await scan(folder, {}, busy);
  clearImmediate(timer);
  assert.equal(summary.files, 60);
  assert.ok(Math.max(...filesByTurn) <= 10, `files between two turns: ${filesByTurn.join(' ')}`);
});

test('a folder without permission is told, the rest is read', async (t) => {
  const folder = temporaryFolder(t, { 'a.yaml': 'a', 'locked/b.yaml': 'b' });
  if (process.getuid?.() === 0) {
    // Permissions do not bind root; a name that is too long to open gives the same kind of error there.
    const { summary } = await scan(folder, { start: 'x'.repeat(300) });
    assert.deepEqual(
      summary.skipped.map(({ reason }) => reason),
      ['unreadable'],
    );
    return;
  }
  chmodSync(join(folder, 'locked'), 0o000);
  const { texts, summary } = await scan(folder);
  chmodSync(join(folder, 'locked'), 0o700);
  assert.deepEqual(texts, ['a']);
  assert.deepEqual(summary.skipped, [{ path: join(folder, 'locked'), reason: 'unreadable' }]);
});
