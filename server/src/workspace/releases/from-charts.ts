import type { ChartDependency, ChartFact } from '../../facts/chart.ts';
import type { Placed } from '../../facts/fact.ts';
import { pathOf } from '../../source/file.ts';
import type { PlacedLayer } from '../effective.ts';
import { folderOf, joinPath } from '../paths.ts';
import type { ReleaseFacts } from './files.ts';
import { combinations } from './overlays.ts';
import type { ReleasePlan, VersionText } from './plan.ts';

/** Releases of umbrella charts: a Chart.yaml that depends on the chart, with the values below the dependency's key. */
export function plansFromCharts(facts: ReleaseFacts, chart: string): readonly ReleasePlan[] {
  const plans: ReleasePlan[] = [];
  for (const [folder, placed] of facts.charts) {
    for (const dependency of dependenciesOn(placed, chart)) {
      const key = dependency.alias ?? dependency.name;
      const layers = facts.layers.filter(
        ({ uri, layer }) => folderOf(pathOf(uri)) === folder && isBelow(layer.address.path, key),
      );
      if (layers.length === 0) continue;
      const defaults = vendoredDefaults(facts, joinPath(folder, `charts/${chart}`));
      for (const combination of combinations(layers)) {
        plans.push({
          chart,
          layers: [...defaults, ...combination],
          versionTexts: dependencyVersions(placed, chart),
          path: folder,
        });
      }
    }
  }
  return plans;
}

/** The values that an unpacked chart ships itself: the lowest layer of whatever installs it, never the place of a finding. */
export function vendoredDefaults(facts: ReleaseFacts, folder: string): readonly PlacedLayer[] {
  return (facts.layersByPath.get(`${folder}/values.yaml`) ?? [])
    .filter(({ uri, layer }) => isVendored(facts, uri, layer))
    .map((placed) => ({ ...placed, isChartDefaults: true }));
}

/** Whether a layer is the `values.yaml` of the chart itself, and not of someone's chart that depends on it. */
export function isVendored(facts: ReleaseFacts, uri: string, layer: PlacedLayer['layer']): boolean {
  if (layer.carrier !== 'values-file' || layer.address.path.length > 0) return false;
  const charts = facts.charts.get(folderOf(pathOf(uri))) ?? [];
  const isTheChart = charts.some(({ fact }) => fact.name === layer.chart.name);
  return isTheChart && dependenciesOn(charts, layer.chart.name).length === 0;
}

/** The dependencies of a folder's chart on a chart, as Chart.yaml lists them. */
export function dependenciesOn(
  charts: readonly Placed<ChartFact>[],
  chart: string,
): readonly ChartDependency[] {
  return charts
    .filter(({ fact }) => fact.file === 'Chart.yaml')
    .flatMap(({ fact }) => fact.dependencies)
    .filter((dependency) => dependency.name === chart);
}

/** The versions that a folder names for a dependency: the lock's exact one first. */
export function dependencyVersions(
  charts: readonly Placed<ChartFact>[],
  chart: string,
): readonly VersionText[] {
  const locked = charts.filter(({ fact }) => fact.file === 'Chart.lock');
  const declared = charts.filter(({ fact }) => fact.file === 'Chart.yaml');
  return [...locked, ...declared].flatMap(({ uri, fact }) =>
    fact.dependencies
      .filter((dependency) => dependency.name === chart)
      .flatMap(({ version }) =>
        version === undefined ? [] : [{ text: version, at: { uri, span: fact.span } }],
      ),
  );
}

function isBelow(path: readonly string[], key: string): boolean {
  return path.length === 1 && path[0] === key;
}
