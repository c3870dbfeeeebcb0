import { applyEdits, type TextEdit } from '../edits/edit.ts';
import type { Fix } from '../rules/finding.ts';
import type { MeshLint } from './mesh-lint.ts';

/** What a fix makes of one file. */
export interface FileChange {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
  /** The same as edits; offsets count in `before`. */
  readonly edits: readonly TextEdit[];
}

/** The files that a fix changes, or why it cannot be made. */
export type Changes =
  | { readonly ok: true; readonly changes: readonly FileChange[] }
  | { readonly ok: false; readonly reason: string };

/** Makes a fix on paper: nothing is written and the engine is not told. */
export function changesOf(lint: MeshLint, fix: Fix, readText: (uri: string) => string | undefined): Changes {
  const outcome = lint.editsOf(fix, readText);
  if (!outcome.ok) return outcome;
  const changes = outcome.files.map(({ uri, edits }): FileChange => {
    const before = readText(uri) ?? '';
    return { uri, before, after: applyEdits(before, edits), edits };
  });
  return { ok: true, changes };
}
