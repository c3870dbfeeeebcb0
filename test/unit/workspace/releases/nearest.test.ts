import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nearest } from '../../../../server/src/workspace/releases/nearest.ts';
import { pathOf, uriOf } from '../../../support/uris.ts';

const nearestTo = (path: string, ...candidates: readonly string[]): string | undefined => {
  const found = nearest(
    candidates.map((candidate) => ({ uri: uriOf(candidate) })),
    uriOf(path),
  );
  return found === undefined ? undefined : pathOf(found.uri);
};

describe('nearest', () => {
  it('is the file with the longest way in common', () => {
    assert.equal(
      nearestTo(
        '/repo/clusters/core/cilium/release.yaml',
        '/repo/values.yaml',
        '/repo/clusters/core/sources.yaml',
        '/repo/clusters/edge/sources.yaml',
      ),
      '/repo/clusters/core/sources.yaml',
    );
  });

  it('is the file itself before all others', () => {
    assert.equal(nearestTo('/repo/a.yaml', '/repo/b.yaml', '/repo/a.yaml'), '/repo/a.yaml');
  });

  it('is the first of those that are equally near', () => {
    assert.equal(
      nearestTo('/repo/a/release.yaml', '/repo/b/one.yaml', '/repo/c/two.yaml'),
      '/repo/b/one.yaml',
    );
  });

  it('counts whole names', () => {
    assert.equal(
      nearestTo('/repo/core/release.yaml', '/repo/core-2/one.yaml', '/repo/core/deep/two.yaml'),
      '/repo/core/deep/two.yaml',
    );
  });

  it('is nothing among none', () => {
    assert.equal(nearestTo('/repo/a.yaml'), undefined);
  });
});
