import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createFactIndex } from '../../../server/src/workspace/fact-index.ts';
import { factsIn, manifestReader } from '../../support/read.ts';

const cart = `apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
  labels:
    istio.io/use-waypoint: edge
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: shop
spec:
  template:
    metadata:
      labels:
        istio.io/dataplane-mode: ambient
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: cart
  namespace: shop
`;

describe('manifestReader', () => {
  it('finds everything that concerns a mesh', () => {
    assert.deepEqual(
      factsIn(manifestReader, cart).map(({ kind }) => kind),
      [
        'waypoint',
        'enrolment',
        'mesh-mark',
        'mesh-sign',
        'mesh-resource',
        'mesh-sign',
        'service',
        'workload',
      ],
    );
  });

  it('makes nothing of what Helm or kustomize will name', () => {
    const nameless = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}\n';
    assert.deepEqual(factsIn(manifestReader, nameless), []);
  });

  it('survives files that are no manifests', () => {
    for (const text of [
      '',
      '---\n---\n',
      'kind: [\n',
      '- a\n- b\n',
      'kind: List\nitems: 3\napiVersion: v1\n',
      '{{ fail }}',
    ]) {
      assert.deepEqual(factsIn(manifestReader, text), []);
    }
  });
});

describe('the files that manifestReader is given', () => {
  const isRead = (text: string): boolean => {
    const index = createFactIndex([manifestReader]);
    index.update('file:///repo/manifest.yaml', text);
    return index.statistics().read === 1;
  };

  it('hold namespaces, which policies choose by their labels', () =>
    assert.ok(isRead('apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n')));

  it('hold workloads and Services without a word of a mesh, so that those who stay out are not taken for all', () => {
    assert.ok(isRead('apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cart\n'));
    assert.ok(isRead('apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: report\n'));
    assert.ok(isRead('apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\n'));
  });

  it('are no others', () => {
    assert.ok(!isRead('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: cart\n'));
    assert.ok(!isRead('replicas: 2\n'));
  });
});
