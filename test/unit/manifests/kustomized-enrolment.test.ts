import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EnrolmentFact } from '../../../server/src/facts/enrolment.ts';
import { kubernetesReader } from '../../../server/src/manifests/kubernetes-reader.ts';
import { factsIn } from '../../support/read.ts';

const enrolmentsIn = (text: string, path = '/repo/shop/kustomization.yaml'): readonly EnrolmentFact[] =>
  factsIn(kubernetesReader, text, path).filter((fact) => fact.kind === 'enrolment');

/** Who is enrolled by what, and what is written there. */
const inShort = (text: string, path?: string): readonly string[] =>
  enrolmentsIn(text, path).map(
    ({ scope, namespace, workload, enrolled, key, span }) =>
      `${enrolled ? '' : 'not '}${workload ?? scope} ${namespace ?? '?'} ${key}: ${text.slice(span.start, span.end).replaceAll(/\s+/g, ' ')}`,
  );

const patch = (target: string, text: string): string =>
  `patches:\n  - target: ${target}\n    patch: |\n${text.replaceAll(/^(?=.)/gm, '      ')}`;

describe('enrolment by a kustomization', () => {
  it('is a label that an operation adds to namespaces', () => {
    const text = patch(
      '{ kind: Namespace, name: shop }',
      '- op: add\n  path: /metadata/labels/istio.io~1dataplane-mode\n  value: ambient\n',
    );
    assert.deepEqual(inShort(text), [
      'namespace shop istio.io/dataplane-mode: /metadata/labels/istio.io~1dataplane-mode value: ambient',
    ]);
  });

  it('is a whole map of labels', () => {
    const text = patch(
      '{ kind: Namespace }',
      '- { op: add, path: /metadata/labels, value: { istio-injection: enabled } }\n',
    );
    assert.deepEqual(inShort(text), ['namespace ? istio-injection: istio-injection: enabled']);
  });

  it('may have the value before the path', () => {
    const text = patch(
      '{ kind: Namespace }',
      '- value: enabled\n  path: /metadata/labels/istio-injection\n  op: add\n',
    );
    assert.deepEqual(inShort(text), [
      'namespace ? istio-injection: enabled path: /metadata/labels/istio-injection',
    ]);
  });

  it('is none by a label on what is no namespace', () => {
    const text = patch(
      '{ kind: Service }',
      '- { op: add, path: /metadata/labels/istio-injection, value: enabled }\n',
    );
    assert.deepEqual(inShort(text), []);
  });

  it('is none by an operation that takes a label away', () => {
    const text = patch('{ kind: Namespace }', '- { op: remove, path: /metadata/labels/istio-injection }\n');
    assert.deepEqual(inShort(text), []);
  });

  it('is a partial namespace, by the name of the target', () => {
    const text = patch(
      '{ kind: Namespace, name: "shop-.*" }',
      'apiVersion: v1\nkind: Namespace\nmetadata: { name: any, labels: { istio-injection: enabled } }\n',
    );
    assert.deepEqual(inShort(text), ['namespace ? istio-injection: istio-injection: enabled']);
  });

  it('is an annotation of pods', () => {
    const text = patch(
      '{ kind: Deployment, name: cart, namespace: shop }',
      '- op: add\n  path: /spec/template/metadata/annotations/linkerd.io~1inject\n  value: enabled\n',
    );
    assert.deepEqual(inShort(text), [
      'Deployment cart shop linkerd.io/inject: /spec/template/metadata/annotations/linkerd.io~1inject value: enabled',
    ]);
  });

  it('is a file of operations, whoever uses it', () => {
    const text = '- { op: add, path: /metadata/labels/istio-injection, value: enabled }\n';
    assert.deepEqual(inShort(text, '/repo/mesh.yaml').length, 1);
  });

  it('is a label for everything, where a namespace is among it', () => {
    const labels = 'namespace: shop\nlabels: [{ pairs: { istio-injection: enabled } }]\n';
    assert.deepEqual(inShort(`${labels}resources: [ns.yaml]\n`), [
      'namespace shop istio-injection: istio-injection: enabled',
    ]);
    assert.deepEqual(inShort(`${labels}resources: [cart.yaml]\n`), []);
  });

  it('is a label for everything that reaches pods', () => {
    const text =
      'resources: [cart.yaml]\nlabels: [{ includeTemplates: true, pairs: { sidecar.istio.io/inject: "true" } }]\n';
    assert.deepEqual(inShort(text), [
      'Kustomization shop ? sidecar.istio.io/inject: sidecar.istio.io/inject: "true"',
    ]);
    assert.deepEqual(inShort(text.replace('includeTemplates: true, ', '')), []);
  });

  it('is an annotation for everything', () => {
    const text = 'resources: [cart.yaml]\ncommonAnnotations: { linkerd.io/inject: disabled }\n';
    assert.deepEqual(inShort(text), [
      'not Kustomization shop ? linkerd.io/inject: linkerd.io/inject: disabled',
    ]);
  });

  it('is none where nothing is built', () => {
    assert.deepEqual(inShort('commonLabels: { sidecar.istio.io/inject: "true" }\n'), []);
  });

  it('is a patch in a Kustomization of Flux', () => {
    const flux = `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: x }\nspec:\n${patch(
      '{ kind: Namespace }',
      '- { op: add, path: /metadata/labels/istio-injection, value: enabled }\n',
    ).replaceAll(/^(?=.)/gm, '  ')}`;
    assert.equal(inShort(flux, '/repo/ks.yaml').length, 1);
  });
});
