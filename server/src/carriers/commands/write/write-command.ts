import type { Change, EditResult, TextEdit } from '../../../edits/edit.ts';
import type { LayerAddress } from '../../../facts/settings.ts';
import { readCommands } from '../read-commands.ts';
import { isExactly } from './verify.ts';
import { planChange } from './plan-change.ts';

/**
 * The edits that make a change in the chart command at `address.document`. The text after them is read again: if
 * anything but the one path would differ, there are no edits but a reason.
 */
export function writeCommand(text: string, address: LayerAddress, change: Change): EditResult {
  const before = readCommands(text);
  const command = before.commands[address.document];
  if (command === undefined || address.path.length > 0)
    return { ok: false, reason: 'The command is no longer there.' };
  const edits = planChange(text, command, change, before.dialect);
  if (edits === undefined)
    return { ok: false, reason: 'The arguments of this command leave no room for the change.' };
  const edited = applied(text, edits);
  if (edited === undefined || !isExactly(before, readCommands(edited), address.document, change)) {
    return { ok: false, reason: 'The change would alter more of this command than the one setting.' };
  }
  return { ok: true, edits };
}

/** A text after edits; undefined if they overlap. */
function applied(text: string, edits: readonly TextEdit[]): string | undefined {
  let result = '';
  let at = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < at) return undefined;
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
