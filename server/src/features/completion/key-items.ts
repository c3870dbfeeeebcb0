import { t } from '@vscode/l10n';
import type { KeyPath, SettingsDialect } from '../../facts/settings.ts';
import { deprecationOf } from '../../knowledge/deprecated.ts';
import { explainedFlags, explainedKeys, explanationOf } from '../../knowledge/explanations.ts';
import { childrenOf, leavesBelow } from '../../knowledge/key-tree.ts';
import { keyIn } from '../../knowledge/keys.ts';
import { allFlags } from '../../knowledge/rendered.ts';
import { knowsFlag } from '../../knowledge/setting-keys.ts';
import type { CiliumVersion } from '../../knowledge/versions.ts';
import { typeOf } from '../hover/describe-key.ts';
import { ranks, type Completion, type Piece } from './completion.ts';
import type { ArgumentProbe, KeyProbe } from './probe.ts';
import { valueTexts } from './value-items.ts';

/** A map in which a key is to be written. */
export interface KeyPlace {
  readonly parent: KeyPath;
  readonly dialect: SettingsDialect;
  /** The map is an object of Terraform's language. */
  readonly isHcl: boolean;
  /** By name: what the map has already. */
  readonly present: ReadonlySet<string>;
  /** Of each install that it belongs to. */
  readonly versions: readonly CiliumVersion[];
  /** How far members are indented further than their map. */
  readonly step: number;
}

/** The keys that fit into a map in YAML: those that one of the versions knows, and that are not there yet. */
export function keyItems(place: KeyPlace, at: KeyProbe): readonly Completion[] {
  const seen = new Set<string>(place.present);
  return place.versions.toReversed().flatMap((version) => {
    const names = namesIn(place, version);
    return names.flatMap((name) => {
      if (seen.has(name)) return [];
      seen.add(name);
      const path = [...place.parent, name];
      const colon = place.isHcl ? ' =' : ':';
      const insert = at.hasColon
        ? [name]
        : [`${name}${colon}`, ...behindKey(path, version, place, at), at.tail];
      return [{ ...describedKey(path, place.dialect, version), label: name, insert, replace: at.replace }];
    });
  });
}

/**
 * In a `cilium-config` stand flags of the agent. Below `extraConfig` any may stand; those are offered that matter to meshes, as the
 * others have keys of the chart.
 */
function namesIn({ parent, dialect }: KeyPlace, version: CiliumVersion): readonly string[] {
  if (dialect === 'agent') return parent.length === 0 ? allFlags(version) : childrenOf(parent, version);
  if (parent.length !== 1 || parent[0] !== 'extraConfig') return childrenOf(parent, version);
  const rendered = new Set(allFlags(version));
  return explainedFlags.filter((flag) => rendered.has(flag) || knowsFlag(version, flag));
}

/** A map or a list goes on in the next line, a value behind the colon. */
function behindKey(
  path: KeyPath,
  version: CiliumVersion,
  { dialect, isHcl, step }: KeyPlace,
  { column, isInBraces }: KeyProbe,
): readonly Piece[] {
  const below = `\n${' '.repeat(column + step)}`;
  if (dialect === 'helm' && isMap(path, version)) return [isInBraces ? ' {}' : below];
  if (dialect === 'helm' && isList(path, version)) return [isInBraces ? ' []' : `${below}- `];
  const values = valueTexts(path, dialect, version, isHcl ? 'hcl' : 'yaml');
  return values.length > 1 ? [' ', { choices: values }] : [' '];
}

/**
 * The keys that can be written in an argument of Helm: what stands below the path so far, as whole paths. Without a path the
 * keys at the root, and those further down that matter for meshes.
 */
export function argumentKeyItems(place: KeyPlace, at: ArgumentProbe): readonly Completion[] {
  const seen = new Set<string>();
  // Keys of an umbrella chart, and no part of the layer.
  const typed = at.parent.split('.').slice(0, -1);
  const prefix = typed.slice(0, typed.length - place.parent.length);
  return place.versions.toReversed().flatMap((version) => {
    const roots = childrenOf([], version).map((name): KeyPath => [name]);
    const paths =
      place.parent.length > 0
        ? leavesBelow(place.parent, version)
        : [...roots, ...explainedKeys.filter((path) => keyIn(path, version) !== undefined)];
    return paths.flatMap((path) => {
      const label = [...prefix, ...path.map(escaped)].join('.');
      if (seen.has(label) || place.present.has(path.join('.'))) return [];
      seen.add(label);
      const end = isMap(path, version) ? '.' : at.wantsEquals ? '=' : '';
      return [
        { ...describedKey(path, 'helm', version), label, insert: [`${label}${end}`], replace: at.replace },
      ];
    });
  });
}

/** Dots in a name are escaped in Helm's grammar. */
function escaped(name: string): string {
  return name.replaceAll('.', '\\.');
}

/** Whether a key of the chart holds other keys. */
export function isMap(path: KeyPath, version: CiliumVersion): boolean {
  return isOfType(path, version, 'object');
}

/** Whether a key of the chart holds a list. */
export function isList(path: KeyPath, version: CiliumVersion): boolean {
  return isOfType(path, version, 'array');
}

function isOfType(path: KeyPath, version: CiliumVersion, type: string): boolean {
  return keyIn(path, version)?.type.replace(/\|null$|^null\|/, '') === type;
}

/** What a list of completions says of a key or a flag. */
export function describedKey(
  path: KeyPath,
  dialect: SettingsDialect,
  version: CiliumVersion,
): Pick<Completion, 'kind' | 'detail' | 'rank' | 'isDeprecated' | 'topic'> {
  const key = dialect === 'helm' ? keyIn(path, version) : undefined;
  const isDeprecated = key !== undefined && deprecationOf(path, version) !== undefined;
  return {
    kind: key !== undefined && isMap(path, version) ? 'map' : 'key',
    detail: key === undefined ? t('flag of the agent') : detailOf(path, version),
    rank: isDeprecated ? ranks.deprecated : rankOf(path, dialect, key?.presence === 'template'),
    ...(isDeprecated ? { isDeprecated: true } : {}),
    topic: { kind: 'key', path, dialect, version },
  };
}

/** A map matters as much as what it may hold. */
function rankOf(path: KeyPath, dialect: SettingsDialect, isObscure: boolean): number {
  const isBelow = (key: KeyPath): boolean => path.every((name, index) => key[index] === name);
  const isFlag = dialect === 'agent' || path[0] === 'extraConfig';
  const explanations = (isFlag ? [path] : explainedKeys.filter(isBelow)).flatMap(
    (key) => explanationOf(key, dialect) ?? [],
  );
  if (explanations.some(({ rules }) => rules.length > 0)) return ranks.important;
  if (explanations.length > 0) return ranks.explained;
  if (isObscure) return ranks.obscure;
  // What turns a part on is looked for first.
  return path.at(-1) === 'enabled' ? ranks.explained : ranks.usual;
}

/** `boolean, default false`. */
function detailOf(path: KeyPath, version: CiliumVersion): string {
  const key = keyIn(path, version);
  const hasDefault = key?.default !== undefined && key.default !== 'null' && key.presence !== 'map';
  return [typeOf({ path, version }), hasDefault ? t`default ${key.default}` : undefined]
    .filter((part) => part !== undefined)
    .join(', ');
}
