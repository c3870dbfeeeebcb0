import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cniVerdict } from '../../../server/src/knowledge/cni-ownership.ts';
import { hostRouting } from '../../../server/src/knowledge/host-routing.ts';
import type { Reading, SettingScalar, SettingsDialect } from '../../../server/src/knowledge/reading.ts';

/** Values by their keys joined by dots; `?` is one that nobody can know. */
type Values = Readonly<Record<string, SettingScalar>>;

const reading =
  (values: Values, written: SettingsDialect) =>
  (path: readonly string[], dialect: SettingsDialect): Reading => {
    const value = dialect === written ? values[path.join('.')] : undefined;
    if (value === undefined) return { kind: 'absent' };
    return value === '?' ? { kind: 'unknown' } : { kind: 'known', value };
  };

const routed = (
  version: string,
  values: Values,
  { kernel, dialect = 'helm' }: { readonly kernel?: string; readonly dialect?: SettingsDialect } = {},
): string => {
  const verdict = hostRouting(version, { read: reading(values, dialect), installedBy: dialect, kernel });
  return verdict.routing === 'bpf'
    ? `${verdict.cause} by ${verdict.decidedBy?.path.join('.') ?? 'default'}`
    : verdict.routing;
};

const on: Values = { kubeProxyReplacement: true, 'bpf.masquerade': true };
const v6 = { 'ipv6.enabled': true } as const;

describe('host routing', () => {
  const verdicts: readonly (readonly [verdict: string, values: Values])[] = [
    ['bpf-masquerade by bpf.masquerade', on],
    ['legacy', { ...on, 'bpf.masquerade': false }],
    ['unknown', { ...on, 'bpf.masquerade': '?' }],
    ['legacy', { ...on, 'bpf.hostLegacyRouting': true }],
    ['unknown', { ...on, 'bpf.hostLegacyRouting': '?' }],
    ['legacy', { ...on, kubeProxyReplacement: false }],
    ['unknown', { ...on, kubeProxyReplacement: '?' }],
    ['rejected', { ...on, kubeProxyReplacement: 'strict' }],
    ['legacy', { ...on, 'cni.chainingMode': 'portmap' }],
    ['bpf-masquerade by bpf.masquerade', { ...on, 'cni.chainingMode': 'none' }],
    ['unknown', { ...on, 'cni.chainingMode': '?' }],
    ['legacy', { ...on, 'encryption.enabled': true }],
    ['unknown', { ...on, 'encryption.enabled': '?' }],
    ['no-masquerading by enableIPv4Masquerade', { kubeProxyReplacement: true, enableIPv4Masquerade: false }],
    ['no-masquerading by enableIPv4Masquerade', { ...on, enableIPv4Masquerade: false }],
    ['legacy', { kubeProxyReplacement: true, enableIPv4Masquerade: false, ...v6 }],
    [
      'no-masquerading by enableIPv4Masquerade',
      { kubeProxyReplacement: true, enableIPv4Masquerade: false, enableIPv6Masquerade: false, ...v6 },
    ],
    [
      'unknown',
      { kubeProxyReplacement: true, enableIPv4Masquerade: false, enableIPv6Masquerade: '?', ...v6 },
    ],
    ['unknown', { kubeProxyReplacement: true, enableIPv4Masquerade: '?' }],
    ['unknown', { kubeProxyReplacement: true, enableIPv4Masquerade: '?', 'bpf.masquerade': '?' }],
    ['bpf-masquerade by bpf.masquerade', { ...on, enableIPv4Masquerade: '?' }],
    ['unknown', { kubeProxyReplacement: true, enableIPv4Masquerade: true, 'bpf.masquerade': '?' }],
  ];
  for (const [verdict, values] of verdicts) {
    it(`of 1.18.2 is ${verdict} with ${JSON.stringify(values)}`, () =>
      assert.equal(routed('1.18.2', values), verdict));
  }

  it('needs Linux 5.10, where one knows the kernel', () => {
    assert.equal(routed('1.17.2', on, { kernel: '5.4' }), 'legacy');
    assert.equal(routed('1.17.2', on, { kernel: '5.10' }), 'bpf-masquerade by bpf.masquerade');
    assert.equal(routed('1.17.2', on, { kernel: 'new' }), 'bpf-masquerade by bpf.masquerade');
  });

  it('is the default of 1.9, and goes by flags where no chart is', () => {
    assert.equal(routed('1.9.18', { kubeProxyReplacement: 'strict' }), 'bpf-masquerade by default');
    const flags = { 'kube-proxy-replacement': 'true', 'enable-bpf-masquerade': 'true' };
    assert.equal(routed('1.18.2', flags, { dialect: 'agent' }), 'bpf-masquerade by enable-bpf-masquerade');
    assert.equal(routed('1.18.2', { ...flags, 'enable-ipsec': 'true' }, { dialect: 'agent' }), 'legacy');
  });
});

describe('the CNI configuration', () => {
  const owned = (version: string, values: Values, dialect: SettingsDialect = 'helm'): string => {
    const { ownership, decidedBy } = cniVerdict(version, reading(values, dialect), dialect);
    return decidedBy === undefined ? ownership : `${ownership} by ${decidedBy.path.join('.')}`;
  };

  it('is Cilium’s own by default from 1.10 on', () => {
    assert.equal(owned('1.9.18', { 'cni.exclusive': true }), 'shared');
    assert.equal(owned('1.10.20', {}), 'exclusive');
    assert.equal(owned('1.18.2', { 'cni.exclusive': true }), 'exclusive by cni.exclusive');
  });

  it('is shared where Cilium writes none', () => {
    assert.equal(owned('1.18.2', { 'cni.customConf': true }), 'shared');
    assert.equal(owned('1.18.2', { 'cni.install': false }), 'shared');
    assert.equal(owned('1.18.2', { 'cni.exclusive': false, 'cni.customConf': '?' }), 'shared');
  });

  it('is unknown, or nobody’s, where the values say so', () => {
    assert.equal(owned('1.18.2', { 'cni.customConf': '?' }), 'unknown');
    assert.equal(owned('1.18.2', { 'cni.install': '?' }), 'unknown');
    assert.equal(owned('1.18.2', { 'cni.exclusive': '?' }), 'unknown');
    assert.equal(owned('1.18.2', { kubeProxyReplacement: 'strict' }), 'rejected');
  });

  it('is told by flags where no chart is', () => {
    assert.equal(owned('1.18.2', {}, 'agent'), 'shared');
    assert.equal(owned('1.18.2', { 'cni-exclusive': 'true' }, 'agent'), 'exclusive by cni-exclusive');
    assert.equal(owned('1.13.2', { 'cni-exclusive': 'true' }, 'agent'), 'shared');
    assert.equal(owned('1.18.2', { 'cni-exclusive': 'true', 'custom-cni-conf': 'true' }, 'agent'), 'shared');
  });
});
