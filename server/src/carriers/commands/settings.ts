import type { KeyPath, Setting, SettingValue } from '../../facts/settings.ts';
import type { Scalar, Span } from '../../yaml/node.ts';
import type { SetAssignment, SetPath, SetValue } from '../strvals/assignment.ts';
import { isList, isObject, type JsonValue } from '../strvals/json.ts';
import { keyPlace, placeOf, precedence, type SetArgument } from './set-argument.ts';
import { UNKNOWN } from './shell/word.ts';

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

/**
 * The effective settings of a command's arguments, parents before members, each key once. A list that is set by
 * index (`a[0]=x`) is unknown: Helm changes the list of the layers below.
 */
export function settingsOf(sets: readonly SetArgument[]): CommandSettings {
  const found = new Map<string, Setting>();
  let open = sets.some(
    ({ parsed, value }) => parsed.problem !== undefined && value.word.text.includes(UNKNOWN),
  );
  for (const placed of assignmentsOf(sets)) {
    const { set, assignment } = placed;
    const key = assignment.path.findIndex((part) => typeof part === 'number');
    const path = assignment.path.slice(0, key === -1 ? undefined : key).map(String);
    if (path.some((part) => part.includes(UNKNOWN))) {
      open = true;
      continue;
    }
    const valueSpan = placeOf(set, assignment.valueSpan);
    addParents(found, path, placed, valueSpan);
    const keySpan = keyPlace(set, assignment);
    if (key !== -1) put(found, { path, value: unreadable, keySpan, valueSpan });
    else if (assignment.value.kind === 'json')
      addJson(found, path, assignment.value.value, keySpan, valueSpan);
    else put(found, { path, value: settingValue(assignment.value), keySpan, valueSpan });
  }
  return { settings: [...found.values()], open };
}

const unreadable: SettingValue = { kind: 'unknown', reason: 'unreadable' };

/** The maps above an assigned key; one that is there already stays. */
function addParents(
  found: Map<string, Setting>,
  path: KeyPath,
  placed: PlacedAssignment,
  valueSpan: Span,
): void {
  for (let length = 1; length < path.length; length++) {
    const parent = path.slice(0, length);
    if (found.get(keyOf(parent))?.value.kind === 'map') continue;
    const whole = keyPlace(placed.set, placed.assignment);
    const last = placed.assignment.segments[length - 1];
    const end =
      last === undefined || placed.set.syntax === 'flag' ? whole.end : placeOf(placed.set, last).end;
    put(found, {
      path: parent,
      value: { kind: 'map', open: false },
      keySpan: { start: whole.start, end },
      valueSpan: { start: end, end: valueSpan.end },
    });
  }
}

/** Sets a key anew: what was below it is gone. */
function put(found: Map<string, Setting>, setting: Setting): void {
  const key = keyOf(setting.path);
  if (found.get(key)?.value.kind === 'map') {
    for (const other of found.keys()) {
      if (other.startsWith(keyOf([...setting.path, '']))) found.delete(other);
    }
  }
  found.delete(key);
  found.set(key, setting);
}

function addJson(
  found: Map<string, Setting>,
  path: KeyPath,
  json: JsonValue,
  keySpan: Span,
  valueSpan: Span,
): void {
  if (path.length > 0) put(found, { path, value: jsonValue(json), keySpan, valueSpan });
  if (!isObject(json)) return;
  for (const [name, member] of Object.entries(json))
    addJson(found, [...path, name], member, keySpan, valueSpan);
}

function jsonValue(json: JsonValue): SettingValue {
  if (isObject(json)) return { kind: 'map', open: false };
  return isList(json) ? { kind: 'list', items: json.map(jsonValue) } : scalarValue(json);
}

function settingValue(value: Exclude<SetValue, { kind: 'json' }>): SettingValue {
  switch (value.kind) {
    case 'scalar':
      return scalarValue(value.value);
    case 'list':
      return { kind: 'list', items: value.items.map(scalarValue) };
    case 'file':
      return unreadable;
  }
}

function scalarValue(value: Scalar): SettingValue {
  const isUnknown = typeof value === 'string' && value.includes(UNKNOWN);
  return isUnknown ? { kind: 'unknown', reason: 'substitution' } : { kind: 'known', value };
}

function keyOf(path: KeyPath): string {
  return path.join('\0');
}

/** Whether a path is `start` or leads below it. */
export function startsWithPath(path: SetPath, start: SetPath): boolean {
  return start.length > 0 && start.every((part, index) => path[index] === part);
}
