import { refused, type Change, type EditResult, type TextEdit } from '../../../edits/edit.ts';
import type { KeyPath, Scalar, Span } from '../../../yaml/node.ts';
import type { SetAssignment } from '../../strvals/assignment.ts';
import { formatSet } from '../../strvals/format-set.ts';
import { startsWithPath } from '../../strvals/settings.ts';
import type { ChartCommand } from '../chart-command.ts';
import { assignmentsOf, settingsOf, type PlacedAssignment } from '../settings.ts';
import type { SetArgument } from '../set-argument.ts';
import type { Dialect } from '../shell/cursor.ts';
import { addSet } from './add-set.ts';
import { changeKey, changeValue, dropAssignments } from './change-sets.ts';
import { cutFor, extentOf, gapAfter } from './layout.ts';

/** The edits for a change, not yet held against what they do to the whole file. */
export function planChange(
  text: string,
  command: ChartCommand,
  change: Change,
  dialect: Dialect,
): EditResult {
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
): EditResult {
  for (const setting of settingsOf(command.sets).settings) {
    const { kind } = setting.value;
    const isSame = setting.path.length === path.length && startsWithPath(path, setting.path);
    if (isSame && (kind === 'map' || kind === 'list')) return refused('not-a-scalar');
    if (isSame || !startsWithPath(path, setting.path)) continue;
    if (kind === 'known') return refused('holds-scalar');
    if (kind === 'list') return refused('holds-list');
  }
  if (formatSet(path, value) === undefined) return refused('not-writable');
  const deciding = assignmentsOf(command.sets).findLast(
    ({ assignment }) => assignment.path.length === path.length && startsWithPath(assignment.path, path),
  );
  if (deciding === undefined) return planned(addedTo(text, command, path, value, dialect));
  const changed = changeValue(deciding, value, dialect);
  if (changed !== undefined || deciding.set.parsed.assignments.length === 1) return planned(changed);
  // A list of `--set-string` that cannot say the value loses the key to a `--set`.
  const dropped = dropAssignments(deciding.set, new Set([deciding.assignment]), dialect);
  const added = addedTo(text, command, path, value, dialect);
  return planned(dropped && added && [...dropped, ...added]);
}

function addedTo(
  text: string,
  command: ChartCommand,
  path: KeyPath,
  value: Scalar,
  dialect: Dialect,
): readonly TextEdit[] | undefined {
  const added = addSet(text, command, path, value, dialect);
  return added && [added];
}

function planRename(command: ChartCommand, from: KeyPath, to: KeyPath, dialect: Dialect): EditResult {
  const found = assignmentsBelow(command, from);
  if (found.length === 0) return refused('absent');
  if (settingsOf(command.sets).settings.some(({ path }) => startsWithPath(path, to)))
    return refused('already-set');
  const edits = found.map((placed) => changeKey(placed, from, to, dialect));
  return planned(edits.includes(undefined) ? undefined : edits.flatMap((edit) => edit ?? []));
}

function planRemove(text: string, command: ChartCommand, path: KeyPath, dialect: Dialect): EditResult {
  const bySet = new Map<SetArgument, Set<SetAssignment>>();
  for (const { set, assignment } of assignmentsBelow(command, path)) {
    bySet.set(set, (bySet.get(set) ?? new Set()).add(assignment));
  }
  if (bySet.size === 0) return refused('absent');
  const edits: TextEdit[] = [];
  const whole: Span[] = [];
  for (const [set, dropped] of bySet) {
    if (dropped.size === set.parsed.assignments.length) {
      whole.push(extentOf(set.argument));
      continue;
    }
    const some = dropAssignments(set, dropped, dialect);
    if (some === undefined) return planned(undefined);
    edits.push(...some);
  }
  return planned([
    ...edits,
    ...adjoining(text, whole).map((extent) => ({ span: cutFor(text, extent), newText: '' })),
  ]);
}

/** Neighbours become one extent, so that the blanks between them are cut once. */
function adjoining(text: string, extents: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const extent of extents.toSorted((a, b) => a.start - b.start)) {
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
function assignmentsBelow(command: ChartCommand, path: KeyPath): readonly PlacedAssignment[] {
  return assignmentsOf(command.sets).filter(({ assignment }) => startsWithPath(assignment.path, path));
}

function planned(edits: readonly TextEdit[] | undefined): EditResult {
  return edits === undefined ? refused('unsupported-layout') : { ok: true, edits };
}
