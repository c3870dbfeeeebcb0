import type { Placed } from '../../facts/fact.ts';
import { allowedVersions } from '../../knowledge/narrowing.ts';
import { allVersions, isPinned, narrow, versionsFrom, type VersionSet } from '../../knowledge/versions.ts';
import type { PlacedLayer } from '../effective.ts';
import { plansFromCharts } from './from-charts.ts';
import { plansFromCommands } from './from-commands.ts';
import { plansFromRenderedConfig, plansFromValuesFiles } from './from-files.ts';
import { releaseFacts } from './files.ts';
import type { ReleasePlan } from './plan.ts';
import type { Release, VersionEvidence } from './release.ts';

/**
 * Every installation of `chart` that the workspace describes. A layer that a command or a parent chart deploys is not
 * judged by itself as well.
 *
 * @param hasFile whether the workspace holds a file, by decoded path: a values file without any setting of the chart
 *   adds nothing, one that is missing may add anything
 */
export function releasesOf(
  placed: readonly Placed[],
  chart: string,
  hasFile: (path: string) => boolean,
): readonly Release[] {
  const facts = releaseFacts(placed);
  const deployed = [...plansFromCommands(facts, chart, hasFile), ...plansFromCharts(facts, chart)];
  const taken = new Set<PlacedLayer['layer']>(
    deployed.flatMap(({ layers }) => layers.map(({ layer }) => layer)),
  );
  const plans = [
    ...deployed,
    ...plansFromValuesFiles(facts, chart, taken),
    ...plansFromRenderedConfig(facts, chart),
  ];
  return plans.map(releaseOf);
}

function releaseOf(plan: ReleasePlan): Release {
  const named = namedVersions(plan);
  const inUse = named?.versions ?? allVersions;
  const allowed = narrow(inUse, (version) =>
    plan.layers.every(({ layer }) => allowedVersions(layer).has(version)),
  );
  return {
    chart: plan.chart,
    layers: plan.layers,
    versions: allowed.versions.length > 0 ? allowed : inUse,
    versionEvidence: named?.evidence ?? { kind: 'inferred' },
    path: plan.path,
  };
}

/** The first of the plan's version texts that is a version. */
function namedVersions(plan: ReleasePlan): { versions: VersionSet; evidence: VersionEvidence } | undefined {
  for (const { text, at } of plan.versionTexts) {
    const versions = versionsFrom(text, plan.chart);
    if (versions === undefined) continue;
    const kind = isPinned(versions) ? 'pinned' : 'range';
    return { versions, evidence: at === undefined ? { kind, text } : { kind, text, at } };
  }
  return undefined;
}
