import type { Change, TextEdit } from '../../../edits/edit.ts';
import type { KeyPath } from '../../../facts/settings.ts';
import type { Scalar, Span } from '../../../yaml/node.ts';
import type { SetAssignment, SetPath } from '../../strvals/assignment.ts';
import type { ChartCommand } from '../chart-command.ts';
import { assignmentsOf, type PlacedAssignment } from '../settings.ts';
import type { SetArgument } from '../set-argument.ts';
import type { Dialect } from '../shell/cursor.ts';
import { addSet } from './add-set.ts';
import { changeKey, changeValue, dropAssignments } from './change-sets.ts';
import { cutFor, extentOf, gapAfter } from './layout.ts';

/** The edits for a change, unchecked; undefined if the command has no room for it. */
export function planChange(
  text: string,
  command: ChartCommand,
  change: Change,
  dialect: Dialect,
): readonly TextEdit[] | undefined {
  switch (change.op) {
    case 'set':
      return planSet(text, command, change.path, change.value, dialect);
    case 'rename':
      return planRename(command, change.from, change.to, dialect);
    case 'remove':
      return planRemove(text, command, change.path, dialect);
  }
}

function planSet(
  text: string,
  command: ChartCommand,
  path: KeyPath,
  value: Scalar,
  dialect: Dialect,
): readonly TextEdit[] | undefined {
  const deciding = assignmentsOf(command.sets).findLast(
    ({ assignment }) => assignment.path.length === path.length && startsWithPath(assignment.path, path),
  );
  if (deciding !== undefined) return changeValue(deciding, value, dialect);
  const added = addSet(text, command, path, value, dialect);
  return added === undefined ? undefined : [added];
}

function planRename(
  command: ChartCommand,
  from: KeyPath,
  to: KeyPath,
  dialect: Dialect,
): readonly TextEdit[] | undefined {
  const edits = assignmentsBelow(command, from).map((placed) => changeKey(placed, from, to, dialect));
  return edits.length === 0 || edits.includes(undefined) ? undefined : edits.flatMap((edit) => edit ?? []);
}

function planRemove(
  text: string,
  command: ChartCommand,
  path: KeyPath,
  dialect: Dialect,
): readonly TextEdit[] | undefined {
  const bySet = new Map<SetArgument, Set<SetAssignment>>();
  for (const { set, assignment } of assignmentsBelow(command, path)) {
    bySet.set(set, (bySet.get(set) ?? new Set()).add(assignment));
  }
  const edits: TextEdit[] = [];
  const whole: Span[] = [];
  for (const [set, dropped] of bySet) {
    if (dropped.size === set.parsed.assignments.length) {
      whole.push(extentOf(set.argument));
      continue;
    }
    const some = dropAssignments(set, dropped, dialect);
    if (some === undefined) return undefined;
    edits.push(...some);
  }
  edits.push(...adjoining(text, whole).map((extent) => ({ span: cutFor(text, extent), newText: '' })));
  return edits.length === 0 ? undefined : edits;
}

/** Neighbours become one extent, so that the blanks between them are cut once. */
function adjoining(text: string, extents: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const extent of [...extents].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && last.end + gapAfter(text, last.end).length === extent.start) {
      joined[joined.length - 1] = { start: last.start, end: extent.end };
    } else {
      joined.push(extent);
    }
  }
  return joined;
}

/** The assignments of a key and of all keys below it. */
export function assignmentsBelow(command: ChartCommand, path: KeyPath): readonly PlacedAssignment[] {
  return assignmentsOf(command.sets).filter(({ assignment }) => startsWithPath(assignment.path, path));
}

export function startsWithPath(path: SetPath, start: KeyPath): boolean {
  return start.length > 0 && start.every((part, index) => path[index] === part);
}
