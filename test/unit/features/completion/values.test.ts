import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { labels, offered, taken } from '../../../support/features/asked.ts';
import { umbrellaChart } from '../../../support/charts.ts';

describe('values', () => {
  const values = (line: string, version = '1.16.4') =>
    labels(
      offered('values.yaml', `cilium:\n  socketLB:\n    enabled: true\n  ${line}\n`, [
        'Chart.yaml',
        umbrellaChart(version),
      ]),
    );

  it('are those that the version takes', () => {
    assert.deepEqual(values('kubeProxyReplacement: ‸'), ['true', 'false']);
    assert.deepEqual(values('kubeProxyReplacement: ‸', '1.13.4'), ['strict', 'partial', 'disabled']);
    assert.deepEqual(values('routingMode: nat‸ # soon'), ['native', 'tunnel']);
    assert.deepEqual(values('k8sServiceHost: ‸'), []);
  });

  it('are offered while they are typed, whatever half of one would tell of the version', () => {
    for (const typed of ['', 't', 'tr', 'tru'])
      assert.deepEqual(
        labels(offered('cilium/values.yaml', `kubeProxyReplacement: true\nbpf:\n  masquerade: ${typed}‸\n`)),
        ['true', 'false'],
        typed,
      );
  });

  it('tell the default', () => {
    const items = offered('values.yaml', 'kubeProxyReplacement: true\ncni:\n  exclusive: ‸\n');
    assert.deepEqual(
      items.map(({ label, detail }) => [label, detail]),
      [
        ['false', ''],
        ['true', 'default'],
      ],
    );
  });

  it('replace the whole value, and no comment', () => {
    const of = (value: string): string =>
      taken('values.yaml', `socketLB: {}\nroutingMode:${value}\n`, 'native');
    assert.equal(of(' ‸'), 'socketLB: {}\nroutingMode: native\n');
    assert.equal(of('‸'), 'socketLB: {}\nroutingMode: native\n');
    assert.equal(of(' tu‸nnel # why'), 'socketLB: {}\nroutingMode: native # why\n');
  });

  it('stay in quotes where they may, and are found by what was typed', () => {
    const of = (line: string, label: string): string =>
      taken('values.yaml', `socketLB: {}\n${line}\n`, label);
    assert.equal(of('routingMode: "tu‸nnel"', 'native'), 'socketLB: {}\nroutingMode: "native"\n');
    assert.equal(of("routingMode: 'na‸", 'native'), "socketLB: {}\nroutingMode: 'native'\n");
    assert.equal(of('l7Proxy: "fa‸"', 'false'), 'socketLB: {}\nl7Proxy: false\n');
    const [first] = offered('values.yaml', 'socketLB: {}\nroutingMode: "‸"\n');
    assert.equal(first?.filterText, '"native');
  });

  it('are offered in every line of a map in braces', () => {
    const map = 'socketLB: {}\ncni: {\n  exclusive: ‸,\n  install: true\n}\n';
    assert.deepEqual(labels(offered('values.yaml', map)), ['false', 'true']);
    assert.equal(taken('values.yaml', map.replace('‸', 'fa‸'), 'false'), map.replace('‸', 'false'));
    assert.equal(
      taken('values.yaml', 'socketLB: {}\ncni: {\n  "exclusive":‸\n}\n', 'false'),
      'socketLB: {}\ncni: {\n  "exclusive": false\n}\n',
    );
  });

  it('are texts where YAML would read something else', () => {
    const config =
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: cilium-config\ndata:\n  kube-proxy-replacement: "true"\n  bpf-lb-sock-hostns-only: ‸\n';
    assert.deepEqual(labels(offered('c.yaml', config)), ['"true"', '"false"']);
    assert.deepEqual(values('gatewayAPI: {}\n  gatewayAPI:\n    gatewayClass:\n      create: ‸'), [
      'auto',
      '"true"',
      '"false"',
    ]);
  });
});
