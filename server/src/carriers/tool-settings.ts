import { dialectOf, keysOfTool, translated, type Tool, type ToolKey } from '../knowledge/tools.ts';
import { versionsFrom, type CiliumVersion } from '../knowledge/versions.ts';
import type { Named } from '../facts/deployment.ts';
import type { KeyPath, Setting, SettingValue } from '../facts/settings.ts';
import type { MapNode } from '../yaml/node.ts';
import { flattenSettings, type FlatSettings } from './flatten.ts';

/**
 * The settings of a tool's own keys as what the tool makes of them, each where its own key stands. Where two keys lead to
 * one path, the stronger stands last.
 *
 * @param version of Cilium, where the tool's values mean something else in others
 */
export function settingsOfTool(tool: Tool, map: MapNode, version: CiliumVersion | undefined): FlatSettings {
  const { settings, open } = flattenSettings(map);
  const translate = (row: ToolKey): readonly Setting[] =>
    settings.flatMap((setting) => {
      const below = restOf(setting.path, row.key);
      if (below === undefined || (row.path.length === 0 && below.length === 0)) return [];
      const path = [...row.path, ...below];
      const value = valueOf(setting.value, row, tool, version);
      return [...(below.length === 0 ? parentsOf(path, setting) : []), { ...setting, path, value }];
    });
  return { settings: keysOfTool(tool).flatMap(translate), open };
}

/** The one version that a tool's file names, for what depends on it. */
export function pinnedVersion(named: Named | undefined): CiliumVersion | undefined {
  const versions = named?.kind === 'text' ? versionsFrom(named.text)?.versions : undefined;
  return versions?.length === 1 ? versions[0] : undefined;
}

/** What of a path leads on behind its beginning; nothing where it begins otherwise. */
export function restOf(path: KeyPath, beginning: KeyPath): KeyPath | undefined {
  return beginning.every((key, index) => path[index] === key) ? path.slice(beginning.length) : undefined;
}

function valueOf(
  value: SettingValue,
  row: ToolKey,
  tool: Tool,
  version: CiliumVersion | undefined,
): SettingValue {
  return value.kind === 'known'
    ? { kind: 'known', value: translated(row, value.value, dialectOf(tool), version) }
    : value;
}

/** The maps above a path, which no file shows. */
function parentsOf(path: KeyPath, { keySpan, valueSpan }: Setting): readonly Setting[] {
  return path.slice(1).map((_, index) => ({
    path: path.slice(0, index + 1),
    value: { kind: 'map', open: false },
    keySpan,
    valueSpan,
  }));
}
