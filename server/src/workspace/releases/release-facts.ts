import type { Placed } from '../../facts/fact.ts';
import type { ChartFact } from '../../facts/chart.ts';
import type { DeploymentPatchFact } from '../../facts/kustomization.ts';
import type { ChartSourceFact, DeploymentFact, ValuesObjectFact } from '../../facts/deployment.ts';
import { archiveAround } from '../../source/chart-archive.ts';
import { pathOf } from '../../source/file.ts';
import type { PlacedLayer } from '../effective.ts';
import { kustomizationGraph, type KustomizationGraph } from '../kustomizations/graph.ts';
import { patchFilesOf, type PatchFiles } from '../kustomizations/patches.ts';
import { folderOf } from '../paths.ts';
import { deploymentOfCommand } from './from-commands.ts';
import { append } from '../group.ts';

/** The facts that releases are made of, by where they stand. Paths are decoded. */
export interface ReleaseFacts {
  /** Those that people write; not what lies in the archives of packed charts. */
  readonly layers: readonly PlacedLayer[];
  readonly layersByPath: ReadonlyMap<string, readonly PlacedLayer[]>;
  /** Charts by the folder of their Chart.yaml. */
  readonly charts: ReadonlyMap<string, readonly Placed<ChartFact>[]>;
  /** The folders of packed charts, by the path of the folder that their archives lie in. */
  readonly packedCharts: ReadonlyMap<string, readonly string[]>;
  /** Commands of scripts among them. */
  readonly deployments: readonly Placed<DeploymentFact>[];
  readonly chartSources: readonly Placed<ChartSourceFact>[];
  readonly valuesObjects: readonly Placed<ValuesObjectFact>[];
  readonly patchFiles: PatchFiles;
  readonly graph: KustomizationGraph;
  /** Whether a file, by decoded path, lies there without being deployed. */
  readonly isOff: (path: string) => boolean;
}

/** What is known of a workspace beside its facts. */
export interface Reachability {
  readonly graph: KustomizationGraph;
  /** Whether a file, by decoded path, lies there without being deployed. */
  readonly isOff: (path: string) => boolean;
  /** Whether a file, by decoded path, lies in a folder of examples. */
  readonly isSample: (path: string) => boolean;
}

/** A workspace of which every file is deployed. */
export const allDeployed: Reachability = {
  graph: kustomizationGraph([]),
  isOff: () => false,
  isSample: () => false,
};

/** Sorts the facts of a workspace for the makers of releases. What is not deployed installs nothing, but others may read it. */
export function releaseFacts(
  facts: Iterable<Placed>,
  { graph, isOff }: Reachability = allDeployed,
): ReleaseFacts {
  const layers: PlacedLayer[] = [];
  const layersByPath = new Map<string, PlacedLayer[]>();
  const charts = new Map<string, Placed<ChartFact>[]>();
  const packedCharts = new Map<string, string[]>();
  const deployments: Placed<DeploymentFact>[] = [];
  const chartSources: Placed<ChartSourceFact>[] = [];
  const valuesObjects: Placed<ValuesObjectFact>[] = [];
  const patches: Placed<DeploymentPatchFact>[] = [];
  for (const { uri, fact } of facts) {
    switch (fact.kind) {
      case 'settings': {
        const placed = { uri, layer: fact };
        const path = pathOf(uri);
        if (archiveAround(path) === undefined) layers.push(placed);
        append(layersByPath, path, placed);
        break;
      }
      case 'chart': {
        const folder = folderOf(pathOf(uri));
        append(charts, folder, { uri, fact });
        const archive = folderOf(folder);
        if (archiveAround(folder) === archive) append(packedCharts, folderOf(archive), folder);
        break;
      }
      case 'helm-command':
        if (!isOff(pathOf(uri))) deployments.push(deploymentOfCommand({ uri, fact }));
        break;
      case 'deployment':
        if (!isOff(pathOf(uri))) deployments.push({ uri, fact });
        break;
      case 'chart-source':
        chartSources.push({ uri, fact });
        break;
      case 'values-object':
        if (!isOff(pathOf(uri))) valuesObjects.push({ uri, fact });
        break;
      case 'deployment-patch':
        patches.push({ uri, fact });
        break;
      default:
    }
  }
  const patchFiles = patchFilesOf(patches);
  return {
    layers,
    layersByPath,
    charts,
    packedCharts,
    deployments,
    chartSources,
    valuesObjects,
    patchFiles,
    graph,
    isOff,
  };
}
