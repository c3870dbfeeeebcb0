import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { labels, offered, taken } from '../../../support/features/asked.ts';
import { umbrellaChart } from '../../../support/charts.ts';

const inSocketLb = ['hostNamespaceOnly', 'terminatePodConnections', 'tracing'];

describe('keys of the chart', () => {
  it('are those of the map, without those that it has', () => {
    const text = 'socketLB:\n  enabled: true\n  ‸\ncni:\n  exclusive: false\n';
    assert.deepEqual(labels(offered('values.yaml', text)), inSocketLb);
  });

  it('are offered in an empty line, a half-typed one, and in place of another key', () => {
    for (const line of ['', 'ho', 'hostName‸: false'].map((typed) =>
      typed.includes('‸') ? typed : `${typed}‸`,
    )) {
      const text = `kubeProxyReplacement: true\nsocketLB:\n  enabled: true\n  ${line}\n`;
      assert.deepEqual(labels(offered('values.yaml', text)), inSocketLb, line);
    }
  });

  it('go by the version of the install', () => {
    const text = 'cilium:\n  kubeProxyReplacement: true\n  ‸\n';
    const of = (version: string): readonly string[] =>
      labels(offered('values.yaml', text, ['Chart.yaml', umbrellaChart(version)]));
    assert.ok(of('1.11.5').includes('hostServices') && !of('1.11.5').includes('socketLB'));
    assert.ok(of('1.16.3').includes('socketLB') && !of('1.16.3').includes('hostServices'));
    assert.ok(of('1.99.0').includes('socketLB'));
  });

  it('tell type and default, and which of them are deprecated', () => {
    const text = 'cilium:\n  kubeProxyReplacement: true\n  ‸\n';
    const items = offered('values.yaml', text, ['Chart.yaml', umbrellaChart('1.18.3')]);
    const item = (label: string) => items.find((candidate) => candidate.label === label);
    assert.equal(item('routingMode')?.detail, 'text, default ""');
    assert.equal(item('routingMode')?.isDeprecated, undefined);
    assert.equal(item('localRedirectPolicy')?.isDeprecated, true);
    assert.equal(items.at(-1)?.isDeprecated, true);
    assert.equal(item('cni')?.kind, 'map');
  });

  it('show first what a rule goes by', () => {
    const [first] = offered('values.yaml', 'bpf:\n  tproxy: true\n  ‸\n');
    assert.ok(
      first !== undefined && ['datapathMode', 'hostLegacyRouting', 'masquerade'].includes(first.label),
    );
  });

  it('stand as their place asks', () => {
    const text = 'kubeProxyReplacement: true\nbpf:\n    masquerade: true\n';
    assert.equal(taken('values.yaml', `${text}soc‸\n`, 'socketLB'), `${text}socketLB:\n    \n`);
    assert.equal(
      taken('values.yaml', 'socketLB:\n  ho‸: false\n', 'hostNamespaceOnly'),
      'socketLB:\n  hostNamespaceOnly: false\n',
    );
    assert.equal(
      taken('values.yaml', 'socketLB:\n  ‸\n', 'hostNamespaceOnly'),
      'socketLB:\n  hostNamespaceOnly: true\n',
    );
  });

  it('are offered in braces, where everything stays in the line', () => {
    const text = 'kubeProxyReplacement: true\n';
    assert.deepEqual(labels(offered('values.yaml', `${text}socketLB: { enabled: true, ho‸ }\n`)), inSocketLb);
    assert.equal(
      taken('values.yaml', `${text}socketLB: { ho‸ }\n`, 'hostNamespaceOnly'),
      `${text}socketLB: { hostNamespaceOnly: true }\n`,
    );
    assert.equal(taken('values.yaml', `${text}hubble: { ‸}\n`, 'relay'), `${text}hubble: { relay: {}}\n`);
    assert.equal(
      taken('values.yaml', `${text}cni: { exclusive: tr‸ue, install: true }\n`, 'false'),
      `${text}cni: { exclusive: false, install: true }\n`,
    );
    assert.deepEqual(labels(offered('values.yaml', `${text}socketLB: {{ ‸ }}\n`)), []);
    assert.deepEqual(labels(offered('values.yaml', `${text}socketLB: { enabled: true } ‸\n`)), []);
  });

  it('are offered in texts that cannot be read as they are', () => {
    for (const before of [
      'kube\nroutingMode: native',
      'cluster: [a',
      'cluster: "a',
      '<<<<<<< ours\nroutingMode: native\n=======\nroutingMode: tunnel\n>>>>>>> theirs',
      'cluster: {{ .Values.x }}\n{{- if .Values.y }}\nl7Proxy: false\n{{- end }}',
    ]) {
      const items = offered('values.yaml', `${before}\nsocketLB:\n  enabled: true\n  ho‸\nbpf:\n  masq\n`);
      assert.deepEqual(labels(items), inSocketLb, before);
    }
  });

  it('are not offered where no key can stand', () => {
    for (const text of [
      'socketLB:\n  enabled: true\n    ho‸\n',
      'socketLB:\n\tho‸\n',
      'socketLB:\n  # ho‸\n',
      'socketLB:\n  enabled: true # ho‸\n',
      'socketLB:\n  ho‸ fine\n',
      'socketLB: {}\n---‸\n',
    ]) {
      assert.deepEqual(labels(offered('values.yaml', text)), [], text);
    }
  });

  it("are not offered in other people's values", () => {
    assert.deepEqual(offered('values.yaml', 'replicaCount: 1\nimage:\n  ‸\n'), []);
    assert.deepEqual(offered('README.md', 'Write\n\n    socketLB:\n      ‸\n'), []);
  });
});

describe('keys in other forms', () => {
  const application = (helm: string): string => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: cilium
spec:
  source:
    chart: cilium
    repoURL: https://helm.cilium.io
    targetRevision: 1.16.3
    helm:
${helm}
`;
  const release = (values: string): string => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: cilium
spec:
  chart:
    spec:
      chart: cilium
      version: 1.16.3
      sourceRef: { kind: HelmRepository, name: cilium }
  values:
${values}
`;
  const forms: Readonly<Record<string, readonly [path: string, text: string]>> = {
    'a HelmRelease': ['r.yaml', release('    socketLB:\n      enabled: true\n      ‸')],
    'an Application': [
      'a.yaml',
      application('      valuesObject:\n        socketLB:\n          enabled: true\n          ‸'),
    ],
    'a text of an Application': [
      'a.yaml',
      application('      values: |\n        half\n        socketLB:\n          enabled: true\n          ‸'),
    ],
    'a HelmChart of k3s': [
      'k.yaml',
      'apiVersion: helm.cattle.io/v1\nkind: HelmChart\nmetadata:\n  name: cilium\nspec:\n  chart: cilium\n  repo: https://helm.cilium.io\n  version: 1.16.3\n  valuesContent: |-\n    socketLB:\n      enabled: true\n      ‸\n',
    ],
  };
  for (const [form, [path, text]] of Object.entries(forms)) {
    it(`are those of the map in ${form}`, () => {
      assert.deepEqual(labels(offered(path, text)), ['hostNamespaceOnly', 'terminatePodConnections']);
    });
  }

  it('are offered where nothing stands yet', () => {
    assert.ok(labels(offered('r.yaml', release('    ‸'))).includes('socketLB'));
    assert.ok(labels(offered('a.yaml', application('      values: |\n        ‸'))).includes('socketLB'));
  });

  it('are flags in a cilium-config', () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: cilium-config\ndata:\n  kube-proxy-replacement: "true"\n  ‸\n';
    const [first, ...others] = offered('c.yaml', text);
    assert.equal(first?.label, 'bpf-lb-sock');
    assert.ok(!labels(others).includes('kube-proxy-replacement'));
  });
});

describe('blocks for meshes', () => {
  it('are written with the keys of the version', () => {
    assert.equal(
      taken('values.yaml', 'k8sServiceHost: a\nkubeProxyReplacement: true\n‸\n', 'mesh-istio-ambient'),
      'k8sServiceHost: a\nkubeProxyReplacement: true\nsocketLB:\n  hostNamespaceOnly: true\ncni:\n  exclusive: false\nbpf:\n  hostLegacyRouting: true\n',
    );
  });

  it('keep the column that they begin in', () => {
    const values = 'cilium:\n  kubeProxyReplacement: true\n';
    assert.equal(
      taken('values.yaml', `${values}  ‸\n`, 'mesh-linkerd'),
      `${values}  socketLB:\n    hostNamespaceOnly: true\n  cni:\n    exclusive: false\n`,
    );
  });

  it('are not offered beside a part of themselves, nor below the root', () => {
    const names = (text: string) =>
      labels(offered('values.yaml', text)).filter((name) => name.startsWith('mesh-'));
    assert.deepEqual(names('bpf:\n  masquerade: true\n‸\n'), ['mesh-istio-sidecar', 'mesh-linkerd']);
    assert.deepEqual(names('cni:\n  exclusive: true\n‸\n'), []);
    assert.deepEqual(names('bpf:\n  ‸\n'), []);
  });
});
