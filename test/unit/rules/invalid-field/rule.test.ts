import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMeshLint } from '../../../../server/src/features/create-mesh-lint.ts';
import type { Finding } from '../../../../server/src/rules/finding.ts';

function findingIn(text: string, file = 'a.yaml'): Finding | undefined {
  const lint = createMeshLint();
  lint.update(`file:///work/${file}`, text);
  lint.update('file:///work/b.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: b}\n');
  return lint.findings().find(({ rule }) => rule === 'invalid-field');
}

const namespace = (labels: string): string =>
  `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels: {${labels}}\n`;

describe('a field that Kubernetes refuses', () => {
  it('is told with what to write, and where', () => {
    const found = findingIn(namespace('istio.io/rev: 1.20'));
    assert.equal(
      found?.message,
      '`metadata.labels["istio.io/rev"]` of `Namespace shop` is `1.20`, which is no text. Kubernetes refuses the object, so nothing of it has effect. Write `"1.20"`.',
    );
    assert.deepEqual(
      found.fixes.map(({ title, preferred }) => [title, preferred]),
      [['Write `"1.20"`', true]],
    );
  });

  it('has the meaning of a boolean for its fix', () => {
    const meanings: readonly (readonly [string, string | undefined])[] = [
      ['istio-injection: true', 'enabled'],
      ['istio-injection: off', 'disabled'],
      ['istio.io/dataplane-mode: yes', 'ambient'],
      ['istio.io/dataplane-mode: no', 'none'],
      ['kuma.io/sidecar-injection: true', 'true'],
      ['istio.io/rev: true', undefined],
    ];
    for (const [label, meant] of meanings) {
      const titles = findingIn(namespace(label))?.fixes.map(({ title }) => title);
      assert.deepEqual(titles, meant === undefined ? [] : [`Write \`"${meant}"\``], label);
    }
  });

  it('is for people to change where a playbook applies it', () => {
    const task = `- hosts: all\n  tasks:\n    - kubernetes.core.k8s:\n        definition:\n${namespace('istio-injection: true').replaceAll(/^/gm, '          ')}`;
    const found = findingIn(task);
    assert.deepEqual(found?.fixes, []);
    assert.match(found.message, /Write `"enabled"`\.$/);
  });

  it('is information in data for tests', () => {
    assert.equal(findingIn(namespace('istio-injection: true'), 'testdata/a.yaml')?.severity, 'information');
    assert.equal(findingIn(namespace('istio-injection: true'))?.severity, 'error');
  });
});
