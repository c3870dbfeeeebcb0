import type { TextEdit } from '../../../edits/edit.ts';
import type { KeyPath, Scalar } from '../../../yaml/node.ts';
import type { SetAssignment } from '../../strvals/assignment.ts';
import { formatKey, formatValue, setKindFor } from '../../strvals/format-set.ts';
import type { PlacedAssignment } from '../settings.ts';
import type { SetArgument } from '../set-argument.ts';
import type { Dialect } from '../shell/cursor.ts';
import { replaceInWord } from './replace-in-word.ts';

/** Gives an assignment another value where it stands; a flag that would read it as another type is changed as well. */
export function changeValue(
  { set, assignment }: PlacedAssignment,
  value: Scalar,
  dialect: Dialect,
): readonly TextEdit[] | undefined {
  const { syntax, argument } = set;
  if (syntax === 'config' || syntax === 'flag') {
    return value === null ? undefined : both(replaceValue(set, assignment, String(value), dialect));
  }
  const sameFlag = formatValue(value, syntax);
  if (sameFlag !== undefined) return both(replaceValue(set, assignment, sameFlag, dialect));
  const kind = setKindFor(value);
  const otherFlag = formatValue(value, kind);
  if (otherFlag === undefined || set.parsed.assignments.length !== 1) return undefined;
  const name = set.flag.startsWith('helm-') ? `helm-${kind}` : kind;
  return both(
    replaceInWord(argument.word, 2, 2 + set.flag.length, name, dialect),
    replaceValue(set, assignment, otherFlag, dialect),
  );
}

/** Gives the beginning `from` of an assignment's path another name. */
export function changeKey(
  { set, assignment }: PlacedAssignment,
  from: KeyPath,
  to: KeyPath,
  dialect: Dialect,
): readonly TextEdit[] | undefined {
  const last = assignment.segments[from.length - 1];
  const key = set.syntax === 'config' ? configKey(to) : formatKey(to);
  if (last === undefined || key === undefined || set.syntax === 'flag') return undefined;
  if (set.syntax === 'set-literal' && key.includes('\\')) return undefined;
  const start = set.value.from + assignment.keySpan.start;
  return both(replaceInWord(set.value.word, start, set.value.from + last.end, key, dialect));
}

/** Takes some of the assignments out of an argument that keeps others. */
export function dropAssignments(
  set: SetArgument,
  dropped: ReadonlySet<SetAssignment>,
  dialect: Dialect,
): readonly TextEdit[] | undefined {
  const { assignments } = set.parsed;
  const firstKept = assignments.findIndex((assignment) => !dropped.has(assignment));
  const edits = assignments.flatMap((assignment, index) => {
    if (!dropped.has(assignment)) return [];
    const start = index < firstKept ? assignment.keySpan.start : (assignments[index - 1]?.valueSpan.end ?? 0);
    const end = index < firstKept ? (assignments[index + 1]?.keySpan.start ?? 0) : assignment.valueSpan.end;
    return [replaceInWord(set.value.word, set.value.from + start, set.value.from + end, '', dialect)];
  });
  return both(...edits);
}

function replaceValue(
  set: SetArgument,
  { valueSpan }: SetAssignment,
  text: string,
  dialect: Dialect,
): TextEdit | undefined {
  const { word, from } = set.value;
  return replaceInWord(word, from + valueSpan.start, from + valueSpan.end, text, dialect);
}

/** `--config` knows only flat agent flags, which are `extraConfig` to the chart. */
function configKey(path: KeyPath): string | undefined {
  const key = path[1];
  return path.length === 2 && path[0] === 'extraConfig' && key !== undefined && /^[\w.-]+$/.test(key)
    ? key
    : undefined;
}

/** All edits, or none if one of them is impossible. */
function both(...edits: readonly (TextEdit | undefined)[]): readonly TextEdit[] | undefined {
  const possible = edits.filter((edit) => edit !== undefined);
  return possible.length === edits.length ? possible : undefined;
}
