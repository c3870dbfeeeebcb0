import type { KeyPath, Setting, SettingValue } from '../../facts/settings.ts';
import type { Scalar, Span } from '../../yaml/node.ts';
import type { SetPath, SetValue } from './assignment.ts';
import { isList, isObject, type JsonValue } from './json.ts';

/** An assignment and its places in the file. */
export interface LocatedAssignment {
  readonly path: SetPath;
  readonly value: SetValue;
  readonly keySpan: Span;
  readonly valueSpan: Span;
  /** Where an element of the path ends in the file, by its index. */
  readonly partEnd: (index: number) => number;
  /** What a scalar says: a variable or a template may stand in it. */
  readonly scalar: (value: Scalar) => SettingValue;
}

/**
 * The effective settings of assignments in the order in which Helm applies them, parents before members, each key once.
 * A list that is set by index (`a[0]=x`) is unknown: Helm changes the list of the layers below.
 */
export function settingsOfAssignments(assignments: readonly LocatedAssignment[]): readonly Setting[] {
  const found = new Map<string, Setting>();
  for (const assignment of assignments) {
    const { value, keySpan, valueSpan } = assignment;
    const index = assignment.path.findIndex((part) => typeof part === 'number');
    const path = assignment.path.slice(0, index === -1 ? undefined : index).map(String);
    addParents(found, path, assignment);
    if (index !== -1) put(found, { path, value: unreadable, keySpan, valueSpan });
    else if (value.kind === 'json') addJson(found, path, value.value, assignment);
    else put(found, { path, value: settingValue(value, assignment), keySpan, valueSpan });
  }
  return [...found.values()];
}

const unreadable: SettingValue = { kind: 'unknown', reason: 'unreadable' };

/** The maps above an assigned key; one that is there already stays. */
function addParents(
  found: Map<string, Setting>,
  path: KeyPath,
  { keySpan, valueSpan, partEnd }: LocatedAssignment,
): void {
  for (let length = 1; length < path.length; length++) {
    const parent = path.slice(0, length);
    if (found.get(keyOf(parent))?.value.kind === 'map') continue;
    const end = partEnd(length - 1);
    put(found, {
      path: parent,
      value: { kind: 'map', open: false },
      keySpan: { start: keySpan.start, end },
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
  assignment: LocatedAssignment,
): void {
  const { keySpan, valueSpan, scalar } = assignment;
  if (path.length > 0) put(found, { path, value: jsonValue(json, scalar), keySpan, valueSpan });
  if (!isObject(json)) return;
  for (const [name, member] of Object.entries(json)) addJson(found, [...path, name], member, assignment);
}

function jsonValue(json: JsonValue, scalar: LocatedAssignment['scalar']): SettingValue {
  if (isObject(json)) return { kind: 'map', open: false };
  return isList(json) ? { kind: 'list', items: json.map((item) => jsonValue(item, scalar)) } : scalar(json);
}

function settingValue(
  value: Exclude<SetValue, { kind: 'json' }>,
  { scalar }: LocatedAssignment,
): SettingValue {
  switch (value.kind) {
    case 'scalar':
      return scalar(value.value);
    case 'list':
      return { kind: 'list', items: value.items.map(scalar) };
    case 'file':
      return unreadable;
  }
}

function keyOf(path: KeyPath): string {
  return path.join('\0');
}

/** Whether a path is `start` or leads below it. */
export function startsWithPath(path: SetPath, start: SetPath): boolean {
  return start.length > 0 && start.every((part, index) => path[index] === part);
}
