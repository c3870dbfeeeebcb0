import type { ChartDependency, ChartFact } from '../../facts/chart.ts';
import type { Placed } from '../../facts/fact.ts';
import { pathOf } from '../../source/file.ts';
import type { PlacedLayer } from '../effective.ts';
import { folderOf, joinPath } from '../paths.ts';
import type { ReleaseFacts } from './release-facts.ts';
import type { VersionText } from './plan.ts';

/** What whoever installs a chart inherits from files of the chart. */
export interface Inheritance {
  /** The values that an unpacked chart ships itself: they count, but are never the place of a finding. */
  readonly defaults: readonly PlacedLayer[];
  /** The most exact statement first. */
  readonly versionTexts: readonly VersionText[];
}

/** What the chart itself, unpacked in a folder, gives. A fork may number its versions anew, so `appVersion` comes first. */
export function fromChart(facts: ReleaseFacts, folder: string, chart: string): Inheritance {
  const defaults = (facts.layersByPath.get(`${folder}/values.yaml`) ?? [])
    .filter(({ uri, layer }) => isVendored(facts, uri, layer))
    .map((placed) => ({ ...placed, isChartDefaults: true as const }));
  const versionTexts = chartsNamed(facts, folder, chart).flatMap(({ uri, fact }) =>
    [fact.appVersion, fact.version].flatMap((text) =>
      text === undefined ? [] : [{ text, at: { uri, span: fact.span } }],
    ),
  );
  return { defaults, versionTexts };
}

/**
 * What an umbrella chart in a folder hands on to one of its dependencies. Helm installs the unpacked chart where there is
 * one: in `charts/`, or where a `file://` repository points; the lock and the range only told it what to fetch.
 */
export function fromUmbrella(facts: ReleaseFacts, folder: string, dependency: ChartDependency): Inheritance {
  const { name, repository } = dependency;
  const unpacked = [
    `charts/${name}`,
    ...(repository?.startsWith('file://') === true ? [repository.slice(7)] : []),
  ]
    .map((path) => joinPath(folder, path))
    .find((candidate) => facts.charts.has(candidate));
  const own = unpacked === undefined ? nothing : fromChart(facts, unpacked, name);
  return { ...own, versionTexts: [...own.versionTexts, ...dependencyVersions(facts, folder, name)] };
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

/** Whether a folder holds the chart itself, and not someone's chart of the same name that depends on it. */
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
  return chartsIn(facts, folder).filter(({ fact }) => fact.name === chart);
}

function chartsIn(facts: ReleaseFacts, folder: string): readonly Placed<ChartFact>[] {
  return facts.charts.get(folder) ?? [];
}
