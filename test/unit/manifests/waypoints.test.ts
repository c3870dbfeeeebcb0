import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { waypointsOf } from '../../../server/src/manifests/waypoints.ts';
import { objectsIn } from '../../support/read.ts';

const waypointsIn = (text: string): readonly string[] =>
  objectsIn(text)
    .flatMap(waypointsOf)
    .map(
      ({ name, namespace, gatewayName, span }) =>
        `${namespace ?? '?'}/${name}: ${text.slice(span.start, span.end).split('\n')[0] ?? ''}${gatewayName === undefined ? '' : ` (${text.slice(gatewayName.start, gatewayName.end)})`}`,
    );

const gateway = (className: string): string =>
  `apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata:\n  name: edge\n  namespace: shop\nspec:\n  gatewayClassName: ${className}\n`;

describe('waypointsOf', () => {
  it('knows a Gateway of a waypoint class', () => {
    assert.deepEqual(waypointsIn(gateway('istio-waypoint')), [
      'shop/edge: apiVersion: gateway.networking.k8s.io/v1 (edge)',
    ]);
  });

  for (const className of ['istio', 'cilium', 'istio-east-west', '{{ .Values.class }}']) {
    it(`takes no Gateway of class ${className} for one`, () => {
      assert.deepEqual(waypointsIn(gateway(className)), []);
    });
  }

  it('knows the label by which a namespace asks for one', () => {
    const text =
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    istio.io/use-waypoint: edge\n';
    assert.deepEqual(waypointsIn(text), ['shop/edge: istio.io/use-waypoint: edge']);
  });

  it('knows the label by which a Service asks for one', () => {
    const text =
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\n  namespace: shop\n  labels:\n    istio.io/use-waypoint: edge\n';
    assert.deepEqual(waypointsIn(text), ['shop/edge: istio.io/use-waypoint: edge']);
  });

  it('hears a label that asks for none', () => {
    const text =
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    istio.io/use-waypoint: none\n';
    assert.deepEqual(waypointsIn(text), []);
  });
});
