import type { KeyPath, Setting, SettingValue } from '../facts/settings.ts';
import type { MapEntry, MapNode, YamlNode } from '../yaml/node.ts';

/** More settings than any real values file has; a file with more is cut, and treated as open. */
const MAX_SETTINGS = 20_000;
const MAX_DEPTH = 40;

/** The settings of a map, flat, and whether keys may exist that are not among them. */
export interface FlatSettings {
  readonly settings: readonly Setting[];
  readonly open: boolean;
}

/**
 * Lists every key below a map, parents before members. Aliases and merge keys are followed; what a later duplicate or an
 * own key overrides is left out. Work is bounded, so nested aliases cannot blow it up.
 */
export function flattenSettings(root: MapNode): FlatSettings {
  const settings: Setting[] = [];
  let cut = false;

  const visit = (map: MapNode, path: KeyPath): void => {
    for (const [name, entry] of winningEntries(map)) {
      if (settings.length >= MAX_SETTINGS || path.length >= MAX_DEPTH) {
        cut = true;
        return;
      }
      const node = dereferenced(entry.value);
      const own = [...path, name];
      settings.push({
        path: own,
        value: node === undefined ? { kind: 'unknown', reason: 'unreadable' } : settingValue(node),
        keySpan: entry.key.span,
        valueSpan: entry.value.span,
      });
      if (node?.kind === 'map') visit(node, own);
    }
  };

  visit(root, []);
  return { settings, open: root.open || cut };
}

/** What a node says as the value of a setting. List items deeper than a scalar keep only their kind. */
function settingValue(node: YamlNode): SettingValue {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'map':
      return { kind: 'map', open: node.open };
    case 'sequence':
      return { kind: 'list', items: node.items.map(itemValue) };
    case 'alias':
      return { kind: 'unknown', reason: 'unreadable' };
  }
}

function itemValue(node: YamlNode): SettingValue {
  const item = dereferenced(node);
  if (item === undefined) return { kind: 'unknown', reason: 'unreadable' };
  return item.kind === 'sequence' ? { kind: 'list', items: [] } : settingValue(item);
}

function dereferenced(node: YamlNode): Exclude<YamlNode, { kind: 'alias' }> | undefined {
  let at: YamlNode | undefined = node;
  for (let hops = 0; at?.kind === 'alias' && hops < 10; hops++) at = at.target;
  return at === undefined || at.kind === 'alias' ? undefined : at;
}

/** The entries that count: the last of each key, and merged ones (`<<`) where the map has no key of its own. */
function winningEntries(map: MapNode, depth = 0): ReadonlyMap<string, MapEntry> {
  const merged = new Map<string, MapEntry>();
  const own = new Map<string, MapEntry>();
  for (const entry of map.entries) {
    if (entry.key.style === 'plain' && entry.key.text === '<<') {
      for (const source of mergeSources(entry.value)) {
        if (depth >= 10) continue;
        for (const [name, inherited] of winningEntries(source, depth + 1)) {
          if (!merged.has(name)) merged.set(name, inherited);
        }
      }
    } else {
      own.delete(entry.key.text);
      own.set(entry.key.text, entry);
    }
  }
  return merged.size === 0 ? own : new Map([...merged, ...own]);
}

function mergeSources(value: YamlNode): readonly MapNode[] {
  const node = dereferenced(value);
  if (node?.kind === 'map') return [node];
  if (node?.kind !== 'sequence') return [];
  return node.items.map(dereferenced).filter((item) => item?.kind === 'map');
}
