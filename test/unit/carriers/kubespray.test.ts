import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kubesprayCarrier } from '../../../server/src/carriers/kubespray.ts';
import { applyEdits, type Change } from '../../../server/src/edits/edit.ts';
import type { SettingsLayer } from '../../../server/src/facts/settings.ts';
import { releasesIn } from '../../support/releases.ts';
import { factsIn } from '../../support/read.ts';

const layersIn = (text: string, path?: string): readonly SettingsLayer[] =>
  factsIn(kubesprayCarrier, text, path).flatMap((fact) => (fact.kind === 'settings' ? [fact] : []));

const settingsIn = (text: string) =>
  layersIn(text).flatMap(({ settings }) =>
    settings.map(
      ({ path, value }) => `${path.join('.')} ${value.kind === 'known' ? String(value.value) : value.kind}`,
    ),
  );

describe('variables of Kubespray', () => {
  it('are values of the chart, with what Kubespray lays over all of them last', () => {
    const text =
      'cilium_extra_values:\n  kubeProxyReplacement: false\ncilium_kube_proxy_replacement: true\n' +
      'cilium_gateway_api_enabled: true\ncilium_config_extra_vars:\n  cni-exclusive: "false"\n';
    assert.deepEqual(settingsIn(text), [
      'kubeProxyReplacement true',
      'gatewayAPI map',
      'gatewayAPI.enabled true',
      'extraConfig map',
      'extraConfig.cni-exclusive false',
      'kubeProxyReplacement false',
    ]);
  });

  it('may stand below the groups of an inventory', () => {
    const text =
      'all:\n  children:\n    k8s_cluster:\n      vars:\n        cilium_kube_proxy_replacement: true\n';
    assert.deepEqual(
      layersIn(text).map(({ address }) => address.path),
      [['all', 'children', 'k8s_cluster', 'vars']],
    );
  });

  const others: Readonly<Record<string, readonly [text: string, path?: string]>> = {
    'of a cluster with another network': [
      'kube_network_plugin: calico\ncilium_kube_proxy_replacement: true\n',
    ],
    'that a role has by default': [
      'cilium_kube_proxy_replacement: false\n',
      '/repo/roles/network_plugin/cilium/defaults/main.yml',
    ],
    'in a manifest': ['apiVersion: v1\ncilium_version: 1.16.1\n'],
  };
  for (const [what, [text, path]] of Object.entries(others)) {
    it(`are not those ${what}`, () => assert.deepEqual(layersIn(text, path), []));
  }
});

describe('an inventory of Kubespray', () => {
  it('is all files of its folder, hosts over groups over what holds for all', () => {
    assert.deepEqual(
      releasesIn({
        '/repo/prod/host_vars/one.yml': 'cilium_debug: true\ncilium_cni_exclusive: false\n',
        '/repo/prod/group_vars/k8s_cluster/cilium.yml': 'cilium_kube_proxy_replacement: true\n',
        '/repo/prod/group_vars/all/all.yml': 'cilium_version: 1.17.3\n',
        '/repo/prod/hosts.yaml': 'all:\n  vars:\n    cilium_cni_exclusive: true\n',
        '/repo/test/group_vars/all.yml': 'cilium_kube_proxy_replacement: false\n',
      }),
      [
        'prod/hosts.yaml[all.vars] + prod/group_vars/all/all.yml + prod/group_vars/k8s_cluster/cilium.yml + prod/host_vars/one.yml: 1.17.3, pinned 1.17.3',
        'test/group_vars/all.yml: 1.10 to 1.20, inferred',
      ],
    );
  });

  it('is none without a word on kube-proxy', () => {
    assert.deepEqual(releasesIn({ '/repo/group_vars/all.yml': 'cilium_version: 1.17.3\n' }), []);
  });

  it('is not made of files that lie side by side', () => {
    const files = {
      '/repo/a.yml': 'cilium_kube_proxy_replacement: true\n',
      '/repo/b.yml': 'cilium_version: 1.17.3\n',
    };
    assert.equal(releasesIn(files).length, 1);
    assert.match(releasesIn(files)[0] ?? '', /^a\.yml: .*inferred$/);
  });
});

describe('a change of variables', () => {
  const after = (text: string, change: Change): string => {
    const result = kubesprayCarrier.write(text, { document: 0, path: [] }, change);
    return result.ok ? applyEdits(text, result.edits) : result.reason;
  };
  const cure: Change = { op: 'set', path: ['socketLB', 'hostNamespaceOnly'], value: true };

  it('writes the flag where Kubespray has no variable', () => {
    assert.equal(
      after('cilium_config_extra_vars: {}\n', cure),
      'cilium_config_extra_vars:\n  bpf-lb-sock-hostns-only: "true"\n',
    );
  });

  it('writes the key of the chart where such are in use', () => {
    assert.equal(
      after('cilium_extra_values:\n  envoy: {}\n', cure),
      'cilium_extra_values:\n  envoy: {}\n  socketLB:\n    hostNamespaceOnly: true\n',
    );
  });

  it('writes the variable where there is one', () => {
    const change: Change = { op: 'set', path: ['cni', 'exclusive'], value: false };
    assert.equal(after('cilium_cni_exclusive: true\n', change), 'cilium_cni_exclusive: false\n');
  });

  it('is refused for keys without a flag', () => {
    assert.equal(after('a: b\n', { op: 'set', path: ['envoy', 'enabled'], value: false }), 'not-writable');
  });
});
