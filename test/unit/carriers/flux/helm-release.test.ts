import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fluxHelmReleaseCarrier } from '../../../../server/src/carriers/flux/helm-release.ts';
import type { DeploymentFact } from '../../../../server/src/facts/deployment.ts';
import {
  deploymentsIn,
  layersIn,
  nameInShort,
  scalarsOf,
  sourcesInShort,
  written,
} from '../../../support/carriers.ts';
import { only } from '../../../support/only.ts';
import { factsIn } from '../../../support/read.ts';

const release = (spec: string, metadata = 'name: cilium'): string =>
  `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { ${metadata} }\nspec:\n${spec.replaceAll(/^(?=.)/gm, '  ')}`;

const chart = (kind: string, name: string, version = ''): string =>
  `chart:\n  spec:\n    chart: ${name}\n${version === '' ? '' : `    version: ${version}\n`}    sourceRef: { kind: ${kind}, name: source, namespace: flux-system }\n`;

const deployment = (text: string): DeploymentFact => only(deploymentsIn(fluxHelmReleaseCarrier, text));

describe('a HelmRelease', () => {
  it('tells chart, version and where the chart comes from', () => {
    const fact = deployment(release(chart('HelmRepository', 'cilium', '1.16.x')));
    assert.deepEqual(
      [nameInShort(fact.chart), nameInShort(fact.version), fact.chartIn, fact.chartSource?.resource],
      ['cilium', '1.16.x', 'registry', 'HelmRepository'],
    );
    assert.equal(fact.title, 'HelmRelease cilium');
  });

  it('has a folder for a chart, and no version to choose, where it comes from Git', () => {
    const fact = deployment(release(chart('GitRepository', './charts/cilium', '9.9.9')));
    assert.deepEqual([nameInShort(fact.version), fact.chartIn], [undefined, 'repository']);
  });

  it('may leave chart and version to a resource', () => {
    const fact = deployment(release('chartRef: { kind: OCIRepository, name: cilium, namespace: sources }\n'));
    assert.equal(fact.chart, undefined);
    assert.deepEqual(fact.chartSource, { resource: 'OCIRepository', name: 'cilium', namespace: 'sources' });
  });

  it('does not know a version that is substituted', () => {
    assert.equal(nameInShort(deployment(release(chart('HelmRepository', 'cilium', '${V}'))).version), '?');
  });

  it('of another chart of a registry is left alone', () => {
    assert.deepEqual(factsIn(fluxHelmReleaseCarrier, release(chart('HelmRepository', 'tetragon'))), []);
  });

  it('is not deployed while it is suspended', () => {
    assert.equal(deployment(release(`${chart('HelmRepository', 'cilium')}suspend: true\n`)).deploys, false);
  });

  it('lays inline values over those of objects, in their order', () => {
    const text = release(`${chart('HelmRepository', 'cilium')}values: { debug: {} }
valuesFrom:
  - { kind: ConfigMap, name: all }
  - { kind: Secret, name: host, valuesKey: host, targetPath: k8sServiceHost }
  - { kind: Secret, name: mine, valuesKey: cilium.yaml, optional: true }
  - { kind: Widget, name: odd }
`);
    assert.deepEqual(sourcesInShort(deployment(text)), [
      'object all',
      'own spec.valuesFrom.1.targetPath',
      'object mine',
      'unknown',
      'own spec.values',
    ]);
    const single = layersIn(fluxHelmReleaseCarrier, text).find(
      ({ address }) => address.path[1] === 'valuesFrom',
    );
    assert.deepEqual(single === undefined ? undefined : scalarsOf(single), { k8sServiceHost: '?' });
  });

  it('may be anything at a target path that is no plain one', () => {
    const text = release(
      `${chart('HelmRepository', 'cilium')}valuesFrom: [{ kind: Secret, name: x, targetPath: 'a[0].b' }]\n`,
    );
    assert.deepEqual(sourcesInShort(deployment(text)), ['unknown']);
  });

  it('reads the values files of a chart that lies in a folder', () => {
    const text = release(
      chart('GitRepository', './charts/net').replace(
        '    chart:',
        '    valuesFiles: [a.yaml, b.yaml]\n    chart:',
      ),
      'name: cilium-net',
    );
    assert.deepEqual(sourcesInShort(deployment(text)), ['file a.yaml', 'file b.yaml']);
  });

  it('does not know values that another tool puts in as a whole', () => {
    assert.deepEqual(
      sourcesInShort(deployment(release(`${chart('HelmRepository', 'cilium')}values: \${VALUES}\n`))),
      ['unknown'],
    );
  });

  it('hands values on to a dependency below its key', () => {
    const text = release(
      `${chart('GitRepository', './charts/net')}values:\n  cni:\n    kubeProxyReplacement: true\n  replicas: 2\n`,
      'name: net',
    );
    assert.deepEqual(
      layersIn(fluxHelmReleaseCarrier, text).map(({ address }) => address.path.join('.')),
      ['spec.values.cni'],
    );
  });

  it('without a chart is a patch of the one of its name', () => {
    const facts = factsIn(
      fluxHelmReleaseCarrier,
      release('values: { socketLB: { hostNamespaceOnly: true } }\n'),
    );
    const patch = only(facts.filter((fact) => fact.kind === 'deployment-patch'));
    assert.deepEqual(patch.target, { resource: 'HelmRelease', name: 'cilium' });
    assert.equal(
      facts.some((fact) => fact.kind === 'deployment'),
      false,
    );
  });

  it('that only asks for another version is a patch as well', () => {
    const facts = factsIn(fluxHelmReleaseCarrier, release("chart: { spec: { version: '1.15.3' } }\n"));
    const patch = only(facts.filter((fact) => fact.kind === 'deployment-patch'));
    assert.equal(nameInShort(patch.version), '1.15.3');
  });

  it('without anything of interest is none', () => {
    assert.deepEqual(factsIn(fluxHelmReleaseCarrier, release('interval: 5m\n')), []);
  });

  it('of another API group is none', () => {
    const text = release(chart('HelmRepository', 'cilium')).replace('helm.toolkit.fluxcd.io', 'example.org');
    assert.deepEqual(factsIn(fluxHelmReleaseCarrier, text), []);
  });

  it('gets a key in the style of its neighbours', () => {
    const text = release('values:\n    kubeProxyReplacement: true # all of it\n');
    const change = { op: 'set', path: ['socketLB', 'hostNamespaceOnly'], value: true } as const;
    assert.equal(
      written(fluxHelmReleaseCarrier, text, ['spec', 'values'], change),
      `${text}      socketLB:\n          hostNamespaceOnly: true\n`,
    );
  });
});
