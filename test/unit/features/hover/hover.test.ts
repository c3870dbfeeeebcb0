import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { asked, type MarkedFiles } from '../../../support/features/asked.ts';
import { ciliumChart, umbrellaChart } from '../../../support/charts.ts';

function hover(...files: MarkedFiles): string {
  const { inquiry, place } = asked(files);
  return inquiry.hover(place)?.markdown ?? '';
}

/** A values file as the chart ships it: long enough to be one. */
const shipped = `${Array.from({ length: 120 }, (_, i) => `# -- Filler.\nfiller${i}: 1\n`).join('')}kubeProxyReplacement: "false"
socketLB:
  # -- Whether it runs.
  enabled: false
dnsProxy:
  # -- The least time
  # to keep an answer.
  minTtl: 0
`;

describe('a hover on a key', () => {
  it('explains it, says what it becomes, and links to rules and documentation', () => {
    const text = hover([
      'values.yaml',
      'kubeProxyReplacement: true\nsocketLB:\n  hostName‸spaceOnly: true\n',
    ]);
    assert.match(text, /^\*\*`socketLB.hostNamespaceOnly`\*\*/);
    assert.match(text, /Keeps the socket load balancer out of pods/);
    assert.match(text, /\*\*Meshes:\*\* /);
    assert.match(text, /\*\*In force here:\*\* `true` for Cilium 1\.14 to /);
    assert.match(
      text,
      /\*\*Rendered:\*\* with `true` the chart's `cilium-config` says `bpf-lb-sock-hostns-only: "true"`\./,
    );
    assert.match(text, /Cilium 1\.12 and later\. Default: `false`\./);
    assert.match(text, /\[socket-lb-bypasses-mesh\]\(.*\) · .*\[Documentation\]\(https:\/\/docs\.cilium\.io/);
  });

  it('says of any other key what is known', () => {
    const text = hover(['values.yaml', 'kubeProxyReplacement: true\ndnsProxy:\n  min‸Ttl: 5\n']);
    assert.match(text, /^\*\*`dnsProxy.minTtl`\*\* · integer/);
    assert.match(text, /\*\*Rendered:\*\* `tofqdns-min-ttl` in `cilium-config`\./);
    assert.match(text, /Default: `3600` in 1\.12 to 1\.13; `0` from 1\.14 on\./);
    assert.match(text, /helm-reference/);
  });

  it('quotes the chart that lies in the workspace', () => {
    const chart = ['Chart.yaml', umbrellaChart('1.16.3')] as const;
    const vendored = [
      ['charts/cilium/Chart.yaml', ciliumChart('1.16.3')],
      ['charts/cilium/values.yaml', shipped],
    ] as const;
    const values = 'cilium:\n  kubeProxyReplacement: true\n  dnsProxy:\n    min‸Ttl: 5\n';
    assert.match(
      hover(['values.yaml', values], chart, ...vendored),
      /^> The least time\n> to keep an answer\.$/m,
    );
    assert.doesNotMatch(hover(['values.yaml', values], chart, ...vendored.slice(1)), /^>/m);
    const packed = vendored.map(
      ([path, text]) => [path.replace('charts/', 'charts/cilium-1.16.3.tgz/'), text] as const,
    );
    assert.match(hover(['values.yaml', values], chart, ...packed), /^> The least time$/m);
  });

  it('prefers our words to those of the chart, and a chart of the same minor to others', () => {
    const chart = ['Chart.yaml', umbrellaChart('1.16.3')] as const;
    const other = shipped.replace('The least time', 'The newer words');
    const charts = [
      ['charts/cilium/Chart.yaml', ciliumChart('1.16.3')],
      ['charts/cilium/values.yaml', shipped],
      ['old/cilium/Chart.yaml', ciliumChart('1.18.0')],
      ['old/cilium/values.yaml', other],
    ] as const;
    const ttl = 'cilium:\n  kubeProxyReplacement: true\n  dnsProxy:\n    min‸Ttl: 5\n';
    assert.match(hover(['values.yaml', ttl], chart, ...charts), /The least time/);
    const socket = 'cilium:\n  socketLB:\n    ena‸bled: true\n';
    assert.doesNotMatch(hover(['values.yaml', socket], chart, ...charts), /Whether it runs/);
  });

  it('tells which layer decides', () => {
    const release = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: cilium
spec:
  chart:
    spec:
      chart: cilium
      version: 1.16.3
      sourceRef: { kind: HelmRepository, name: cilium }
  valuesFrom:
    - kind: ConfigMap
      name: base
  values:
    routingMode: native
`;
    const base =
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: base\ndata:\n  values.yaml: |\n    routing‸Mode: tunnel\n    kubeProxyReplacement: true\n';
    const text = hover(['base.yaml', base], ['release.yaml', release]);
    assert.match(
      text,
      /\*\*In force here:\*\* `native` for Cilium 1\.16\.3, decided by \[release\.yaml line 15\]\(file:\/\/\/repo\/release\.yaml#L15\)\./,
    );
  });

  it('says that the version ignores the key, and what to write', () => {
    const of = (values: string, version: string): string =>
      hover(['values.yaml', values], ['Chart.yaml', umbrellaChart(version)]);
    assert.match(
      of('cilium:\n  hostServices:\n    hostNamespace‸Only: true\n', '1.16.3'),
      /\*\*Ignored\*\* by Cilium 1\.16\.3, which does not know it\. The last to know it was 1\.11\. There one writes `socketLB\.hostNamespaceOnly: true`\./,
    );
    assert.match(
      of('cilium:\n  socketLB:\n    hostNamespace‸Only: true\n', '1.11.9'),
      /\*\*Ignored\*\* by Cilium 1\.11\.9, which does not know it\. It came with 1\.12\.0\. There one writes `hostServices/,
    );
    assert.doesNotMatch(of('cilium:\n  socketLB:\n    hostNamespace‸Only: true\n', '1.12.1'), /Ignored/);
  });

  it('says that a key is deprecated, and how a version that nobody knows is treated', () => {
    const of = (version: string): string =>
      hover(
        ['values.yaml', 'cilium:\n  bpf: { masquerade: true }\n  localRedirect‸Policy: true\n'],
        ['Chart.yaml', umbrellaChart(version)],
      );
    assert.match(
      of('1.18.1'),
      /\*\*Deprecated\*\* since Cilium 1\.18\. Use `localRedirectPolicies\.enabled`\./,
    );
    assert.doesNotMatch(of('1.17.1'), /Deprecated/);
    assert.match(
      of('1.40.0'),
      /Cilium 1\.40\.0 is newer than any version known here and is treated like 1\.\d+\./,
    );
  });

  it('links to the keys of the version, once', () => {
    const of = (key: string, version: string): string =>
      hover(['values.yaml', `cilium:\n  ${key}\n`], ['Chart.yaml', umbrellaChart(version)]);
    assert.match(
      of('kubeProxy‸Replacement: true', '1.16.3'),
      /\[Documentation\]\(\S+kubeproxy-free\S*\) · \[Keys of the chart\]\(https:\/\/docs\.cilium\.io\/en\/v1\.16\/helm-reference\/\)$/,
    );
    assert.match(
      of('kubeProxyReplacement: true\n  dnsProxy:\n    min‸Ttl: 5', '1.17.3'),
      /^\[Documentation\]\(https:\/\/docs\.cilium\.io\/en\/v1\.17\/helm-reference\/\)$/m,
    );
  });

  it('speaks of files that only their place makes values of Cilium', () => {
    const values = ['net/values.yaml', 'hubble:\n  relay:\n    rep‸licas: 2\n'] as const;
    const command = 'helm install cilium cilium/cilium --version 1.16.1 -f net/values.yaml\n';
    assert.match(hover(values, ['i.sh', command]), /In force here:\*\* `2` for Cilium 1\.16\.1\./);
    assert.equal(hover(values, ['i.sh', command.replace('cilium/cilium', 'other/chart')]), '');
    assert.equal(hover(values), '');
  });

  it('reads arguments of commands, and flags of a cilium-config', () => {
    const command =
      'helm install cilium cilium/cilium --version 1.16.1 --set socketLB.hostName‸spaceOnly=true\n';
    assert.match(hover(['i.sh', command]), /In force here:\*\* `true` for Cilium 1\.16\.1\./);
    const config =
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: cilium-config\ndata:\n  kube-proxy-replacement: "true"\n  tofqdns-min‸-ttl: "5"\n';
    assert.match(hover(['c.yaml', config]), /In the chart's values:\*\* `dnsProxy\.minTtl`\./);
  });

  it('has nothing to say of what no chart knows', () => {
    assert.equal(hover(['values.yaml', 'kubeProxyReplacement: true\nnoSuch‸Key: 1\n']), '');
    assert.equal(hover(['values.yaml', 'kubeProxyReplacement: true\npodLabels:\n  te‸am: a\n']), '');
    assert.equal(hover(['values.yaml', 'replica‸Count: 1\n']), '');
  });

  it('takes less than five milliseconds, and a little more on a busy machine', () => {
    const { inquiry, place } = asked([
      ['values.yaml', shipped.replace('minTtl', 'min‸Ttl')],
      ['Chart.yaml', ciliumChart('1.16.3')],
    ]);
    inquiry.hover(place);
    const start = performance.now();
    for (let i = 0; i < 20; i++) inquiry.hover(place);
    assert.ok((performance.now() - start) / 20 < 25);
  });
});

describe('a hover on a label of a mesh', () => {
  const namespace = (line: string): string =>
    hover(['n.yaml', `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    ${line}\n`]);

  it('says what it does, what the value means, and who wins', () => {
    const text = namespace('istio-inj‸ection: enabled');
    assert.match(text, /^\*\*`istio-injection`\*\*/);
    assert.match(text, /`enabled` takes pods in, as a label of a namespace\./);
    assert.match(text, /It wins over `istio\.io\/rev`/);
    assert.match(text, /\[injection-labels-conflict\]\(.*\[Documentation\]\(https:\/\/istio\.io/);
    assert.match(
      namespace('istio.io/dataplane-mode: no‸ne'),
      /`none` keeps pods out, as a label of a namespace or a label of a pod\./,
    );
  });

  it('reads commands, and no comments', () => {
    const text = hover(['n.sh', 'kubectl label namespace shop istio-injection=disa‸bled --overwrite\n']);
    assert.match(text, /`disabled` keeps pods out/);
    assert.equal(namespace('# istio-inj‸ection: enabled'), '');
    assert.equal(namespace('app: shop‸'), '');
    assert.equal(namespace('istio-injection: enabled # we‸ll'), '');
  });
});

describe('a hover on a field of a policy', () => {
  const policy = (spec: string, kind = 'CiliumNetworkPolicy'): string =>
    hover(['p.yaml', `apiVersion: cilium.io/v2\nkind: ${kind}\nmetadata:\n  name: a\nspec:\n${spec}\n`]);
  const http =
    '  endpointSelector: {}\n  ingress:\n    - toPorts:\n        - ports: [{ port: "80" }]\n          rules:\n            ht‸tp: [{ method: GET }]';

  it('says what it means for a mesh', () => {
    const text = policy(http);
    assert.match(text, /^\*\*`http`\*\* · CiliumNetworkPolicy/);
    assert.match(text, /answered 503/);
    assert.match(text, /\[l7-policy-on-mesh-traffic\]/);
    assert.match(policy('  endpoint‸Selector: {}'), /^\*\*`endpointSelector`\*\*/);
    assert.match(
      policy('  enableDefault‸Deny: { ingress: false }', 'CiliumClusterwideNetworkPolicy'),
      /From Cilium 1\.16 on/,
    );
    assert.match(policy('  pod‸Selector: {}', 'NetworkPolicy'), /NetworkPolicy/);
  });

  it('goes by the kind, and not by labels', () => {
    assert.equal(policy(http, 'Deployment'), '');
    assert.equal(policy('  pod‸Selector: {}'), '');
    assert.equal(policy('  endpointSelector:\n    matchLabels:\n      ing‸ress: a'), '');
    assert.equal(policy('  endpointSelector: {‸}'), '');
  });
});
