import type { PlacedLayer } from '../effective.ts';
import { groupBy } from '../group.ts';
import type { Release } from './release.ts';

/** Releases, each of them as the object that it was before if nothing of it changed. */
export function keptReleases(
  now: readonly Release[],
  before: readonly Release[] | undefined,
): readonly Release[] {
  const known = groupBy(before ?? [], ({ path }) => path);
  return now.map((release) => known.get(release.path)?.find((one) => isSame(one, release)) ?? release);
}

/** The versions follow from the layers and from what names them. */
function isSame(one: Release, other: Release): boolean {
  return (
    one.chart === other.chart &&
    one.standing === other.standing &&
    one.isSample === other.isSample &&
    one.kernel === other.kernel &&
    one.layers.length === other.layers.length &&
    one.layers.every((layer, index) => isSameLayer(layer, other.layers[index])) &&
    JSON.stringify(one.versionEvidence) === JSON.stringify(other.versionEvidence)
  );
}

function isSameLayer(one: PlacedLayer, other: PlacedLayer | undefined): boolean {
  return one.uri === other?.uri && one.layer === other.layer && one.isChartDefaults === other.isChartDefaults;
}
