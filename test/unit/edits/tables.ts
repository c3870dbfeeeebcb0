import assert from 'node:assert/strict';
import { it } from 'node:test';
import { editYaml } from '../../../server/src/edits/edit-yaml.ts';
import {
  applyEdits,
  type Addition,
  type Change,
  type RefusalReason,
} from '../../../server/src/edits/edit.ts';
import type { KeyPath } from '../../../server/src/yaml/node.ts';

/** A text, and what it is after a change: the new text, `same`, or the reason why it is left alone. */
export type Row = readonly [
  name: string,
  before: string,
  after: string | { readonly refused: RefusalReason },
];

export interface Base {
  readonly document?: number;
  readonly path?: KeyPath;
}

/** One test for each row. */
export function table(change: Change | Addition, rows: readonly Row[], base: Base = {}): void {
  for (const [name, before, after] of rows) {
    it(name, () => {
      const result = editYaml(before, { document: base.document ?? 0, base: base.path ?? [] }, change);
      if (typeof after === 'object') {
        assert.deepEqual(result, { ok: false, reason: after.refused });
        return;
      }
      assert.ok(result.ok, result.ok ? '' : result.reason);
      assert.equal(applyEdits(before, result.edits), after === 'same' ? before : after);
      if (after === 'same') assert.deepEqual(result.edits, []);
    });
  }
}
