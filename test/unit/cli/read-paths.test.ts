import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, it, type TestContext } from 'node:test';
import { URI } from 'vscode-uri';
import { readPaths } from '../../../server/src/cli/read-paths.ts';
import { fakeLint } from '../../support/fake-lint.ts';
import { chartArchive } from '../../support/chart-archive.ts';
import { ciliumChart } from '../../support/charts.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function read(
  test: TestContext,
  files: Readonly<Record<string, string | Buffer>>,
  paths: readonly string[],
) {
  const folder = temporaryFolder(test, files);
  const complaints: string[] = [];
  const lint = fakeLint({ findings: () => [] });
  const outcome = await readPaths(lint, paths, folder, (line) => complaints.push(line));
  const names = outcome.ok
    ? [...outcome.texts.keys()].map((uri) => URI.parse(uri).fsPath.slice(folder.length + 1)).sort()
    : [];
  return { outcome, names, complaints, files: lint.statistics().files };
}

describe('readPaths', () => {
  it('reads the files of interest in a folder, without ignored ones', async (test) => {
    const { names } = await read(
      test,
      {
        'a/values.yaml': 'a: 1',
        'install.sh': 'helm',
        'notes.txt': '',
        '.gitignore': 'out/\n',
        'out/b.yaml': '',
      },
      ['.'],
    );
    assert.deepEqual(names, ['a/values.yaml', 'install.sh']);
  });

  it('reads a named file and nothing around it, even an ignored one', async (test) => {
    const { names } = await read(test, { '.gitignore': 'out/\n', 'out/b.yaml': '', 'out/c.yaml': '' }, [
      'out/b.yaml',
    ]);
    assert.deepEqual(names, ['out/b.yaml']);
  });

  it('counts a file once that several paths lead to', async (test) => {
    const { files } = await read(test, { 'a/values.yaml': 'a: 1' }, ['.', 'a', 'a/values.yaml']);
    assert.equal(files, 1);
  });

  it('tells a path that leads nowhere', async (test) => {
    const { outcome } = await read(test, {}, ['missing']);
    assert.deepEqual(outcome, { ok: false, missing: 'missing' });
  });

  it('tells a path below a file, of endless links or that is too long as one that leads nowhere', async (test) => {
    for (const path of ['values.yaml/x', 'x'.repeat(5000)])
      assert.deepEqual((await read(test, { 'values.yaml': '' }, [path])).outcome, {
        ok: false,
        missing: path,
      });
    const folder = temporaryFolder(test, {});
    symlinkSync('loop', join(folder, 'loop'));
    const outcome = await readPaths(fakeLint({ findings: () => [] }), ['loop'], folder, () => undefined);
    assert.deepEqual(outcome, { ok: false, missing: 'loop' });
  });

  it('is incomplete where a given path cannot be read, and reads the others', async (test) => {
    const { names, complaints, outcome } = await read(
      test,
      { 'big.yaml': Buffer.alloc(5_000_001, 0x20), 'values.yaml': 'a: 1' },
      ['big.yaml', '/dev/null', 'values.yaml'],
    );
    assert.deepEqual(names, ['values.yaml']);
    assert.equal(outcome.ok && outcome.complete, false);
    assert.deepEqual(complaints, [
      'big.yaml is larger than 5 MB and was left out.',
      '/dev/null could not be read.',
    ]);
  });

  it('complains about a file that is too large and reads the others', async (test) => {
    const { names, complaints, outcome } = await read(
      test,
      { 'big.yaml': Buffer.alloc(5_000_001, 0x20), 'values.yaml': 'a: 1' },
      ['.'],
    );
    assert.deepEqual(names, ['values.yaml']);
    assert.deepEqual(complaints, ['big.yaml is larger than 5 MB and was left out.']);
    assert.equal(outcome.ok && outcome.complete, true);
  });

  it('reads a packed chart that is named, and complains about one that it cannot read', async (test) => {
    const { names, complaints } = await read(
      test,
      {
        'cilium-1.14.2.tgz': chartArchive({ 'cilium/Chart.yaml': ciliumChart('1.14.2') }),
        'charts/a.tgz': chartArchive({ 'a/README.md': '' }),
        'charts/b.tgz': gzipSync(Buffer.alloc(20_000_001)),
        'charts/c.tgz': 'no gzip',
      },
      ['cilium-1.14.2.tgz', '.'],
    );
    assert.deepEqual(names, ['cilium-1.14.2.tgz/cilium/Chart.yaml']);
    assert.deepEqual(complaints, [
      'charts/a.tgz holds no chart and was left out.',
      'charts/b.tgz unpacks to more than 20 MB and was left out.',
      'charts/c.tgz is no intact archive and was left out.',
    ]);
  });

  it('takes a path with spaces and other scripts', async (test) => {
    const { names } = await read(test, { 'my clusters/größe 網/values.yaml': 'a: 1' }, ['my clusters']);
    assert.deepEqual(names, ['my clusters/größe 網/values.yaml']);
  });
});
