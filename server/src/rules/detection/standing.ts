import type { Location } from '../../facts/location.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { keyLocation, type Origin } from '../../workspace/effective.ts';
import type { Release } from '../../workspace/releases/release.ts';

const firmness: Readonly<Record<Release['standing'], number>> = {
  reconciled: 3,
  installed: 2,
  unused: 1,
  example: 0,
};

/**
 * Whether another release of the cluster stands firmer: this one may be a leftover, or only the first step. An example is
 * always less than what is there.
 */
export function isOvertaken(release: Release, { candidates }: Cluster): boolean {
  const firmest = Math.max(...candidates.map(({ standing }) => firmness[standing]));
  return release.isSample || release.standing === 'example' || firmness[release.standing] < firmest;
}

/**
 * Where a finding on a release stands: on the key that decides, or where none does on the first key of the layer that wins.
 * Absent where there is nothing that people of this workspace could look at.
 */
export function placeInRelease(release: Release, origin: Origin | undefined): Location | undefined {
  const isInOwnFile = origin !== undefined && origin.placed.isChartDefaults !== true;
  const at = isInOwnFile ? keyLocation(origin) : startOf(release);
  if (at === undefined || (release.standing === 'example' && !isInExample(at, release))) return undefined;
  return at;
}

/** The first key of the layer that wins. */
function startOf({ layers }: Release): Location | undefined {
  const placed = layers.findLast(({ layer, isChartDefaults }) => isChartDefaults !== true && !layer.open);
  if (placed === undefined) return undefined;
  return { uri: placed.uri, span: placed.layer.settings[0]?.keySpan ?? placed.layer.span };
}

/** An example may name files of the workspace; what is to be said of those is said without it. */
function isInExample({ uri }: Location, { layers }: Release): boolean {
  return layers.some((placed) => placed.uri === uri && placed.layer.isExample === true);
}
