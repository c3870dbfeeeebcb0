import type { HelmCommandFact } from '../../facts/command.ts';
import type { Placed } from '../../facts/fact.ts';
import { pathOf } from '../../source/file.ts';
import type { PlacedLayer } from '../effective.ts';
import { folderOf, foldersUpwards, joinPath, nameOf } from '../paths.ts';
import { dependenciesOn, dependencyVersions, vendoredDefaults } from './from-charts.ts';
import type { ReleaseFacts } from './files.ts';
import { opaqueLayer, type ReleasePlan, type VersionText } from './plan.ts';

/** Releases that scripts install: the chart's own layer, the files of `-f` in order, then the `--set` arguments. */
export function plansFromCommands(
  facts: ReleaseFacts,
  chart: string,
  hasFile: (path: string) => boolean,
): readonly ReleasePlan[] {
  return facts.commands.flatMap((placed) => {
    const plan = planOf(placed, facts, chart, hasFile);
    return plan === undefined ? [] : [plan];
  });
}

function planOf(
  { uri, fact }: Placed<HelmCommandFact>,
  facts: ReleaseFacts,
  chart: string,
  hasFile: (path: string) => boolean,
): ReleasePlan | undefined {
  if (!fact.deploys) return undefined;
  const folder = folderOf(pathOf(uri));
  const local = localChart(fact, folder, facts);
  const dependency =
    local === undefined ? undefined : dependenciesOn(facts.charts.get(local) ?? [], chart)[0];
  const isTheChart = isNamed(fact.chart, chart) && dependency === undefined;
  if (!isTheChart && dependency === undefined) return undefined;

  const key = dependency === undefined ? undefined : (dependency.alias ?? dependency.name);
  const below = ({ layer }: PlacedLayer): boolean =>
    key === undefined
      ? layer.address.path.length === 0
      : layer.address.path.length === 1 && layer.address.path[0] === key;
  const chartLayers = local === undefined ? [] : chartOwnLayers(facts, local, key, chart);
  const fileLayers = fact.valuesFiles.flatMap(({ path, span }) => {
    const found = path === 'unknown' ? undefined : resolved(path, folder, hasFile);
    if (found === undefined) return [opaqueLayer(uri, chart, span)];
    return (facts.layersByPath.get(found) ?? []).filter(below);
  });
  const ownLayers = facts.layers.filter(
    (placed) =>
      placed.uri === uri &&
      placed.layer.carrier === 'helm-command' &&
      placed.layer.address.document === fact.command,
  );
  const layers = [...chartLayers, ...fileLayers, ...ownLayers];
  if (layers.length === 0) return undefined;
  return { chart, layers, versionTexts: versionTexts(uri, fact, facts, local, chart), path: folder };
}

function chartOwnLayers(
  facts: ReleaseFacts,
  folder: string,
  key: string | undefined,
  chart: string,
): readonly PlacedLayer[] {
  if (key === undefined) return vendoredDefaults(facts, folder);
  const umbrella = (facts.layersByPath.get(`${folder}/values.yaml`) ?? []).filter(
    ({ layer }) => layer.address.path.length === 1 && layer.address.path[0] === key,
  );
  return [...vendoredDefaults(facts, `${folder}/charts/${chart}`), ...umbrella];
}

/** The folder of the chart that a command names by path, if the workspace holds its Chart.yaml. */
function localChart(fact: HelmCommandFact, folder: string, facts: ReleaseFacts): string | undefined {
  if (fact.tool === 'cilium' || /^[a-z]+:\/\//.test(fact.chart)) return undefined;
  return foldersUpwards(folder)
    .map((from) => joinPath(from, fact.chart))
    .find((candidate) => facts.charts.has(candidate));
}

/** A file as a script means it: relative to the script, or to a folder above it from which people run it. */
function resolved(path: string, folder: string, hasFile: (path: string) => boolean): string | undefined {
  return foldersUpwards(folder)
    .map((from) => joinPath(from, path))
    .find(hasFile);
}

function versionTexts(
  uri: string,
  fact: HelmCommandFact,
  facts: ReleaseFacts,
  local: string | undefined,
  chart: string,
): readonly VersionText[] {
  if (fact.version !== undefined && fact.version !== 'unknown')
    return [{ text: fact.version, at: { uri, span: fact.span } }];
  const archive = new RegExp(`^${chart}-v?(\\d+\\.\\d+\\.\\d+[^/]*)\\.tgz$`).exec(nameOf(fact.chart))?.[1];
  if (archive !== undefined) return [{ text: archive, at: { uri, span: fact.span } }];
  if (local === undefined) return [];
  const charts = facts.charts.get(local) ?? [];
  const own = charts.flatMap((placed) =>
    placed.fact.name === chart && placed.fact.version !== undefined ? [{ text: placed.fact.version }] : [],
  );
  return [...dependencyVersions(charts, chart), ...own];
}

function isNamed(argument: string, chart: string): boolean {
  const last = nameOf(argument.replace(/\/$/, ''));
  return last === chart || (last.startsWith(`${chart}-`) && last.endsWith('.tgz'));
}
