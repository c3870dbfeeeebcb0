import type {
  ParsedSet,
  SetAssignment,
  SetPath,
} from '../../../../server/src/carriers/strvals/assignment.ts';
import type { JsonValue } from '../../../../server/src/carriers/strvals/json.ts';

type Values = Map<string | number, Values | JsonValue>;

/** What Helm would print for the assignments, with the gaps of lists as null; undefined where it would refuse them. */
export function printed(parsed: ParsedSet): string | undefined {
  if (parsed.problem !== undefined) return undefined;
  const root: Values = new Map();
  for (const assignment of parsed.assignments) {
    const value = valueOf(assignment);
    if (assignment.path.length === 0 && value !== null && typeof value === 'object') {
      for (const [key, member] of Object.entries(value)) root.set(key, member);
    } else {
      put(root, assignment.path, value);
    }
  }
  return JSON.stringify(plain(root) ?? {});
}

function put(values: Values, path: SetPath, value: JsonValue): void {
  const [head, ...rest] = path;
  if (head === undefined) return;
  if (rest.length === 0) {
    values.set(head, value);
    return;
  }
  const old = values.get(head);
  const child: Values = old instanceof Map ? old : new Map(Array.isArray(old) ? old.entries() : []);
  values.set(head, child);
  put(child, rest, value);
}

function valueOf({ value }: SetAssignment): JsonValue {
  switch (value.kind) {
    case 'scalar':
    case 'json':
      return value.value;
    case 'list':
      return value.items;
    case 'file':
      return value.path;
  }
}

/** Maps with their keys in order, as Go prints them; lists from maps with numbers as keys. */
function plain(value: Values | JsonValue | undefined): JsonValue | undefined {
  if (value instanceof Map) {
    const indexes = [...value.keys()].filter((key) => typeof key === 'number');
    if (indexes.length > 0) {
      return Array.from({ length: Math.max(...indexes) + 1 }, (_, index) => plain(value.get(index)) ?? null);
    }
    const names = [...value.keys()].map(String).sort();
    return Object.fromEntries(names.map((name) => [name, plain(value.get(name)) ?? null]));
  }
  return value;
}
