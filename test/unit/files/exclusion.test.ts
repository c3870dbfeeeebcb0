import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exclusionsOf } from '../../../server/src/files/exclusion.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('a .gitignore counts for its folder and below, and a deeper one has the last word', (t) => {
  const folder = temporaryFolder(t, {
    '.gitignore': '*.gen.yaml\n/rendered/\n',
    'apps/.gitignore': '!keep.gen.yaml\nlocal.yaml\n',
  });
  const { file } = exclusionsOf(folder, []);
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
  const { file } = exclusionsOf(temporaryFolder(t, {}), []);
  assert.equal(file('a/node_modules/b/values.yaml'), true);
  assert.equal(file('.git/config.yaml'), true);
  assert.equal(file('infra/.terraform/modules/values.yaml'), true);
  assert.equal(file('node_modules.yaml'), false);
});

test('configured globs exclude files, hidden ones too, and everything below a folder they match', (t) => {
  const { byGlob, file } = exclusionsOf(temporaryFolder(t, {}), [
    '**/testdata',
    '/old/*.yaml',
    '',
    './.ci/**',
  ]);
  assert.equal(byGlob('x/testdata/deep/a.yaml'), true);
  assert.equal(byGlob('old/a.yaml'), true);
  assert.equal(byGlob('x/old/a.yaml'), false);
  assert.equal(byGlob('.ci/a.yaml'), true);
  assert.equal(file('.ci/a.yaml'), true);
  assert.equal(byGlob('a.yaml'), false);
});

test('byGlob says nothing of .gitignore: an open document is read although git ignores it', (t) => {
  const folder = temporaryFolder(t, { '.gitignore': 'local.yaml\n' });
  assert.equal(exclusionsOf(folder, []).byGlob('local.yaml'), false);
});
