import data from '../../../schemas/cilium/rendered.json' with { type: 'json' };
import type { KeyPath, SettingScalar } from './reading.ts';
import { textIn } from './runs.ts';
import { inRange, type CiliumVersion } from './version-range.ts';

const flagsByKey: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(data.flags));

/** The flags of `cilium-config` that a version of the chart makes from a key; none where it goes elsewhere. */
export function flagsOf(path: KeyPath, version: CiliumVersion): readonly string[] {
  return textIn(flagsByKey.get(path.join('.')), version)?.split(' ') ?? [];
}

/** The keys of the chart that a version makes a flag from. */
export function keysRenderedAs(flag: string, version: CiliumVersion): readonly KeyPath[] {
  return [...flagsByKey]
    .filter(([, runs]) => textIn(runs, version)?.split(' ').includes(flag) === true)
    .map(([path]) => path.split('.'));
}

/** What a flag becomes; `undefined` for one that is no longer there. */
export interface RenderedFlag {
  readonly flag: string;
  readonly value: string | undefined;
}

/**
 * What Helm rendered differently from the defaults when a key was set to this value and nothing else; absent where that was
 * not tried.
 */
export function renderedBy(
  path: KeyPath,
  value: SettingScalar,
  version: CiliumVersion,
): readonly RenderedFlag[] | undefined {
  const row = data.trials.find(
    (trial) =>
      trial.path.join('.') === path.join('.') &&
      String(trial.value) === String(value) &&
      inRange(version, trial.versions),
  );
  if (row === undefined) return undefined;
  return Object.entries(row.sets).flatMap(([flag, now]: [string, string | null | undefined]) =>
    now === undefined ? [] : [{ flag, value: now ?? undefined }],
  );
}

/** All flags of `cilium-config` that a version of the chart can write. */
export function allFlags(version: CiliumVersion): readonly string[] {
  const flags = [...flagsByKey.values()].flatMap((runs) => textIn(runs, version)?.split(' ') ?? []);
  return [...new Set(flags)].sort();
}
