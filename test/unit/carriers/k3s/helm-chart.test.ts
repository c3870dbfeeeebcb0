import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { k3sHelmChartCarrier } from '../../../../server/src/carriers/k3s/helm-chart.ts';
import { factsIn } from '../../../support/read.ts';
import { releasesIn } from '../../../support/releases.ts';

const object = (kind: string, name: string, spec: string): string =>
  `apiVersion: helm.cattle.io/v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: kube-system\nspec:\n${spec}`;

const chart = (more = ''): string =>
  object('HelmChart', 'cilium', `  chart: cilium\n  version: 1.16.2\n${more}`);

const values = '  valuesContent: |\n    kubeProxyReplacement: true\n';

describe('a HelmChart', () => {
  it('merges its values, those of the HelmChartConfig of its name, and `set` last', () => {
    assert.deepEqual(
      releasesIn({
        '/repo/chart.yaml': chart(`${values}  values:\n    debug: {}\n  set:\n    a: b\n`),
        '/repo/config.yaml': object('HelmChartConfig', 'cilium', '  valuesContent: "bpf: {}"\n'),
      }),
      [
        'chart.yaml[spec.valuesContent] + chart.yaml[spec.values] + config.yaml[spec.valuesContent] + chart.yaml[spec.set]: 1.16.2, pinned 1.16.2',
      ],
    );
  });

  it('takes nothing from the HelmChartConfig of another name', () => {
    assert.deepEqual(
      releasesIn({
        '/repo/chart.yaml': chart(values),
        '/repo/config.yaml': object('HelmChartConfig', 'traefik', '  valuesContent: "bpf: {}"\n'),
      }),
      ['chart.yaml[spec.valuesContent]: 1.16.2, pinned 1.16.2'],
    );
  });

  it('may be told anything by a secret, or by values that cannot be read', () => {
    const hidden = (more: string) => releasesIn({ '/repo/chart.yaml': chart(values + more) });
    const expected = ['chart.yaml[spec.valuesContent] + ?: 1.16.2, pinned 1.16.2'];
    assert.deepEqual(hidden('  valuesSecrets:\n    - name: mesh\n      keys: [values.yaml]\n'), expected);
    assert.deepEqual(hidden('  values: ${values}\n'), expected);
  });

  it('may carry its chart along, and then goes by its name', () => {
    const packed = object('HelmChart', 'cilium', `  chartContent: H4sIAAAA\n${values}`);
    assert.equal(releasesIn({ '/repo/chart.yaml': packed }).length, 1);
  });

  it('of another chart says nothing', () => {
    const other = object('HelmChart', 'cilium', `  chart: traefik\n${values}`);
    assert.deepEqual(factsIn(k3sHelmChartCarrier, other), []);
  });

  it('of Flux is another thing', () => {
    const flux = `apiVersion: source.toolkit.fluxcd.io/v1 # helm.cattle.io/\nkind: HelmChart\nmetadata:\n  name: cilium\nspec:\n  chart: cilium\n`;
    assert.deepEqual(factsIn(k3sHelmChartCarrier, flux), []);
  });
});

describe('the chart that RKE2 brings', () => {
  it('is installed where it is configured, whatever its version', () => {
    const config = object('HelmChartConfig', 'rke2-cilium', values);
    assert.deepEqual(releasesIn({ '/repo/config.yaml': config }), [
      'config.yaml[spec.valuesContent]: 1.14 to 1.20, inferred',
    ]);
  });

  it('counts its versions by hundreds', () => {
    const own = object('HelmChart', 'rke2-cilium', `  chart: rke2-cilium\n  version: 1.15.501\n${values}`);
    assert.deepEqual(releasesIn({ '/repo/chart.yaml': own }), [
      'chart.yaml[spec.valuesContent]: 1.15.5, pinned 1.15.501',
    ]);
  });
});
