import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { below, umbrellaChart } from '../../../support/charts.ts';
import { deployment, namespace, service } from '../../../support/manifests.ts';
import { workspaceOf } from '../../../support/workspace.ts';

const severities = (files: Readonly<Record<string, string>>): string =>
  workspaceOf(files)
    .findings.map(({ severity }) => severity)
    .join(', ') || 'silent';

const replaced = 'kubeProxyReplacement: true\n';

const sidecars = namespace('shop', { labels: { 'istio-injection': 'enabled' } });
const ambient = namespace('shop', { labels: { 'istio.io/dataplane-mode': 'ambient' } });
const linkerd = namespace('shop', { annotations: { 'linkerd.io/inject': 'enabled' } });

describe('the severity tells what the mesh loses', () => {
  const beside = (...manifests: readonly string[]): string =>
    severities({ '/repo/values.yaml': replaced, '/repo/shop.yaml': manifests.join('---\n') });

  const stories: readonly (readonly [story: string, manifests: readonly string[], severity: string])[] = [
    ['Istio sidecars break', [sidecars], 'error'],
    [
      'ambient with a waypoint breaks',
      [
        ambient,
        service('cart', 'shop', {}).replace(
          'metadata:',
          'metadata:\n  labels: { istio.io/use-waypoint: edge }',
        ),
      ],
      'error',
    ],
    ['ambient without one loses little', [ambient], 'warning'],
    ['Linkerd loses balancing', [linkerd], 'warning'],
    [
      'Linkerd across clusters breaks',
      [
        linkerd,
        'apiVersion: multicluster.linkerd.io/v1alpha2\nkind: Link\nmetadata:\n  name: west\n  namespace: linkerd-multicluster\n',
      ],
      'error',
    ],
    ['Kuma loses', [namespace('shop', { labels: { 'kuma.io/sidecar-injection': 'enabled' } })], 'warning'],
    [
      'of two meshes the worse counts',
      [linkerd, namespace('bank', { labels: { 'istio-injection': 'enabled' } })],
      'error',
    ],
    ['no mesh at all is worth a hint', [namespace('shop', {}), deployment('cart', 'shop', {})], 'hint'],
    [
      "Cilium's own mesh loses nothing",
      [namespace('shop', { labels: { 'io.cilium/mtls-enabled': 'true' } })],
      'silent',
    ],
    [
      'a mesh that everybody stays out of loses nothing',
      [namespace('shop', { labels: { 'istio-injection': 'disabled' } })],
      'silent',
    ],
  ];
  for (const [story, manifests, severity] of stories) {
    it(`${story}: ${severity}`, () => assert.equal(beside(...manifests), severity));
  }
});

describe('the severity drops where only some versions are concerned', () => {
  const withGateway = (version: string, mesh: string): string =>
    severities({
      '/repo/Chart.yaml': umbrellaChart(version),
      '/repo/values.yaml': below('cilium', `${replaced}gatewayAPI:\n  enabled: true\n`),
      '/repo/shop.yaml': mesh,
    });

  it('below that of one that is', () => {
    assert.equal(withGateway('1.19.6', sidecars), 'error');
    assert.notEqual(withGateway('">=1.19.0"', sidecars), 'error');
  });

  it('to silence where none is', () => {
    assert.equal(withGateway('1.20.0', sidecars), 'silent');
  });

  it('to silence where there is no mesh either', () => {
    assert.equal(withGateway('">=1.19.0"', namespace('shop', {})), 'silent');
  });
});

describe('a mesh in another cluster', () => {
  const clusters = (edge: string): Readonly<Record<string, string>> => ({
    '/repo/clusters/core/shop.yaml': sidecars,
    '/repo/clusters/core/values.yaml': `${replaced}socketLB: { hostNamespaceOnly: true }\n`,
    '/repo/clusters/edge/values.yaml': edge,
  });

  it('is no evidence, and no reason for a hint', () => {
    assert.equal(severities(clusters(replaced)), 'silent');
  });

  it('is evidence for what stands outside of clusters', () => {
    assert.equal(severities({ ...clusters(''), '/repo/base/values.yaml': replaced }), 'error');
  });
});

describe('the evidence', () => {
  it('shows where the mesh is, at most three places of each kind', () => {
    const namespaces = ['a', 'b', 'c', 'd'].map((name) =>
      namespace(name, { labels: { 'istio-injection': 'enabled' } }),
    );
    const { findings, textAt } = workspaceOf({
      '/repo/values.yaml': replaced,
      '/repo/shop.yaml': namespaces.join('---\n'),
    });
    assert.deepEqual(
      findings[0]?.related.slice(0, -1).map(({ at, message }) => `${textAt(at)} | ${message}`),
      ['a', 'b', 'c'].map(
        (name) =>
          `istio-injection: "enabled" | Istio sidecars: namespace \`${name}\` takes part by \`istio-injection\`.`,
      ),
    );
  });

  it('names the workload that takes part by itself', () => {
    const pod = deployment('cart', 'shop', { annotations: { 'linkerd.io/inject': 'enabled' } });
    const { findings } = workspaceOf({ '/repo/values.yaml': replaced, '/repo/shop.yaml': pod });
    assert.match(findings[0]?.related[0]?.message ?? '', /^Linkerd sidecars: Deployment cart takes part by/);
  });

  it('says why an annotation that asks for Istio is no help', () => {
    const { findings } = workspaceOf({
      '/repo/values.yaml': replaced,
      '/repo/shop.yaml': namespace('shop', { annotations: { 'istio-injection': 'enabled' } }),
    });
    assert.equal(findings[0]?.related[0]?.message, 'Istio reads this as a label only.');
  });
});
