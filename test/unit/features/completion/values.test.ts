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
    assert.equal(of(' "tu‸nnel"'), 'socketLB: {}\nroutingMode: native\n');
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

describe('labels of meshes', () => {
  const namespace = (metadata: string): string =>
    `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n${metadata}\n`;
  const deployment = (metadata: string): string =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cart\nspec:\n  template:\n    metadata:\n${metadata}\n`;

  it('are those that a mesh looks for in the place', () => {
    const ofNamespace = labels(offered('n.yaml', namespace('  labels:\n    ‸')));
    assert.ok(ofNamespace.includes('istio-injection') && !ofNamespace.includes('linkerd.io/inject'));
    const annotations = labels(offered('n.yaml', namespace('  annotations:\n    ‸')));
    assert.ok(annotations.includes('linkerd.io/inject') && !annotations.includes('istio-injection'));
    const ofPod = labels(offered('d.yaml', deployment('      labels:\n        app: cart\n        side‸')));
    assert.ok(ofPod.includes('sidecar.istio.io/inject') && !ofPod.includes('istio-injection'));
  });

  it('are not repeated, and not offered where no mesh looks', () => {
    const names = labels(offered('n.yaml', namespace('  labels:\n    istio-injection: enabled\n    ‸')));
    assert.ok(!names.includes('istio-injection') && names.includes('istio.io/dataplane-mode'));
    assert.deepEqual(
      offered('d.yaml', 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\n  labels:\n    ‸\n'),
      [],
    );
    assert.deepEqual(offered('s.yaml', 'apiVersion: v1\nkind: Service\nmetadata:\n  labels:\n    ‸\n'), []);
  });

  it('have values, quoted where they must be texts', () => {
    assert.deepEqual(labels(offered('n.yaml', namespace('  labels:\n    istio-injection: ‸'))), [
      'enabled',
      'disabled',
    ]);
    assert.equal(
      taken('d.yaml', deployment('      labels:\n        sidecar.istio.io/inject: ‸'), 'false'),
      deployment('      labels:\n        sidecar.istio.io/inject: "false"'),
    );
  });

  it('show the mesh of the workspace first, and retired ones only where they are', () => {
    const kuma = ['k.yaml', namespace('  labels:\n    kuma.io/sidecar-injection: enabled')] as const;
    assert.equal(
      labels(offered('n.yaml', namespace('  labels:\n    ‸'), kuma))[0],
      'kuma.io/sidecar-injection',
    );
    const osm = ['o.yaml', namespace('  labels:\n    openservicemesh.io/monitored-by: osm')] as const;
    const isRetired = (label: string): boolean => label.startsWith('openservicemesh.io/');
    assert.equal(labels(offered('n.yaml', namespace('  labels:\n    ‸'))).some(isRetired), false);
    assert.equal(labels(offered('n.yaml', namespace('  labels:\n    ‸'), osm)).some(isRetired), true);
  });
});
