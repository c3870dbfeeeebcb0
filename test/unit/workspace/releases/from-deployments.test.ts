import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type {
  DeploymentFact,
  Named,
  ValuesObjectFact,
  ValuesSource,
} from '../../../../server/src/facts/deployment.ts';
import type { Fact, Placed } from '../../../../server/src/facts/fact.ts';
import type { LayerAddress } from '../../../../server/src/facts/settings.ts';
import { releasesOf } from '../../../../server/src/workspace/releases/releases.ts';
import { layerOf } from '../../../support/layers.ts';
import { describeRelease } from '../../../support/releases.ts';
import { pathOf, uriOf } from '../../../support/uris.ts';

const span = { start: 0, end: 0 };

const text = (value: string): Named => ({ kind: 'text', text: value, span });

/** A deployment of Cilium in `/repo/apps/cilium.yaml`; `parts` say what is different. */
const deployment = (values: readonly ValuesSource[], parts: Partial<DeploymentFact> = {}): Placed => ({
  uri: uriOf('/repo/apps/cilium.yaml'),
  fact: {
    kind: 'deployment',
    title: 'HelmRelease cilium',
    chart: text('cilium'),
    chartSource: undefined,
    version: text('1.16.4'),
    namespace: 'kube-system',
    values,
    destination: undefined,
    deploys: true,
    span,
    ...parts,
  },
});

/** A layer of settings in a file, below an address. */
const layer = (path: string, address: LayerAddress = { document: 0, path: [] }): Placed => {
  const placed = layerOf('kubeProxyReplacement: true', path, { address });
  return { uri: placed.uri, fact: placed.layer };
};

const placedIn = (path: string, fact: Fact): Placed => ({ uri: uriOf(path), fact });

const file = (path: string, base: 'file' | 'repository' = 'file'): ValuesSource => ({
  kind: 'file',
  path,
  base,
  span,
});

const fromConfigMap = (name: string): ValuesSource => ({
  kind: 'object',
  object: 'ConfigMap',
  name,
  namespace: undefined,
  key: 'values.yaml',
  targetPath: undefined,
  span,
});

const configMap = (
  path: string,
  name: string,
  holds: ValuesObjectFact['holds'],
  namespace?: string,
): Placed =>
  placedIn(path, {
    kind: 'values-object',
    object: 'ConfigMap',
    name,
    namespace,
    key: 'values.yaml',
    holds,
    span,
  });

/** The releases of these facts in short, in a workspace of these files. */
const releases = (...facts: readonly Placed[]): readonly string[] => {
  const paths = new Set(facts.map(({ uri }) => pathOf(uri)));
  return releasesOf(facts, 'cilium', (path) => paths.has(path)).map(describeRelease);
};

describe('a deployment', () => {
  it('merges its sources in their order', () => {
    const own: LayerAddress = { document: 0, path: ['spec', 'values'] };
    const facts = [
      layer('/repo/apps/prod.yaml'),
      layer('/repo/apps/base.yaml'),
      layer('/repo/apps/cilium.yaml', own),
      deployment([file('base.yaml'), file('prod.yaml'), { kind: 'own-layer', address: own }]),
    ];
    assert.deepEqual(releases(...facts), [
      'apps/base.yaml + apps/prod.yaml + apps/cilium.yaml[spec.values]: 1.16.4, pinned 1.16.4',
    ]);
  });

  it('takes no other layer of its own file', () => {
    const facts = [
      layer('/repo/apps/cilium.yaml', { document: 0, path: ['spec', 'values'] }),
      deployment([{ kind: 'own-layer', address: { document: 1, path: ['spec', 'values'] } }]),
    ];
    assert.deepEqual(
      releases(...facts).filter((release) => release.includes('pinned')),
      [],
    );
  });

  it('does not know what it cannot read', () => {
    assert.deepEqual(releases(deployment([{ kind: 'unknown', span }])), ['?: 1.16.4, pinned 1.16.4']);
    assert.deepEqual(releases(deployment([file('missing.yaml')])), ['?: 1.16.4, pinned 1.16.4']);
    assert.deepEqual(releases(deployment([fromConfigMap('missing')])), ['?: 1.16.4, pinned 1.16.4']);
  });

  it('finds a path from the root of the repository in the outermost folder that has it', () => {
    const facts = [
      layer('/repo/values.yaml'),
      layer('/repo/apps/values.yaml'),
      deployment([file('values.yaml', 'repository')]),
    ];
    assert.match(releases(...facts)[0] ?? '', /^values\.yaml: 1\.16\.4/);
  });

  it('is none where it does not deploy, or deploys another chart', () => {
    const deployed = (parts: Partial<DeploymentFact>) =>
      releases(layer('/repo/apps/base.yaml'), deployment([file('base.yaml')], parts));
    const alone = ['apps/base.yaml: 1.14 to 1.20, inferred'];
    assert.deepEqual(deployed({ deploys: false }), alone);
    assert.deepEqual(deployed({ chart: text('istiod') }), alone);
    assert.deepEqual(deployed({ chart: { kind: 'unknown', span } }), alone);
  });

  it('has no version where a template stands', () => {
    const facts = [
      layer('/repo/apps/base.yaml'),
      deployment([file('base.yaml')], { version: { kind: 'unknown', span } }),
    ];
    assert.deepEqual(releases(...facts), ['apps/base.yaml: 1.14 to 1.20, inferred']);
  });
});

describe('a deployment that takes its chart from a source', () => {
  const source = (path: string, version: string, namespace?: string): Placed =>
    placedIn(path, {
      kind: 'chart-source',
      resource: 'OCIRepository',
      name: 'cilium',
      namespace,
      chart: text('oci://quay.io/cilium/charts/cilium'),
      version: text(version),
      span,
    });
  const reference = { resource: 'OCIRepository', name: 'cilium', namespace: undefined };
  const facts = [
    layer('/repo/apps/base.yaml'),
    deployment([file('base.yaml')], { chart: undefined, version: undefined, chartSource: reference }),
  ];

  it('takes chart and version from there', () => {
    assert.deepEqual(releases(...facts, source('/repo/sources/cilium.yaml', '1.17.2')), [
      'apps/base.yaml: 1.17.2, pinned 1.17.2',
    ]);
  });

  it('takes the nearest of one name', () => {
    const found = releases(
      ...facts,
      source('/repo/other/oci.yaml', '1.15.1'),
      source('/repo/apps/oci.yaml', '1.17.2'),
    );
    assert.deepEqual(found, ['apps/base.yaml: 1.17.2, pinned 1.17.2']);
  });

  it('takes none of another namespace', () => {
    assert.deepEqual(releases(...facts, source('/repo/apps/oci.yaml', '1.17.2', 'other')), [
      'apps/base.yaml: 1.14 to 1.20, inferred',
    ]);
  });
});

describe('a deployment with values from a ConfigMap', () => {
  it('reads the settings that stand in it', () => {
    const address: LayerAddress = { document: 0, path: ['data', 'values.yaml'] };
    const facts = [
      layer('/repo/apps/config.yaml', address),
      configMap('/repo/apps/config.yaml', 'cilium-values', { kind: 'own-layer', address }),
      deployment([fromConfigMap('cilium-values')]),
    ];
    assert.deepEqual(releases(...facts), ['apps/config.yaml[data.values.yaml]: 1.16.4, pinned 1.16.4']);
  });

  it('reads the file that it is made from', () => {
    const facts = [
      layer('/repo/apps/helm/values.yaml'),
      configMap('/repo/apps/kustomization.yaml', 'cilium-values', {
        kind: 'file',
        path: './helm/values.yaml',
      }),
      deployment([fromConfigMap('cilium-values')]),
    ];
    assert.deepEqual(releases(...facts), ['apps/helm/values.yaml: 1.16.4, pinned 1.16.4']);
  });

  it('does not know a file that is not there, nor what is encrypted, nor one value at a path', () => {
    const made = (holds: ValuesObjectFact['holds'], source = fromConfigMap('cilium-values')) =>
      releases(configMap('/repo/apps/kustomization.yaml', 'cilium-values', holds), deployment([source]));
    const unknown = ['?: 1.16.4, pinned 1.16.4'];
    assert.deepEqual(made({ kind: 'file', path: 'missing.yaml' }), unknown);
    assert.deepEqual(made({ kind: 'unknown' }), unknown);
    const atPath: ValuesSource = {
      kind: 'object',
      object: 'ConfigMap',
      name: 'cilium-values',
      namespace: undefined,
      key: 'values.yaml',
      targetPath: 'k8sServiceHost',
      span,
    };
    assert.deepEqual(made({ kind: 'file', path: 'kustomization.yaml' }, atPath), unknown);
  });
});
