import { allHold, switchState } from './condition.ts';
import { hearTheSame } from './nodes.ts';
import type { Read, Reading, SettingsDialect, SettingScalar } from './reading.ts';
import { isSamePath } from './same-path.ts';
import type { SettingKey } from './setting-keys.ts';
import { rowsIn, type Concept, type ConceptRows } from './setting-rows.ts';
import type { CiliumVersion } from './version-range.ts';

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
  return others.kind === 'known' && hearTheSame(onSomeNodes, others.value)
    ? others
    : { kind: 'unknown', key };
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
