import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chartFileReader } from '../../../server/src/carriers/chart-file.ts';
import type { ChartFact } from '../../../server/src/facts/chart.ts';
import { only } from '../../support/only.ts';
import { factsIn } from '../../support/read.ts';

const chartsIn = (text: string, path = '/repo/Chart.yaml'): readonly ChartFact[] =>
  factsIn(chartFileReader, text, path).flatMap((fact) => (fact.kind === 'chart' ? [fact] : []));

describe('Chart.yaml', () => {
  it('names the chart of its folder', () => {
    const { file, name, version, appVersion, dependencies } = only(
      chartsIn('apiVersion: v2\nname: cilium\nversion: 1.16.4\nappVersion: "1.16.4"\n'),
    );
    assert.deepEqual(
      [file, name, version, appVersion, dependencies],
      ['Chart.yaml', 'cilium', '1.16.4', '1.16.4', []],
    );
  });

  it('lists what the chart depends on', () => {
    const text = `apiVersion: v2
name: network
version: 0.1.0
dependencies:
  - name: cilium
    alias: cni
    version: ~1.16
    repository: https://helm.cilium.io
  - name: metrics-server
`;
    assert.deepEqual(only(chartsIn(text)).dependencies, [
      { name: 'cilium', alias: 'cni', version: '~1.16', repository: 'https://helm.cilium.io' },
      { name: 'metrics-server', alias: undefined, version: undefined, repository: undefined },
    ]);
  });

  it('keeps versions as they are written, be they numbers for YAML', () => {
    const text =
      'apiVersion: v2\nname: network\nversion: 1.10\ndependencies:\n- name: cilium\n  version: 1.10\n';
    const { version, dependencies } = only(chartsIn(text));
    assert.deepEqual([version, dependencies[0]?.version], ['1.10', '1.10']);
  });

  it('does not know what a template writes', () => {
    const text =
      'apiVersion: v2\nname: {{ .name }}\nversion: ${VERSION}\ndependencies:\n- name: cilium\n  version: "{{ .cilium }}"\n- name: "{{ .other }}"\n';
    const { name, version, dependencies } = only(chartsIn(text));
    assert.deepEqual(
      [name, version, dependencies.map((dependency) => dependency.version)],
      [undefined, undefined, [undefined]],
    );
  });

  it('survives what is no chart', () => {
    for (const text of ['', '- name: cilium\n', 'cilium\n', 'name: [\n']) {
      assert.ok(
        chartsIn(text).every(({ dependencies }) => dependencies.length === 0),
        text,
      );
    }
    assert.deepEqual(only(chartsIn('dependencies: cilium\n')).dependencies, []);
  });
});

describe('Chart.lock', () => {
  it('tells the exact versions', () => {
    const text =
      'dependencies:\n- name: cilium\n  repository: https://helm.cilium.io\n  version: 1.16.4\ndigest: sha256:0\n';
    const { file, name, dependencies } = only(chartsIn(text, '/repo/Chart.lock'));
    assert.deepEqual([file, name, dependencies[0]?.version], ['Chart.lock', undefined, '1.16.4']);
  });
});

describe('chartFileReader', () => {
  const wants = (path: string): boolean => chartFileReader.paths?.test(path) === true;

  it('wants these two files and no others', () => {
    assert.ok(wants('/repo/Chart.yaml') && wants('/repo/charts/cilium/Chart.lock') && wants('Chart.yaml'));
    for (const path of [
      '/repo/MyChart.yaml',
      '/repo/Chart.yaml.bak',
      '/repo/Chart.yml',
      '/repo/Chart.yaml/values.yaml',
    ]) {
      assert.ok(!wants(path), path);
    }
  });
});
