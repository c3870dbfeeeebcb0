import type {
  AliasNode,
  KeyPath,
  MapEntry,
  MapNode,
  Scalar,
  ScalarNode,
  ScalarValue,
  YamlNode,
} from './node.ts';

/** A node that stands for itself. */
export type ResolvedNode = Exclude<YamlNode, AliasNode>;

/** `absent`: the file says that nothing is there. `unknown`: only another tool can say. */
export type Missing = 'absent' | 'unknown';

/** Aliases and merges of one question are followed up to this count: enough for people, no feast for bombs. */
const maxSteps = 1000;

/** The node that an alias stands for, or the node itself. Nothing for an alias without an anchor before it. */
export function resolve(node: YamlNode | undefined): ResolvedNode | undefined {
  let current = node;
  for (let step = 0; step < maxSteps; step++) {
    if (current?.kind !== 'alias') return current;
    current = current.target;
  }
  return undefined;
}

/** The name of a key as Helm knows it: `on:` and `yes:` are the key `true`, `0x10:` is `16`. */
export function keyName(key: ScalarNode): string {
  if (key.style !== 'plain' || key.value.kind === 'unknown' || key.value.value === null) return key.text;
  return String(key.value.value);
}

/** Whether an entry merges other maps into its own (`<<: *base`). Quoted, `<<` is a key like others. */
function isMerge(entry: MapEntry): boolean {
  return entry.key.text === '<<' && entry.key.style === 'plain';
}

/**
 * The entry that decides about a key, merged maps included; nothing where it is absent or unknown. As in Helm the
 * last in file order wins, also where a merge stands behind the key; of several maps in one merge the first wins.
 */
export function entryAt(map: MapNode, key: string): MapEntry | undefined {
  const found = lookUp(map, key);
  return typeof found === 'string' ? undefined : found;
}

/** As {@link entryAt}, and says why there is none: in an open map a key that is not written is unknown. */
export function lookUp(map: MapNode, key: string): MapEntry | Missing {
  return find(map, key, { left: maxSteps });
}

interface Budget {
  left: number;
}

function find(map: MapNode, key: string, budget: Budget): MapEntry | Missing {
  if (budget.left-- <= 0) return 'unknown';
  for (let index = map.entries.length - 1; index >= 0; index--) {
    const entry = map.entries[index];
    if (entry === undefined) continue;
    if (isMerge(entry)) {
      const found = findMerged(entry.value, key, budget);
      if (found !== 'absent') return found;
    } else if (keyName(entry.key) === key) {
      return entry;
    }
  }
  return map.open ? 'unknown' : 'absent';
}

function findMerged(merged: YamlNode, key: string, budget: Budget): MapEntry | Missing {
  if (budget.left-- <= 0) return 'unknown';
  const node = resolve(merged);
  switch (node?.kind) {
    case 'map':
      return find(node, key, budget);
    case 'sequence':
      for (const item of node.items) {
        const found = findMerged(item, key, budget);
        if (found !== 'absent') return found;
      }
      return node.open ? 'unknown' : 'absent';
    case 'scalar':
      return node.value.kind === 'unknown' ? 'unknown' : 'absent';
    case undefined:
      return 'unknown';
  }
}

/** The node at the end of a path, aliases and merges followed. An alias at the end itself is returned as such. */
export function nodeAt(root: YamlNode | undefined, path: KeyPath): YamlNode | Missing {
  let current = root;
  for (const key of path) {
    const next = childAt(resolve(current), key);
    if (next === 'absent' || next === 'unknown') return next;
    current = next;
  }
  return current ?? 'absent';
}

function childAt(node: ResolvedNode | undefined, key: string): YamlNode | Missing {
  switch (node?.kind) {
    case 'map': {
      const entry = lookUp(node, key);
      return typeof entry === 'string' ? entry : entry.value;
    }
    case 'sequence': {
      const item = /^\d+$/.test(key) ? node.items[Number(key)] : undefined;
      return item ?? (node.open ? 'unknown' : 'absent');
    }
    case 'scalar':
      return node.value.kind === 'unknown' ? 'unknown' : 'absent';
    case undefined:
      return 'absent';
  }
}

/** The entry, as the file has it, at the end of a path; for places that point at a key. */
export function entryAtPath(root: YamlNode | undefined, path: KeyPath): MapEntry | Missing {
  const key = path.at(-1);
  if (key === undefined) return 'absent';
  const parent = nodeAt(root, path.slice(0, -1));
  if (typeof parent === 'string') return parent;
  const map = resolve(parent);
  if (map?.kind === 'map') return lookUp(map, key);
  return map?.kind === 'scalar' && map.value.kind === 'unknown' ? 'unknown' : 'absent';
}

/** What the scalar at a path says; nothing for a map or a list there. */
export function valueAt(root: YamlNode | undefined, path: KeyPath): ScalarValue | Missing | undefined {
  const node = nodeAt(root, path);
  if (typeof node === 'string') return node;
  const resolved = resolve(node);
  return resolved?.kind === 'scalar' ? resolved.value : undefined;
}

/** The known scalar of a node, or nothing. */
export function scalarOf(node: YamlNode | Missing | undefined): Scalar | undefined {
  const resolved = typeof node === 'string' ? undefined : resolve(node);
  if (resolved?.kind !== 'scalar' || resolved.value.kind === 'unknown') return undefined;
  return resolved.value.value;
}

/** The text of a known scalar as its author wrote it (`1.10` stays `1.10`), or nothing. Null has no text. */
export function knownText(node: YamlNode | Missing | undefined): string | undefined {
  const resolved = typeof node === 'string' ? undefined : resolve(node);
  if (resolved?.kind !== 'scalar' || resolved.value.kind === 'unknown') return undefined;
  return resolved.value.value === null ? undefined : resolved.text;
}

/** The known string of a node, or nothing. A number or a boolean is no string. */
export function stringOf(node: YamlNode | Missing | undefined): string | undefined {
  const value = scalarOf(node);
  return typeof value === 'string' ? value : undefined;
}

/** The known string at a path, or nothing. */
export function stringAt(root: YamlNode | undefined, path: KeyPath): string | undefined {
  return stringOf(nodeAt(root, path));
}

/** The items of the list at a path, aliases resolved; empty where no list is. */
export function itemsAt(root: YamlNode | undefined, path: KeyPath): readonly ResolvedNode[] {
  const node = nodeAt(root, path);
  const list = typeof node === 'string' ? undefined : resolve(node);
  if (list?.kind !== 'sequence') return [];
  return list.items.flatMap((item) => resolve(item) ?? []);
}

/** The known strings of the list at a path; items that are none are left out. */
export function stringsAt(root: YamlNode | undefined, path: KeyPath): readonly string[] {
  return itemsAt(root, path).flatMap((item) => stringOf(item) ?? []);
}

/** The map at a path, or nothing. */
export function mapAt(root: YamlNode | undefined, path: KeyPath): MapNode | undefined {
  const node = nodeAt(root, path);
  const resolved = typeof node === 'string' ? undefined : resolve(node);
  return resolved?.kind === 'map' ? resolved : undefined;
}

/**
 * The entries that decide about each key of a map, merged maps included, each key once. In file order of the keys.
 * Stops silently after a bounded amount of merging.
 */
export function effectiveEntries(map: MapNode): readonly MapEntry[] {
  const entries = new Map<string, MapEntry>();
  collect(map, entries, { left: maxSteps });
  return [...entries.values()];
}

function collect(map: MapNode, into: Map<string, MapEntry>, budget: Budget): void {
  if (budget.left-- <= 0) return;
  for (const entry of map.entries) {
    if (isMerge(entry)) {
      for (const merged of mergedMaps(entry.value).toReversed()) collect(merged, into, budget);
    } else {
      into.set(keyName(entry.key), entry);
    }
  }
}

function mergedMaps(merged: YamlNode): readonly MapNode[] {
  const node = resolve(merged);
  if (node?.kind === 'map') return [node];
  if (node?.kind !== 'sequence') return [];
  return node.items.flatMap((item) => {
    const map = resolve(item);
    return map?.kind === 'map' ? [map] : [];
  });
}
