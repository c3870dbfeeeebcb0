import type { Setting, SettingValue } from '../../facts/settings.ts';
import type { Scalar } from '../../yaml/node.ts';
import type { SetAssignment } from '../strvals/assignment.ts';
import { settingsOfAssignments, type LocatedAssignment } from '../strvals/settings.ts';
import { keyPlace, placeOf, precedence, type SetArgument } from './set-argument.ts';
import { unknownText } from './shell/word.ts';

/** What the arguments of one command set, flat, and whether they may set more than the file shows. */
export interface CommandSettings {
  readonly settings: readonly Setting[];
  readonly open: boolean;
}

/** An assignment and the argument it stands in. */
export interface PlacedAssignment {
  readonly set: SetArgument;
  readonly assignment: SetAssignment;
}

/** All assignments of a command in the order in which Helm applies them: the last one of a key wins. */
export function assignmentsOf(sets: readonly SetArgument[]): readonly PlacedAssignment[] {
  return [...sets]
    .sort((a, b) => precedence(a.syntax) - precedence(b.syntax))
    .flatMap((set) => set.parsed.assignments.map((assignment) => ({ set, assignment })));
}

/** The effective settings of a command's arguments. */
export function settingsOf(sets: readonly SetArgument[]): CommandSettings {
  const assignments = assignmentsOf(sets);
  const told = assignments.filter(({ assignment }) => !hasUnknownKey(assignment));
  const isCut = sets.some(
    ({ parsed, value }) => parsed.problem !== undefined && value.word.text.includes(unknownText),
  );
  return {
    settings: settingsOfAssignments(told.map(located)),
    open: isCut || told.length < assignments.length,
  };
}

/** Of a list that is set by index only the keys down to the list count. */
function hasUnknownKey({ path }: SetAssignment): boolean {
  const index = path.findIndex((part) => typeof part === 'number');
  return path
    .slice(0, index === -1 ? undefined : index)
    .some((part) => typeof part === 'string' && part.includes(unknownText));
}

function located({ set, assignment }: PlacedAssignment): LocatedAssignment {
  const keySpan = keyPlace(set, assignment);
  return {
    path: assignment.path,
    value: assignment.value,
    keySpan,
    valueSpan: placeOf(set, assignment.valueSpan),
    partEnd: (index) => {
      const part = assignment.segments[index];
      return part === undefined || set.syntax === 'flag' ? keySpan.end : placeOf(set, part).end;
    },
    scalar: scalarValue,
  };
}

function scalarValue(value: Scalar): SettingValue {
  const isUnknown = typeof value === 'string' && value.includes(unknownText);
  return isUnknown ? { kind: 'unknown', reason: 'substitution' } : { kind: 'known', value };
}
