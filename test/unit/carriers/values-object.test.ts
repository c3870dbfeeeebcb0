import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { valuesObjectCarrier } from '../../../server/src/carriers/values-object.ts';
import type { ValuesObjectFact } from '../../../server/src/facts/deployment.ts';
import { layersIn, scalarsOf, written } from '../../support/carriers.ts';
import { only } from '../../support/only.ts';
import { factsIn } from '../../support/read.ts';

const object = (body: string, kind = 'ConfigMap'): string =>
  `apiVersion: v1\nkind: ${kind}\nmetadata: { name: cilium-values, namespace: kube-system }\n${body}`;

const objectsIn = (text: string): readonly ValuesObjectFact[] =>
  factsIn(valuesObjectCarrier, text).filter((fact) => fact.kind === 'values-object');

/** The keys of an object with what they hold. */
const held = (text: string): readonly string[] =>
  objectsIn(text).map(({ key, holds }) => `${key}: ${holds.kind}`);

describe('an object that holds values', () => {
  const block = object('data:\n  values.yaml: |\n    # shared\n    kubeProxyReplacement: true\n');

  it('has them as YAML in a string, with the places of the file', () => {
    const setting = only(only(layersIn(valuesObjectCarrier, block)).settings);
    assert.equal(block.slice(setting.keySpan.start, setting.valueSpan.end), 'kubeProxyReplacement: true');
    assert.deepEqual(held(block), ['values.yaml: own-layer']);
  });

  it('may be a Secret with plain text', () => {
    assert.deepEqual(held(object('stringData: { cilium.yaml: "debug: {enabled: true}" }\n', 'Secret')), [
      'cilium.yaml: own-layer',
    ]);
  });

  it('is unknown where a Secret is encoded', () => {
    assert.deepEqual(held(object('data: { values.yaml: ZGVidWc6IHt9 }\n', 'Secret')), [
      'values.yaml: unknown',
    ]);
  });

  it('is unknown where the text is no YAML', () => {
    assert.deepEqual(held(object('data:\n  values.yaml: |\n    a: [1\n')), ['values.yaml: unknown']);
  });

  it('does not hold scripts, flags and certificates', () => {
    assert.deepEqual(held(object('data:\n  run.sh: |\n    cilium status\n  debug: "true"\n')), []);
  });

  it('has nothing behind the first of several documents', () => {
    const text = object('data:\n  values.yaml: |\n    debug: {}\n    ---\n    kubeProxyReplacement: true\n');
    assert.deepEqual(
      only(layersIn(valuesObjectCarrier, text)).settings.map(({ path }) => path.join('.')),
      ['debug'],
    );
  });

  it('may hold values below the key of a dependency', () => {
    const text = object('data:\n  values.yaml: |\n    cilium:\n      kubeProxyReplacement: true\n').replace(
      'cilium-values',
      'net',
    );
    const layer = only(layersIn(valuesObjectCarrier, text));
    assert.deepEqual(layer.address.path, ['data', 'values.yaml', 'cilium']);
    assert.deepEqual(scalarsOf(layer), { kubeProxyReplacement: true });
  });

  it('is left alone where nothing in its file speaks of Cilium', () => {
    const text = object('data:\n  values.yaml: |\n    replicas: 2\n').replace('cilium-values', 'shop');
    assert.deepEqual(factsIn(valuesObjectCarrier, text), []);
  });

  it('is written into the block scalar', () => {
    const change = { op: 'set', path: ['socketLB', 'hostNamespaceOnly'], value: true } as const;
    assert.equal(
      written(valuesObjectCarrier, block, ['data', 'values.yaml'], change),
      `${block}    socketLB:\n      hostNamespaceOnly: true\n`,
    );
  });

  it('is written below the key of a dependency', () => {
    const text = object('data:\n  values.yaml: |\n    cilium:\n      kubeProxyReplacement: true\n');
    const change = { op: 'set', path: ['socketLB', 'hostNamespaceOnly'], value: true } as const;
    assert.equal(
      written(valuesObjectCarrier, text, ['data', 'values.yaml', 'cilium'], change),
      `${text}      socketLB:\n        hostNamespaceOnly: true\n`,
    );
  });

  it('is not written where it has gone', () => {
    const change = { op: 'set', path: ['debug', 'enabled'], value: true } as const;
    assert.equal(written(valuesObjectCarrier, '', ['data', 'values.yaml'], change), 'gone');
  });
});
