import type { DeploymentFact } from '../../facts/deployment.ts';
import type { Location } from '../../facts/location.ts';
import type { PlacedLayer } from '../effective.ts';
import { packs } from '../../knowledge/versions.ts';
import { archiveAround } from '../../source/chart-archive.ts';
import { foldersUpwards, joinPath, nameOf } from '../paths.ts';
import {
  asDefaults,
  chartFolderAt,
  dependenciesOn,
  fromChart,
  fromUmbrella,
  isChart,
  shownAt,
} from './local-charts.ts';
import { isBelow, type VersionText } from './plan.ts';
import type { ReleaseFacts } from './release-facts.ts';

/** A chart as a deployment names it. */
export interface ChartNamed {
  /** `cilium/cilium`, `./charts/cilium`, `oci://quay.io/cilium/charts/cilium`. */
  readonly reference: string;
  /** What the deployment itself says of the version. */
  readonly versionText: string | undefined;
  /** Where it says so. */
  readonly at: Location;
  /** The folder, decoded, from which a path counts. */
  readonly folder: string;
  /** What the reference can be; absent where it may be a name or a path. */
  readonly chartIn: DeploymentFact['chartIn'];
}

/** How a deployment's chart brings another one. */
export interface InstalledChart {
  /** The key below which values reach the chart, where an umbrella chart installs it. */
  readonly key: string | undefined;
  /** What the chart's own files set, lowest first. */
  readonly chartLayers: readonly PlacedLayer[];
  /** The most exact statement first. */
  readonly versionTexts: readonly VersionText[];
}

/** How a deployment brings `chart`: it names it, from afar or by a folder, or names a chart that depends on it. */
export function installedChart(
  named: ChartNamed,
  facts: ReleaseFacts,
  chart: string,
): InstalledChart | undefined {
  const folder = localChart(named, facts);
  if (folder === undefined) {
    const { name, version } = readReference(named.reference);
    const text = named.versionText ?? version;
    const versionTexts = text === undefined ? [] : [{ text, at: named.at, numberedBy: name }];
    return packs(name, chart) ? { key: undefined, chartLayers: [], versionTexts } : undefined;
  }
  if (isChart(facts, folder, chart)) {
    const { defaults, versionTexts } = fromChart(facts, folder, chart);
    return { key: undefined, chartLayers: defaults, versionTexts: shownAt(named.at, versionTexts) };
  }
  const dependency = dependenciesOn(facts, folder, chart)[0];
  if (dependency === undefined) return undefined;
  const key = dependency.alias ?? dependency.name;
  const { defaults, versionTexts } = fromUmbrella(facts, folder, dependency);
  const umbrella = (facts.layersByPath.get(`${folder}/values.yaml`) ?? []).filter(isBelow(key));
  const own = archiveAround(folder) === undefined ? umbrella : umbrella.map(asDefaults);
  return { key, chartLayers: [...defaults, ...own], versionTexts: shownAt(named.at, versionTexts) };
}

/** The folder of a chart that is named by path, its own or that of its archive, if the workspace holds its Chart.yaml. */
function localChart({ reference, folder, chartIn }: ChartNamed, facts: ReleaseFacts): string | undefined {
  if (chartIn === 'registry' || /^[a-z]+:\/\//.test(reference)) return undefined;
  const isThere = (candidate: string): boolean => chartFolderAt(facts, candidate) !== undefined;
  const path =
    chartIn === 'repository' ? fromRoot(reference, folder, isThere) : asMeant(reference, folder, isThere);
  return path === undefined ? undefined : chartFolderAt(facts, path);
}

/** A path as people mean it: from the file that names it, or from a folder above it from which they run things. */
export function asMeant(path: string, folder: string, exists: (path: string) => boolean): string | undefined {
  return foldersUpwards(folder)
    .map((from) => joinPath(from, path))
    .find(exists);
}

/** A path from the root of a repository, which is some folder above: the outermost under which the path exists. */
export function fromRoot(
  path: string,
  folder: string,
  exists: (path: string) => boolean,
): string | undefined {
  return foldersUpwards(folder)
    .map((root) => joinPath(root, path.replace(/^\/+/, '')))
    .findLast(exists);
}

/** Name and version in `cilium/cilium`, `./cilium-1.14.2.tgz` or `oci://quay.io/charts/cilium:1.14.2`. */
function readReference(reference: string): { readonly name: string; readonly version: string | undefined } {
  const last = nameOf(reference);
  const parts = /^(.+?)-v?(\d+\.\d+\.\d+.*)\.tgz$/.exec(last) ?? /^([^:@]+)[:@](.+)$/.exec(last);
  return { name: parts?.[1] ?? last, version: parts?.[2] };
}
