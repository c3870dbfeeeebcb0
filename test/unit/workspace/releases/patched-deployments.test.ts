import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { releasesIn } from '../../../support/releases.ts';

const release = (spec: string): string =>
  `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: cilium }\nspec: { ${spec} }\n`;
const base = release(
  'chart: { spec: { chart: cilium, version: 1.16.4, sourceRef: { kind: HelmRepository, name: x } } }, values: { kubeProxyReplacement: true }',
);
const patch = release('values: { socketLB: { hostNamespaceOnly: true } }');
const inBase = {
  '/repo/base/kustomization.yaml': 'resources: [release.yaml]\n',
  '/repo/base/release.yaml': base,
};
const own = 'base/release.yaml[spec.values]';

describe('a deployment that kustomizations patch', () => {
  it('is one release where no kustomization changes it', () => {
    const files = {
      ...inBase,
      '/repo/a/kustomization.yaml': 'resources: [../base]\n',
      '/repo/b/kustomization.yaml': 'resources: [../base]\n',
    };
    assert.deepEqual(releasesIn(files), [`${own}: 1.16.4, pinned 1.16.4`]);
  });

  it('is a release for each overlay that changes it in another way', () => {
    const files = {
      ...inBase,
      '/repo/a/kustomization.yaml': 'resources: [../base]\npatches: [{ path: cilium.yaml }]\n',
      '/repo/a/cilium.yaml': patch,
      '/repo/b/kustomization.yaml': 'resources: [../base]\n',
    };
    assert.deepEqual(releasesIn(files), [
      `${own} + a/cilium.yaml[spec.values]: 1.16.4, pinned 1.16.4`,
      `${own}: 1.16.4, pinned 1.16.4`,
    ]);
  });

  it('gets the patches of components before those of the overlay, inner overlays first', () => {
    const files = {
      ...inBase,
      '/repo/c/kustomization.yaml': 'kind: Component\npatches: [{ path: cilium.yaml }]\n',
      '/repo/c/cilium.yaml': patch,
      '/repo/a/kustomization.yaml':
        'resources: [../base]\ncomponents: [../c]\npatches: [{ path: cilium.yaml }]\n',
      '/repo/a/cilium.yaml': patch,
      '/repo/z/kustomization.yaml': 'resources: [../a]\npatchesStrategicMerge: [cilium.yaml]\n',
      '/repo/z/cilium.yaml': patch,
    };
    assert.deepEqual(releasesIn(files), [
      `${own} + c/cilium.yaml[spec.values] + a/cilium.yaml[spec.values] + z/cilium.yaml[spec.values]: 1.16.4, pinned 1.16.4`,
    ]);
  });

  it('is chosen by a target, whose name is a pattern for the whole', () => {
    const overlay = (name: string): string =>
      `resources: [../base]\npatches: [{ path: cilium.yaml, target: { kind: HelmRelease, name: '${name}' } }]\n`;
    const layersWith = (name: string): readonly string[] =>
      releasesIn({ ...inBase, '/repo/a/kustomization.yaml': overlay(name), '/repo/a/cilium.yaml': patch });
    assert.match(layersWith('cil.*')[0] ?? '', /a\/cilium\.yaml/);
    assert.doesNotMatch(layersWith('cil')[0] ?? '', /a\/cilium\.yaml/);
    assert.doesNotMatch(layersWith('(')[0] ?? '', /a\/cilium\.yaml/);
  });

  it('takes the version of a patch', () => {
    const files = {
      ...inBase,
      '/repo/a/kustomization.yaml': 'resources: [../base]\npatches: [{ path: cilium.yaml }]\n',
      '/repo/a/cilium.yaml': release('chart: { spec: { version: 1.15.2 } }'),
    };
    assert.deepEqual(releasesIn(files), [`${own}: 1.15.2, pinned 1.15.2`]);
  });

  it('takes the objects of a patch in place of its own', () => {
    const files = {
      '/repo/base/kustomization.yaml': 'resources: [release.yaml]\n',
      '/repo/base/release.yaml': base.replace(
        'values:',
        'valuesFrom: [{ kind: ConfigMap, name: old }], values:',
      ),
      '/repo/a/kustomization.yaml':
        'resources: [../base]\npatches: [{ path: cilium.yaml }]\nconfigMapGenerator: [{ name: new, files: [values.yaml] }]\n',
      '/repo/a/values.yaml': 'socketLB: { hostNamespaceOnly: true }\n',
      '/repo/a/cilium.yaml': release('valuesFrom: [{ kind: ConfigMap, name: new }]'),
    };
    assert.deepEqual(releasesIn(files), [`a/values.yaml + ${own}: 1.16.4, pinned 1.16.4`]);
  });

  it('is patched by the file of its name that lies nearest, where no kustomization names one', () => {
    const files = {
      '/repo/net/release.yaml': base,
      '/repo/net/patch.yaml': patch,
      '/repo/old/release.yaml': base,
    };
    assert.deepEqual(releasesIn(files), [
      'net/release.yaml[spec.values] + net/patch.yaml[spec.values]: 1.16.4, pinned 1.16.4',
      'old/release.yaml[spec.values]: 1.16.4, pinned 1.16.4',
    ]);
  });

  it('gets what its own overlay generates, not what another one does', () => {
    const generator = 'configMapGenerator: [{ name: v, behavior: merge, files: [values.yaml] }]\n';
    const files = {
      '/repo/base/kustomization.yaml': `resources: [release.yaml]\n${generator}`,
      '/repo/base/values.yaml': 'socketLB: { enabled: true }\n',
      '/repo/base/release.yaml': base.replace(
        'values:',
        'valuesFrom: [{ kind: ConfigMap, name: v }], values:',
      ),
      '/repo/a/kustomization.yaml': `resources: [../base]\n${generator}`,
      '/repo/a/values.yaml': 'socketLB: { hostNamespaceOnly: true }\n',
      '/repo/b/kustomization.yaml': 'resources: [../base]\n',
    };
    assert.deepEqual(releasesIn(files), [
      `a/values.yaml + ${own}: 1.16.4, pinned 1.16.4`,
      `base/values.yaml + ${own}: 1.16.4, pinned 1.16.4`,
    ]);
  });
});
