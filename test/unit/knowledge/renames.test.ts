import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { existsEver } from '../../../server/src/knowledge/keys.ts';
import { replacementFor } from '../../../server/src/knowledge/renames.ts';
import data from '../../../schemas/cilium/renames.json' with { type: 'json' };

function replaced(key: string, value: string | boolean, version: string): string | undefined {
  const found = replacementFor(key.split('.'), value, version);
  return found === undefined ? undefined : `${found.path.join('.')}: ${JSON.stringify(found.value)}`;
}

describe('replacementFor', () => {
  it('follows a key to its new name', () => {
    assert.equal(
      replaced('hostServices.hostNamespaceOnly', true, '1.13.2'),
      'socketLB.hostNamespaceOnly: true',
    );
    assert.equal(replaced('bpf.hostRouting', true, '1.16.0'), 'bpf.hostLegacyRouting: true');
    assert.equal(replaced('bandwidthManager', true, '1.14.0'), 'bandwidthManager.enabled: true');
    assert.equal(replaced('encryption.secretName', 'keys', '1.16.4'), 'encryption.ipsec.secretName: "keys"');
  });

  it('and back to its old one', () => {
    assert.equal(
      replaced('socketLB.hostNamespaceOnly', true, '1.11.4'),
      'hostServices.hostNamespaceOnly: true',
    );
    assert.equal(replaced('socketLB.hostNamespaceOnly', true, '1.10.4'), undefined);
    assert.equal(replaced('hostFirewall.enabled', true, '1.10.4'), 'hostFirewall: true');
  });

  it('translates a value that goes by another word', () => {
    assert.equal(replaced('tunnel', 'disabled', '1.15.2'), 'routingMode: "native"');
    assert.equal(replaced('tunnel', 'geneve', '1.17.0'), 'tunnelProtocol: "geneve"');
    assert.equal(replaced('routingMode', 'native', '1.13.0'), 'tunnel: "disabled"');
    assert.equal(replaced('kubeProxyReplacement', 'strict', '1.16.0'), 'kubeProxyReplacement: true');
    assert.equal(replaced('kubeProxyReplacement', true, '1.12.4'), 'kubeProxyReplacement: "strict"');
  });

  it('changes nothing that works', () => {
    assert.equal(replaced('kubeProxyReplacement', 'strict', '1.15.0'), undefined);
    assert.equal(replaced('kubeProxyReplacement', true, '1.14.0'), undefined);
    assert.equal(replaced('hostServices.enabled', true, '1.11.20'), undefined);
    assert.equal(replaced('tunnel', 'vxlan', '1.13.0'), undefined);
    assert.equal(replaced('localRedirectPolicy', true, '1.19.0'), undefined);
  });

  it('has nothing for a key that is gone for good', () => {
    assert.equal(replaced('externalIPs.enabled', true, '1.18.0'), undefined);
    assert.equal(replaced('noSuchKey', true, '1.18.0'), undefined);
  });
});

describe('renames.json', () => {
  it('speaks of keys that some chart knows', () => {
    const paths = [
      ...data.sameMeaning.flatMap((row) => row.paths),
      ...data.translated.flatMap((row) => [row.from, row.to]),
    ];
    for (const path of paths) assert.ok(existsEver(path), path.join('.'));
  });
});
