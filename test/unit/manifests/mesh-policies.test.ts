import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MeshPolicyFact } from '../../../server/src/facts/mesh-policy.ts';
import { meshPolicyReader } from '../../../server/src/manifests/mesh-policies.ts';
import { factsIn } from '../../support/read.ts';

function policiesIn(apiVersion: string, kind: string, spec: string): readonly MeshPolicyFact[] {
  const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: cart, namespace: shop}\nspec: ${spec}\n`;
  return factsIn(meshPolicyReader, text).filter((fact) => fact.kind === 'mesh-policy');
}

const targetsIn = (...asked: Parameters<typeof policiesIn>): readonly MeshPolicyFact['target'][] =>
  policiesIn(...asked).map(({ target }) => target);

describe('policies of meshes', () => {
  it('select pods by labels', () => {
    const [policy] = policiesIn(
      'security.istio.io/v1',
      'AuthorizationPolicy',
      '{selector: {matchLabels: {app: cart}}}',
    );
    assert.deepEqual(
      [policy?.meshes, policy?.resource, policy?.name, policy?.namespace],
      [['istio'], 'AuthorizationPolicy', 'cart', 'shop'],
    );
    const selector = { requirements: [{ key: 'app', operator: 'In', values: ['cart'] }], open: false };
    assert.deepEqual(policy?.target, { kind: 'pods', selector, isMeshWide: true });
    assert.deepEqual(
      targetsIn('networking.istio.io/v1', 'Sidecar', '{workloadSelector: {labels: {app: cart}}}'),
      [{ kind: 'pods', selector, isMeshWide: true }],
    );
    assert.deepEqual(
      targetsIn('policy.linkerd.io/v1beta3', 'Server', '{podSelector: {matchLabels: {app: cart}}}'),
      [{ kind: 'pods', selector, isMeshWide: false }],
    );
  });

  it('are for everybody without a selector, or with an empty one', () => {
    for (const spec of ['{}', '{selector: {}}', '{selector: {matchLabels: {}}}']) {
      assert.deepEqual(targetsIn('security.istio.io/v1', 'PeerAuthentication', spec), [
        { kind: 'pods', selector: undefined, isMeshWide: true },
      ]);
    }
  });

  it('are for somebody unknown where a template selects', () => {
    const spec = '{selector: {matchLabels: {app: "{{ .Values.app }}"}}}';
    const selector = { requirements: [], open: true };
    assert.deepEqual(targetsIn('security.istio.io/v1', 'PeerAuthentication', spec), [
      { kind: 'pods', selector, isMeshWide: true },
    ]);
  });

  it('name hosts, Services they are attached to, or one by their own name', () => {
    const services = (...hosts: readonly string[]) => [{ kind: 'services', hosts }];
    assert.deepEqual(
      targetsIn('networking.istio.io/v1', 'DestinationRule', '{host: cart}'),
      services('cart'),
    );
    assert.deepEqual(
      targetsIn('networking.istio.io/v1', 'VirtualService', '{hosts: [cart, a.b]}'),
      services('cart', 'a.b'),
    );
    const route = (parent: string): string => `{parentRefs: [${parent}]}`;
    const httpRoute = ['gateway.networking.k8s.io/v1', 'HTTPRoute'] as const;
    assert.deepEqual(targetsIn(...httpRoute, route('{kind: Service, name: cart}')), services('cart'));
    assert.deepEqual(
      targetsIn(...httpRoute, route('{kind: Service, name: cart, namespace: x}')),
      services('cart.x'),
    );
    assert.deepEqual(targetsIn(...httpRoute, route('{name: edge}')), []);
    assert.deepEqual(targetsIn('consul.hashicorp.com/v1alpha1', 'ServiceRouter', '{}'), services('cart'));
    assert.deepEqual(
      targetsIn('security.istio.io/v1', 'AuthorizationPolicy', '{targetRefs: [{kind: Service, name: cart}]}'),
      services('cart'),
    );
  });

  it('are for something of their namespace where they name a waypoint, or nothing that can be read', () => {
    assert.deepEqual(
      targetsIn(
        'security.istio.io/v1',
        'AuthorizationPolicy',
        '{targetRef: {kind: Gateway, name: waypoint}}',
      ),
      [{ kind: 'unknown' }],
    );
    assert.deepEqual(targetsIn('networking.istio.io/v1', 'DestinationRule', '{host: "{{ .Values.host }}"}'), [
      { kind: 'unknown' },
    ]);
  });

  it('are told by their group', () => {
    assert.deepEqual(targetsIn('example.net/v1', 'AuthorizationPolicy', '{}'), []);
  });
});
