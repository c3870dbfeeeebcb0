import { t } from '@vscode/l10n';
import type { SettingsLayer } from '../../facts/settings.ts';
import { keyIn } from '../../knowledge/keys.ts';
import { knowsFlag } from '../../knowledge/setting-keys.ts';
import { dialectOf, keysOfTool, type Tool, type ToolKey } from '../../knowledge/tools.ts';
import type { CiliumVersion } from '../../knowledge/versions.ts';
import { keyName, mapAt } from '../../yaml/navigate.ts';
import { parseYaml } from '../../yaml/parse.ts';
import type { FileView } from '../file-view.ts';
import type { Completion, Piece } from './completion.ts';
import { versionsAround } from './context.ts';
import { describedKey, isList, isMap } from './key-items.ts';
import { probe, type KeyProbe } from './probe.ts';
import { valueTexts } from './value-items.ts';

/** The keys that tools have of their own for settings of Cilium, in the map where a tool keeps them. */
export function toolItems(at: KeyProbe, view: FileView): readonly Completion[] {
  const facts = view.factsIn(at.text);
  return facts.flatMap((layer) => {
    const tool = layer.kind === 'settings' ? toolOf(layer) : undefined;
    if (layer.kind !== 'settings' || tool === undefined) return [];
    const present = namesIn(at.text, layer);
    const version = versionsAround(layer, facts, view).at(-1);
    if (!present.has(probe) || version === undefined) return [];
    return keysOfTool(tool).flatMap((row) =>
      row.key.length === 1 && !present.has(row.key[0] ?? '') && isIn(row, tool, version)
        ? itemOf(row, tool, version, at)
        : [],
    );
  });
}

function toolOf({ carrier }: SettingsLayer): Tool | undefined {
  if (carrier === 'kops-cluster') return 'kops';
  return carrier === 'kubespray' ? 'kubespray' : undefined;
}

/** The keys of the map that a layer was read from. */
function namesIn(text: string, { address }: SettingsLayer): ReadonlySet<string> {
  const map = mapAt(parseYaml(text).documents[address.document]?.root, address.path);
  return new Set(map?.entries.map(({ key }) => keyName(key)));
}

/** Whether what a key leads to is there in a version. */
function isIn({ path }: ToolKey, tool: Tool, version: CiliumVersion): boolean {
  if (path.length === 0) return true;
  return dialectOf(tool) === 'agent' ? knowsFlag(version, path[0] ?? '') : keyIn(path, version) !== undefined;
}

function itemOf({ key, path }: ToolKey, tool: Tool, version: CiliumVersion, at: KeyProbe): Completion {
  const dialect = dialectOf(tool);
  const name = key.join('.');
  const described = describedKey(path, dialect, version);
  return {
    ...described,
    kind: path.length === 0 ? 'map' : described.kind,
    label: name,
    detail: path.length === 0 ? t('values of Cilium') : t`sets ${path.join('.')}`,
    insert: at.hasColon ? [name] : [`${name}:`, ...behind(path, tool, version, at), at.tail],
    replace: at.replace,
  };
}

function behind(
  path: ToolKey['path'],
  tool: Tool,
  version: CiliumVersion,
  { column, isInBraces }: KeyProbe,
): readonly Piece[] {
  // kops takes booleans for what becomes a text.
  if (tool === 'kops') return [' ', { choices: ['true', 'false'] }];
  const below = `\n${' '.repeat(column + 2)}`;
  if (path.length === 0 || isMap(path, version)) return [isInBraces ? ' {}' : below];
  if (isList(path, version)) return [isInBraces ? ' []' : `${below}- `];
  const values = valueTexts(path, dialectOf(tool), version);
  return values.length > 1 ? [' ', { choices: values }] : [' '];
}
