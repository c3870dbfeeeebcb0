import compare from 'semver/functions/compare.js';

import type { KeyPath, SettingsDialect } from './reading.ts';
import { isSamePath } from './same-path.ts';
import { rowsOf, type Concept } from './setting-rows.ts';
import { inRange, lowestOf, type CiliumVersion } from './version-range.ts';

/** A key in the dialect that it is written in. */
export interface SettingKey {
  readonly path: KeyPath;
  readonly dialect: SettingsDialect;
}

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
  const rows = Object.values(rowsOf).find(({ values }) => values.some((row) => isSamePath(row.path, path)));
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
