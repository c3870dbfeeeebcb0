import assert from 'node:assert/strict';
import { rmSync, symlinkSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { test } from 'node:test';
import { exclusionsOf } from '../../../server/src/files/disk-exclusion.ts';
import { walk } from '../../../server/src/files/walk.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function filesIn(folder: string, start?: string): readonly string[] {
  return [...walk(folder, exclusionsOf(folder, []), start)]
    .filter((step) => step.kind === 'file')
    .map((step) => relative(folder, step.path).replaceAll(sep, '/'));
}

test('files that may matter are told in the order of names, files before folders', (t) => {
  const folder = temporaryFolder(t, {
    'z.yaml': '',
    'b/values.yaml': '',
    'b/picture.png': '',
    'a/Chart.yml': '',
    'a/install.sh': '',
    Makefile: '',
    'charts/network-0.4.0.tgz': '',
    'packages/network-0.4.0.tgz': '',
    'notes.txt': '',
  });
  assert.deepEqual(filesIn(folder), [
    'Makefile',
    'z.yaml',
    'a/Chart.yml',
    'a/install.sh',
    'b/values.yaml',
    'charts/network-0.4.0.tgz',
  ]);
});

test('a walk can begin below', (t) => {
  const folder = temporaryFolder(t, {
    'a/b/c.yaml': '',
    'a/d.yaml': '',
    'e.yaml': '',
    'a/.gitignore': 'd.yaml',
  });
  assert.deepEqual(filesIn(folder, 'a'), ['a/b/c.yaml']);
});

test('links are followed inside the folder, never out of it, and loops end', (t) => {
  const outside = temporaryFolder(t, { 'secret.yaml': '' });
  const folder = temporaryFolder(t, { 'base/values.yaml': '', 'prod/values.yaml': '' });
  symlinkSync(join(folder, 'base'), join(folder, 'prod', 'base'));
  symlinkSync(join(folder, 'base', 'values.yaml'), join(folder, 'prod', 'linked.yaml'));
  symlinkSync(outside, join(folder, 'prod', 'outside'));
  symlinkSync(join(outside, 'secret.yaml'), join(folder, 'prod', 'secret.yaml'));
  symlinkSync(folder, join(folder, 'prod', 'loop'));
  symlinkSync(join(folder, 'prod'), join(folder, 'base', 'round'));
  symlinkSync('self.yaml', join(folder, 'self.yaml'));
  symlinkSync('nowhere', join(folder, 'dangling.yaml'));
  assert.deepEqual(filesIn(folder), [
    'base/values.yaml',
    'base/round/linked.yaml',
    'base/round/values.yaml',
    'base/round/base/values.yaml',
    'prod/linked.yaml',
    'prod/values.yaml',
  ]);
});

test('a folder that vanished gives nothing', (t) => {
  const folder = temporaryFolder(t, {});
  assert.deepEqual(filesIn(folder, 'gone'), []);
});

test('a folder that vanishes during the walk is passed over', (t) => {
  const folder = temporaryFolder(t, { 'a/one.yaml': '', 'b/two.yaml': '' });
  const steps = walk(folder, exclusionsOf(folder, []));
  assert.deepEqual(steps.next().value, { kind: 'folder', path: folder });
  rmSync(join(folder, 'b'), { recursive: true });
  assert.deepEqual(
    [...steps].map((step) => relative(folder, step.path).replaceAll(sep, '/')),
    ['a', 'a/one.yaml'],
  );
});
