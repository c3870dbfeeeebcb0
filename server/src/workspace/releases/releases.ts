import type { Placed } from '../../facts/fact.ts';
import type { SettingsLayer } from '../../facts/settings.ts';
import { allowedVersions } from '../../knowledge/narrowing.ts';
import { allVersions, isPinned, narrow, versionsFrom, type VersionSet } from '../../knowledge/versions.ts';
import { noConfiguration, type Configuration } from '../configuration.ts';
import { plansFromCharts } from './from-charts.ts';
import { plansFromDeployments } from './from-deployments.ts';
import { plansFromExamples } from './from-examples.ts';
import { plansFromRenderedConfig, plansFromValuesFiles } from './from-files.ts';
import { plansFromInventories } from './from-inventories.ts';
import { withNodeConfigs } from './node-configs.ts';
import { allDeployed, releaseFacts, type Reachability } from './release-facts.ts';
import type { ReleasePlan } from './plan.ts';
import type { Release, VersionEvidence } from './release.ts';

/**
 * Every installation of `chart` that the workspace describes. What a command or a GitOps resource deploys is not judged as
 * some chart or file by itself as well, nor is a values file that a parent chart deploys.
 *
 * @param hasFile whether the workspace holds a file, by decoded path: a values file without any setting of the chart
 *   adds nothing, one that is missing may add anything
 */
export function releasesOf(
  placed: readonly Placed[],
  chart: string,
  hasFile: (path: string) => boolean,
  configuration: Configuration = noConfiguration,
  reachability: Reachability = allDeployed,
): readonly Release[] {
  const facts = releaseFacts(placed, reachability);
  const described = plansFromDeployments(facts, chart, hasFile);
  const byName = described.filter(({ standing }) => standing !== 'example');
  const byCharts = plansFromCharts(facts, chart).filter(
    (plan) => !byName.some((deployment) => isPartOf(plan, deployment)),
  );
  const deployed = new Set([...byName, ...byCharts].flatMap(layersOf));
  // What a kustomization made of a file, but no install got in the end, was replaced by an overlay.
  const isOverlaid = (path: string): boolean => byName.length > 0 && facts.graph.includersOf(path).length > 0;
  const byFiles = [
    ...byCharts,
    ...plansFromValuesFiles(facts, chart, deployed).filter(({ path }) => !isOverlaid(path)),
    ...plansFromRenderedConfig(facts, chart),
    ...plansFromInventories(facts, chart),
  ].filter(({ path }) => !facts.isOff(path));
  const examples = [
    ...described.filter(({ standing }) => standing === 'example'),
    ...plansFromExamples(facts, chart),
  ].filter(({ path }) => !facts.isOff(path));
  return [...withNodeConfigs([...byName, ...byFiles], facts), ...examples].map((plan) => ({
    ...releaseOf(plan, configuration),
    isSample: reachability.isSample(plan.path),
  }));
}

/** Whether one plan has every layer of another. */
function isPartOf(part: ReleasePlan, whole: ReleasePlan): boolean {
  const layers = new Set(layersOf(whole));
  return layersOf(part).every((layer) => layers.has(layer));
}

function layersOf(plan: ReleasePlan): readonly SettingsLayer[] {
  return plan.layers.map(({ layer }) => layer);
}

function releaseOf(plan: ReleasePlan, configuration: Configuration): Omit<Release, 'isSample'> {
  const named = namedVersions(plan) ?? configuredVersions(plan, configuration);
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
    standing: plan.standing,
    kernel: configuration.kernelFor(plan.path),
  };
}

interface NamedVersions {
  readonly versions: VersionSet;
  readonly evidence: VersionEvidence;
}

/** What the configuration says of installs that name no version. */
function configuredVersions(
  { chart, path }: ReleasePlan,
  configuration: Configuration,
): NamedVersions | undefined {
  const text = configuration.ciliumVersionFor(path);
  const versions = text === undefined ? undefined : versionsFrom(text, chart);
  return text === undefined || versions === undefined
    ? undefined
    : { versions, evidence: { kind: 'configured', text } };
}

/** The first of the plan's version texts that is a version. */
function namedVersions(plan: ReleasePlan): NamedVersions | undefined {
  for (const { text, at, numberedBy } of plan.versionTexts) {
    const versions = versionsFrom(text, numberedBy ?? plan.chart);
    if (versions === undefined) continue;
    const kind = isPinned(versions) ? 'pinned' : 'range';
    return { versions, evidence: { kind, text, at } };
  }
  return undefined;
}
