import type { Placed } from '../facts/fact.ts';
import { pathOf } from '../source/file.ts';
import { clusterNames, type ClusterNames } from './cluster-names.ts';
import { clustersOf, type Cluster } from './clusters.ts';
import { configurationOf, type Configuration } from './configuration.ts';
import { destinationsByPath } from './destinations.ts';
import { notDeployed } from './inclusion.ts';
import { installsOfReleases } from './mesh-installs.ts';
import { kustomizationGraph, type KustomizationGraph } from './kustomizations/graph.ts';
import { asKustomized, kustomizedBy, type Kustomized } from './namespaces.ts';
import { releasesOf } from './releases/releases.ts';
import type { Release } from './releases/release.ts';

/** What follows from the facts of all files: everything that rules may ask. */
export interface Workspace {
  readonly configuration: Configuration;
  /** The facts that count: of files that are neither ignored nor left out by what deploys their folder. */
  readonly facts: readonly Placed[];
  readonly releases: readonly Release[];
  readonly clusters: readonly Cluster[];
  readonly inclusion: Inclusion;
}

/**
 * Puts the facts of a workspace together.
 *
 * @param hasFile whether it holds a file, by decoded path
 * @param before the workspace as it was: what has not changed since is not worked out anew
 */
export function workspaceOf(
  all: readonly Placed[],
  hasFile: (path: string) => boolean,
  before?: Workspace,
): Workspace {
  const configuration = configurationOf(all);
  const wanted = all.filter(({ uri }) => !configuration.isIgnored(pathOf(uri)));
  const inclusion = inclusionOf(wanted, configuration, before?.inclusion);
  const { graph, off, namesOf } = inclusion;
  const deployed = wanted
    .filter(({ uri }) => !off.has(pathOf(uri)))
    .map((placed) => asKustomized(placed, inclusion.kustomized));
  const facts = [...deployed, ...installsOfReleases(deployed, wanted)];
  const isOff = (path: string): boolean => off.has(path);
  const releases = releasesOf(wanted, 'cilium', hasFile, configuration, { graph, isOff });
  return {
    configuration,
    facts,
    releases,
    clusters: clustersOf(releases, facts, namesOf),
    inclusion,
  };
}

/** Which files kustomizations bring into which cluster, and all that this follows from. */
interface Inclusion {
  readonly shape: readonly unknown[];
  readonly graph: KustomizationGraph;
  readonly off: ReadonlySet<string>;
  readonly namesOf: ClusterNames;
  readonly kustomized: Kustomized;
}

/** Most edits change values and not which files there are: then the inclusion is what it was. */
function inclusionOf(
  facts: readonly Placed[],
  configuration: Configuration,
  before: Inclusion | undefined,
): Inclusion {
  const shape = facts.flatMap(shapeOf);
  if (before !== undefined && isSame(shape, before.shape)) return before;
  const graph = kustomizationGraph(facts);
  const off = notDeployed(facts, graph);
  const destinations = destinationsByPath(facts);
  const isOff = (path: string): boolean => off.has(path);
  const namesOf = clusterNames({ graph, isOff, destinations }, configuration);
  return { shape, graph, off, namesOf, kustomized: kustomizedBy(graph, isOff) };
}

/** What inclusion asks of a fact: of kustomizations and configurations everything, of others what kind of thing their file holds. */
function shapeOf({ uri, fact }: Placed): readonly unknown[] {
  switch (fact.kind) {
    case 'kustomization':
    case 'configuration':
      return [uri, fact];
    case 'deployment':
      return [uri, fact.kind, fact.object !== undefined];
    case 'mesh-install':
    case 'mesh-release':
      return [uri, fact.kind, fact.isObject];
    case 'settings':
      return [uri, fact.carrier];
    case 'destination':
      return [uri, fact.cluster];
    case 'helm-command':
      return [uri, fact.kubeContext];
    default:
      return [uri, fact.kind];
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
