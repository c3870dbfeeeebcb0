import { manifestReader } from '../../support/read.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chartFileReader } from '../../../server/src/carriers/chart-file.ts';
import { kustomizationReader } from '../../../server/src/carriers/kustomize/kustomization-reader.ts';
import { valuesFileCarrier } from '../../../server/src/carriers/values-file.ts';
import { createFactIndex } from '../../../server/src/workspace/fact-index.ts';
import { notDeployed } from '../../../server/src/workspace/inclusion.ts';
import { kustomizationGraph } from '../../../server/src/workspace/kustomizations/graph.ts';
import { namespace } from '../../support/manifests.ts';
import { uriOf } from '../../support/uris.ts';

/** The files that are not deployed, in alphabetical order, of a workspace at /repo. */
function off(files: Readonly<Record<string, string>>): readonly string[] {
  const index = createFactIndex([kustomizationReader, manifestReader, valuesFileCarrier, chartFileReader]);
  for (const [path, text] of Object.entries(files)) index.update(uriOf(`/repo/${path}`), text);
  const facts = [...index.files().values()].flatMap(({ facts: own }) => own);
  return [...notDeployed(facts, kustomizationGraph(facts))].map((path) => path.replace('/repo/', '')).sort();
}

const ns = namespace('shop', { labels: { 'istio-injection': 'enabled' } });
const values = 'kubeProxyReplacement: true\n';
const lists = (...resources: readonly string[]): string =>
  `resources:\n${resources.map((entry) => `  - ${entry}\n`).join('')}`;
const flux = (path: string): string =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: x }\nspec: { path: ${path}, sourceRef: { kind: GitRepository, name: x } }\n`;

describe('what is not deployed', () => {
  it('is nothing where no kustomization is', () => {
    assert.deepEqual(off({ 'a/ns.yaml': ns, 'values.yaml': values }), []);
  });

  it('is a manifest beside a kustomization that lists others', () => {
    assert.deepEqual(off({ 'kustomization.yaml': lists('a.yaml'), 'a.yaml': ns, 'b.yaml': ns }), ['b.yaml']);
  });

  it('is no manifest beside a kustomization that lists nothing', () => {
    assert.deepEqual(off({ 'kustomization.yaml': 'namespace: shop\n', 'b.yaml': ns }), []);
  });

  it('is no manifest that a kustomization elsewhere lists', () => {
    const files = {
      'a/kustomization.yaml': lists('a.yaml'),
      'a/b.yaml': ns,
      'c/kustomization.yaml': lists('../a/b.yaml'),
    };
    assert.deepEqual(off(files), []);
  });

  it('is no values file, whatever it lies beside', () => {
    assert.deepEqual(off({ 'kustomization.yaml': lists('a.yaml'), 'a.yaml': ns, 'values.yaml': values }), []);
  });

  it('is a values file that only stands in a comment', () => {
    const text = `${lists('a.yaml')}# configMapGenerator:\n#   - name: x\n#     files:\n#       - values.yaml=./cilium.yaml\n`;
    assert.deepEqual(off({ 'kustomization.yaml': text, 'a.yaml': ns, 'cilium.yaml': values }), [
      'cilium.yaml',
    ]);
  });

  it('is no template of a chart', () => {
    const files = {
      'kustomization.yaml': lists('a.yaml'),
      'a.yaml': ns,
      'charts/x/Chart.yaml': 'name: x\n',
      'charts/x/templates/ns.yaml': ns,
    };
    assert.deepEqual(off(files), []);
  });

  it('is a folder that stands in a comment, with all that it brings in', () => {
    const files = {
      'kustomization.yaml': `${lists('./a')}  # - ./b\n`,
      'a/kustomization.yaml': lists('ns.yaml'),
      'a/ns.yaml': ns,
      'b/kustomization.yaml': lists('ns.yaml', '../c'),
      'b/ns.yaml': ns,
      'c/kustomization.yaml': lists('ns.yaml'),
      'c/ns.yaml': ns,
    };
    assert.deepEqual(off(files), ['b/kustomization.yaml', 'b/ns.yaml', 'c/kustomization.yaml', 'c/ns.yaml']);
  });

  it('is no folder that stands in a comment here and is used there', () => {
    const files = {
      'prod/kustomization.yaml': `${lists('../a')}  # - ../b\n`,
      'test/kustomization.yaml': lists('../a', '../b'),
      'a/kustomization.yaml': lists('ns.yaml'),
      'b/kustomization.yaml': lists('ns.yaml'),
      'b/ns.yaml': ns,
    };
    assert.deepEqual(off(files), []);
  });

  it('is no kustomization that nothing builds upon, but a component', () => {
    const files = {
      'a/kustomization.yaml': lists('ns.yaml'),
      'a/ns.yaml': ns,
      'b/kustomization.yaml': 'kind: Component\nresources: [ns.yaml]\n',
      'b/ns.yaml': ns,
    };
    assert.deepEqual(off(files), ['b/kustomization.yaml', 'b/ns.yaml']);
  });

  it('is what a Kustomization of Flux applies that is itself left out', () => {
    const files = {
      'apps/kustomization.yaml': lists('./a/ks.yaml'),
      'apps/a/ks.yaml': flux('./apps/a/app'),
      'apps/a/app/ns.yaml': ns,
      'apps/b/ks.yaml': flux('./apps/b/app'),
      'apps/b/app/ns.yaml': ns,
    };
    assert.deepEqual(off(files), ['apps/b/app/ns.yaml', 'apps/b/ks.yaml']);
  });

  it('is nothing in a folder that a Kustomization of Flux applies as it is', () => {
    const files = {
      'clusters/x/flux-system/kustomization.yaml': lists('sync.yaml'),
      'clusters/x/flux-system/sync.yaml': flux('./clusters/x'),
      'clusters/x/ns.yaml': ns,
      'clusters/x/deep/ns.yaml': ns,
    };
    assert.deepEqual(off(files), []);
  });

  it('is no folder of manifests that people may apply by hand', () => {
    const files = {
      'kustomization.yaml': lists('./base'),
      'base/kustomization.yaml': lists('a.yaml'),
      'base/a.yaml': ns,
      'demo/ns.yaml': ns,
    };
    assert.deepEqual(off(files), []);
  });

  it('is nothing that Argo CD may apply by a pattern', () => {
    const files = {
      'kustomization.yaml': lists('apps/a/app.yaml'),
      'apps/a/app.yaml': ns,
      'apps/b/ns.yaml': ns,
      'set.yaml':
        "apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nspec: { template: { spec: { source: { path: 'apps/{{name}}' } } } }\n",
    };
    assert.deepEqual(off(files), []);
  });

  it('is what lies in an archive, unless all of the workspace does', () => {
    assert.deepEqual(off({ 'a/ns.yaml': ns, '.archive/ns.yaml': ns }), ['.archive/ns.yaml']);
    assert.deepEqual(off({ 'archive/a/ns.yaml': ns, 'archive/b/values.yaml': values }), []);
  });

  it('does not hang on kustomizations that include each other', () => {
    const files = {
      'a/kustomization.yaml': lists('../b'),
      'b/kustomization.yaml': lists('../a', 'ns.yaml'),
      'b/ns.yaml': ns,
    };
    assert.deepEqual(off(files), []);
  });
});
