import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { meshResourcesOf } from '../../../server/src/manifests/mesh-resources.ts';
import { objectsIn } from '../../support/read.ts';

const lostIn = (text: string): readonly string[] =>
  objectsIn(text)
    .flatMap(meshResourcesOf)
    .map(
      ({ meshes, resource, namespace, name }) => `${meshes.join()}: ${resource} ${namespace ?? '?'}/${name}`,
    );

const resource = (apiVersion: string, kind: string, spec: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: cart\n  namespace: shop\nspec:${spec}\n`;

describe('meshResourcesOf', () => {
  it('knows what a mesh routes between workloads', () => {
    assert.deepEqual(lostIn(resource('networking.istio.io/v1', 'DestinationRule', ' { host: cart }')), [
      'istio: DestinationRule shop/cart',
    ]);
    assert.deepEqual(lostIn(resource('linkerd.io/v1alpha2', 'ServiceProfile', ' { routes: [] }')), [
      'linkerd: ServiceProfile shop/cart',
    ]);
    assert.deepEqual(lostIn(resource('kuma.io/v1alpha1', 'MeshHTTPRoute', ' {}')), [
      'kuma: MeshHTTPRoute shop/cart',
    ]);
  });

  it('tells equal kinds apart by their group', () => {
    assert.deepEqual(lostIn(resource('example.net/v1', 'VirtualService', ' {}')), []);
    assert.deepEqual(lostIn(resource('v1', 'Service', ' {}')), []);
  });

  const gateways: Readonly<Record<string, boolean>> = {
    ' { hosts: [cart] }': true,
    ' { hosts: [cart], gateways: [] }': true,
    ' { hosts: [cart], gateways: [mesh] }': true,
    ' { hosts: [cart], gateways: [istio-ingress/edge, mesh] }': true,
    ' { hosts: [cart], gateways: [istio-ingress/edge] }': false,
    ' { hosts: [cart], gateways: ["{{ .Values.gateway }}"] }': false,
  };
  for (const [spec, isLost] of Object.entries(gateways)) {
    it(`${isLost ? 'counts' : 'does not count'} a VirtualService with spec:${spec}`, () => {
      const lost = lostIn(resource('networking.istio.io/v1', 'VirtualService', spec));
      assert.deepEqual(lost, isLost ? ['istio: VirtualService shop/cart'] : []);
    });
  }

  it('counts a route below a Service, and not one below a Gateway', () => {
    const route = (kind: string): string =>
      resource(
        'gateway.networking.k8s.io/v1',
        'HTTPRoute',
        `\n  parentRefs:\n    - kind: ${kind}\n      name: cart`,
      );
    assert.deepEqual(lostIn(route('Service')), ['istio,linkerd,kuma: HTTPRoute shop/cart']);
    assert.deepEqual(lostIn(route('Gateway')), []);
  });

  it('takes a parent without a kind for a Gateway, as the Gateway API does', () => {
    const text = resource('gateway.networking.k8s.io/v1', 'HTTPRoute', '\n  parentRefs:\n    - name: edge');
    assert.deepEqual(lostIn(text), []);
  });
});
