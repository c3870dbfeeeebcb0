import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { firstVersionOfFlag, keyOf, keysOf } from '../../../server/src/knowledge/setting-keys.ts';
import { concepts } from '../../../server/src/knowledge/setting-rows.ts';
import { defaultOf, effectiveSetting, switchOf } from '../../../server/src/knowledge/settings.ts';
import { readOf, readOfConfig } from './read-values.ts';

describe('keyOf', () => {
  it('follows a key through its names', () => {
    assert.deepEqual(keyOf('hostNamespaceOnly', '1.13.4'), ['socketLB', 'hostNamespaceOnly']);
    assert.deepEqual(keyOf('hostNamespaceOnly', '1.11.20'), ['hostServices', 'hostNamespaceOnly']);
    assert.equal(keyOf('hostNamespaceOnly', '1.10.4'), undefined);
    assert.deepEqual(keyOf('hostNamespaceOnly', '1.23.1'), ['socketLB', 'hostNamespaceOnly']);
    assert.deepEqual(keyOf('hostLegacyRouting', '1.11.3'), ['bpf', 'hostRouting']);
    assert.deepEqual(keyOf('ipv4Masquerade', '1.9.4'), ['masquerade']);
  });

  it("names the agent's flag too", () => {
    assert.deepEqual(keyOf('hostNamespaceOnly', '1.16.0', 'agent'), ['bpf-lb-sock-hostns-only']);
    assert.deepEqual(keyOf('socketLbEnabled', '1.11.0', 'agent'), ['enable-host-reachable-services']);
    assert.equal(keyOf('cniExclusive', '1.13.0', 'agent'), undefined);
  });

  it('lists every key of a concept once', () => {
    assert.deepEqual(keysOf('cniExclusive'), [
      { path: ['cni', 'exclusive'], dialect: 'helm' },
      { path: ['extraConfig', 'cni-exclusive'], dialect: 'helm' },
      { path: ['cni-exclusive'], dialect: 'agent' },
    ]);
  });
});

describe('defaults', () => {
  it('are those of the version', () => {
    assert.equal(defaultOf('kubeProxyReplacement', '1.9.3'), 'probe');
    assert.equal(defaultOf('kubeProxyReplacement', '1.12.0'), 'probe');
    assert.equal(defaultOf('kubeProxyReplacement', '1.12.1'), 'disabled');
    assert.equal(defaultOf('kubeProxyReplacement', '1.14.0'), 'false');
    assert.equal(defaultOf('cniExclusive', '1.10.0'), true);
    assert.equal(defaultOf('cniExclusive', '1.9.9'), undefined);
    assert.equal(defaultOf('kubeProxyReplacement', '1.12.4', 'agent'), 'partial');
  });

  it('follow upgradeCompatibility', () => {
    const old = readOf({ upgradeCompatibility: '1.9' });
    assert.equal(switchOf('bpfMasquerade', '1.20.0', old), 'on');
    assert.equal(switchOf('bpfMasquerade', '1.20.0', readOf({ upgradeCompatibility: '1.10' })), 'off');
    assert.equal(switchOf('bpfMasquerade', '1.20.0', readOf({ upgradeCompatibility: '{{ }}' })), 'unknown');
  });

  it('follow a chained plugin', () => {
    const chained = readOf({ cni: { chainingMode: 'aws-cni' } });
    assert.equal(switchOf('hostLegacyRouting', '1.16.1', chained), 'on');
    assert.equal(switchOf('hostLegacyRouting', '1.12.1', chained), 'off');
  });
});

describe('effectiveSetting', () => {
  const version = '1.16.4';

  it('lets arguments win over extraConfig, and extraConfig over the keys of the chart', () => {
    const values = {
      socketLB: { hostNamespaceOnly: false },
      extraConfig: { 'bpf-lb-sock-hostns-only': 'true' },
      extraArgs: ['--bpf-lb-sock-hostns-only=false'],
    };
    const withArguments = effectiveSetting('hostNamespaceOnly', version, readOf(values));
    assert.deepEqual(withArguments, {
      kind: 'known',
      value: 'false',
      from: 'flag',
      key: { path: ['extraArgs', '--bpf-lb-sock-hostns-only'], dialect: 'helm' },
    });
    assert.equal(switchOf('hostNamespaceOnly', version, readOf({ ...values, extraArgs: [] })), 'on');
    assert.equal(switchOf('hostNamespaceOnly', version, readOf({ socketLB: values.socketLB })), 'off');
  });

  it('takes a bare argument for on', () => {
    const read = readOf({ extraArgs: ['--bpf-lb-sock-hostns-only'] });
    assert.equal(switchOf('hostNamespaceOnly', version, read), 'on');
  });

  it('lets a cilium-config laid over the chart win over its keys', () => {
    const read = readOf({ cni: { exclusive: true } }, { 'cni-exclusive': 'false' });
    assert.equal(switchOf('cniExclusive', version, read), 'off');
  });

  it('says what the chart forces, and by which key', () => {
    const read = readOf({ gatewayAPI: { enabled: true }, socketLB: { hostNamespaceOnly: false } });
    assert.deepEqual(effectiveSetting('hostNamespaceOnly', '1.20.0', read), {
      kind: 'known',
      value: true,
      from: 'forced',
      key: { path: ['gatewayAPI', 'enabled'], dialect: 'helm' },
    });
    assert.equal(switchOf('hostNamespaceOnly', '1.19.6', read), 'off');
  });

  it('takes null for a key that was taken away', () => {
    assert.equal(switchOf('cniExclusive', version, readOf({ cni: { exclusive: null } })), 'on');
  });

  it('reads hostServices from 1.12 on only where socketLB was taken away', () => {
    const hostServices = { enabled: true };
    assert.equal(switchOf('socketLbEnabled', version, readOf({ hostServices })), 'off');
    assert.equal(switchOf('socketLbEnabled', version, readOf({ hostServices, socketLB: null })), 'on');
  });

  it('does not guess what a template says', () => {
    const read = readOf({ socketLB: { hostNamespaceOnly: '{{ }}' } });
    assert.equal(effectiveSetting('hostNamespaceOnly', version, read).kind, 'unknown');
    assert.equal(
      switchOf('hostNamespaceOnly', version, readOf({ socketLB: { hostNamespaceOnly: 'maybe' } })),
      'unknown',
    );
  });

  it('knows no defaults of a chart behind a plain cilium-config', () => {
    assert.equal(effectiveSetting('cniExclusive', '1.16.0', readOfConfig({}), 'agent').kind, 'unset');
    assert.equal(switchOf('ipv4Masquerade', '1.16.0', readOfConfig({}), 'agent'), 'on');
  });
});

describe('the table of concepts', () => {
  it('answers for every concept in every minor', () => {
    for (const concept of concepts) {
      const kinds = ['1.9.0', '1.12.3', '1.16.4', '1.21.0-pre.0', '1.30.0'].map(
        (version) => effectiveSetting(concept, version, readOf({})).kind,
      );
      assert.ok(
        kinds.every((kind) => kind === 'known' || kind === 'unset'),
        concept,
      );
    }
  });

  it('says since when a flag exists', () => {
    assert.equal(firstVersionOfFlag('bpf-lb-sock-hostns-only'), '1.10.5');
    assert.equal(firstVersionOfFlag('no-such-flag'), undefined);
  });
});
