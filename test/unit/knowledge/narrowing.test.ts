import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { allowedVersions, type WrittenSettings } from '../../../server/src/knowledge/narrowing.ts';
import type { SettingsDialect } from '../../../server/src/knowledge/reading.ts';
import { allVersions, describeVersions, narrow } from '../../../server/src/knowledge/versions.ts';
import type { Values } from './read-values.ts';

describe('allowedVersions', () => {
  const cases: readonly (readonly [Values, string])[] = [
    [{}, '1.9 to 1.20'],
    [{ kubeProxyReplacement: 'strict' }, '1.9 to 1.15'],
    [{ kubeProxyReplacement: true }, '1.14 to 1.20'],
    [{ kubeProxyReplacement: 'probe' }, '1.9 to 1.12'],
    [{ kubeProxyReplacement: 'Strict' }, 'no version'],
    [{ kubeProxyReplacement: '{{ }}' }, '1.9 to 1.20'],
    [{ socketLB: { enabled: true } }, '1.12 to 1.20'],
    [{ kubeProxyReplacement: 'strict', socketLB: { hostNamespaceOnly: true } }, '1.12 to 1.15'],
    [{ socketLB: true }, 'no version'],
    [{ hostServices: { enabled: true } }, '1.9 to 1.20'],
    [{ hostServices: { hostNamespaceOnly: true } }, '1.10.5 to 1.20'],
    [{ tunnel: 'disabled' }, '1.9 to 1.15.7 and 1.16.0 to 1.16.1'],
    [{ tunnelProtocol: 'geneve' }, '1.14 to 1.20'],
    [{ localRedirectPolicies: { enabled: true } }, '1.18 to 1.20'],
    [{ upgradeCompatibility: '1.9' }, '1.9 to 1.20'],
    [{ extraConfig: { anything: 'goes' }, podLabels: { team: 'a' } }, '1.9 to 1.20'],
    [{ socketLB: { hostNamespacesOnly: true } }, '1.12 to 1.20'],
  ];
  for (const [values, expected] of cases) {
    it(`for ${JSON.stringify(values)} are ${expected}`, () =>
      assert.equal(allowed('helm', values), expected));
  }

  it('go by the flags of a cilium-config', () => {
    assert.equal(allowed('agent', { 'bpf-lb-sock': 'false' }), '1.12 to 1.20');
    assert.equal(allowed('agent', { 'cni-exclusive': 'true', 'enable-ipv4': 'true' }), '1.14 to 1.20');
    assert.equal(allowed('agent', { 'kube-proxy-replacement': 'partial' }), '1.9 to 1.15');
    assert.equal(allowed('agent', { 'kube-proxy-replacement': 'true' }), '1.14 to 1.20');
  });

  it('are worked out once for a layer', () => {
    const layer = layerOf('helm', { kubeProxyReplacement: true });
    assert.equal(allowedVersions(layer), allowedVersions(layer));
  });

  it('judges versions that are not listed as well', () => {
    assert.equal(allowedVersions(layerOf('helm', { kubeProxyReplacement: true })).has('1.20.3'), true);
    assert.equal(allowedVersions(layerOf('helm', { kubeProxyReplacement: 'strict' })).has('1.23.1'), false);
  });
});

function allowed(dialect: SettingsDialect, values: Values): string {
  const filter = allowedVersions(layerOf(dialect, values));
  return describeVersions(narrow(allVersions, (version) => filter.has(version)));
}

function layerOf(dialect: SettingsDialect, values: Values): WrittenSettings {
  return { dialect, settings: settingsOf(values, []) };
}

function settingsOf(values: object, parent: readonly string[]): WrittenSettings['settings'] {
  return Object.entries(values).flatMap(([key, value]: [string, unknown]): WrittenSettings['settings'] => {
    const path = [...parent, key];
    if (typeof value === 'object' && value !== null) {
      return [{ path, value: { kind: 'map' } }, ...settingsOf(value, path)];
    }
    if (value === '{{ }}') return [{ path, value: { kind: 'unknown' } }];
    return typeof value === 'string' || typeof value === 'boolean'
      ? [{ path, value: { kind: 'known', value } }]
      : [];
  });
}
