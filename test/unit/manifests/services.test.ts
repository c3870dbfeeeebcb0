import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { serviceOf } from '../../../server/src/manifests/services.ts';
import { objectIn } from '../../support/read.ts';

const service = (spec: string, apiVersion = 'v1'): string =>
  `apiVersion: ${apiVersion}\nkind: Service\nmetadata:\n  name: cart\n  namespace: shop\nspec:${spec}\n`;

describe('serviceOf', () => {
  const specs: Readonly<Record<string, boolean>> = {
    ' { clusterIP: None }': true,
    ' { clusterIP: "None" }': true,
    ' { type: ExternalName, externalName: cart.example.net }': true,
    ' { ports: [{ port: 8080 }] }': false,
    ' { clusterIP: 10.96.0.20 }': false,
    ' { type: LoadBalancer }': false,
    ' { clusterIP: "{{ .Values.clusterIP }}" }': false,
    '': false,
  };
  for (const [spec, headless] of Object.entries(specs)) {
    it(`${headless ? 'finds no ClusterIP in' : 'finds a ClusterIP in'} spec:${spec}`, () => {
      const [fact] = serviceOf(objectIn(service(spec)));
      assert.deepEqual([fact?.name, fact?.namespace, fact?.headless], ['cart', 'shop', headless]);
    });
  }

  it('is about core Services alone', () => {
    assert.deepEqual(serviceOf(objectIn(service('', 'serving.knative.dev/v1'))), []);
  });
});
