import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { combinations } from '../../../../server/src/workspace/releases/overlays.ts';
import { layerOf } from '../../../support/layers.ts';
import { pathOf } from '../../../support/uris.ts';

/** The combinations of values files, each as the names of its files, lowest first. */
const combined = (files: readonly string[], lowest?: string): readonly string[] =>
  combinations(
    files.map((name) => layerOf('kubeProxyReplacement: true', `/repo/${name}`)),
    lowest,
  ).map((layers) => layers.map(({ uri }) => pathOf(uri).replace('/repo/', '')).join(' + '));

describe('combinations', () => {
  const stories: readonly (readonly [story: string, files: readonly string[], wanted: readonly string[]])[] =
    [
      ['a file alone', ['values.yaml'], ['values.yaml']],
      ['nothing', [], []],
      [
        'a base is never judged without its overlay',
        ['values.yaml', 'values-prod.yaml'],
        ['values.yaml + values-prod.yaml'],
      ],
      [
        'each overlay stands on the base by itself',
        ['values-dev.yaml', 'values.yaml', 'values-prod.yaml'],
        ['values.yaml + values-dev.yaml', 'values.yaml + values-prod.yaml'],
      ],
      [
        'the environment may come first',
        ['values.yaml', 'prod.values.yaml', 'dev-values.yaml'],
        ['values.yaml + prod.values.yaml', 'values.yaml + dev-values.yaml'],
      ],
      [
        'any of - _ . may part the name',
        ['values.yaml', 'values.prod.yaml', 'values_dev.yaml'],
        ['values.yaml + values.prod.yaml', 'values.yaml + values_dev.yaml'],
      ],
      [
        'bases may have longer names',
        ['cilium-values.yaml', 'cilium-values-prod.yaml'],
        ['cilium-values.yaml + cilium-values-prod.yaml'],
      ],
      [
        'an overlay may have overlays',
        ['values.yaml', 'values-prod.yaml', 'values-prod-eu.yaml'],
        ['values.yaml + values-prod.yaml + values-prod-eu.yaml'],
      ],
      [
        'overlays stack up to the last base',
        ['values.yaml', 'cilium-values.yaml', 'cilium-values-prod.yaml'],
        ['values.yaml + cilium-values.yaml + cilium-values-prod.yaml'],
      ],
      ['.yml and .yaml go together', ['values.yml', 'values-prod.yaml'], ['values.yml + values-prod.yaml']],
      [
        'templates of values as well',
        ['values.yaml.gotmpl', 'values-prod.yaml.gotmpl'],
        ['values.yaml.gotmpl + values-prod.yaml.gotmpl'],
      ],
      [
        'an overlay without its base stands alone',
        ['values-prod.yaml', 'values-dev.yaml'],
        ['values-prod.yaml', 'values-dev.yaml'],
      ],
      [
        'files of other names stand alone',
        ['cilium.yaml', 'cilium-prod.yaml'],
        ['cilium.yaml', 'cilium-prod.yaml'],
      ],
      [
        'files of other folders stand alone',
        ['values.yaml', 'prod/values-prod.yaml'],
        ['values.yaml', 'prod/values-prod.yaml'],
      ],
      [
        'names that only begin alike stand alone',
        ['values.yaml', 'valuesprod.yaml'],
        ['values.yaml', 'valuesprod.yaml'],
      ],
    ];
  for (const [story, files, wanted] of stories) {
    it(`${story}: ${files.join(', ')}`, () => assert.deepEqual(combined(files), wanted));
  }

  it('puts all documents of a file in their order', () => {
    const first = layerOf('kubeProxyReplacement: true');
    const second = layerOf('socketLB: { hostNamespaceOnly: true }', '/repo/values.yaml', {
      address: { document: 1, path: [] },
    });
    assert.deepEqual(combinations([first, second]), [[first, second]]);
  });

  it('puts a lowest file under all others, whatever they are called', () => {
    const lowest = '/repo/values.yaml';
    assert.deepEqual(combined(['prod.yaml', 'values.yaml', 'env/dev.yaml', 'values-eu.yaml'], lowest), [
      'values.yaml + prod.yaml',
      'values.yaml + env/dev.yaml',
      'values.yaml + values-eu.yaml',
    ]);
    assert.deepEqual(combined(['values.yaml'], lowest), ['values.yaml']);
    assert.deepEqual(combined(['prod.yaml'], lowest), ['prod.yaml']);
  });
});
