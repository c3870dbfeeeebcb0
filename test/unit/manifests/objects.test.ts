import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { marksOf, textAt } from '../../../server/src/manifests/objects.ts';
import { objectIn, objectsIn } from '../../support/read.ts';

const names = (text: string): readonly string[] =>
  objectsIn(text).map(({ kind, namespace, name }) => `${kind} ${namespace ?? '?'}/${name ?? '?'}`);

describe('objectsOf', () => {
  it('reads every document of a file', () => {
    const text = [
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n',
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\n  namespace: shop\n',
      '# nothing here\n',
    ].join('---\n');
    assert.deepEqual(names(text), ['Namespace ?/shop', 'Service shop/cart']);
  });

  it('reads the items of a List, and of a list of one kind', () => {
    const items = (kind: string): string =>
      [
        'apiVersion: v1',
        `kind: ${kind}`,
        'items:',
        '- apiVersion: v1',
        '  kind: Service',
        '  metadata: { name: cart, namespace: shop }',
        '- { apiVersion: v1, kind: Service, metadata: { name: prices } }',
      ].join('\n');
    assert.deepEqual(names(items('List')), ['Service shop/cart', 'Service ?/prices']);
    assert.deepEqual(names(items('ServiceList')), ['Service shop/cart', 'Service ?/prices']);
  });

  it('is not blown up by lists of aliases to lists', () => {
    const list = (name: string, items: string): string =>
      `- &${name}\n  apiVersion: v1\n  kind: List\n  items: [${Array.from({ length: 40 }, () => items).join(', ')}]\n`;
    const bomb = `apiVersion: v1\nkind: List\nitems:\n${list('a', '{}')}${list('b', '*a')}${list('c', '*b')}${list('d', '*c')}${list('e', '*d')}`;
    assert.ok(objectsIn(bomb).length <= 5);
  });

  it('leaves out values files and other maps that are no objects', () => {
    assert.deepEqual(names('kubeProxyReplacement: true\n'), []);
    assert.deepEqual(names('kind: Cluster\nnodes: []\n'), []);
    assert.deepEqual(names('- apiVersion: v1\n  kind: Namespace\n'), []);
  });

  it('leaves out an object whose kind only a template knows', () => {
    assert.deepEqual(names('apiVersion: apps/v1\nkind: {{ .Values.kind }}\nmetadata:\n  name: cart\n'), []);
  });

  it('does not know a name or a namespace that a template writes', () => {
    const text =
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Release.Name }}\n  namespace: ${NAMESPACE}\n';
    assert.deepEqual(names(text), ['Service ?/?']);
  });
});

describe('textAt', () => {
  it('keeps the digits as written', () => {
    const { metadata } = objectIn('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: 1.10\n');
    assert.equal(textAt(metadata, 'name'), '1.10');
  });
});

describe('marksOf', () => {
  const labelsOf = (labels: string) =>
    marksOf(
      objectIn(`apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:${labels}\n`).metadata,
      'labels',
    );

  it('knows quoted and bare values alike', () => {
    const labels = labelsOf('\n    istio-injection: "enabled"\n    istio.io/dataplane-mode: ambient');
    assert.equal(labels.get('istio-injection')?.value, 'enabled');
    assert.equal(labels.get('istio.io/dataplane-mode')?.value, 'ambient');
  });

  it('leaves out values that only a template knows', () => {
    const labels = labelsOf(
      '\n    istio-injection: {{ .Values.injection }}\n    team: ${TEAM}\n    tier: front',
    );
    assert.deepEqual([...labels.keys()], ['tier']);
  });

  it('leaves out what stands under a condition', () => {
    const labels = labelsOf(
      '\n    {{- if .Values.mesh }}\n    istio-injection: enabled\n    {{- end }}\n    tier: front',
    );
    assert.deepEqual([...labels.keys()], ['tier']);
  });

  it('follows aliases and merges', () => {
    const text = [
      'apiVersion: v1',
      'kind: Namespace',
      'metadata:',
      '  name: shop',
      '  annotations: &common { team: retail }',
      '  labels:',
      '    <<: *common',
      '    istio-injection: enabled',
    ].join('\n');
    const labels = marksOf(objectIn(text).metadata, 'labels');
    assert.deepEqual([...labels.keys()], ['team', 'istio-injection']);
  });

  it('finds none where there is no map', () => {
    assert.equal(labelsOf('').size, 0);
    assert.equal(marksOf(undefined, 'annotations').size, 0);
  });
});
