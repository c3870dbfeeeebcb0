import type { KeyPath, Setting, SettingValue } from '../facts/settings.ts';
import { memberPath, rootPath } from '../knowledge/chart-paths.ts';
import { effectiveEntries, keyName, lookUp, resolve, type ResolvedNode } from '../yaml/navigate.ts';
import type { MapNode, YamlNode } from '../yaml/node.ts';

/** More settings than any real values file has; a file with more is cut, and treated as open. */
const maxSettings = 20_000;
const maxDepth = 40;

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
    for (const entry of effectiveEntries(map)) {
      if (settings.length >= maxSettings || path.length >= maxDepth) {
        cut = true;
        return;
      }
      const node = resolve(entry.value);
      const own = memberPath(path, keyName(entry.key));
      settings.push({
        path: own,
        value: node === undefined ? { kind: 'unknown', reason: 'unreadable' } : settingValue(node),
        keySpan: entry.key.span,
        valueSpan: entry.value.span,
      });
      if (node?.kind === 'map') visit(node, own);
    }
  };

  visit(root, rootPath);
  return { settings, open: isOpen(root) || cut };
}

/** The paths of what `flattenSettings` lists: enough to see whose values they are. */
export function pathsBelow(root: MapNode): readonly KeyPath[] {
  const paths: KeyPath[] = [];
  const visit = (map: MapNode, path: KeyPath): void => {
    for (const entry of effectiveEntries(map)) {
      if (paths.length >= maxSettings || path.length >= maxDepth) return;
      const own = memberPath(path, keyName(entry.key));
      paths.push(own);
      const node = resolve(entry.value);
      if (node?.kind === 'map') visit(node, own);
    }
  };
  visit(root, rootPath);
  return paths;
}

/** What a node says as the value of a setting. List items deeper than a scalar keep only their kind. */
function settingValue(node: ResolvedNode): SettingValue {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'map':
      return { kind: 'map', open: isOpen(node) };
    case 'sequence':
      return { kind: 'list', items: node.items.map(itemValue) };
  }
}

/** YAML allows this in no text, so what a map says of this key it says of every key that is not written. */
const unwrittenKey = '\0';

/** Whether a map may have keys that the file does not show: from a template, or from a merge that cannot be read. */
function isOpen(map: MapNode): boolean {
  return lookUp(map, unwrittenKey) === 'unknown';
}

function itemValue(node: YamlNode): SettingValue {
  const item = resolve(node);
  if (item === undefined) return { kind: 'unknown', reason: 'unreadable' };
  return item.kind === 'sequence' ? { kind: 'list', items: [] } : settingValue(item);
}
