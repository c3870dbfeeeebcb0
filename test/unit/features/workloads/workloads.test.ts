import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MeshLint } from '../../../../server/src/features/mesh-lint.ts';
import type { Workload } from '../../../../server/src/features/workloads/model.ts';
import { workloadTree } from '../../../../server/src/features/workloads/tree.ts';
import { nodeAt, treeAsText, type ViewNode } from '../../../../server/src/features/workloads/view-node.ts';
import { engineOver, shop } from '../../../support/features/shop.ts';
import { only } from '../../../support/only.ts';

function workload(lint: MeshLint, title: string): Workload {
  const all = lint
    .workloads()
    .clusters.flatMap(({ namespaces }) => namespaces.flatMap(({ workloads }) => workloads));
  return only(all.filter((one) => one.title === title));
}

function policiesOf(lint: MeshLint, title: string): readonly string[] {
  const { network, mesh } = workload(lint, title).applied();
  return [...network, ...mesh].map(({ policy: { fact }, isSure }) => `${fact.name}${isSure ? '' : '?'}`);
}

function treeOf(lint: MeshLint): readonly ViewNode[] {
  return workloadTree(lint.workloads(), lint.overview(), (findings) => findings);
}

describe('what applies to a workload', () => {
  it('are the policies that select its pods, and those of its mesh', () => {
    assert.deepEqual(policiesOf(engineOver(shop), 'Deployment web').toSorted(), [
      'closed',
      'web-callers',
      'web-http',
      'web-pool',
    ]);
    assert.deepEqual(policiesOf(engineOver(shop), 'Job import'), []);
  });

  it('are no policies of a mesh that it is not in', () => {
    const outside = { ...shop, 'namespace.yaml': shop['namespace.yaml'].replace('enabled', 'disabled') };
    assert.deepEqual(policiesOf(engineOver(outside), 'Deployment web').toSorted(), ['closed', 'web-http']);
  });

  it('are policies of the mesh as a whole, of other hosts none', () => {
    const wide =
      'apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: strict, namespace: istio-system}\nspec: {mtls: {mode: STRICT}}\n';
    const other =
      'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: elsewhere, namespace: shop}\nspec: {hosts: [orders]}\n';
    const lint = engineOver({ ...shop, 'wide.yaml': wide, 'other.yaml': other });
    assert.ok(policiesOf(lint, 'Deployment web').includes('strict'));
    assert.ok(!policiesOf(lint, 'Deployment web').includes('elsewhere'));
  });

  it('is told as perhaps where a template decides', () => {
    const policy =
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: maybe, namespace: shop}\nspec: {podSelector: {matchLabels: {app: "{{ .Values.app }}"}}}\n';
    assert.ok(policiesOf(engineOver({ ...shop, 'maybe.yaml': policy }), 'Deployment web').includes('maybe?'));
  });

  it('are clusterwide policies, too', () => {
    const policy =
      'apiVersion: cilium.io/v2\nkind: CiliumClusterwideNetworkPolicy\nmetadata: {name: everybody}\nspec: {endpointSelector: {}, ingress: [{}]}\n';
    assert.deepEqual(policiesOf(engineOver({ ...shop, 'all.yaml': policy }), 'Job import'), ['everybody']);
  });
});

describe('contradictions of a workload', () => {
  it('are findings on policies for it, once it is in a mesh', () => {
    assert.deepEqual(
      workload(engineOver(shop), 'Deployment web').findings.map(({ rule }) => rule),
      ['l7-policy-on-mesh-traffic', 'policy-blocks-control-plane'],
    );
    assert.deepEqual(workload(engineOver(shop), 'Job import').findings, []);
  });

  it('stand on the namespace where its labels contradict each other', () => {
    const both = shop['namespace.yaml'] + '    istio.io/dataplane-mode: ambient\n';
    const [first] = engineOver({ ...shop, 'namespace.yaml': both }).workloads().clusters;
    const namespace = only((first?.namespaces ?? []).filter(({ name }) => name === 'shop'));
    assert.notEqual(namespace.findings.length, 0);
  });
});

describe('the tree of workloads', () => {
  it('leads from installs and namespaces to what applies', () => {
    const text = treeAsText(treeOf(engineOver(shop)));
    const lines = text.split('\n').filter((line) => !/error|warning/.test(line));
    assert.deepEqual(lines, [
      'Cilium 1.16.4: KPR on · socket LB in pods · Istio sidecars in 1 namespace',
      'shop: Istio sidecar',
      '  Deployment web: in mesh (Istio sidecar) · 1 Cilium policy · 1 Kubernetes policy · 2 Istio policies',
      '    Cilium and Kubernetes: layers 3 and 4: restricts ingress and egress',
      '      web-http: CiliumNetworkPolicy, ingress, layers 3, 4 and 7',
      '      closed: NetworkPolicy, egress, layer 3',
      '    Istio: layer 7',
      '      Istio sidecar: by istio-injection of the namespace',
      '      web-callers: AuthorizationPolicy',
      '      web-pool: DestinationRule',
      'tools',
      '  Job import: in no mesh',
      '    Cilium and Kubernetes: layers 3 and 4: no policy',
      '    Mesh: layer 7: in no mesh',
      '',
    ]);
    assert.match(text, /^ {4}error: CiliumNetworkPolicy web-http .* \(l7-policy-on-mesh-traffic\)$/m);
  });

  it('is as loud at every node as what hangs on it, each finding once', () => {
    const nodes = treeOf(engineOver(shop));
    assert.deepEqual(
      nodes.map(({ label, findings }) => [label, findings]),
      [
        ['Cilium 1.16.4', { count: 1, worst: 'error' }],
        ['shop', { count: 2, worst: 'error' }],
        ['tools', undefined],
      ],
    );
  });

  it('has a level for clusters where there are several, or one with a name', () => {
    const { 'Chart.yaml': chart, 'values.yaml': values, ...apps } = shop;
    const clusters = Object.fromEntries(
      ['dev', 'prod'].flatMap((name) => [
        [`clusters/${name}/cilium/Chart.yaml`, chart],
        [`clusters/${name}/cilium/values.yaml`, values],
      ]),
    );
    const nodes = treeOf(engineOver({ ...clusters, ...apps }));
    assert.deepEqual(
      nodes.map(({ kind, label, findings }) => [kind, label, findings]),
      ['dev', 'prod'].map((name) => ['cluster', name, { count: 3, worst: 'error' }]),
    );
    for (const { findings, children } of nodes) {
      const below = children().map((child) => child.findings?.count ?? 0);
      assert.equal(
        findings?.count,
        below.reduce((sum, count) => sum + count, 0),
      );
    }
    assert.equal(nodeAt(nodes, ['prod', 'shop'])?.kind, 'namespace');
    assert.equal(nodeAt(nodes, ['prod', 'gone', 'x']), undefined);
  });

  it('shows pods that no file shows, and workloads without Cilium', () => {
    assert.match(
      treeAsText(treeOf(engineOver({ 'namespace.yaml': shop['namespace.yaml'] }))),
      /^shop: Istio sidecar\n {2}Pods that no file shows: in mesh/,
    );
    assert.deepEqual(treeOf(engineOver({ 'readme.yaml': 'a: 1\n' })), []);
  });
});
