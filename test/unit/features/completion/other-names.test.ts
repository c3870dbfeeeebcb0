import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { labels, offered, taken } from '../../../support/features/asked.ts';
import { umbrellaChart } from '../../../support/charts.ts';

describe('names of others that lead to settings of Cilium', () => {
  it('are those of dependencies, at the root of the values of a chart around Cilium', () => {
    const chart = ['net/Chart.yaml', umbrellaChart('1.16.3')] as const;
    const at = (text: string, path = 'net/values.yaml'): readonly string[] =>
      labels(offered(path, text, chart));
    assert.deepEqual(at('‸\n'), ['cilium']);
    assert.deepEqual(at('global:\n  region: eu\nci‸\n'), ['cilium']);
    assert.deepEqual(at('‸', 'net/values-prod.yaml'), ['cilium']);
    assert.deepEqual(at('cilium:\n  kubeProxyReplacement: true\n‸\n'), []);
    assert.deepEqual(at('global:\n  ‸\n'), []);
    assert.deepEqual(at('‸', 'net/templates/values.yaml'), []);
    assert.deepEqual(at('‸', 'net/ci.yaml'), []);
    assert.deepEqual(at('apiVersion: v1\nkind: Pod\n‸'), []);
    assert.deepEqual(labels(offered('other/values.yaml', '‸', chart)), []);
  });

  it('are aliases where there are any, also in a folder that is called after Cilium', () => {
    const chart = ['cilium/Chart.yaml', umbrellaChart('1.16.3', '    alias: cni\n')] as const;
    assert.deepEqual(labels(offered('cilium/values.yaml', '‸\n', chart)), ['cni']);
    const [item] = offered('cilium/values.yaml', 'replicas: 1\n‸\n', chart);
    assert.deepEqual(item?.insert, ['cni:', '\n  ']);
    assert.equal(item.detail, 'values of Cilium');
  });

  it('are variables of Kubespray, beside those that are there', () => {
    const text = (line: string): string => `kube_network_plugin: cilium\ncilium_version: "1.16.3"\n${line}\n`;
    const items = offered('group_vars/k8s.yml', text('cilium_kube_proxy_replacement: true\n‸'));
    const names = labels(items);
    assert.ok(names.includes('cilium_cni_exclusive') && names.includes('cilium_config_extra_vars'));
    assert.ok(!names.includes('cilium_kube_proxy_replacement'));
    assert.equal(items.find(({ label }) => label === 'cilium_cni_exclusive')?.detail, 'sets cni.exclusive');
    assert.equal(
      taken('group_vars/k8s.yml', text('cilium_cni‸'), 'cilium_cni_exclusive'),
      text('cilium_cni_exclusive: false'),
    );
    const below = text('cilium_extra_values:\n  socketLB:\n    ‸');
    assert.ok(labels(offered('group_vars/k8s.yml', below)).includes('hostNamespaceOnly'));
    assert.deepEqual(offered('group_vars/k8s.yml', text('etcd:\n  ‸')), []);
  });

  it('are keys of kops', () => {
    const kops = (line: string): string =>
      `apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata:\n  name: a\nspec:\n  networking:\n    cilium:\n      version: v1.16.3\n      enableNodePort: true\n      ${line}\n`;
    assert.deepEqual(labels(offered('c.yaml', kops('‸'))).toSorted(), [
      'bpfLBSock',
      'bpfLBSockHostNSOnly',
      'enableBPFMasquerade',
    ]);
    assert.equal(taken('c.yaml', kops('bpf‸'), 'bpfLBSock'), kops('bpfLBSock: true'));
    assert.deepEqual(offered('c.yaml', kops('etcd:\n        ‸')), []);
  });

  it('are flags of the agent below extraConfig that matter to meshes, as texts', () => {
    const text = (line: string): string =>
      `kubeProxyReplacement: true\nextraConfig:\n  enable-hubble: "true"\n  ${line}\n`;
    const names = labels(offered('values.yaml', text('‸')));
    assert.equal(names.includes('bpf-lb-sock-hostns-only'), true);
    assert.ok(names.indexOf('bpf-lb-sock-hostns-only') < names.indexOf('tunnel-port'));
    assert.ok(!names.includes('enable-hubble') && !names.includes('annotate-k8s-node'));
    assert.match(
      taken('values.yaml', text('bpf-lb-sock-host‸'), 'bpf-lb-sock-hostns-only'),
      /\n {2}bpf-lb-sock-hostns-only: "(?:true|false)"\n/,
    );
  });
});
