import { keyName, lookUp, nodeAt } from '../yaml/navigate.ts';
import type { KeyPath, MapEntry, MapNode, SequenceNode, YamlNode } from '../yaml/node.ts';
import type { RefusalReason } from './edit.ts';
import type { Source } from './source.ts';

/** The place in a document that a path leads to, before anything is changed. */
export type Target =
  | {
      readonly kind: 'entry';
      readonly map: MapNode;
      readonly entry: MapEntry;
      readonly trail: readonly YamlNode[];
    }
  | {
      /** The map is there; of the keys below it, `rest`, not even the first is. */
      readonly kind: 'in-map';
      readonly map: MapNode;
      readonly rest: KeyPath;
      readonly trail: readonly YamlNode[];
    }
  | {
      /** A key without a value, or with null, where a map would have to be. */
      readonly kind: 'in-null';
      readonly map: MapNode;
      readonly entry: MapEntry;
      readonly rest: KeyPath;
      readonly trail: readonly YamlNode[];
    }
  | {
      /** The document is empty, or null. */
      readonly kind: 'in-document';
      readonly rest: KeyPath;
      readonly trail: readonly YamlNode[];
    }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

export type EntryTarget = Extract<Target, { kind: 'entry' }>;
export type MissingTarget = Exclude<Target, { kind: 'entry' | 'refused' }>;

const refusal = (reason: RefusalReason): Target => ({ kind: 'refused', reason });

/**
 * Goes down a path through what is written in the file itself: what comes by an alias or a merge belongs to others.
 * `trail` has the nodes that were passed, from the root on. A path must end at a key, not at an item of a list.
 */
export function findTarget({ document }: Source, path: KeyPath): Target {
  const trail: YamlNode[] = [];
  let node: YamlNode | undefined = document.root;
  let above: { readonly map: MapNode; readonly entry: MapEntry } | undefined;
  for (const [index, key] of path.entries()) {
    const rest = path.slice(index);
    if (node === undefined) return { kind: 'in-document', rest, trail };
    trail.push(node);
    switch (node.kind) {
      case 'alias':
        return refusal('behind-alias');
      case 'scalar':
        if (node.value.kind === 'unknown') {
          return refusal(node.value.reason === 'template' ? 'written-by-template' : 'unknown-value');
        }
        if (node.value.value !== null) return refusal('holds-scalar');
        if (above !== undefined) return { kind: 'in-null', ...above, rest, trail };
        return trail.length === 1 ? { kind: 'in-document', rest, trail } : refusal('holds-list');
      case 'sequence': {
        const item = itemAt(node, key);
        if (item === undefined) return refusal(node.open ? 'written-by-template' : 'holds-list');
        node = item;
        above = undefined;
        break;
      }
      case 'map': {
        const entry = ownEntry(node, key);
        if (entry === undefined) return missingEntry(node, rest, trail);
        if (lookUp(node, key) !== entry) return refusal('comes-from-merge');
        if (entry.key.conditional === true) return refusal('written-by-template');
        if (index === path.length - 1) return { kind: 'entry', map: node, entry, trail };
        above = { map: node, entry };
        node = entry.value;
        break;
      }
    }
  }
  return refusal('holds-list');
}

/** The last entry with a key that the map itself has. */
export function ownEntry(map: MapNode, key: string): MapEntry | undefined {
  return map.entries.findLast((entry) => keyName(entry.key) === key);
}

function itemAt(node: SequenceNode, key: string): YamlNode | undefined {
  return /^\d+$/.test(key) ? node.items[Number(key)] : undefined;
}

/**
 * A key that only a merge brings may be overridden by an own key, as long as it is the last of the path: an own map
 * in the middle would hide what else the merged map holds.
 */
function missingEntry(map: MapNode, rest: KeyPath, trail: readonly YamlNode[]): Target {
  const [key] = rest;
  if (key === undefined) return refusal('unsupported-layout');
  const found = lookUp(map, key);
  if (found === 'unknown') return refusal('written-by-template');
  if (found !== 'absent' && rest.length > 1) return refusal('comes-from-merge');
  return { kind: 'in-map', map, rest, trail };
}

/** Whether a path has a value in the document, be it by a merge or an alias, or may have one by a template. */
export function isPresent({ document }: Source, path: KeyPath): boolean {
  return nodeAt(document.root, path) !== 'absent';
}
