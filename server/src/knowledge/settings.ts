import compare from 'semver/functions/compare.js';

import data from '../../../schemas/cilium/settings.json' with { type: 'json' };
import { allHold, switchState, type Condition } from './condition.ts';
import type { KeyPath, Read, Reading, SettingsDialect, SettingScalar } from './reading.ts';
import { isSamePath } from './same-path.ts';
import { inRange, lowestOf, type CiliumVersion } from './version-range.ts';

/** The things one can set, whatever the key is called in a version or a form of delivery. */
export type Concept = keyof typeof data.concepts;

interface Row {
  readonly versions: string;
  readonly when?: readonly Condition[] | undefined;
  readonly source: string;
}

interface ConceptRows {
  /** The agent's flags, also the keys of `cilium-config`. */
  readonly flags: readonly (Row & { readonly flag: string })[];
  /** The keys of the chart's values; of several the first that is set decides. */
  readonly values: readonly (Row & {
    readonly path: KeyPath;
    /** Scalars that this version of the chart takes for no value at all; null always is. */
    readonly unsetBy?: readonly SettingScalar[] | undefined;
  })[];
  /** What the chart renders whatever the keys say. */
  readonly forced: readonly (Row & { readonly value: SettingScalar })[];
  readonly chartDefaults: readonly (Row & { readonly value: SettingScalar })[];
  readonly agentDefaults: readonly (Row & { readonly value: SettingScalar })[];
}

const rowsOf: Readonly<Record<Concept, ConceptRows>> = data.concepts;

function isConcept(name: string): name is Concept {
  return name in data.concepts;
}

/** All concepts. */
export const concepts: readonly Concept[] = Object.keys(data.concepts).filter(isConcept);

/** A key in the dialect that it is written in. */
export interface SettingKey {
  readonly path: KeyPath;
  readonly dialect: SettingsDialect;
}

/** What is in force for one concept, and which key or default decided it. */
export type EffectiveSetting =
  | {
      readonly kind: 'known';
      readonly value: SettingScalar;
      /** `chart-value`: a key of the chart's values; `flag`: handed to the agent past the chart's keys. */
      readonly from: 'flag' | 'chart-value' | 'forced' | 'default';
      /** The key that decided; absent for a default. */
      readonly key?: SettingKey;
    }
  | { readonly kind: 'unknown'; readonly key?: SettingKey }
  /** Nothing sets it and this version has no default for it, or does not know it at all. */
  | { readonly kind: 'unset' };

/** The chart's key, or the agent's flag, that carries a concept in a version; absent if the version has none. */
export function keyOf(
  concept: Concept,
  version: CiliumVersion,
  dialect: SettingsDialect = 'helm',
): KeyPath | undefined {
  const rows = rowsOf[concept];
  if (dialect === 'agent') {
    const flag = rows.flags.find((row) => inRange(version, row.versions))?.flag;
    return flag === undefined ? undefined : [flag];
  }
  return rows.values.find((row) => row.when === undefined && inRange(version, row.versions))?.path;
}

/** The agent's flag for what a key of the chart's values sets, where it is the same in all versions. */
export function flagFor(path: KeyPath): string | undefined {
  const isSet = (row: { readonly path: KeyPath }): boolean => row.path.join('.') === path.join('.');
  const rows = Object.values(rowsOf).find(({ values }) => values.some(isSet));
  const flags = new Set(rows?.flags.map(({ flag }) => flag));
  return flags.size === 1 ? [...flags][0] : undefined;
}

/** Every key that carries the concept in any version or dialect, for finding the places that speak of it. */
export function keysOf(concept: Concept): readonly SettingKey[] {
  const rows = rowsOf[concept];
  const keys: SettingKey[] = [
    ...rows.values.map((row): SettingKey => ({ path: row.path, dialect: 'helm' })),
    ...rows.flags.map((row): SettingKey => ({ path: ['extraConfig', row.flag], dialect: 'helm' })),
    ...rows.flags.map((row): SettingKey => ({ path: [row.flag], dialect: 'agent' })),
  ];
  const seen = new Set<string>();
  return keys.filter((key) => {
    const text = `${key.dialect} ${key.path.join('/')}`;
    return seen.has(text) ? false : seen.add(text).has(text);
  });
}

/**
 * What is in force for a concept in one version.
 *
 * Of a chart's release the agent hears, strongest first: `extraArgs`, a `cilium-config` laid over the chart's,
 * `extraConfig` (rendered behind the chart's own lines), what the chart forces, the chart's keys, defaults. With
 * `installedBy` `agent` there is no chart: only the flags of a `cilium-config` and the agent's own defaults count. What only
 * some nodes are told is known where it is what the others hear.
 */
export function effectiveSetting(
  concept: Concept,
  version: CiliumVersion,
  read: Read,
  installedBy: SettingsDialect = 'helm',
): EffectiveSetting {
  const rows = rowsIn(concept, version);
  let answers = asked.get(read);
  if (answers === undefined) {
    answers = { helm: new Map(), agent: new Map() };
    asked.set(read, answers);
  }
  let answer = answers[installedBy].get(rows);
  if (answer === undefined) {
    answer = effectiveByRows(rows, read, installedBy);
    answers[installedBy].set(rows, answer);
  }
  return answer;
}

/** What was asked of an installation: most of the versions that it may be have the same rows. */
const asked = new WeakMap<Read, Record<SettingsDialect, Map<ConceptRows, EffectiveSetting>>>();

/** The rows of a concept that speak of a version; versions of which the same ones speak share them. */
const rowsByVersion = new Map<Concept, Map<CiliumVersion, ConceptRows>>();
const sharedRows = new Map<string, ConceptRows>();

function rowsIn(concept: Concept, version: CiliumVersion): ConceptRows {
  let ofConcept = rowsByVersion.get(concept);
  if (ofConcept === undefined) {
    ofConcept = new Map();
    rowsByVersion.set(concept, ofConcept);
  }
  let rows = ofConcept.get(version);
  if (rows === undefined) {
    rows = rowsShared(concept, version);
    ofConcept.set(version, rows);
  }
  return rows;
}

function rowsShared(concept: Concept, version: CiliumVersion): ConceptRows {
  const { flags, values, forced, chartDefaults, agentDefaults } = rowsOf[concept];
  const speaks = (row: Row): boolean => inRange(version, row.versions);
  const all = [...flags, ...values, ...forced, ...chartDefaults, ...agentDefaults];
  const name = `${concept} ${all.map((row) => Number(speaks(row))).join('')}`;
  const rows = sharedRows.get(name) ?? {
    flags: flags.filter(speaks),
    values: values.filter(speaks),
    forced: forced.filter(speaks),
    chartDefaults: chartDefaults.filter(speaks),
    agentDefaults: agentDefaults.filter(speaks),
  };
  sharedRows.set(name, rows);
  return rows;
}

function effectiveByRows(rows: ConceptRows, read: Read, installedBy: SettingsDialect): EffectiveSetting {
  const flags = rows.flags.map((row) => row.flag);
  const handed = firstSet(flagKeys(flags, installedBy), read);
  if (handed !== undefined) {
    const { key, reading } = handed;
    return reading.kind === 'unknown' && reading.onSomeNodes !== undefined
      ? onAllNodes(key, reading.onSomeNodes, effectiveByRows(rows, without(key, read), installedBy))
      : asEffective(handed, 'flag');
  }
  if (installedBy === 'agent') {
    return firstValue(rows.agentDefaults, read, 'default') ?? { kind: 'unset' };
  }
  return (
    firstValue(rows.forced, read, 'forced') ??
    chartValue(rows, read) ??
    firstValue(rows.chartDefaults, read, 'default') ?? { kind: 'unset' }
  );
}

/** What can be said of all nodes, where some are told these values: what the others hear, if it is the same. */
function onAllNodes(
  key: SettingKey,
  onSomeNodes: readonly SettingScalar[],
  others: EffectiveSetting,
): EffectiveSetting {
  const isSame =
    others.kind === 'known' && onSomeNodes.every((value) => String(value) === String(others.value));
  return isSame ? others : { kind: 'unknown', key };
}

function without(key: SettingKey, read: Read): Read {
  return (path, dialect) =>
    dialect === key.dialect && isSamePath(path, key.path) ? { kind: 'absent' } : read(path, dialect);
}

/** A concept that is on or off; `unknown` also for a value that is neither. */
export function switchOf(
  concept: Concept,
  version: CiliumVersion,
  read: Read,
  installedBy: SettingsDialect = 'helm',
): 'on' | 'off' | 'unknown' {
  const setting = effectiveSetting(concept, version, read, installedBy);
  if (setting.kind === 'unset') {
    return 'off';
  }
  const state = setting.kind === 'known' ? switchState(setting.value) : 'unclear';
  return state === 'unclear' ? 'unknown' : state;
}

/** What a switch says that is meant the other way round. */
export function inverse(state: ReturnType<typeof switchOf>): ReturnType<typeof switchOf> {
  if (state === 'unknown') return state;
  return state === 'on' ? 'off' : 'on';
}

/** What the chart (or, without one, the agent) does when nobody says anything. */
export function defaultOf(
  concept: Concept,
  version: CiliumVersion,
  installedBy: SettingsDialect = 'helm',
): SettingScalar | undefined {
  const setting = effectiveSetting(concept, version, () => ({ kind: 'absent' }), installedBy);
  return setting.kind === 'known' ? setting.value : undefined;
}

/** The first version whose agent knows `flag`; absent for a flag that is not listed. */
export function firstVersionOfFlag(flag: string): CiliumVersion | undefined {
  return rangesOfFlag(flag).map(lowestOf).sort(compare)[0];
}

/** Whether the agent of a version knows `flag`; false for every flag that is not listed. */
export function knowsFlag(version: CiliumVersion, flag: string): boolean {
  return rangesOfFlag(flag).some((range) => inRange(version, range));
}

function rangesOfFlag(flag: string): readonly string[] {
  return Object.values(rowsOf).flatMap(({ flags }) =>
    flags.filter((row) => row.flag === flag).map((row) => row.versions),
  );
}

function flagKeys(flags: readonly string[], installedBy: SettingsDialect): readonly SettingKey[] {
  const ofAgent = flags.map((flag): SettingKey => ({ path: [flag], dialect: 'agent' }));
  if (installedBy === 'agent') {
    return ofAgent;
  }
  return [
    ...flags.map((flag): SettingKey => ({ path: ['extraArgs', `--${flag}`], dialect: 'helm' })),
    ...ofAgent,
    ...flags.map((flag): SettingKey => ({ path: ['extraConfig', flag], dialect: 'helm' })),
  ];
}

interface Found {
  readonly key: SettingKey;
  readonly reading: Exclude<Reading, { readonly kind: 'absent' }>;
}

/** Null stands for a key that was taken away, as in Helm. */
function firstSet(
  keys: readonly SettingKey[],
  read: Read,
  unsetBy: readonly SettingScalar[] = [],
): Found | undefined {
  for (const key of keys) {
    const reading = read(key.path, key.dialect);
    if (reading.kind === 'unknown') {
      return { key, reading };
    }
    if (reading.kind === 'known' && reading.value !== null && !unsetBy.includes(reading.value)) {
      return { key, reading };
    }
  }
  return undefined;
}

function asEffective(found: Found, from: 'flag' | 'chart-value'): EffectiveSetting {
  return found.reading.kind === 'unknown'
    ? { kind: 'unknown', key: found.key }
    : { kind: 'known', value: found.reading.value, from, key: found.key };
}

function chartValue(rows: ConceptRows, read: Read): EffectiveSetting | undefined {
  for (const row of rows.values) {
    const applies = allHold(row.when ?? [], read);
    const found =
      applies === 'no' ? undefined : firstSet([{ path: row.path, dialect: 'helm' }], read, row.unsetBy);
    if (found !== undefined) {
      return applies === 'unknown' ? { kind: 'unknown', key: found.key } : asEffective(found, 'chart-value');
    }
  }
  return undefined;
}

function firstValue(
  rows: ConceptRows['chartDefaults'],
  read: Read,
  from: 'forced' | 'default',
): EffectiveSetting | undefined {
  for (const row of rows) {
    const applies = allHold(row.when ?? [], read);
    if (applies === 'unknown') {
      return { kind: 'unknown' };
    }
    if (applies === 'yes') {
      const cause = row.when?.[0]?.path;
      const key: SettingKey | undefined = cause === undefined ? undefined : { path: cause, dialect: 'helm' };
      return { kind: 'known', value: row.value, from, ...(key === undefined ? {} : { key }) };
    }
  }
  return undefined;
}
