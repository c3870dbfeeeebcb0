/** Values of a chart as nested maps. */
export type Values = Readonly<Record<string, unknown>>;

/** Nested maps that have a value at each path; a path below one that has a value already is left out. */
export function nest(entries: readonly (readonly [readonly string[], unknown])[]): Values {
  const root = new Map<string, unknown>();
  for (const [path, value] of entries) put(root, path, value);
  return asObject(root);
}

function put(map: Map<string, unknown>, [key, ...rest]: readonly string[], value: unknown): void {
  if (key === undefined) return;
  const known = map.get(key);
  if (rest.length === 0) {
    if (known === undefined) map.set(key, value);
    return;
  }
  const below = isNested(known) ? known : new Map<string, unknown>();
  if (known === undefined) map.set(key, below);
  put(below, rest, value);
}

function asObject(map: ReadonlyMap<string, unknown>): Values {
  return Object.fromEntries([...map].map(([key, value]) => [key, isNested(value) ? asObject(value) : value]));
}

function isNested(value: unknown): value is Map<string, unknown> {
  return value instanceof Map;
}
