import {
  applyEdits,
  inOrder,
  refused,
  type Change,
  type EditResult,
  type TextEdit,
} from '../../../edits/edit.ts';
import type { LayerAddress } from '../../../facts/settings.ts';
import { readCommands } from '../read-commands.ts';
import { planChange } from './plan-change.ts';
import { isExactly } from './verify.ts';

/**
 * The edits that make a change in the chart command at `address.document`. The text after them is read again: if
 * anything but the one path would differ, there are no edits but a reason.
 */
export function writeCommand(text: string, address: LayerAddress, change: Change): EditResult {
  const before = readCommands(text);
  const command = before.commands[address.document];
  if (command === undefined || address.path.length > 0) return refused('gone');
  const plan = planChange(text, command, change, before.dialect);
  if (!plan.ok) return plan;
  if (overlap(plan.edits)) return refused('unsupported-layout');
  const after = readCommands(applyEdits(text, plan.edits));
  return isExactly(before, after, address.document, change) ? plan : refused('would-change-more');
}

function overlap(edits: readonly TextEdit[]): boolean {
  const ordered = inOrder(edits);
  return ordered.some(({ span }, index) => span.start < (ordered[index - 1]?.span.end ?? 0));
}
