import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { refusalBy, refusalOf } from '../../../server/src/knowledge/refusals.ts';
import { readOf, type Values } from './read-values.ts';

describe('refusalOf', () => {
  const refused: readonly (readonly [string, Values])[] = [
    ['1.16.0', { kubeProxyReplacement: 'strict' }],
    ['1.13.18', { kubeProxyReplacement: true }],
    ['1.13.0', { kubeProxyReplacement: 'probe' }],
    ['1.16.1', { cni: { exclusive: 'false' } }],
    ['1.15.8', { tunnel: 'vxlan' }],
    ['1.20.0', { ipam: { mode: 'eni' } }],
    ['1.13.2', { gatewayAPI: { enabled: true } }],
    ['1.16.3', { upgradeCompatibility: '1.13' }],
    ['1.19.2', { authentication: { mutual: { spire: { enabled: true } } } }],
  ];
  for (const [version, values] of refused) {
    it(`${version} refuses ${JSON.stringify(values)}`, () => assert.ok(refusalOf(version, readOf(values))));
  }

  const taken: readonly (readonly [string, Values])[] = [
    ['1.15.19', { kubeProxyReplacement: 'strict' }],
    ['1.13.18', { kubeProxyReplacement: false }],
    ['1.15.7', { tunnel: 'vxlan' }],
    ['1.16.0', { remoteNodeIdentity: false }],
    ['1.13.2', { gatewayAPI: { enabled: true }, kubeProxyReplacement: 'partial' }],
    ['1.16.3', { upgradeCompatibility: '1.13', kubeProxyReplacement: false }],
    ['1.16.3', { upgradeCompatibility: '1.13', kubeProxyReplacement: '{{ }}' }],
    ['1.20.0', { ipam: { mode: 'eni' }, eni: { enabled: '{{ }}' } }],
  ];
  for (const [version, values] of taken) {
    it(`${version} takes, or may take, ${JSON.stringify(values)}`, () => {
      assert.equal(refusalOf(version, readOf(values)), undefined);
    });
  }

  it('tells the chart from the agent', () => {
    const probe = readOf({ kubeProxyReplacement: 'probe' });
    assert.equal(refusalBy('chart', '1.13.0', probe), undefined);
    assert.equal(refusalBy('agent', '1.13.0', probe)?.by, 'agent');
    assert.equal(refusalBy('chart', '1.13.4', probe)?.by, 'chart');
  });

  it('says what to write instead', () => {
    assert.equal(
      refusalOf('1.16.2', readOf({ tunnel: 'geneve' }))?.instead,
      'routingMode and tunnelProtocol',
    );
  });
});
