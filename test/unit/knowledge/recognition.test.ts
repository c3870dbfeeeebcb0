import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  distinctiveTexts,
  isKnownAgentFlag,
  looksLikeCiliumValues,
} from '../../../server/src/knowledge/recognition.ts';

function looksLike(...keys: readonly string[]): boolean {
  return looksLikeCiliumValues(keys.map((key) => key.split('.')));
}

describe('looksLikeCiliumValues', () => {
  it('needs one key that no other chart has', () => {
    for (const key of [
      'kubeProxyReplacement',
      'socketLB',
      'hostServices',
      'cni.exclusive',
      'bpf.masquerade',
    ]) {
      assert.equal(looksLike(key), true, key);
    }
  });

  it('or two that are rare elsewhere', () => {
    assert.equal(looksLike('k8sServiceHost', 'k8sServicePort'), true);
    assert.equal(looksLike('ipam', 'ipam.mode', 'routingMode'), true);
    assert.equal(looksLike('k8sServiceHost'), false);
  });

  it('does not take the values of other charts for those of Cilium', () => {
    assert.equal(looksLike('cni', 'cni.enabled', 'pilot', 'global'), false);
    assert.equal(looksLike('operator', 'operator.replicas', 'encryption', 'encryption.enabled'), false);
    assert.equal(looksLike('bpf', 'service.type', 'nodePort.enabled', 'hostPort.enabled'), false);
    assert.equal(looksLike(), false);
  });
});

describe('distinctiveTexts', () => {
  it('holds a text of every way to recognise a file, and no everyday word', () => {
    for (const text of ['kubeProxyReplacement', 'socketLB', 'exclusive', 'masquerade', 'k8sServiceHost']) {
      assert.ok(distinctiveTexts.includes(text), text);
    }
    assert.ok(distinctiveTexts.every((text) => text.length >= 4 && text !== 'enabled' && text !== 'mode'));
  });
});

describe('isKnownAgentFlag', () => {
  it('knows the flags that the rules speak of', () => {
    assert.equal(isKnownAgentFlag('kube-proxy-replacement'), true);
    assert.equal(isKnownAgentFlag('bpf-lb-sock-hostns-only'), true);
    assert.equal(isKnownAgentFlag('kubeProxyReplacement'), false);
  });
});
