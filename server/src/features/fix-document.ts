import { applyEdits, differenceOf, type TextEdit } from '../edits/edit.ts';
import type { Finding } from '../rules/finding.ts';
import type { MeshLint } from './mesh-lint.ts';

/** More rounds than any chain of findings that hide each other. */
const maxRounds = 10;

/**
 * The edits of one document that make all its preferred fixes, and those that come up once they are made. A fix that
 * would reach into another file is left out: whoever fixes a file on saving it expects no other to change.
 * The engine holds the same texts afterwards as before.
 * @param text the document as the engine was given it
 * @param readText the texts of other files
 * @param wanted which findings are to be fixed
 */
export function fixDocument(
  lint: MeshLint,
  uri: string,
  text: string,
  readText: (uri: string) => string | undefined,
  wanted: (findings: readonly Finding[]) => readonly Finding[],
): readonly TextEdit[] {
  let current = text;
  let edits: readonly TextEdit[] = [];
  let rounds = 0;
  for (; rounds < maxRounds; rounds++) {
    const next = editsTogether(lint, uri, wanted(lint.findingsIn(uri)), (other) =>
      other === uri ? current : readText(other),
    );
    if (next.length === 0) break;
    edits = next;
    current = applyEdits(current, next);
    lint.update(uri, current);
  }
  if (rounds > 0) lint.update(uri, text);
  return rounds > 1 ? differenceOf(text, current) : edits;
}

/** The edits of all preferred fixes that concern this file alone; of two that overlap, the first. In file order. */
function editsTogether(
  lint: MeshLint,
  uri: string,
  findings: readonly Finding[],
  readText: (uri: string) => string | undefined,
): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const fix of findings.flatMap(({ fixes }) => fixes.filter(({ preferred }) => preferred))) {
    const outcome = lint.editsOf(fix, readText);
    if (!outcome.ok || outcome.files.some((file) => file.uri !== uri)) continue;
    const own = outcome.files.flatMap(({ edits }) => edits);
    if (!own.some((edit) => taken.some((other) => overlap(edit, other)))) taken.push(...own);
  }
  return taken.sort((left, right) => left.span.start - right.span.start);
}

/** Two insertions at one place count as overlapping: they may well be the same one. */
function overlap(left: TextEdit, right: TextEdit): boolean {
  return (
    left.span.start === right.span.start ||
    (left.span.start < right.span.end && right.span.start < left.span.end)
  );
}
