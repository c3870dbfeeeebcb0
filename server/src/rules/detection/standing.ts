import type { Location } from '../../facts/location.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { keyLocation, type Origin, type PlacedLayer } from '../../workspace/effective.ts';
import { originOf } from '../../workspace/release-reading.ts';
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
 * Where a finding on a release stands: on the key that decides, or where none does at the start of its values.
 * Absent where there is nothing that people of this workspace could look at.
 */
export function placeInRelease(release: Release, origin: Origin | undefined): Location | undefined {
  const isInOwnFile = origin !== undefined && origin.placed.isChartDefaults !== true;
  const at = isInOwnFile ? keyLocation(origin) : startOf(release);
  if (at === undefined || (release.standing === 'example' && !isInExample(at, release))) return undefined;
  return at;
}

/** The first key of the layer that wins, or of one that says more in the same file. */
function startOf(release: Release): Location | undefined {
  const winner = release.layers.findLast((placed) => isShown(placed));
  if (winner === undefined) return undefined;
  const { uri, layer } = replacingLayer(release, winner) ?? winner;
  return { uri, span: layer.settings[0]?.keySpan ?? layer.span };
}

/**
 * The layer that says whether kube-proxy is replaced, where the file of the winner has several: what people know an install
 * by, while a list of parameters behind its values may hold a single small thing.
 */
function replacingLayer(release: Release, winner: PlacedLayer): PlacedLayer | undefined {
  const placed = originOf(release, { path: ['kubeProxyReplacement'], dialect: 'helm' })?.placed;
  return placed?.uri === winner.uri && isShown(placed) ? placed : undefined;
}

function isShown({ layer, isChartDefaults }: PlacedLayer): boolean {
  return isChartDefaults !== true && !layer.open;
}

/** An example may name files of the workspace; what is to be said of those is said without it. */
function isInExample({ uri }: Location, { layers }: Release): boolean {
  return layers.some((placed) => placed.uri === uri && placed.layer.isExample === true);
}
