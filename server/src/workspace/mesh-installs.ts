import type { ChartDependency } from '../facts/chart.ts';
import type { ChartSourceFact } from '../facts/deployment.ts';
import type { Fact, Placed } from '../facts/fact.ts';
import type { MeshInstallFact, MeshReleaseFact, MeshValuesFact } from '../facts/mesh-install.ts';
import {
  chartNameIn,
  distinctiveSwitches,
  installsOfChart,
  switchesOf,
  type MeshInstall,
  type MeshSwitch,
} from '../knowledge/mesh-installs.ts';
import { archiveAround } from '../source/chart-archive.ts';
import { pathOf } from '../source/file.ts';
import { switchedParts, type MeshLayer } from './mesh-switches.ts';
import { ofKind } from './of-kind.ts';
import { folderOf, joinPath } from './paths.ts';
import { asMeant, fromRoot } from './releases/installed-chart.ts';
import { chartSourceOf, textOf } from './releases/chart-sources.ts';

/** The facts that installs of meshes follow from. */
export const makesMeshInstalls: ReadonlySet<Fact['kind']> = new Set<Fact['kind']>([
  'mesh-release',
  'mesh-values',
  'chart',
  'chart-source',
]);

type Install = Placed<MeshInstallFact>;
type ValuesFile = Placed<MeshValuesFact>;

/**
 * The parts of meshes that releases install: by their charts, and by what their values switch on, inline, in files that they
 * name, and in values files that no release names but whose keys only a mesh's chart has.
 *
 * @param deployed the facts of files that are deployed
 * @param all also those that others may read: values files, sources of charts
 */
export function installsOfReleases(deployed: readonly Placed[], all: readonly Placed[]): readonly Install[] {
  const releases = ofKind(deployed, 'mesh-release');
  const files = ofKind(all, 'mesh-values');
  const sources = releases.some(({ fact }) => fact.chartSource !== undefined)
    ? ofKind(all, 'chart-source')
    : [];
  const byRelease = releases.map((release) => installsOf(release, files, sources));
  const byChart = umbrellas(deployed, files);
  const used = new Set([...byRelease, ...byChart].flatMap(({ read }) => read));
  const folders = new Set(ofKind(all, 'chart').map(({ uri }) => folderOf(pathOf(uri))));
  const deployedFiles = ofKind(deployed, 'mesh-values');
  return [
    ...[...byRelease, ...byChart].flatMap(({ installs }) => installs),
    ...deployedFiles
      .filter((file) => !used.has(file.uri) && !folders.has(folderOf(pathOf(file.uri))))
      .flatMap(installsByKeys),
  ];
}

interface Outcome {
  readonly installs: readonly Install[];
  /** The URIs of the values files that took part. */
  readonly read: readonly string[];
}

function installsOf(
  { uri, fact }: Placed<MeshReleaseFact>,
  files: readonly ValuesFile[],
  sources: readonly Placed<ChartSourceFact>[],
): Outcome {
  const source = chartSourceOf(fact, uri, sources);
  const chart = fact.chart ?? textOf(source?.fact.chart);
  if (chart === undefined) return { installs: [], read: [] };
  const parts = installsOfChart(chart, fact.evidence);
  if (parts.length === 0) return { installs: [], read: [] };
  const layers = fact.values.flatMap((values): readonly MeshLayer[] => {
    switch (values.kind) {
      case 'inline':
        return [{ uri, settings: values.settings }];
      case 'beside':
        return files
          .filter((file) => folderOf(pathOf(file.uri)).startsWith(folderOf(pathOf(uri))))
          .map(layerOf);
      case 'file':
        return fileAt(values.path, values.base, uri, files).map(layerOf);
    }
  });
  const about = (install: MeshInstall, key?: string): MeshInstallFact => ({
    kind: 'mesh-install',
    ...install,
    name: fact.name,
    namespace: fact.namespace,
    version: fact.version ?? textOf(source?.fact.version),
    via: fact.via,
    key,
    ...(fact.isObject === true ? { isObject: true } : {}),
    ...(fact.isExample === true ? { isExample: true } : {}),
    span: fact.span,
  });
  return {
    installs: withSwitches(parts, switchesOf(chartNameIn(chart)), layers, uri, about),
    read: layers.map((layer) => layer.uri),
  };
}

/** The parts that a chart always brings, less what a switch takes away, and those that switches bring. */
function withSwitches(
  parts: readonly MeshInstall[],
  switches: readonly MeshSwitch[],
  layers: readonly MeshLayer[],
  uri: string,
  about: (install: MeshInstall, key?: string) => MeshInstallFact,
): readonly Install[] {
  const switched = switchedParts(switches, layers);
  const kept = parts.filter(({ component }) => !switched.without.has(component));
  return [
    ...kept.map((part) => ({ uri, fact: about(part) })),
    ...switched.parts.map(({ install, at, key }) => ({
      uri: at.uri,
      fact: { ...about(install, key), span: at.span },
    })),
  ];
}

/** Umbrella charts that depend on a mesh's chart, with the values files of their folder. */
function umbrellas(deployed: readonly Placed[], files: readonly ValuesFile[]): readonly Outcome[] {
  return ofKind(deployed, 'chart').flatMap(({ uri, fact }) => {
    const folder = folderOf(pathOf(uri));
    if (fact.file !== 'Chart.yaml' || archiveAround(pathOf(uri)) !== undefined) return [];
    return fact.dependencies.flatMap((dependency): readonly Outcome[] => {
      const { name, alias = name, version } = dependency;
      const parts = partsOf(dependency, fact.name);
      if (parts.length === 0) return [];
      const own = files.filter((file) => folderOf(pathOf(file.uri)) === folder);
      const layers = own.map((file) => below(layerOf(file), alias));
      const about = (install: MeshInstall, key?: string): MeshInstallFact => ({
        kind: 'mesh-install',
        ...install,
        name: alias,
        namespace: undefined,
        version,
        via: `dependency ${alias}`,
        key,
        span: fact.span,
      });
      const installs = withSwitches(parts, switchesOf(name), layers, uri, about);
      return [{ installs, read: own.map((file) => file.uri) }];
    });
  });
}

function partsOf(
  { name, alias, repository }: ChartDependency,
  parent: string | undefined,
): readonly MeshInstall[] {
  return installsOfChart(
    name,
    [repository, alias, parent].flatMap((text) => text ?? []),
  );
}

function below({ uri, settings }: MeshLayer, key: string): MeshLayer {
  const inside = settings.filter(({ path }) => path.length > 1 && path[0] === key);
  return { uri, settings: inside.map((setting) => ({ ...setting, path: setting.path.slice(1) })) };
}

/** What a values file that nothing names says by keys that only a mesh's chart has, at its root or below a dependency's key. */
function installsByKeys(file: ValuesFile): readonly Install[] {
  const whole = layerOf(file);
  const keys = [...new Set(whole.settings.map(({ path: [first = ''] }) => first))];
  const layers = [whole, ...keys.map((key) => below(whole, key))];
  return layers.flatMap((layer) =>
    switchedParts(distinctiveSwitches, [layer]).parts.map(({ install, at, key }) => ({
      uri: at.uri,
      fact: {
        kind: 'mesh-install' as const,
        ...install,
        name: key,
        namespace: undefined,
        version: undefined,
        via: `values with ${key}`,
        key,
        span: at.span,
      },
    })),
  );
}

function layerOf({ uri, fact }: ValuesFile): MeshLayer {
  return { uri, settings: fact.settings };
}

function fileAt(
  path: string,
  base: 'file' | 'repository',
  uri: string,
  files: readonly ValuesFile[],
): readonly ValuesFile[] {
  const folder = folderOf(pathOf(uri));
  const isThere = (candidate: string): boolean => files.some((file) => pathOf(file.uri) === candidate);
  const found = base === 'repository' ? fromRoot(path, folder, isThere) : asMeant(path, folder, isThere);
  return files.filter((file) => pathOf(file.uri) === (found ?? joinPath(folder, path)));
}
