import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fluxHelmReleaseCarrier } from '../../../../server/src/carriers/flux/helm-release.ts';
import { nameInShort } from '../../../support/carriers.ts';
import { factsIn } from '../../../support/read.ts';

/** Chart and version of the source that a manifest is. */
function source(kind: string, spec: string): readonly (string | undefined)[] | undefined {
  const text = `apiVersion: source.toolkit.fluxcd.io/v1\nkind: ${kind}\nmetadata: { name: cilium }\nspec: ${spec}\n`;
  const fact = factsIn(fluxHelmReleaseCarrier, text)[0];
  return fact?.kind === 'chart-source' ? [nameInShort(fact.chart), nameInShort(fact.version)] : undefined;
}

describe('a source of charts', () => {
  const oci = 'oci://quay.io/cilium/charts/cilium';

  it('is an OCIRepository with a tag', () => {
    assert.deepEqual(source('OCIRepository', `{ url: '${oci}', ref: { tag: 1.18.2 } }`), [oci, '1.18.2']);
  });

  it('is an OCIRepository with a range, which goes before the tag', () => {
    assert.deepEqual(source('OCIRepository', `{ url: '${oci}', ref: { tag: 1.18.2, semver: ~1.17 } }`), [
      oci,
      '~1.17',
    ]);
  });

  it('is an OCIRepository whose version only a digest knows', () => {
    assert.deepEqual(source('OCIRepository', `{ url: '${oci}', ref: { digest: 'sha256:0a1b' } }`), [
      oci,
      '?',
    ]);
  });

  it('is a HelmChart', () => {
    assert.deepEqual(source('HelmChart', '{ chart: cilium, version: 1.15.x }'), ['cilium', '1.15.x']);
  });

  it("is Cilium's own repository, whose tags are versions", () => {
    const spec = '{ url: https://github.com/cilium/cilium.git, ref: { tag: v1.14.9 } }';
    assert.deepEqual(source('GitRepository', spec), [undefined, 'v1.14.9']);
  });

  it('is somebody else’s repository, whose tags say nothing of Cilium', () => {
    const spec = '{ url: https://github.com/acme/cilium-clusters, ref: { tag: v2.0.0 } }';
    assert.deepEqual(source('GitRepository', spec), [undefined, undefined]);
  });

  it('is no HelmRepository, which has many charts', () => {
    assert.equal(source('HelmRepository', '{ url: https://helm.cilium.io }'), undefined);
  });
});
