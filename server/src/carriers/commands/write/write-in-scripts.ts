import {
  applyEdits,
  inOrder,
  refused,
  type Change,
  type EditResult,
  type TextEdit,
} from '../../../edits/edit.ts';
import type { KeyPath, LayerAddress } from '../../../facts/settings.ts';
import { editHereDocument } from '../here-documents.ts';
import { readCommands, type PlacedCommand } from '../read-commands.ts';
import { reads, type Script } from '../script.ts';
import { planChange } from './plan-change.ts';
import { isExactly, isUntouched } from './verify.ts';

/**
 * The edits that make a change in the chart command at `address.document` of a file, or in the here-document that is its
 * values file `address.path[0]`. The file after them is read again: if anything but the one path would differ, there
 * are no edits but a reason.
 */
export function writeInScripts(
  scriptsOf: (text: string) => readonly Script[],
  text: string,
  address: LayerAddress,
  change: Change,
): EditResult {
  const scripts = scriptsOf(text);
  const before = readCommands(scripts);
  const placed = before[address.document];
  if (placed === undefined) return refused('gone');
  const plan = planIn(placed, address, change);
  if (!plan.ok || plan.edits.length === 0) return plan;
  if (overlap(plan.edits)) return refused('unsupported-layout');
  const made = placed.script.place(plan.edits);
  if (!made.ok) return made;

  const wanted = applyEdits(placed.script.text, plan.edits);
  const scriptsAfter = scriptsOf(applyEdits(text, made.edits));
  const isAsWanted =
    scripts.length === scriptsAfter.length &&
    scriptsAfter.every((script, index) => {
      const old = scripts[index];
      return old !== undefined && reads(script, old === placed.script ? wanted : old.text);
    });
  if (!isAsWanted) return refused('would-change-more');
  const after = readCommands(scriptsAfter);
  const { file, below } = placeIn(address);
  const isRight =
    file === undefined
      ? isExactly(before, after, address.document, changeBelow(change, below))
      : isUntouched(before, after);
  return isRight ? made : refused('would-change-more');
}

function planIn({ script, command }: PlacedCommand, address: LayerAddress, change: Change): EditResult {
  const { file, below } = placeIn(address);
  if (file === undefined) return planChange(script.text, command, changeBelow(change, below), script.dialect);
  const document = command.valuesFiles[file]?.document;
  return document === undefined ? refused('gone') : editHereDocument(script.text, document, below, change);
}

/** Which of the command's values files is meant, if not its arguments, and the key of a dependency there. */
function placeIn({ path }: LayerAddress): { readonly file: number | undefined; readonly below: KeyPath } {
  const [first = '', ...rest] = path;
  return /^\d+$/.test(first) ? { file: Number(first), below: rest } : { file: undefined, below: path };
}

/** A change of the values of a dependency as one of the chart's own. */
function changeBelow(change: Change, below: KeyPath): Change {
  switch (change.op) {
    case 'set':
      return { op: 'set', path: [...below, ...change.path], value: change.value };
    case 'rename':
      return { op: 'rename', from: [...below, ...change.from], to: [...below, ...change.to] };
    case 'remove':
      return { ...change, path: [...below, ...change.path] };
  }
}

function overlap(edits: readonly TextEdit[]): boolean {
  const ordered = inOrder(edits);
  return ordered.some(({ span }, index) => span.start < (ordered[index - 1]?.span.end ?? 0));
}
