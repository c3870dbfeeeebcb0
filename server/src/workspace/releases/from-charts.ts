import { archiveAround } from '../../source/chart-archive.ts';
import { pathOf } from '../../source/file.ts';
import type { PlacedLayer } from '../effective.ts';
import { groupBy } from '../group.ts';
import { folderOf, foldersUpwards } from '../paths.ts';
import type { ReleaseFacts } from './release-facts.ts';
import { dependenciesOn, fromUmbrella } from './local-charts.ts';
import { combinations } from './overlays.ts';
import { isBelow, type ReleasePlan } from './plan.ts';

/**
 * Releases of umbrella charts: a Chart.yaml that depends on the chart, with the values below the dependency's key. Helm
 * lays every file that one hands to it upon the chart's own `values.yaml`. A packed chart is installed by what names it.
 */
export function plansFromCharts(facts: ReleaseFacts, chart: string): readonly ReleasePlan[] {
  const layersByChart = groupBy(
    facts.layers.filter(({ layer }) => layer.carrier === 'values-file'),
    (placed) => chartFolderOf(placed, facts),
  );
  const folders = [...facts.charts.keys()].filter((folder) => archiveAround(folder) === undefined);
  return folders.flatMap((folder) =>
    dependenciesOn(facts, folder, chart).flatMap((dependency) => {
      const key = dependency.alias ?? dependency.name;
      const layers = (layersByChart.get(folder) ?? []).filter(isBelow(key));
      const { defaults, versionTexts } = fromUmbrella(facts, folder, dependency);
      return combinations(layers, `${folder}/values.yaml`).map((combination) => ({
        chart,
        layers: [...defaults, ...combination],
        versionTexts,
        path: pathOf(combination.at(-1)?.uri ?? '') || `${folder}/Chart.yaml`,
        standing: 'installed',
      }));
    }),
  );
}

/** The folder of the chart that a file lies in: its own, or the nearest one above that has a Chart.yaml. */
function chartFolderOf({ uri }: PlacedLayer, { charts }: ReleaseFacts): string | undefined {
  return foldersUpwards(folderOf(pathOf(uri))).find((folder) => charts.has(folder));
}
