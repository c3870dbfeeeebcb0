import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kubernetesReader } from '../../../server/src/manifests/kubernetes-reader.ts';
import { factsIn } from '../../support/read.ts';

/** An Application with this sync policy, or an ApplicationSet that makes such ones. */
function application(syncPolicy: object, kind: 'Application' | 'ApplicationSet' = 'Application'): string {
  const spec = { destination: { namespace: 'shop' }, syncPolicy };
  const body = kind === 'Application' ? spec : { template: { spec } };
  return JSON.stringify({ apiVersion: 'argoproj.io/v1alpha1', kind, metadata: { name: 'shop' }, spec: body });
}

/** Namespaces, and whether they are enrolled. */
function enrolled(text: string): readonly unknown[] {
  return factsIn(kubernetesReader, text).flatMap((fact) =>
    fact.kind === 'enrolment' ? [[fact.mesh, fact.scope, fact.namespace, fact.enrolled]] : [],
  );
}

const created = { syncOptions: ['CreateNamespace=true'] };
const injected = { managedNamespaceMetadata: { labels: { 'istio-injection': 'enabled' } } };

describe('the namespace that Argo CD makes', () => {
  it('is enrolled by its labels', () => {
    assert.deepEqual(enrolled(application({ ...created, ...injected })), [
      ['istio', 'namespace', 'shop', true],
    ]);
  });

  it('is enrolled by its annotations', () => {
    const metadata = { managedNamespaceMetadata: { annotations: { 'linkerd.io/inject': 'enabled' } } };
    assert.deepEqual(enrolled(application({ ...created, ...metadata })), [
      ['linkerd', 'namespace', 'shop', true],
    ]);
  });

  it('is told by an ApplicationSet as well', () => {
    assert.deepEqual(enrolled(application({ ...created, ...injected }, 'ApplicationSet')), [
      ['istio', 'namespace', 'shop', true],
    ]);
  });

  it('asks for a waypoint as a manifest does', () => {
    const metadata = { managedNamespaceMetadata: { labels: { 'istio.io/use-waypoint': 'gate' } } };
    const waypoints = factsIn(kubernetesReader, application({ ...created, ...metadata })).filter(
      ({ kind }) => kind === 'waypoint',
    );
    assert.equal(waypoints.length, 1);
  });

  it('gets no labels unless Argo CD creates it', () => {
    assert.deepEqual(enrolled(application(injected)), []);
    assert.deepEqual(enrolled(application({ syncOptions: ['CreateNamespace=false'], ...injected })), []);
  });

  it('is nothing that another kind of object makes', () => {
    const text = application({ ...created, ...injected }).replace('argoproj.io', 'example.org');
    assert.deepEqual(enrolled(text), []);
  });
});
