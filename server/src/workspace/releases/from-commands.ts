import type { HelmCommandFact } from '../../facts/command.ts';
import type { Placed } from '../../facts/fact.ts';
import { pathOf } from '../../source/file.ts';
import { folderOf, foldersUpwards, joinPath, nameOf } from '../paths.ts';
import type { ReleaseFacts } from './release-facts.ts';
import { dependenciesOn, fromChart, fromUmbrella, isChart, type Inheritance } from './local-charts.ts';
import { isBelow, opaqueLayer, type ReleasePlan, type VersionText } from './plan.ts';

/** Releases that scripts install: the chart's own layers, the files of `-f` in order, then the `--set` arguments. */
export function plansFromCommands(
  facts: ReleaseFacts,
  chart: string,
  hasFile: (path: string) => boolean,
): readonly ReleasePlan[] {
  return facts.commands.flatMap((placed) => planOf(placed, facts, chart, hasFile) ?? []);
}

function planOf(
  { uri, fact }: Placed<HelmCommandFact>,
  facts: ReleaseFacts,
  chart: string,
  hasFile: (path: string) => boolean,
): ReleasePlan | undefined {
  const folder = folderOf(pathOf(uri));
  const installed = fact.deploys ? installedChart({ uri, fact }, facts, chart) : undefined;
  if (installed === undefined) return undefined;
  const { key, chartLayers, versionTexts } = installed;

  const fileLayers = fact.valuesFiles.flatMap(({ path, span }) => {
    const found = path === 'unknown' ? undefined : asMeant(path, folder, hasFile);
    if (found === undefined) return [opaqueLayer(uri, chart, span)];
    return (facts.layersByPath.get(found) ?? []).filter(isBelow(key));
  });
  const ownLayers = facts.layers.filter(
    (placed) =>
      placed.uri === uri &&
      placed.layer.carrier === 'helm-command' &&
      placed.layer.address.document === fact.command,
  );
  const layers = [...chartLayers, ...fileLayers, ...ownLayers];
  return layers.length === 0 ? undefined : { chart, layers, versionTexts, path: folder };
}

interface InstalledChart {
  /** The key below which values reach the chart, where an umbrella chart installs it. */
  readonly key: string | undefined;
  /** What the chart's own files set, lowest first. */
  readonly chartLayers: Inheritance['defaults'];
  readonly versionTexts: readonly VersionText[];
}

/** How a command's chart brings `chart`: it is the chart, from afar or from a folder, or it depends on it. */
function installedChart(
  { uri, fact }: Placed<HelmCommandFact>,
  facts: ReleaseFacts,
  chart: string,
): InstalledChart | undefined {
  const folder = localChart(fact, folderOf(pathOf(uri)), facts);
  if (folder === undefined) {
    const { name, version } = readChartArgument(fact.chart);
    const text = fact.version ?? version;
    const versionTexts =
      text === undefined || text === 'unknown' ? [] : [{ text, at: { uri, span: fact.span } }];
    return name === chart ? { key: undefined, chartLayers: [], versionTexts } : undefined;
  }
  if (isChart(facts, folder, chart)) {
    const { defaults, versionTexts } = fromChart(facts, folder, chart);
    return { key: undefined, chartLayers: defaults, versionTexts };
  }
  const dependency = dependenciesOn(facts, folder, chart)[0];
  if (dependency === undefined) return undefined;
  const key = dependency.alias ?? dependency.name;
  const { defaults, versionTexts } = fromUmbrella(facts, folder, dependency);
  const umbrella = (facts.layersByPath.get(`${folder}/values.yaml`) ?? []).filter(isBelow(key));
  return { key, chartLayers: [...defaults, ...umbrella], versionTexts };
}

/** The folder of the chart that a command names by path, if the workspace holds its Chart.yaml. */
function localChart(fact: HelmCommandFact, folder: string, facts: ReleaseFacts): string | undefined {
  if (fact.tool === 'cilium' || /^[a-z]+:\/\//.test(fact.chart)) return undefined;
  return asMeant(fact.chart, folder, (candidate) => facts.charts.has(candidate));
}

/** A path as a script means it: relative to the script, or to a folder above it from which people run it. */
function asMeant(path: string, folder: string, exists: (path: string) => boolean): string | undefined {
  return foldersUpwards(folder)
    .map((from) => joinPath(from, path))
    .find(exists);
}

/** Name and version in `cilium/cilium`, `./cilium-1.14.2.tgz` or `oci://quay.io/charts/cilium:1.14.2`. */
function readChartArgument(argument: string): {
  readonly name: string;
  readonly version: string | undefined;
} {
  const last = nameOf(argument);
  const parts = /^(.+?)-v?(\d+\.\d+\.\d+.*)\.tgz$/.exec(last) ?? /^([^:@]+)[:@](.+)$/.exec(last);
  return { name: parts?.[1] ?? last, version: parts?.[2] };
}
