import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exclusionsOf } from '../../../server/src/files/disk-exclusion.ts';
import { globExclusion } from '../../../server/src/files/exclusion.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function filesExcluded(folder: string, globs: readonly string[]): (path: string) => boolean {
  const exclusion = exclusionsOf(folder, globs);
  return (path) => exclusion.path(path, false);
}

test('a .gitignore counts for its folder and below, and a deeper one has the last word', (t) => {
  const folder = temporaryFolder(t, {
    '.gitignore': '*.gen.yaml\n/rendered/\n',
    'apps/.gitignore': '!keep.gen.yaml\nlocal.yaml\n',
  });
  const file = filesExcluded(folder, []);
  assert.equal(file('apps/values.yaml'), false);
  assert.equal(file('apps/a.gen.yaml'), true);
  assert.equal(file('apps/keep.gen.yaml'), false);
  assert.equal(file('apps/local.yaml'), true);
  assert.equal(file('local.yaml'), false);
  assert.equal(file('rendered/deep/values.yaml'), true);
  assert.equal(file('apps/rendered/values.yaml'), false);
});

test('a pattern with a trailing slash excludes folders, not files of the name', (t) => {
  const folder = temporaryFolder(t, { '.gitignore': 'build.yaml/\n' });
  const { entry } = exclusionsOf(folder, []);
  assert.equal(entry('build.yaml', false), false);
  assert.equal(entry('build.yaml', true), true);
});

test("tools' own folders are excluded wherever they stand", (t) => {
  const file = filesExcluded(temporaryFolder(t, {}), []);
  assert.equal(file('a/node_modules/b/values.yaml'), true);
  assert.equal(file('.git/config.yaml'), true);
  assert.equal(file('infra/.terraform/modules/values.yaml'), true);
  assert.equal(file('node_modules.yaml'), false);
});

test('configured globs exclude files, hidden ones too, and everything below a folder they match', (t) => {
  const globs = ['**/testdata', '/old/*.yaml', '', './.ci/**'];
  for (const excludes of [globExclusion(globs), filesExcluded(temporaryFolder(t, {}), globs)]) {
    assert.equal(excludes('x/testdata/deep/a.yaml'), true);
    assert.equal(excludes('old/a.yaml'), true);
    assert.equal(excludes('x/old/a.yaml'), false);
    assert.equal(excludes('.ci/a.yaml'), true);
    assert.equal(excludes('a.yaml'), false);
  }
});

test('without globs nothing is excluded by them', () => {
  assert.equal(globExclusion([])('a.yaml'), false);
});
