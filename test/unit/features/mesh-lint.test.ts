import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMeshLint } from '../../../server/src/features/create-mesh-lint.ts';
import type { MeshLint } from '../../../server/src/features/mesh-lint.ts';

const values = 'file:///w/cilium/values.yaml';
const clean = 'kubeProxyReplacement: true\nsocketLB:\n  hostNamespaceOnly: true\n';
const broken = 'kubeProxyReplacement: true\n';
const namespace = `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
`;

function lintOf(text: string): MeshLint {
  const lint = createMeshLint();
  lint.update(values, text);
  lint.update('file:///w/shop.yaml', namespace);
  return lint;
}

/** Takes so many steps of the preparation, or all of them; returns how many there were. */
function prepare(lint: MeshLint, change: { readonly after: number; readonly text: string }): number {
  let steps = 0;
  for (const step of lint.prepare()) {
    assert.equal(step, undefined);
    if (++steps === change.after) lint.update(values, change.text);
  }
  return steps;
}

const never = { after: -1, text: '' };

describe('findings that are prepared in steps', () => {
  it('are those that come all at once', () => {
    const lint = lintOf(broken);
    assert.ok(prepare(lint, never) > 20, 'there are many steps');
    const found = lint.findings();
    assert.deepEqual(
      found.map(({ rule }) => rule),
      ['socket-lb-bypasses-mesh'],
    );
    assert.deepEqual(found, lintOf(broken).findings());
  });

  it('are prepared once', () => {
    const lint = lintOf(broken);
    prepare(lint, never);
    const found = lint.findings();
    assert.equal(prepare(lint, never), 0);
    assert.equal(lint.findings(), found);
  });

  it('are no longer prepared once they have been asked for in between', () => {
    const lint = lintOf(broken);
    let steps = 0;
    for (const step of lint.prepare()) {
      assert.equal(step, undefined);
      if (++steps === 3) lint.findings();
    }
    assert.equal(steps, 3);
  });

  it('follow a change in between, which ends the steps, whichever it comes after', () => {
    const all = prepare(lintOf(clean), never);
    for (let after = 1; after < all; after++) {
      const lint = lintOf(clean);
      assert.equal(prepare(lint, { after, text: broken }), after);
      assert.deepEqual(lint.findings(), lintOf(broken).findings());
    }
  });
});
