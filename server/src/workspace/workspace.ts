import type { Placed } from '../facts/fact.ts';
import { pathOf } from '../source/file.ts';
import { clusterNames } from './cluster-names.ts';
import { clustersOf, type Cluster } from './clusters.ts';
import { configurationOf, type Configuration } from './configuration.ts';
import { notDeployed } from './inclusion.ts';
import { kustomizationGraph } from './kustomizations/graph.ts';
import { releasesOf } from './releases/releases.ts';
import type { Release } from './releases/release.ts';

/** What follows from the facts of all files: everything that rules may ask. */
export interface Workspace {
  readonly configuration: Configuration;
  /** The facts that count: of files that are neither ignored nor left out by what deploys their folder. */
  readonly facts: readonly Placed[];
  readonly releases: readonly Release[];
  readonly clusters: readonly Cluster[];
}

/** Puts the facts of a workspace together. `hasFile` tells whether it holds a file, by decoded path. */
export function workspaceOf(all: readonly Placed[], hasFile: (path: string) => boolean): Workspace {
  const configuration = configurationOf(all);
  const wanted = all.filter(({ uri }) => !configuration.isIgnored(pathOf(uri)));
  const graph = kustomizationGraph(wanted);
  const off = notDeployed(wanted, graph);
  const facts = wanted.filter(({ uri }) => !off.has(pathOf(uri)));
  const isOff = (path: string): boolean => off.has(path);
  const releases = releasesOf(wanted, 'cilium', hasFile, configuration, { graph, isOff });
  return {
    configuration,
    facts,
    releases,
    clusters: clustersOf(
      releases,
      facts,
      clusterNames({ graph, isOff: (path) => off.has(path) }, configuration),
    ),
  };
}
