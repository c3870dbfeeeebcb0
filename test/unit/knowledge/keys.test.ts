import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  allKeys,
  existsEver,
  existsIn,
  firstVersionOf,
  keyIn,
  lastMinorOf,
} from '../../../server/src/knowledge/keys.ts';

describe('keyIn', () => {
  it('tells values from documented comments and from what only a template reads', () => {
    assert.deepEqual(keyIn(['cni', 'exclusive'], '1.16.3'), {
      presence: 'value',
      type: 'boolean',
      default: 'true',
    });
    assert.equal(keyIn(['socketLB', 'hostNamespaceOnly'], '1.16.3')?.presence, 'commented');
    assert.equal(keyIn(['sessionAffinity'], '1.16.3')?.presence, 'template');
    assert.equal(keyIn(['socketLB'], '1.16.3')?.presence, 'map');
  });

  it('follows a default that changed', () => {
    assert.equal(keyIn(['dnsProxy', 'minTtl'], '1.13.1')?.default, '3600');
    assert.equal(keyIn(['dnsProxy', 'minTtl'], '1.14.1')?.default, '0');
  });

  it('knows a key that became a map', () => {
    assert.equal(keyIn(['bandwidthManager'], '1.11.1')?.type, 'boolean');
    assert.equal(keyIn(['bandwidthManager'], '1.12.1')?.presence, 'map');
  });

  it('knows what came with a patch', () => {
    assert.equal(existsIn(['hostServices', 'hostNamespaceOnly'], '1.10.4'), false);
    assert.equal(existsIn(['hostServices', 'hostNamespaceOnly'], '1.10.5'), true);
    assert.equal(existsIn(['hostServices', 'enabled'], '1.10.4'), true);
    assert.equal(existsIn(['encryption', 'ztunnel', 'caAddress'], '1.19.0-pre.2'), false);
  });

  it('answers for a newer version as for the newest known, and not for older ones', () => {
    assert.equal(existsIn(['socketLB', 'enabled'], '1.30.0'), true);
    assert.equal(existsIn(['kubeProxyReplacement'], '1.8.0'), false);
  });

  it('knows keys with dots in a segment', () => {
    assert.equal(existsIn(['nodeSelector', 'kubernetes.io/os'], '1.16.0'), true);
  });
});

describe('the life of a key', () => {
  it('has a beginning', () => {
    assert.equal(firstVersionOf(['routingMode']), '1.14');
    assert.equal(firstVersionOf(['hostServices', 'hostNamespaceOnly']), '1.10.5');
    assert.equal(firstVersionOf(['socketLB', 'enabled']), '1.12.0');
    assert.equal(firstVersionOf(['noSuchKey']), undefined);
  });

  it('may have an end', () => {
    assert.equal(lastMinorOf(['hostServices', 'enabled']), '1.11');
    assert.equal(lastMinorOf(['bpf', 'hostRouting']), '1.12');
    assert.equal(lastMinorOf(['socketLB', 'enabled']), undefined);
  });

  it('is told from that of a key that never was', () => {
    assert.equal(existsEver(['externalIPs', 'enabled']), true);
    assert.equal(existsEver(['socketLB']), true);
    assert.equal(existsEver(['socketLB', 'hostNamespacesOnly']), false);
    assert.equal(existsEver(['monitor', 'mode']), false);
  });
});

describe('keys.json', () => {
  it('holds no run that cannot be read', () => {
    for (const key of allKeys()) {
      const path = key.split('.');
      assert.ok(firstVersionOf(path) !== undefined, key);
    }
  });
});
