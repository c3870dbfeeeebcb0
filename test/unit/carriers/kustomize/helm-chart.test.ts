import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kustomizeHelmChartCarrier } from '../../../../server/src/carriers/kustomize/helm-chart.ts';
import type { DeploymentFact } from '../../../../server/src/facts/deployment.ts';
import { nameInShort, sourcesInShort } from '../../../support/carriers.ts';
import { only } from '../../../support/only.ts';
import { factsIn } from '../../../support/read.ts';

const deploymentsIn = (text: string, path = '/repo/kustomization.yaml'): readonly DeploymentFact[] =>
  factsIn(kustomizeHelmChartCarrier, text, path).filter((fact) => fact.kind === 'deployment');

const chart = (fields: string): string =>
  `helmCharts: [{ name: cilium, repo: 'https://helm.cilium.io', version: 1.17.3, ${fields} }]\n`;

const sources = (fields: string): readonly string[] => sourcesInShort(only(deploymentsIn(chart(fields))));

const inline = 'valuesInline: { debug: {} }';

describe('a chart that kustomize renders', () => {
  it('tells chart and version', () => {
    const fact = only(deploymentsIn(chart('releaseName: cilium')));
    assert.deepEqual(
      [nameInShort(fact.chart), nameInShort(fact.version), fact.chartIn],
      ['cilium', '1.17.3', 'registry'],
    );
  });

  it('is looked for beside the kustomization where there is no repository', () => {
    const local = 'helmGlobals: { chartHome: ./vendor }\nhelmCharts: [{ name: net }]\n';
    const fact = only(deploymentsIn(local));
    assert.deepEqual([nameInShort(fact.chart), fact.chartIn], ['./vendor/net', 'file']);
    assert.equal(nameInShort(only(deploymentsIn('helmCharts: [{ name: net }]\n')).chart), 'charts/net');
  });

  it('of another name is left alone', () => {
    assert.deepEqual(deploymentsIn(chart('x: y').replace('name: cilium', 'name: alloy')), []);
  });

  const own = 'own helmCharts.0.valuesInline';
  const orders: readonly (readonly [story: string, fields: string, wanted: readonly string[]])[] = [
    ['inline values override the file', `valuesFile: a.yaml, ${inline}`, ['file a.yaml', own]],
    [
      'inline values lie below the file',
      `valuesFile: a.yaml, ${inline}, valuesMerge: merge`,
      [own, 'file a.yaml'],
    ],
    ['inline values replace the file', `valuesFile: a.yaml, ${inline}, valuesMerge: replace`, [own]],
    [
      'the file stands alone without inline values',
      'valuesFile: a.yaml, valuesMerge: replace',
      ['file a.yaml'],
    ],
    [
      'additional files go on top',
      `${inline}, additionalValuesFiles: [b.yaml, c.yaml]`,
      [own, 'file b.yaml', 'file c.yaml'],
    ],
    [
      "nobody knows what the chart's own values leave of inline ones",
      `${inline}, valuesMerge: merge`,
      ['unknown'],
    ],
    ['nobody knows a file of the network', 'valuesFile: "https://example.org/a.yaml"', ['unknown']],
    ['empty inline values are none', 'valuesFile: a.yaml, valuesInline: ', ['file a.yaml']],
  ];
  for (const [story, fields, wanted] of orders) {
    it(`takes values so that ${story}`, () => assert.deepEqual(sources(fields), wanted));
  }

  it('may be one of the old field', () => {
    const fact = only(
      deploymentsIn(
        'helmChartInflationGenerator: [{ chartName: cilium, chartRepoUrl: x, chartVersion: 1.13.4, values: a.yaml, valuesLocal: { debug: {} } }]\n',
      ),
    );
    assert.equal(nameInShort(fact.version), '1.13.4');
    assert.deepEqual(sourcesInShort(fact), ['file a.yaml', 'own helmChartInflationGenerator.0.valuesLocal']);
  });

  it('may be a generator in a file of its own', () => {
    const text = 'kind: HelmChartInflationGenerator\nname: cilium\nrepo: x\nvaluesInline: { debug: {} }\n';
    assert.deepEqual(sourcesInShort(only(deploymentsIn(text, '/repo/cilium.yaml'))), ['own valuesInline']);
  });

  it('is none in a file that is no kustomization', () => {
    assert.deepEqual(deploymentsIn(chart('x: y'), '/repo/notes.yaml'), []);
  });
});
