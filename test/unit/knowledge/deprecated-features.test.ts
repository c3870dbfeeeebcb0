import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  deprecatedFields,
  deprecatedSettings,
  farewellTo,
  fateOf,
  objectUses,
  retirementOf,
} from '../../../server/src/knowledge/deprecated-features.ts';
import { meshNames } from '../../../server/src/knowledge/meshes.ts';
import type { Read, SettingScalar } from '../../../server/src/knowledge/reading.ts';

const reading =
  (values: Readonly<Record<string, SettingScalar>>, ofDialect = 'helm'): Read =>
  (path, dialect) => {
    const value = dialect === ofDialect ? values[path.join('.')] : undefined;
    return value === undefined ? { kind: 'absent' } : { kind: 'known', value };
  };

describe('deprecatedSettings', () => {
  const stories: readonly (readonly [
    values: Readonly<Record<string, SettingScalar>>,
    version: string,
    keys: readonly string[],
  ])[] = [
    [{ 'authentication.mutual.spire.enabled': true }, '1.20.0', ['authentication.mutual.spire.enabled']],
    [{ 'authentication.mutual.spire.enabled': true }, '1.19.6', []],
    [{ 'authentication.mutual.spire.enabled': false }, '1.20.0', []],
    [{ kubeProxyReplacement: 'strict' }, '1.14.0', ['kubeProxyReplacement']],
    [{ kubeProxyReplacement: 'partial' }, '1.15.19', ['kubeProxyReplacement']],
    [{ kubeProxyReplacement: 'disabled' }, '1.15.19', ['kubeProxyReplacement']],
    [{ kubeProxyReplacement: 'strict' }, '1.13.18', []],
    [{ kubeProxyReplacement: 'strict' }, '1.16.0', []],
    [{ kubeProxyReplacement: true }, '1.15.0', []],
    [{ localRedirectPolicy: true }, '1.18.0', ['localRedirectPolicy']],
    [{ localRedirectPolicy: true }, '1.17.18', []],
    [{ 'dnsProxy.preCache': '/tmp/dns' }, '1.20.0', ['dnsProxy.preCache']],
    [{ 'dnsProxy.preCache': '' }, '1.20.0', []],
    [
      { 'encryption.nodeEncryption': true, 'encryption.enabled': true },
      '1.21.0-pre.0',
      ['encryption.nodeEncryption'],
    ],
    [{ 'encryption.nodeEncryption': true }, '1.21.0-pre.0', []],
    [{ 'encryption.nodeEncryption': true, 'encryption.enabled': true }, '1.20.0', []],
  ];
  for (const [values, version, keys] of stories) {
    it(`${JSON.stringify(values)} in ${version}: ${keys.join(', ') || 'nothing'}`, () => {
      const found = deprecatedSettings(version, reading(values));
      assert.deepEqual(
        found.map(({ key }) => key.path.join('.')),
        keys,
      );
      for (const { key } of found) assert.equal(key.dialect, 'helm');
    });
  }

  it('knows the flag of the agent', () => {
    const [row, ...others] = deprecatedSettings(
      '1.20.0',
      reading({ 'mesh-auth-mutual-enabled': 'true' }, 'agent'),
    );
    assert.deepEqual(row?.key, { path: ['mesh-auth-mutual-enabled'], dialect: 'agent' });
    assert.equal(row.severity, 'warning');
    assert.deepEqual(others, []);
  });

  it('says nothing of what only a template knows', () => {
    assert.deepEqual(
      deprecatedSettings('1.20.0', () => ({ kind: 'unknown' })),
      [],
    );
  });
});

describe('fateOf', () => {
  it('follows the versions', () => {
    const fates = objectUses.map((use) => [
      use,
      ...['1.18.12', '1.19.6', '1.20.0'].map((version) => fateOf(use, version)),
    ]);
    assert.deepEqual(fates, [
      ['kafka-rules', 'will-go', 'will-go', 'gone'],
      ['l7-rules', 'will-go', 'will-go', 'gone'],
      ['requires-rules', 'will-go', 'gone', 'gone'],
      ['mutual-authentication', 'works', 'works', 'deprecated'],
    ]);
  });

  it('has words for every use', () => {
    for (const use of objectUses) assert.ok(farewellTo(use)?.removal !== undefined, use);
    assert.deepEqual(
      deprecatedFields.map(({ use }) => use),
      [...objectUses],
    );
  });
});

describe('retirementOf', () => {
  it('tells the dates of retired meshes, and of no others', () => {
    assert.match(retirementOf('osm') ?? '', /30 September 2027/);
    assert.match(retirementOf('app-mesh') ?? '', /30 September 2026/);
    assert.match(retirementOf('nginx-service-mesh') ?? '', /1 July 2023/);
    assert.equal(meshNames.filter((mesh) => retirementOf(mesh) !== undefined).length, 3);
  });
});
