import { t } from '@vscode/l10n';
import data from '../../../schemas/cilium/explanations.json' with { type: 'json' };
import { existsIn, firstVersionOf, keyIn } from './keys.ts';
import type { KeyPath, SettingsDialect } from './reading.ts';
import { isSamePath } from './same-path.ts';
import { knowsFlag } from './setting-keys.ts';
import { concepts, type Concept } from './setting-rows.ts';
import { defaultOf } from './settings.ts';
import type { CiliumVersion } from './version-range.ts';
import { allVersions, describeVersions, groupVersions, narrow, type VersionSet } from './versions.ts';

/** What one key or flag does, in Markdown. */
export interface Explanation {
  readonly summary: string;
  /** What it means for a service mesh, where it means anything. */
  readonly meshes?: string;
  /** Side effects and traps, a sentence or two each. */
  readonly notes: readonly string[];
  /** Which versions know it and with which default; worked out from the charts' own values. */
  readonly availability: string;
  /** Names of the rules that judge it. */
  readonly rules: readonly string[];
  /** The page of the official documentation. */
  readonly page: string;
}

interface Row {
  readonly keys: readonly KeyPath[];
  readonly flags: readonly string[];
  readonly concept?: string | undefined;
  readonly summary: string;
  readonly meshes?: string | undefined;
  readonly notes: readonly { readonly text: string }[];
  readonly rules?: readonly string[] | undefined;
  readonly page: string;
}

const rows: readonly Row[] = data.explanations;

/**
 * Explains a key of the chart's values, a flag below `extraConfig`, or a flag of a `cilium-config`.
 * Absent for what has no bearing on meshes.
 */
export function explanationOf(path: KeyPath, dialect: SettingsDialect): Explanation | undefined {
  const flag = flagIn(path, dialect);
  const row = rows.find((candidate) =>
    flag === undefined ? candidate.keys.some((key) => isSamePath(key, path)) : candidate.flags.includes(flag),
  );
  if (row === undefined) {
    return undefined;
  }
  return {
    summary: row.summary,
    ...(row.meshes === undefined ? {} : { meshes: row.meshes }),
    notes: row.notes.map(({ text }) => text),
    availability: availabilityOf(path, dialect),
    rules: row.rules ?? [],
    page: row.page,
  };
}

/** Which versions know a key or flag and with which default, also of one that nothing is explained of. */
export function availabilityOf(path: KeyPath, dialect: SettingsDialect): string {
  const flag = flagIn(path, dialect);
  if (flag !== undefined) return availabilityOfFlag(flag);
  const row = rows.find(({ keys }) => keys.some((key) => isSamePath(key, path)));
  return availabilityOfKey(
    path,
    concepts.find((name) => name === row?.concept),
  );
}

/** The keys that are explained, each once. */
export const explainedKeys: readonly KeyPath[] = rows.flatMap(({ keys }) => keys);

/** The flags of the agent that are explained, each once. */
export const explainedFlags: readonly string[] = [...new Set(rows.flatMap(({ flags }) => flags))];

function flagIn(path: KeyPath, dialect: SettingsDialect): string | undefined {
  if (dialect === 'agent') {
    return path[0];
  }
  return path.length === 2 && path[0] === 'extraConfig' ? path[1] : undefined;
}

function availabilityOfKey(path: KeyPath, concept: Concept | undefined): string {
  const known = narrow(allVersions, (version) => existsIn(path, version));
  // What only a prerelease knows so far.
  if (known.versions.length === 0) return t`Cilium ${firstVersionOf(path) ?? ''} and later.`;
  const isMap = known.versions.every((version) => keyIn(path, version)?.presence === 'map');
  const defaults = isMap ? [] : defaultsIn(known, (version) => defaultText(path, concept, version));
  return [span(known), ...defaults].join(' ');
}

function availabilityOfFlag(flag: string): string {
  const known = narrow(allVersions, (version) => knowsFlag(version, flag));
  return known.versions.length === 0 ? t('A flag of the agent.') : t`A flag of the agent, in ${span(known)}`;
}

function span(known: VersionSet): string {
  const isCurrent = known.versions.at(-1) === allVersions.versions.at(-1);
  if (!isCurrent) {
    return t`Cilium ${describeVersions(known)}; later versions do not know it.`;
  }
  return t`Cilium ${beginning(known.versions[0] ?? '')} and later.`;
}

function defaultText(
  path: KeyPath,
  concept: Concept | undefined,
  version: CiliumVersion,
): string | undefined {
  if (concept === undefined) {
    const key = keyIn(path, version);
    return key?.presence === 'value' ? key.default : undefined;
  }
  const value = defaultOf(concept, version);
  return value === undefined ? undefined : String(value);
}

/** `Default: true.`, or one for each span of versions. */
function defaultsIn(
  known: VersionSet,
  textOf: (version: CiliumVersion) => string | undefined,
): readonly string[] {
  const groups = [...groupVersions(known, textOf)].flatMap(([text, versions]) =>
    text === undefined ? [] : [{ text, versions }],
  );
  const [only] = groups;
  if (groups.length === 1 && only !== undefined) {
    return [t`Default: \`${only.text}\`.`];
  }
  const parts = groups.map(({ text, versions }) => `\`${text}\` ${period(versions, known)}`);
  return parts.length === 0 ? [] : [t`Default: ${parts.join('; ')}.`];
}

function period(part: VersionSet, whole: VersionSet): string {
  const first = part.versions[0] ?? '';
  const reachesOn = whole.versions.length - whole.versions.indexOf(first) === part.versions.length;
  return reachesOn && part.versions.length > 1
    ? t`from ${beginning(first)} on`
    : t`in ${describeVersions(part)}`;
}

/** `1.14` for `1.14.0`, any other version in full. */
function beginning(version: CiliumVersion): string {
  return version.replace(/\.0$/, '');
}
