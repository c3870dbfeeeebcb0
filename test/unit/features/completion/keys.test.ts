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
    for (const line of ['', 'ho', 'hostName‸: false', 'ho‸ # why'].map((typed) =>
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

  it('show maps as early as what they may hold', () => {
    const names = labels(offered('values.yaml', 'kubeProxyReplacement: true\n‸\n'));
    const at = (name: string): number => names.indexOf(name);
    assert.ok(at('cni') < at('k8sServicePort') && at('k8sServicePort') < at('affinity'));
    assert.ok(at('cni') < at('hubble') && at('hubble') < at('affinity'));
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

  it('are offered in braces over several lines', () => {
    const map = (inside: string): string => `kubeProxyReplacement: true\nsocketLB: {\n  ${inside}\n}\n`;
    for (const inside of [
      'enabled: true, ‸',
      'enabled: true,\n  ho‸',
      'ho‸,\n  enabled: true',
      '‸\n  enabled: true',
    ])
      assert.deepEqual(labels(offered('values.yaml', map(inside))), inSocketLb, inside);
    const of = (inside: string): string => taken('values.yaml', map(inside), 'tracing');
    assert.equal(of('enabled: true, # on\n  ‸ # why'), map('enabled: true, # on\n  tracing: false # why'));
    assert.equal(of('‸\n  # why\n  enabled: true'), map('tracing: false,\n  # why\n  enabled: true'));
    assert.equal(of('tr‸, enabled: true'), map('tracing: false, enabled: true'));
    assert.equal(of('"tr‸": true'), map('tracing: true'));
    assert.deepEqual(labels(offered('values.yaml', map('enabled: [ ‸ ]'))), []);
  });

  it('are not taken to be in braces that were never closed', () => {
    const text = 'kubeProxyReplacement: true\ncni: {\n  install: true\nsocketLB:\n  enabled: true\n  ‸\n';
    assert.equal(
      taken('values.yaml', text, 'hostNamespaceOnly'),
      text.replace('‸', 'hostNamespaceOnly: true'),
    );
  });

  it('are offered in the first line, though it is empty', () => {
    assert.equal(taken('values.yaml', '‸\nsocketLB: {}\n', 'l7Proxy'), 'l7Proxy: false\nsocketLB: {}\n');
  });

  it('take the place of a quoted one, quotes and all', () => {
    const text = (key: string): string => `kubeProxyReplacement: true\nsocketLB:\n  ${key}\n`;
    assert.equal(taken('values.yaml', text('"tra‸"'), 'tracing'), text('tracing: false'));
    assert.equal(taken('values.yaml', text("'tra‸': false"), 'tracing'), text('tracing: false'));
    assert.equal(offered('values.yaml', text('"tra‸"'))[0]?.filterText?.at(0), '"');
  });

  it('are followed by what begins a map or a list', () => {
    const text = (line: string): string => `kubeProxyReplacement: true\nl7Proxy: true\n${line}`;
    const of = (line: string, label: string): string => taken('values.yaml', text(line), label);
    assert.equal(of('pod‸\n', 'podAnnotations'), text('podAnnotations:\n  \n'));
    assert.equal(of('extr‸\n', 'extraArgs'), text('extraArgs:\n  - \n'));
    assert.equal(of('envoy: { ext‸ }\n', 'extraArgs'), text('envoy: { extraArgs: [] }\n'));
  });

  it('begin with what turns a part on', () => {
    const names = labels(offered('values.yaml', 'kubeProxyReplacement: true\nhubble:\n  relay:\n    ‸\n'));
    assert.deepEqual(names.slice(0, 3), ['enabled', 'affinity', 'annotations']);
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

describe('keys of a file that only its place makes values of Cilium', () => {
  const names = (text: string, path: string, ...others: readonly (readonly [string, string])[]) =>
    labels(offered(path, text, ...others));
  const install = [
    'install.sh',
    'helm install cilium cilium/cilium --version 1.11.5 -f values/net.yaml\n',
  ] as const;

  it('are offered where a chart depends on Cilium', () => {
    const chart = ['Chart.yaml', umbrellaChart('1.11.5')] as const;
    for (const line of ['', 'kube', 'hubble:\n    enabled: true\n  '])
      assert.ok(names(`cilium:\n  ${line}‸\n`, 'values.yaml', chart).includes('hostServices'), line);
    const aliased = ['Chart.yaml', `${umbrellaChart('1.16.3')}    alias: net\n`] as const;
    assert.ok(names('net:\n  ‸\n', 'prod.yaml', aliased).includes('socketLB'));
    assert.deepEqual(names('other:\n  ‸\n', 'prod.yaml', aliased), []);
    assert.deepEqual(names('‸\n', 'values.yaml', chart), ['cilium']);
  });

  it('are offered where an install names the file', () => {
    assert.ok(names('‸', 'values/net.yaml', install).includes('hostServices'));
    assert.deepEqual(names('ipam:\n  mode: kub‸\n', 'values/net.yaml', install)[0], 'cluster-pool');
    assert.deepEqual(names('‸', 'net.yaml', install), []);
    const generated = [
      ['kustomization.yaml', 'configMapGenerator:\n  - name: base\n    files: [values.yaml=net.yaml]\n'],
      [
        'release.yaml',
        release('    {}').replace('  values:', '  valuesFrom: [{ kind: ConfigMap, name: base }]\n  values:'),
      ],
    ] as const;
    assert.ok(names('‸', 'net.yaml', ...generated).includes('socketLB'));
  });

  it('are offered where the file is called so', () => {
    for (const path of ['cilium-values.yaml', 'cilium/values.yaml', 'net/values-cilium.yaml'])
      assert.ok(names('hub‸\n', path).includes('hubble'), path);
    for (const path of ['values.yaml', 'cilium/kustomization.yaml', 'cilium/a/values.yaml'])
      assert.deepEqual(names('hub‸\n', path), [], path);
    assert.deepEqual(names('apiVersion: v1\nkind: Secret\n‸\n', 'cilium/values.yaml'), []);
  });
});

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
  const inText = (line: string): string => `${line}socketLB:\n${line}  enabled: true\n${line}  ‸\n`;
  const install = 'helm install cilium cilium/cilium --version 1.16.3 -f -';
  const inScripts: typeof forms = {
    'a here-document': ['i.sh', `${install} <<EOF\n${inText('')}EOF\n`],
    'a text of Terraform': [
      'm.tf',
      `resource "helm_release" "cilium" {\n  name = "cilium"\n  repository = "https://helm.cilium.io"\n  chart = "cilium"\n  version = "1.16.3"\n  values = [<<-EOT\n${inText('    ')}  EOT\n  ]\n}\n`,
    ],
  };
  for (const [form, [path, text]] of Object.entries({ ...forms, ...inScripts })) {
    it(`are those of the map in ${form}`, () => {
      assert.deepEqual(labels(offered(path, text)), ['hostNamespaceOnly', 'terminatePodConnections']);
    });
  }

  it('are written in the language of Terraform in an object of it', () => {
    const object = (lines: string): string =>
      `resource "helm_release" "cilium" {\n  name = "cilium"\n  repository = "https://helm.cilium.io"\n  chart = "cilium"\n  version = "1.16.3"\n  values = [yamlencode({\n    socketLB = { enabled = true }\n${lines}\n  })]\n}\n`;
    const of = (line: string, label: string): string => taken('m.tf', object(line), label);
    assert.equal(of('    l7‸', 'l7Proxy'), object('    l7Proxy = false'));
    assert.equal(of('    cn‸', 'cni'), object('    cni = {}'));
    assert.equal(of('    extraA‸ # why', 'extraArgs'), object('    extraArgs = [] # why'));
    assert.equal(of('    rout‸ = "native"', 'k8sServiceHost'), object('    k8sServiceHost = "native"'));
    assert.equal(of('    routingMode = "tu‸nnel"', '"native"'), object('    routingMode = "native"'));
    assert.equal(of('    l7Proxy = ‸', 'false'), object('    l7Proxy = false'));
    assert.deepEqual(labels(offered('m.tf', object('    cni = {\n      exclu‸\n    }'))).slice(0, 1), [
      'chainingMode',
    ]);
    assert.deepEqual(labels(offered('m.tf', object('  }) # ‸'))), []);
  });

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
