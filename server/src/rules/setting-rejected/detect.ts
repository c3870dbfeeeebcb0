import type { Setting } from '../../facts/settings.ts';
import { isEverTyped, wantedType, type WrittenValue } from '../../knowledge/value-types.ts';
import { refusalsOf, type Refusal } from '../../knowledge/refusals.ts';
import type { SettingKey } from '../../knowledge/setting-keys.ts';
import type { CiliumVersion } from '../../knowledge/versions.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import type { Origin } from '../../workspace/effective.ts';
import { originOf, readingOf } from '../../workspace/release-reading.ts';
import type { Release } from '../../workspace/releases/release.ts';
import { isWrittenFor } from '../detection/written-settings.ts';

/** Why a version refuses a value, and who does. */
export interface Reason {
  readonly by: Refusal['by'];
  /** What it takes, as the end of a sentence "Cilium 1.16 takes …". */
  readonly instead: string;
  /** Another setting has a share in it. */
  readonly isCombination: boolean;
  /** The same value in the form that the schema wants. */
  readonly value?: string | number | boolean | null;
}

/** A setting because of which its release does not come up, whichever version it is. */
export interface RefusedSetting {
  readonly cluster: Cluster;
  readonly release: Release;
  readonly key: SettingKey;
  readonly origin: Origin;
  /** As the newest version has it. */
  readonly reason: Reason;
  /** Whether every version that the release may be refuses this setting; otherwise some refuse another one. */
  readonly isEveryVersion: boolean;
}

interface Blamed {
  readonly key: SettingKey;
  readonly origin: Origin;
  readonly reason: Reason;
}

/** The settings for which no version that a release may be starts. */
export function refusedSettings(release: Release, cluster: Cluster): readonly RefusedSetting[] {
  const typed = writtenValues(release);
  const byVersion = release.versions.versions.map((version) => blamedIn(version, release, typed));
  const newest = byVersion.at(-1) ?? [];
  if (byVersion.some((blamed) => blamed.length === 0)) return [];
  return newest.map(({ key, origin, reason }) => ({
    cluster,
    release,
    key,
    origin,
    reason,
    isEveryVersion: byVersion.every((blamed) => blamed.some((one) => one.origin.setting === origin.setting)),
  }));
}

/** What one version refuses, each setting once; the schema adds to a row how the value is to be written. */
function blamedIn(version: CiliumVersion, release: Release, typed: readonly Written[]): readonly Blamed[] {
  const refused = refusalsOf(version, readingOf(release)).flatMap((row) => blamedBy(row, release) ?? []);
  const mistyped = typed.flatMap(({ key, origin, value }): readonly Blamed[] => {
    const wanted = wantedType(key.path, value, version);
    return wanted === undefined
      ? []
      : [{ key, origin, reason: { by: 'chart', isCombination: false, ...wanted } }];
  });
  const bySetting = new Map<Setting, Blamed>();
  for (const blamed of [...refused, ...mistyped]) {
    const known = bySetting.get(blamed.origin.setting);
    const reason = { ...blamed.reason, ...known?.reason };
    bySetting.set(blamed.origin.setting, { ...blamed, reason });
  }
  return [...bySetting.values()];
}

/** The first of the conditions that somebody set a value for; the rest are about what stands beside it. */
function blamedBy({ all, by, instead }: Refusal, release: Release): Blamed | undefined {
  for (const { path, dialect } of all) {
    const key: SettingKey = { path, dialect: dialect === 'agent' ? 'agent' : 'helm' };
    const origin = originOf(release, key);
    if (origin === undefined || !isSomebodys(origin, release)) continue;
    return { key, origin, reason: { by, instead, isCombination: all.length > 1 } };
  }
  return undefined;
}

interface Written {
  readonly key: SettingKey;
  readonly origin: Origin;
  readonly value: WrittenValue;
}

/** The values that a chart's schema could refuse, as they come through all layers. */
function writtenValues(release: Release): readonly Written[] {
  return release.layers
    .filter((placed) => isWrittenFor(placed, release))
    .flatMap((placed) =>
      placed.layer.settings.flatMap((setting): readonly Written[] => {
        const key: SettingKey = { path: setting.path, dialect: 'helm' };
        const value = setting.value;
        if (value.kind === 'unknown' || !isEverTyped(setting.path, value)) return [];
        const isInForce = originOf(release, key)?.setting === setting;
        return isInForce ? [{ key, origin: { placed, setting }, value }] : [];
      }),
    );
}

/** A chart's own defaults are nobody's mistake, and an example is judged where it stands. */
function isSomebodys({ placed: { layer, isChartDefaults } }: Origin, { standing }: Release): boolean {
  return isChartDefaults !== true && (standing !== 'example' || layer.isExample === true);
}
