import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMeshLint } from '../../../../server/src/features/create-mesh-lint.ts';
import type { Finding } from '../../../../server/src/rules/finding.ts';

/** The finding on a policy of Cilium, for pods of a mesh in the namespace `shop`. */
function findingOn(label: string, policy: string, namespace = 'shop'): Finding | undefined {
  const lint = createMeshLint();
  lint.update(
    'file:///mesh.yaml',
    `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels: {${label}}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec: {containers: []}\n`,
  );
  lint.update(
    'file:///policy.yaml',
    `apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: p, namespace: ${namespace}}\nspec:\n  endpointSelector: {}\n  ${policy}\n`,
  );
  return lint.findings().find(({ rule }) => rule === 'policy-blocks-control-plane');
}

describe('what is said of pods that are cut off', () => {
  const dns = 'toPorts: [{ports: [{port: "53"}]}]';

  it('names the port that one rule is missing for', () => {
    const found = findingOn('istio-injection: enabled', `egress: [{toEndpoints: [{}]}, {${dns}}]`);
    assert.deepEqual(
      found?.fixes.map(({ title, preferred }) => [title, preferred]),
      [['Allow port 15012', true]],
    );
    assert.deepEqual(
      found.related.map(({ message }) => message),
      ['`Pod web` takes part in Istio by `istio-injection`.'],
    );
    assert.equal(
      found.message,
      'Policy `p` makes `Pod web` send only what policies allow, and none allows `istiod` in `istio-system` on `TCP 15012`. Without it sidecars get neither certificates nor configuration, and their pods never become ready. Allow it in a rule for egress.',
    );
  });

  it('names both ports where both are missing', () => {
    const found = findingOn('istio-injection: enabled', 'egress: [{toEndpoints: [{}]}]');
    assert.equal(found?.fixes[0]?.title, 'Allow ports 15012 and 53');
    assert.match(found.message, /on `TCP 15012` and DNS on port `53`\. Without it sidecars/);
  });

  it('speaks of names alone in ambient mode', () => {
    const found = findingOn('istio.io/dataplane-mode: ambient', 'egress: [{toEndpoints: [{}]}]');
    assert.equal(found?.fixes[0]?.title, 'Allow port 53');
    assert.match(found.message, /none allows DNS on port `53`\. Calls by name fail, before the mesh/);
  });

  it('says who may not call the control plane, and what comes of it', () => {
    const found = findingOn('istio-injection: enabled', 'ingress: [{fromEndpoints: [{}]}]', 'istio-system');
    assert.equal(
      found?.message,
      "Policy `p` lets into `istiod` in `istio-system` only what policies allow, and none allows `TCP 15012` from the proxies and `TCP 15017` from the API server. While that is so, proxies get neither certificates nor configuration and no pod gets a sidecar, and Istio's resources cannot be changed. Allow it in a rule for ingress.",
    );
    assert.deepEqual(found.related, []);
    assert.equal(found.fixes[0]?.title, 'Allow ports 15012 and 15017');
  });
});
