import compare from 'semver/functions/compare.js';
import major from 'semver/functions/major.js';
import minor from 'semver/functions/minor.js';

import data from '../../../schemas/cilium/releases.json' with { type: 'json' };
import type { CiliumVersion } from './version-range.ts';

/** Every stable release that the data knows, ascending. */
export const stableReleases: readonly CiliumVersion[] = data.minors.flatMap((row) =>
  Array.from({ length: row.latestPatch + 1 }, (_, patch) => `${row.minor}.${patch}`),
);

/** The newest release of each minor that the data knows, ascending; of a minor to come its newest prerelease. */
export const newestReleases: readonly CiliumVersion[] = [
  ...data.minors.map((row) => `${row.minor}.${row.latestPatch}`),
  ...data.prereleases.slice(-1),
];

/** Prereleases of the minor that comes next, ascending. */
export const prereleases: readonly CiliumVersion[] = data.prereleases;

/** Words that mark a prerelease of Cilium itself; any other suffix is a distribution's build of that release. */
export const prereleaseTags: readonly string[] = data.prereleaseTags;

/** Charts that number Cilium's releases their own way. */
export const numberings = data.numberings;

/** Both, ascending. */
export const knownReleases: readonly CiliumVersion[] = [...stableReleases, ...prereleases];

const newestPatches = new Map(data.minors.map((row) => [row.minor, row.latestPatch]));

/** The minor of a version, such as `1.16` for `1.16.4` and `1.20` for `1.20.0-pre.4`. */
export function minorOf(version: CiliumVersion): string {
  return `${major(version)}.${minor(version)}`;
}

/** The newest known patch of a minor, as a number. */
export function newestPatchOf(minorText: string): number | undefined {
  return newestPatches.get(minorText);
}

/** How a version stands to those that the data was made from. */
export type Familiarity =
  | { readonly kind: 'known' }
  /** Between known versions or before them, such as a prerelease of an older minor. */
  | { readonly kind: 'unlisted' }
  /** Newer than the data: a rule then goes by what it knows of `treatedLike` (a minor such as `1.21`, or a patch). */
  | { readonly kind: 'newer'; readonly treatedLike: string };

/** Says whether the data knows `version`, or by which version it is judged because it is newer. */
export function familiarity(version: CiliumVersion): Familiarity {
  if (knownReleases.includes(version)) {
    return { kind: 'known' };
  }
  const newestPatch = newestPatchOf(minorOf(version));
  if (newestPatch !== undefined) {
    const newest = `${minorOf(version)}.${newestPatch}`;
    return compare(version, newest) > 0 ? { kind: 'newer', treatedLike: newest } : { kind: 'unlisted' };
  }
  const newest = knownReleases.at(-1);
  return newest !== undefined && compare(version, newest) > 0
    ? { kind: 'newer', treatedLike: minorOf(newest) }
    : { kind: 'unlisted' };
}
