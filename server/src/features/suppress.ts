import { t } from '@vscode/l10n';
import { applyEdits, type TextEdit } from '../edits/edit.ts';
import { sameDocuments } from '../edits/compare.ts';
import type { RuleName } from '../rules/names.ts';
import { sourceKindOf, type SourceKind } from '../source/file.ts';
import { suppressionMark } from '../source/suppressions.ts';

/** Where a comment keeps a rule from speaking. */
export const suppressionScopes = ['next-line', 'file'] as const;
export type SuppressionScope = (typeof suppressionScopes)[number];

/** A comment to be written, and which part of it the user will want to replace: why. */
export interface SuppressionComment {
  readonly edit: TextEdit;
  /** Offset and length of the reason in the new text. */
  readonly reason: { readonly start: number; readonly length: number };
}

/**
 * The comment that keeps a rule from speaking at a place, above the line of the place or at the top of the file; absent where
 * no comment can stand without changing what the file says.
 *
 * @param path the file's decoded path, which tells how comments are written there
 */
export function suppressionComment(
  path: string,
  text: string,
  offset: number,
  rule: RuleName,
  scope: SuppressionScope,
): SuppressionComment | undefined {
  const kind = sourceKindOf(path);
  if (kind === undefined) return undefined;
  const at = scope === 'file' ? topOf(text) : firstLineOfCommand(kind, text, lineStart(text, offset));
  const indentation = scope === 'file' ? '' : (/^[ \t]*/.exec(text.slice(at))?.[0] ?? '');
  const [open, close] = kind === 'markdown' ? ['<!--', ' -->'] : ['#', ''];
  const beginning = `${indentation}${open} ${suppressionMark}-${scope} ${rule}: `;
  const reasonToFill = t('reason');
  const newText = `${beginning}${reasonToFill}${close}${text.includes('\r\n') ? '\r\n' : '\n'}`;
  const edit: TextEdit = { span: { start: at, end: at }, newText };
  if (kind === 'yaml' && !sameDocuments(text, applyEdits(text, [edit]))) return undefined;
  return { edit, reason: { start: beginning.length, length: reasonToFill.length } };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind a byte order mark and a line that tells the interpreter of a script. */
function topOf(text: string): number {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (!text.startsWith('#!', start)) return start;
  const end = text.indexOf('\n', start);
  return end === -1 ? start : end + 1;
}

/** Nothing may stand between the lines of a command that `\` continues: the comment goes above the first of them. */
function firstLineOfCommand(kind: SourceKind, text: string, line: number): number {
  if (kind === 'yaml') return line;
  let first = line;
  while (first > 0 && /\\\r?\n$/.test(text.slice(Math.max(0, first - 3), first))) {
    first = lineStart(text, first - 1);
  }
  return first;
}
