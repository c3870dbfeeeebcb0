import { applyEdits, differenceOf, type TextEdit } from '../edits/edit.ts';
import type { KeyPath } from '../facts/settings.ts';
import type { Finding, Fix, FixStep, LayerReference } from '../rules/finding.ts';
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

/** The edits of all preferred fixes that concern this file alone; of two that meet, the first. In file order. */
function editsTogether(
  lint: MeshLint,
  uri: string,
  findings: readonly Finding[],
  readText: (uri: string) => string | undefined,
): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  const made: Fix[] = [];
  for (const fix of findings.flatMap(({ fixes }) => fixes.filter(({ preferred }) => preferred))) {
    if (made.some((other) => writeBelowOneKey(fix, other))) continue;
    const outcome = lint.editsOf(fix, readText);
    if (!outcome.ok || outcome.files.some((file) => file.uri !== uri)) continue;
    const own = outcome.files.flatMap(({ edits }) => edits);
    if (own.some((edit) => taken.some((other) => overlap(edit, other)))) continue;
    taken.push(...own);
    made.push(fix);
  }
  return taken.sort((left, right) => left.span.start - right.span.start);
}

/** Whether one fix adds something below a key that the other touches too: neither would know of what the other makes there. */
function writeBelowOneKey(one: Fix, other: Fix): boolean {
  const touched = new Set(other.steps.flatMap(touchedKeys));
  const added = new Set(other.steps.flatMap(addedKeys));
  return (
    one.steps.flatMap(addedKeys).some((key) => touched.has(key)) ||
    one.steps.flatMap(touchedKeys).some((key) => added.has(key))
  );
}

function addedKeys(step: FixStep): readonly string[] {
  if (step.op === 'set') return [rootKey(step.layer, step.path)];
  return step.op === 'rename' ? [rootKey(step.layer, step.to)] : [];
}

function touchedKeys(step: FixStep): readonly string[] {
  if (step.op === 'remove') return [rootKey(step.layer, step.path)];
  return step.op === 'rename' ? [rootKey(step.layer, step.from), ...addedKeys(step)] : addedKeys(step);
}

/** The key at the root of a layer below which a path leads. */
function rootKey({ uri, address }: LayerReference, [key]: KeyPath): string {
  return JSON.stringify([uri, address, key]);
}

/** Two insertions at one place count as overlapping: they may well be the same one. */
function overlap(left: TextEdit, right: TextEdit): boolean {
  return (
    left.span.start === right.span.start ||
    (left.span.start < right.span.end && right.span.start < left.span.end)
  );
}
