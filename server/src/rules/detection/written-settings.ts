import type { Setting } from '../../facts/settings.ts';
import { settingAt, type PlacedLayer } from '../../workspace/effective.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import type { Release } from '../../workspace/releases/release.ts';

/** A setting that somebody wrote, as a part of one release. */
export interface Occurrence {
  readonly cluster: Cluster;
  readonly release: Release;
  readonly placed: PlacedLayer;
  readonly setting: Setting;
}

/**
 * Every value of the chart that people wrote, with each release that it is a part of: several may share a file. Not the
 * defaults of a vendored chart, and not the variables of tools that write the values themselves.
 *
 * @param isWanted chosen by the setting alone; the rest is not looked at
 */
export function settingsWritten(
  clusters: readonly Cluster[],
  isWanted: (setting: Setting) => boolean,
): readonly (readonly [Occurrence, ...(readonly Occurrence[])])[] {
  const found = new Map<Setting, [Occurrence, ...Occurrence[]]>();
  for (const cluster of clusters) {
    for (const release of cluster.releases) {
      for (const placed of release.layers.filter((one) => isWrittenFor(one, release))) {
        for (const setting of placed.layer.settings) {
          if (!isWanted(setting) || settingAt(placed.layer, setting.path) !== setting) continue;
          const occurrence = { cluster, release, placed, setting };
          const known = found.get(setting);
          if (known === undefined) found.set(setting, [occurrence]);
          else known.push(occurrence);
        }
      }
    }
  }
  return [...found.values()];
}

/** An example may name files of the workspace; what is to be said of those is said without it. */
export function isWrittenFor({ layer, isChartDefaults }: PlacedLayer, { standing }: Release): boolean {
  return (
    isChartDefaults !== true &&
    layer.dialect === 'helm' &&
    layer.spelledAs === undefined &&
    (standing !== 'example' || layer.isExample === true)
  );
}

/** Whether a vendored chart itself has a key: a fork may know more than the chart that it was made of. */
export function isKnownToVendoredChart({ layers }: Release, { path }: Setting): boolean {
  return layers.some(
    ({ layer, isChartDefaults }) => isChartDefaults === true && settingAt(layer, path) !== undefined,
  );
}
