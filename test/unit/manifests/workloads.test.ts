import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { podTemplateOf } from '../../../server/src/manifests/workloads.ts';
import { textAt } from '../../../server/src/manifests/objects.ts';
import { factsIn, objectIn, manifestReader } from '../../support/read.ts';

const pod = (indent: string): string =>
  `${indent}metadata: { name: cart-pod }\n${indent}spec: { hostNetwork: true }`;

const manifests: Readonly<Record<string, string>> = {
  Pod: `apiVersion: v1\nkind: Pod\n${pod('')}\n`,
  PodTemplate: `apiVersion: v1\nkind: PodTemplate\nmetadata: { name: cart }\ntemplate:\n${pod('  ')}\n`,
  CronJob: `apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: cart }\nspec:\n  jobTemplate:\n    spec:\n      template:\n${pod('        ')}\n`,
  ...Object.fromEntries(
    ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Job', 'Rollout'].map(
      (kind) => [
        kind,
        `apiVersion: apps/v1\nkind: ${kind}\nmetadata: { name: cart }\nspec:\n  template:\n${pod('    ')}\n`,
      ],
    ),
  ),
};

describe('podTemplateOf', () => {
  for (const [kind, text] of Object.entries(manifests)) {
    it(`finds the pod of a ${kind}`, () => {
      assert.equal(textAt(podTemplateOf(objectIn(text))?.metadata, 'name'), 'cart-pod');
    });
  }

  for (const kind of ['ConfigMap', 'Service', 'constructor', 'toString', '__proto__']) {
    it(`finds none in a ${kind}`, () => {
      assert.equal(
        podTemplateOf(objectIn(`apiVersion: v1\nkind: ${kind}\nmetadata: { name: cart }\n`)),
        undefined,
      );
    });
  }
});

describe('workloads', () => {
  const workload = (spec: string) =>
    factsIn(
      manifestReader,
      `apiVersion: apps/v1\nkind: DaemonSet\nmetadata: { name: agent, namespace: node }\nspec:\n  template:\n    spec: ${spec}\n`,
    ).map((fact) => (fact.kind === 'workload' ? [fact.name, fact.namespace, fact.hostNetwork] : fact.kind));

  it('tell pods on the network of their node', () => {
    assert.deepEqual(workload('{ hostNetwork: true }'), [['DaemonSet agent', 'node', true]]);
  });

  for (const spec of ['{ hostNetwork: false }', '{ hostNetwork: "{{ .Values.hostNetwork }}" }', '{}', '']) {
    it(`take spec: ${spec} for pods with a network of their own`, () => {
      assert.deepEqual(workload(spec), [['DaemonSet agent', 'node', false]]);
    });
  }
});
