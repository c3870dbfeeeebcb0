import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { workspaceOf } from '../../../support/workspace.ts';

const rule = 'host-routing-breaks-ambient-probes';
const namespaces = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop-${index}\n  labels:\n    istio.io/dataplane-mode: ambient\n`,
  ).join('---\n');
const values = (masquerade: string): string =>
  `kubeProxyReplacement: true\nk8sServiceHost: 10.0.0.10\nsocketLB:\n  hostNamespaceOnly: true\n${masquerade}`;

const findingFor = (masquerade: string, count = 1) => {
  const { findings } = workspaceOf({
    '/repo/values.yaml': values(masquerade),
    '/repo/shop.yaml': namespaces(count),
  });
  return findings.find((finding) => finding.rule === rule);
};

describe('the finding on broken probes', () => {
  it('shows who is ambient, at most three places', () => {
    assert.deepEqual(
      findingFor('bpf:\n  masquerade: true\n', 4)?.related.map(({ message }) => message),
      Array.from({ length: 3 }, () => 'Ambient by `istio.io/dataplane-mode`.'),
    );
  });

  it('offers legacy routing first, and iptables masquerading where that changes something', () => {
    const titles = (masquerade: string) =>
      findingFor(masquerade)?.fixes.map(({ title, preferred }) => `${title}${preferred ? '!' : ''}`);
    assert.deepEqual(titles('bpf:\n  masquerade: true\n'), [
      'Set bpf.hostLegacyRouting: true!',
      'Set bpf.masquerade: false',
    ]);
    assert.deepEqual(titles('enableIPv4Masquerade: false\n'), ['Set bpf.hostLegacyRouting: true!']);
  });

  it('says what to write by hand where nothing is written for people', () => {
    const { findings } = workspaceOf({
      '/repo/main.tf':
        'resource "helm_release" "cilium" {\n  repository = "https://helm.cilium.io"\n  chart = "cilium"\n  version = "1.18.2"\n  values = [yamlencode({ kubeProxyReplacement = true, bpf = { masquerade = true } })]\n}\n',
      '/repo/shop.yaml': namespaces(1),
    });
    assert.equal(
      findings.find((finding) => finding.rule === rule)?.related.at(-1)?.message,
      'To be written by hand: `bpf = { hostLegacyRouting = true }`.',
    );
  });
});
