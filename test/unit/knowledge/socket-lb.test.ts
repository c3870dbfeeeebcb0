import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  hostNamespaceOnlyKey,
  replacesKubeProxy,
  socketLbPlace,
  socketLbVerdict,
} from '../../../server/src/knowledge/socket-lb.ts';
import { allVersions, describeVersions, groupVersions } from '../../../server/src/knowledge/versions.ts';
import { readOf, readOfConfig, type Values } from './read-values.ts';

/** Values, and where the socket LB runs with them in every release that is known. */
const table: readonly (readonly [Values, Readonly<Record<string, string>>])[] = [
  [{}, { 'in-pods': '1.9 and 1.12.0', off: '1.10 to 1.11 and 1.12.1 to 1.20' }],
  [{ kubeProxyReplacement: true }, { rejected: '1.9 to 1.13', 'in-pods': '1.14 to 1.20' }],
  [{ kubeProxyReplacement: 'true' }, { rejected: '1.9 to 1.13', 'in-pods': '1.14 to 1.20' }],
  [{ kubeProxyReplacement: 'True' }, { rejected: '1.9 to 1.20' }],
  [
    { kubeProxyReplacement: false },
    { rejected: '1.9', off: '1.10 to 1.11 and 1.12.1 to 1.20', 'in-pods': '1.12.0' },
  ],
  [{ kubeProxyReplacement: 'strict' }, { 'in-pods': '1.9 to 1.15', rejected: '1.16 to 1.20' }],
  [{ kubeProxyReplacement: 'probe' }, { 'in-pods': '1.9 to 1.12', rejected: '1.13 to 1.20' }],
  [{ kubeProxyReplacement: 'partial' }, { off: '1.9 to 1.15', rejected: '1.16 to 1.20' }],
  [{ kubeProxyReplacement: 'disabled' }, { off: '1.9 to 1.15', rejected: '1.16 to 1.20' }],
  [{ kubeProxyReplacement: '{{ }}' }, { unknown: '1.9 to 1.20' }],
  [
    { kubeProxyReplacement: 'partial', socketLB: { enabled: true } },
    { off: '1.9 to 1.11', 'in-pods': '1.12 to 1.15', rejected: '1.16 to 1.20' },
  ],
  [
    { kubeProxyReplacement: 'partial', hostServices: { enabled: true } },
    { 'in-pods': '1.9 to 1.11', off: '1.12 to 1.15', rejected: '1.16 to 1.20' },
  ],
  [
    { kubeProxyReplacement: 'disabled', socketLB: { enabled: true } },
    { off: '1.9 to 1.15', rejected: '1.16 to 1.20' },
  ],
  [
    { kubeProxyReplacement: 'strict', hostServices: { hostNamespaceOnly: true } },
    {
      'in-pods': '1.9 to 1.10.4 and 1.12 to 1.15',
      'host-only': '1.10.5 to 1.11',
      rejected: '1.16 to 1.20',
    },
  ],
  [
    { kubeProxyReplacement: 'strict', socketLB: { hostNamespaceOnly: true } },
    { 'in-pods': '1.9 to 1.11', 'host-only': '1.12 to 1.15', rejected: '1.16 to 1.20' },
  ],
  [
    { kubeProxyReplacement: true, socketLB: { enabled: false } },
    { rejected: '1.9 to 1.13', 'in-pods': '1.14 to 1.20' },
  ],
  [
    { kubeProxyReplacement: true, socketLB: { hostNamespaceOnly: true } },
    { rejected: '1.9 to 1.13', 'host-only': '1.14 to 1.20' },
  ],
  [
    { kubeProxyReplacement: true, socketLB: { hostNamespaceOnly: '{{ }}' } },
    { rejected: '1.9 to 1.13', unknown: '1.14 to 1.20' },
  ],
  [
    { kubeProxyReplacement: true, socketLB: '{{ }}' },
    { rejected: '1.9 to 1.13', unknown: '1.14 to 1.20' },
  ],
  [
    { kubeProxyReplacement: true, gatewayAPI: { enabled: true } },
    { rejected: '1.9 to 1.13', 'in-pods': '1.14 to 1.19', 'host-only': '1.20.0' },
  ],
  [
    { kubeProxyReplacement: true, gatewayAPI: { enabled: '{{ }}' } },
    { rejected: '1.9 to 1.13', 'in-pods': '1.14 to 1.19', unknown: '1.20.0' },
  ],
  [
    { kubeProxyReplacement: true, extraConfig: { 'bpf-lb-sock-hostns-only': 'true' } },
    { rejected: '1.9 to 1.13', 'host-only': '1.14 to 1.20' },
  ],
  [
    { kubeProxyReplacement: true, extraConfig: { 'bpf-lb-sock': 'false' } },
    { rejected: '1.9 to 1.13', 'in-pods': '1.14 to 1.20' },
  ],
  [
    { kubeProxyReplacement: true, extraConfig: { 'kube-proxy-replacement': 'false' } },
    { rejected: '1.9 to 1.13', off: '1.14 to 1.20' },
  ],
  [
    { kubeProxyReplacement: true, extraArgs: ['--bpf-lb-sock-hostns-only=true'] },
    { rejected: '1.9 to 1.13', 'host-only': '1.14 to 1.20' },
  ],
  [
    { upgradeCompatibility: '1.9' },
    {
      'in-pods': '1.9 to 1.12',
      rejected: '1.13 to 1.17',
      off: '1.18 to 1.20',
    },
  ],
  [
    { upgradeCompatibility: '1.13' },
    {
      'in-pods': '1.9 and 1.12.0',
      off: '1.10 to 1.11, 1.12.1 to 1.15 and 1.18 to 1.20',
      rejected: '1.16 to 1.17',
    },
  ],
];

describe('socketLbPlace', () => {
  for (const [values, expected] of table) {
    it(`of ${JSON.stringify(values)}`, () => {
      const groups = groupVersions(allVersions, (version) => socketLbPlace(version, readOf(values)));
      assert.deepEqual(
        Object.fromEntries([...groups].map(([place, set]) => [place, describeVersions(set)])),
        expected,
      );
    });
  }

  it('goes on as in the newest known version', () => {
    assert.equal(socketLbPlace('1.23.1', readOf({ kubeProxyReplacement: true })), 'in-pods');
    assert.equal(
      socketLbPlace('1.23.1', readOf({ kubeProxyReplacement: true, gatewayAPI: { enabled: true } })),
      'host-only',
    );
  });

  it('tells prereleases of one minor apart', () => {
    const read = readOf({ kubeProxyReplacement: true, gatewayAPI: { enabled: true } });
    assert.equal(socketLbPlace('1.20.0-pre.3', read), 'in-pods');
    assert.equal(socketLbPlace('1.20.0-pre.4', read), 'host-only');
  });

  it('does not judge versions before the first that is known', () => {
    assert.equal(socketLbPlace('1.8.13', readOf({ kubeProxyReplacement: 'strict' })), 'unknown');
  });
});

describe('socketLbPlace of a plain cilium-config', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['1.16.1', { 'kube-proxy-replacement': 'true', 'bpf-lb-sock': 'false' }, 'in-pods'],
    ['1.16.1', { 'kube-proxy-replacement': 'true', 'bpf-lb-sock-hostns-only': 'true' }, 'host-only'],
    ['1.16.1', { 'kube-proxy-replacement': 'false', 'bpf-lb-sock': 'true' }, 'in-pods'],
    ['1.16.1', { 'kube-proxy-replacement': 'false' }, 'off'],
    ['1.16.1', {}, 'off'],
    ['1.16.1', { 'kube-proxy-replacement': 'partial' }, 'rejected'],
    ['1.11.4', { 'kube-proxy-replacement': 'probe' }, 'in-pods'],
    ['1.11.4', { 'kube-proxy-replacement': 'partial', 'enable-host-reachable-services': 'true' }, 'in-pods'],
    ['1.11.4', { 'kube-proxy-replacement': 'partial', 'bpf-lb-sock': 'true' }, 'off'],
    ['1.10.4', { 'kube-proxy-replacement': 'strict', 'bpf-lb-sock-hostns-only': 'true' }, 'in-pods'],
    ['1.9.4', {}, 'off'],
    ['1.16.1', { 'kube-proxy-replacement': '{{ }}' }, 'unknown'],
  ];
  for (const [version, config, expected] of cases) {
    it(`of ${version} with ${JSON.stringify(config)} is ${expected}`, () => {
      assert.equal(socketLbPlace(version, readOfConfig(config), 'agent'), expected);
    });
  }
});

describe('socketLbVerdict', () => {
  it('names the key that turned the socket LB on', () => {
    assert.deepEqual(socketLbVerdict('1.15.1', readOf({ kubeProxyReplacement: 'strict' })), {
      place: 'in-pods',
      turnedOnBy: { path: ['kubeProxyReplacement'], dialect: 'helm' },
    });
    assert.deepEqual(socketLbVerdict('1.15.1', readOf({ socketLB: { enabled: true } })), {
      place: 'in-pods',
      turnedOnBy: { path: ['socketLB', 'enabled'], dialect: 'helm' },
    });
    assert.deepEqual(socketLbVerdict('1.9.1', readOf({})), { place: 'in-pods' });
  });
});

describe('replacesKubeProxy', () => {
  it('is about the whole, not about single features', () => {
    assert.equal(replacesKubeProxy('1.16.1', readOf({ kubeProxyReplacement: true })), 'yes');
    assert.equal(replacesKubeProxy('1.16.1', readOf({ socketLB: { enabled: true } })), 'no');
    assert.equal(replacesKubeProxy('1.15.1', readOf({ kubeProxyReplacement: 'partial' })), 'no');
    assert.equal(replacesKubeProxy('1.16.1', readOf({ kubeProxyReplacement: '{{ }}' })), 'unknown');
  });
});

describe('hostNamespaceOnlyKey', () => {
  it('is the key that mends a version, if one does', () => {
    assert.equal(hostNamespaceOnlyKey('1.10.4'), undefined);
    assert.deepEqual(hostNamespaceOnlyKey('1.10.5'), ['hostServices', 'hostNamespaceOnly']);
    assert.deepEqual(hostNamespaceOnlyKey('1.12.0'), ['socketLB', 'hostNamespaceOnly']);
    assert.deepEqual(hostNamespaceOnlyKey('1.16.0', 'agent'), ['bpf-lb-sock-hostns-only']);
  });
});

describe('a version that does not come up', () => {
  it('is rejected, whichever setting stops it', () => {
    const stopped = { kubeProxyReplacement: true, l7Proxy: false, gatewayAPI: { enabled: true } };
    assert.deepEqual(socketLbVerdict('1.16.4', readOf(stopped)), { place: 'rejected' });
    assert.equal(socketLbVerdict('1.16.4', readOf({ ...stopped, l7Proxy: true })).place, 'in-pods');
  });

  it('is unknown where the data says nothing of it', () => {
    assert.deepEqual(socketLbVerdict('1.8.13', readOf({ kubeProxyReplacement: 'strict' })), {
      place: 'unknown',
    });
  });
});
