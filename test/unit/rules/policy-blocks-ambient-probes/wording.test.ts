import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMeshLint } from '../../../../server/src/features/create-mesh-lint.ts';
import { namespace } from '../../../support/manifests.ts';
import { networkPolicy } from '../../../support/policies.ts';

const findingsWith = (values: string) => {
  const lint = createMeshLint();
  lint.update('file:///repo/values.yaml', `kubeProxyReplacement: false\ncni:\n  exclusive: false\n${values}`);
  lint.update(
    'file:///repo/mesh.yaml',
    namespace('shop', { labels: { 'istio.io/dataplane-mode': 'ambient' } }),
  );
  lint.update('file:///repo/policy.yaml', networkPolicy('{podSelector: {}}'));
  return lint.findings().filter(({ rule }) => rule === 'policy-blocks-ambient-probes');
};

describe('the message about blocked probes', () => {
  it('names the policy, the pods and the addresses', () => {
    assert.deepEqual(
      findingsWith('').map(({ message, related }) => [message, ...related.map((one) => one.message)]),
      [
        [
          "NetworkPolicy `policy` lets only what is allowed reach the pods of namespace `shop`, and nothing allows `169.254.7.127/32`, from where Istio ambient hands on the kubelet's probes. Cilium lets the node itself through, but not this address: probes fail, pods never become ready or are started again and again. Allow `169.254.7.127/32`.",
          '`istio.io/dataplane-mode` brings the pods of namespace `shop` into Istio ambient.',
        ],
      ],
    );
  });
});

describe('the fix for blocked probes', () => {
  const titles = (values: string) =>
    findingsWith(values).flatMap(({ fixes }) => fixes.map(({ title }) => title));

  it('is a policy for all pods where a policy may allow without refusing the rest', () => {
    assert.deepEqual(titles('upgradeCompatibility: "1.16"\nenvoy:\n  initialFetchTimeoutSeconds: 30\n'), [
      'Allow probes from `169.254.7.127/32` by a policy for all pods',
    ]);
  });

  it('is a rule where the version is open', () => {
    assert.deepEqual(titles(''), ['Allow probes from `169.254.7.127/32` in this policy']);
  });
});
