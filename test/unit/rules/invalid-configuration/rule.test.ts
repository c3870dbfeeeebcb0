import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMeshLint } from '../../../../server/src/features/create-mesh-lint.ts';

describe('invalid-configuration', () => {
  it('stands on the key that cannot be used, alone and without a fix', () => {
    const uri = 'file:///workspace/.cilium-mesh-lint.yaml';
    const text = 'kernel: "5.15"\nignored: [old/**]\n';
    const lint = createMeshLint();
    lint.update(uri, text);
    const start = text.indexOf('ignored');
    assert.deepEqual(lint.findings(), [
      {
        rule: 'invalid-configuration',
        severity: 'warning',
        message:
          'There is no setting `ignored` here. It has no effect; docs/configuration.md lists what has.',
        at: { uri, span: { start, end: start + 'ignored'.length } },
        related: [],
        fixes: [],
      },
    ]);
  });
});
