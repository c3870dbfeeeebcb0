import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { folderOf, foldersUpwards, joinPath, nameOf } from '../../../server/src/workspace/paths.ts';

describe('paths', () => {
  it('part into folder and name', () => {
    assert.deepEqual(
      [folderOf('/repo/cilium/values.yaml'), nameOf('/repo/cilium/values.yaml')],
      ['/repo/cilium', 'values.yaml'],
    );
    assert.deepEqual([folderOf('/values.yaml'), nameOf('/values.yaml')], ['', 'values.yaml']);
    assert.deepEqual([folderOf('values.yaml'), nameOf('values.yaml')], ['', 'values.yaml']);
  });

  const joined: readonly (readonly [folder: string, relative: string, path: string])[] = [
    ['/repo/scripts', 'values.yaml', '/repo/scripts/values.yaml'],
    ['/repo/scripts', './values.yaml', '/repo/scripts/values.yaml'],
    ['/repo/scripts', '../cilium//values.yaml', '/repo/cilium/values.yaml'],
    ['/repo/scripts', '/etc/cilium/values.yaml', '/etc/cilium/values.yaml'],
    ['/repo', '../../../values.yaml', '/values.yaml'],
    ['/repo/scripts', './/values.yaml', '/repo/scripts/values.yaml'],
    ['/repo', './../values.yaml', '/values.yaml'],
    ['/repo', '.', '/repo'],
    ['/repo', './', '/repo'],
    ['/repo', 'charts/', '/repo/charts'],
    ['/c:/my repo', 'values@prod.yaml', '/c:/my repo/values@prod.yaml'],
    ['', 'values.yaml', '/values.yaml'],
  ];
  for (const [folder, relative, path] of joined) {
    it(`lead from ${folder === '' ? 'the root' : folder} by ${relative} to ${path}`, () => {
      assert.equal(joinPath(folder, relative), path);
    });
  }

  it('go up to the root, nearest first', () => {
    assert.deepEqual(foldersUpwards('/repo/scripts/ci'), ['/repo/scripts/ci', '/repo/scripts', '/repo', '']);
    assert.deepEqual(foldersUpwards(''), ['']);
  });
});
