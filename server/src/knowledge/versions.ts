import { t } from '@vscode/l10n';
import patch from 'semver/functions/patch.js';

import {
  familiarity,
  knownReleases,
  minorOf,
  newestPatchOf,
  numberings,
  stableReleases,
} from './releases.ts';
import { readVersionText } from './version-text.ts';
import type { CiliumVersion } from './version-range.ts';

export type { CiliumVersion } from './version-range.ts';

/**
 * The versions of Cilium that one installation may be: one where it is pinned, all of a range otherwise.
 * Ascending, without repetition, never changed. It is empty where the settings contradict each other.
 */
export interface VersionSet {
  readonly versions: readonly CiliumVersion[];
}

/** Every stable release known: what an installation may be that says nothing of its version. */
export const allVersions: VersionSet = { versions: stableReleases };

/**
 * The versions that a text allows.
 *
 * @param text as people write it: `1.13.2`, `v1.15.3`, `~1.15`, `1.16.x`, `>=1.14 <1.16`, `*`, an image tag
 * @param chart the chart's name: some distributions number the releases their own way
 * @returns absent where the text is no version. A pinned version that is not in the list is kept as it is, and a
 *   range above all known versions stands for its lowest: rows reach upwards without end.
 */
export function versionsFrom(text: string, chart?: string): VersionSet | undefined {
  const versions = readVersionText(text, chart);
  return versions.length === 0 ? undefined : { versions };
}

/** Whether a chart of this name brings `chart`: it is that chart, or a distribution's packing of it. */
export function packs(name: string, chart: string): boolean {
  return name === chart || (chart === 'cilium' && numberings.some((row) => row.chart === name));
}

/** The versions of `set` for which `holds` is true. */
export function narrow(set: VersionSet, holds: (version: CiliumVersion) => boolean): VersionSet {
  const versions = set.versions.filter(holds);
  return versions.length === set.versions.length ? set : { versions };
}

/** Whether one exact version is meant. */
export function isPinned(set: VersionSet): boolean {
  return set.versions.length === 1;
}

/** Splits a set by what `keyOf` says of each version; the groups stand in the order of their oldest version. */
export function groupVersions<Key>(
  set: VersionSet,
  keyOf: (version: CiliumVersion) => Key,
): ReadonlyMap<Key, VersionSet> {
  const groups = new Map<Key, CiliumVersion[]>();
  for (const version of set.versions) {
    const key = keyOf(version);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [version]);
    } else {
      group.push(version);
    }
  }
  return new Map([...groups].map(([key, versions]) => [key, { versions }]));
}

/**
 * The newest version of the set, if it is newer than everything that the data knows, with the version by whose
 * rows it is judged: "1.23.1 is newer than any version known here and is treated like 1.21".
 */
export function assumption(
  set: VersionSet,
): { readonly version: CiliumVersion; readonly treatedLike: string } | undefined {
  const version = set.versions.at(-1);
  if (version === undefined) {
    return undefined;
  }
  const known = familiarity(version);
  return known.kind === 'newer' ? { version, treatedLike: known.treatedLike } : undefined;
}

/**
 * A set in words: `1.13.2`, `1.16`, `1.14 to 1.20`, `1.10.5 to 1.11`, `1.15 from 1.15.7 on`, `1.9 and 1.12.0`.
 * A minor without a patch number means all its patches (from here on, up to here).
 */
export function describeVersions(set: VersionSet): string {
  const runs = contiguousRuns(set.versions).map(describeRun);
  const last = runs.pop();
  if (last === undefined) {
    return t('no version');
  }
  return runs.length === 0 ? last : t`${runs.join(', ')} and ${last}`;
}

const places = new Map(knownReleases.map((version, index) => [version, index]));

function contiguousRuns(versions: readonly CiliumVersion[]): readonly (readonly CiliumVersion[])[] {
  const runs: CiliumVersion[][] = [];
  let previous: CiliumVersion | undefined;
  for (const version of versions) {
    const run = runs.at(-1);
    if (run !== undefined && previous !== undefined && followsDirectly(previous, version)) {
      run.push(version);
    } else {
      runs.push([version]);
    }
    previous = version;
  }
  return runs;
}

function followsDirectly(previous: CiliumVersion, version: CiliumVersion): boolean {
  const at = places.get(previous);
  return at !== undefined && places.get(version) === at + 1;
}

function describeRun(run: readonly CiliumVersion[]): string {
  const first = run[0] ?? '';
  const last = run.at(-1) ?? first;
  if (first === last) {
    return first;
  }
  const [begins, ends] = [minorOf(first), minorOf(last)];
  const isFromStart = patch(first) === 0;
  const isToEnd = patch(last) === newestPatchOf(ends);
  if (begins !== ends) return t`${isFromStart ? begins : first} to ${isToEnd ? ends : last}`;
  if (!isToEnd) return t`${first} to ${last}`;
  return isFromStart ? begins : t`${begins} from ${first} on`;
}

/** The minors of a set, such as `['1.14', '1.15']`, from old to new. */
export function minorsOf(set: VersionSet): readonly string[] {
  return [...new Set(set.versions.map(minorOf))];
}
