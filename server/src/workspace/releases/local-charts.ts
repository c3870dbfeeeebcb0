import type { ChartDependency, ChartFact } from '../../facts/chart.ts';
import type { Placed } from '../../facts/fact.ts';
import type { Location } from '../../facts/location.ts';
import { packs, versionsFrom } from '../../knowledge/versions.ts';
import { archiveAround } from '../../source/chart-archive.ts';
import { pathOf } from '../../source/file.ts';
import type { PlacedLayer } from '../effective.ts';
import { folderOf, joinPath } from '../paths.ts';
import type { ReleaseFacts } from './release-facts.ts';
import type { VersionText } from './plan.ts';

/** What whoever installs a chart inherits from files of the chart. */
export interface Inheritance {
  /** The values that a chart of the workspace ships itself: they count, but are never the place of a finding. */
  readonly defaults: readonly PlacedLayer[];
  /** The most exact statement first. */
  readonly versionTexts: readonly VersionText[];
}

/** What the chart itself, in a folder or packed, gives. A fork may number its versions anew, so `appVersion` comes first. */
export function fromChart(facts: ReleaseFacts, folder: string, chart: string): Inheritance {
  const defaults = (facts.layersByPath.get(`${folder}/values.yaml`) ?? [])
    .filter(({ uri, layer }) => isVendored(facts, uri, layer))
    .map(asDefaults);
  const versionTexts = chartsNamed(facts, folder, chart).flatMap(({ uri, fact }): readonly VersionText[] => {
    const { name = chart, version, appVersion, span } = fact;
    const at = { uri, span };
    return [
      ...(appVersion === undefined ? [] : [{ text: appVersion, at }]),
      ...(version === undefined ? [] : [{ text: version, at, numberedBy: name }]),
    ];
  });
  return { defaults, versionTexts };
}

/**
 * What an umbrella chart in a folder hands on to one of its dependencies. Helm installs the vendored chart where there is
 * one; the lock and the range only told it what to fetch.
 */
export function fromUmbrella(facts: ReleaseFacts, folder: string, dependency: ChartDependency): Inheritance {
  const { name } = dependency;
  const vendored = vendoredChart(facts, folder, dependency);
  const { defaults, versionTexts } = vendored === undefined ? nothing : fromChart(facts, vendored, name);
  const umbrella = chartsIn(facts, folder).find(({ fact }) => fact.file === 'Chart.yaml');
  const own =
    umbrella === undefined
      ? versionTexts
      : shownAt({ uri: umbrella.uri, span: umbrella.fact.span }, versionTexts);
  return { defaults, versionTexts: [...own, ...dependencyVersions(facts, folder, name)] };
}

/**
 * The folder of the chart that stands for a dependency: unpacked in `charts/`, packed there, or where a `file://`
 * repository points.
 */
function vendoredChart(facts: ReleaseFacts, folder: string, dependency: ChartDependency): string | undefined {
  const { name, repository } = dependency;
  const unpacked = joinPath(folder, `charts/${name}`);
  if (facts.charts.has(unpacked)) return unpacked;
  const packed = packedChart(facts, joinPath(folder, 'charts'), dependency);
  if (packed !== undefined) return packed;
  const elsewhere = repository?.startsWith('file://') === true ? joinPath(folder, repository.slice(7)) : '';
  return facts.charts.has(elsewhere) ? elsewhere : undefined;
}

/**
 * The packed chart of a folder that a dependency means, told by what stands in it, as Helm does: by name and, where
 * archives of several versions lie there, by the range.
 */
function packedChart(
  facts: ReleaseFacts,
  folder: string,
  { name, version: range }: ChartDependency,
): string | undefined {
  const candidates = (facts.packedCharts.get(folder) ?? []).filter(
    (packed) => chartsNamed(facts, packed, name).length > 0,
  );
  const allowed = range === undefined ? undefined : versionsFrom(range, name)?.versions;
  const isInRange = (packed: string): boolean =>
    chartsNamed(facts, packed, name).some(({ fact: { version } }) =>
      versionsFrom(version ?? '', name)?.versions.every((one) => allowed?.includes(one)),
    );
  return candidates.find(isInRange) ?? candidates[0];
}

/** The folder of the chart at a path, which is that of a folder or of an archive; absent if there is none. */
export function chartFolderAt(facts: ReleaseFacts, path: string): string | undefined {
  if (facts.charts.has(path)) return path;
  return facts.packedCharts.get(folderOf(path))?.find((packed) => folderOf(packed) === path);
}

/** Versions with a place that can be shown: of one that stands in a packed chart, the place that installs it. */
export function shownAt(installer: Location, versionTexts: readonly VersionText[]): readonly VersionText[] {
  return versionTexts.map((version) =>
    archiveAround(pathOf(version.at.uri)) === undefined ? version : { ...version, at: installer },
  );
}

/** A layer as one that a chart ships itself. */
export function asDefaults(placed: PlacedLayer): PlacedLayer {
  return { ...placed, isChartDefaults: true };
}

const nothing: Inheritance = { defaults: [], versionTexts: [] };

/** The dependencies of a folder's chart on a chart, as Chart.yaml lists them. */
export function dependenciesOn(
  facts: ReleaseFacts,
  folder: string,
  chart: string,
): readonly ChartDependency[] {
  return chartsIn(facts, folder)
    .filter(({ fact }) => fact.file === 'Chart.yaml')
    .flatMap(({ fact }) => fact.dependencies)
    .filter((dependency) => dependency.name === chart);
}

/**
 * Whether a folder holds the chart itself, or a distribution's packing of it, and not someone's chart of the same name
 * that depends on it.
 */
export function isChart(facts: ReleaseFacts, folder: string, chart: string): boolean {
  return chartsNamed(facts, folder, chart).length > 0 && dependenciesOn(facts, folder, chart).length === 0;
}

/** Whether a layer is values that a chart of the workspace ships itself. */
export function isVendored(facts: ReleaseFacts, uri: string, layer: PlacedLayer['layer']): boolean {
  return (
    layer.carrier === 'values-file' &&
    layer.address.path.length === 0 &&
    isChart(facts, folderOf(pathOf(uri)), layer.chart.name)
  );
}

/** The versions that a folder names for a dependency: the lock's exact one first. */
function dependencyVersions(facts: ReleaseFacts, folder: string, chart: string): readonly VersionText[] {
  const charts = chartsIn(facts, folder);
  const lockFirst = [
    ...charts.filter(({ fact }) => fact.file === 'Chart.lock'),
    ...charts.filter(({ fact }) => fact.file === 'Chart.yaml'),
  ];
  return lockFirst.flatMap(({ uri, fact }) =>
    fact.dependencies.flatMap(({ name, version }) =>
      name === chart && version !== undefined ? [{ text: version, at: { uri, span: fact.span } }] : [],
    ),
  );
}

function chartsNamed(facts: ReleaseFacts, folder: string, chart: string): readonly Placed<ChartFact>[] {
  return chartsIn(facts, folder).filter(({ fact: { name } }) => name !== undefined && packs(name, chart));
}

function chartsIn(facts: ReleaseFacts, folder: string): readonly Placed<ChartFact>[] {
  return facts.charts.get(folder) ?? [];
}
