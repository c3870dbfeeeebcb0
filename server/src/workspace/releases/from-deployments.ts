import type { DeploymentFact } from '../../facts/deployment.ts';
import type { Placed } from '../../facts/fact.ts';
import { pathOf } from '../../source/file.ts';
import type { PlacedLayer } from '../effective.ts';
import { folderOf } from '../paths.ts';
import { chartSourceOf, textOf } from './chart-sources.ts';
import { installedChart, type ChartNamed } from './installed-chart.ts';
import type { ReleasePlan, Standing } from './plan.ts';
import type { ReleaseFacts } from './release-facts.ts';
import { patchedDeployments, type PatchedDeployment } from './patched-deployments.ts';
import { sourceLayers } from './values-sources.ts';

/**
 * Releases that something installs by name: the chart's own layers, then the values in the deployment's order, then what
 * kustomizations lay over them. Several kustomizations that come to the same make one release.
 */
export function plansFromDeployments(
  facts: ReleaseFacts,
  chart: string,
  hasFile: (path: string) => boolean,
): readonly ReleasePlan[] {
  return facts.deployments.flatMap((placed) => {
    if (!placed.fact.deploys) return [];
    const plans = patchedDeployments(placed, facts).flatMap(
      (patched) => planOf(patched, facts, chart, hasFile) ?? [],
    );
    return [...new Map(plans.toReversed().map((plan) => [outcomeOf(plan), plan])).values()].reverse();
  });
}

/** The layers and the version of a plan, by where they stand. */
function outcomeOf({ layers, versionTexts }: ReleasePlan): string {
  return JSON.stringify([layers.map(({ uri, layer }) => [uri, layer.address, layer.span]), versionTexts]);
}

function planOf(
  { placed, values, version, variant, path }: PatchedDeployment,
  facts: ReleaseFacts,
  chart: string,
  hasFile: (path: string) => boolean,
): ReleasePlan | undefined {
  const named = chartNamed(placed, facts, version);
  const installed = named === undefined ? undefined : installedChart(named, facts, chart);
  if (installed === undefined) return undefined;
  const { key, chartLayers, versionTexts } = installed;
  const own = values.flatMap(({ uri, source }) =>
    sourceLayers(source, { placed: { uri, fact: placed.fact }, variant, key, facts, chart, hasFile }),
  );
  const layers: readonly PlacedLayer[] = [...chartLayers, ...own];
  const standing = standingOf(placed.fact);
  return layers.length === 0 ? undefined : { chart, layers, versionTexts, path, standing };
}

function standingOf({ isReconciled, isExample }: DeploymentFact): Standing {
  if (isExample === true) return 'example';
  return isReconciled === true ? 'reconciled' : 'installed';
}

/** The chart that a deployment names, itself or by a chart source; absent where only a template knows it. */
function chartNamed(
  { uri, fact }: Placed<DeploymentFact>,
  facts: ReleaseFacts,
  patched: PatchedDeployment['version'],
): ChartNamed | undefined {
  const source = chartSourceOf(fact, uri, facts.chartSources);
  const chart = fact.chart ?? source?.fact.chart;
  if (chart?.kind !== 'text') return undefined;
  const own = patched?.named ?? fact.version;
  const version = own ?? source?.fact.version;
  const versionUri = own === undefined && source !== undefined ? source.uri : (patched?.uri ?? uri);
  return {
    reference: chart.text,
    versionText: textOf(version),
    at: { uri: versionUri, span: version?.span ?? fact.span },
    folder: folderOf(pathOf(uri)),
    chartIn: fact.chartIn,
  };
}
