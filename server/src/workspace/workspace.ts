import type { Placed } from '../facts/fact.ts';
import type { KustomizationFact } from '../facts/kustomization.ts';
import { pathOf } from '../source/file.ts';
import { clusterFacts, isOfCluster, type ClusterFacts } from './cluster-facts.ts';
import { clusterNames, type ClusterNames } from './cluster-names.ts';
import { clustersOf, type Cluster } from './clusters.ts';
import { configurationOf, type Configuration } from './configuration.ts';
import { derive, keptList, type Derived } from './derived.ts';
import { destinationsByPath } from './destinations.ts';
import { notDeployed } from './inclusion.ts';
import { installsOfReleases, makesMeshInstalls } from './mesh-installs.ts';
import { kustomizationGraph, type KustomizationGraph } from './kustomizations/graph.ts';
import { asKustomized, kustomizedBy } from './namespaces.ts';
import { keptReleases } from './releases/kept-releases.ts';
import { releasesOf } from './releases/releases.ts';
import type { Release } from './releases/release.ts';
import { remembered } from './remembered.ts';
import { samplesAmong } from './samples.ts';
import { installOfCilium, separateInstalls } from './separate-installs.ts';
import { allAtOnce, type Steps } from './steps.ts';

/** What follows from the facts of all files: everything that rules may ask. */
export interface Workspace {
  readonly configuration: Configuration;
  /**
   * The facts that count: of files that are neither ignored nor left out by what deploys their folder. Layers of settings
   * are in the releases: most edits change them and nothing else, and this stays the same list.
   */
  readonly facts: readonly Placed[];
  readonly releases: readonly Release[];
  readonly clusters: readonly Cluster[];
  /** Whether a file, by decoded path, lies in a folder of examples or of data for tests. */
  readonly isSample: (path: string) => boolean;
  /** What the next workspace need not work out anew, as far as what it follows from stays the same. */
  readonly derived: DerivedParts;
}

interface DerivedParts {
  readonly inclusion: Derived<Inclusion>;
  readonly meshInstalls: Derived<readonly Placed[]>;
  readonly clusterFacts: Derived<ClusterFacts>;
}

/**
 * Puts the facts of a workspace together.
 *
 * @param all each with its file; of files that did not change they are to be the same objects as before
 * @param hasFile whether it holds a file, by decoded path
 * @param before the workspace as it was: what has not changed since is not worked out anew
 */
export function workspaceOf(
  all: readonly Placed[],
  hasFile: (path: string) => boolean,
  before?: Workspace,
): Workspace {
  return allAtOnce(workspaceInSteps(all, hasFile, before));
}

/** As `workspaceOf`. What it is given must not change in between. */
export function* workspaceInSteps(
  all: readonly Placed[],
  hasFile: (path: string) => boolean,
  before?: Workspace,
): Steps<Workspace> {
  const configuration = configurationOf(all);
  const wanted = all.filter(({ uri }) => !configuration.isIgnored(pathOf(uri)));
  const inclusion = derive(
    wanted.flatMap(shapeOf),
    () => inclusionOf(wanted, configuration),
    before?.derived.inclusion,
  );
  yield;
  const { graph, isOff, isSample, namesOf, asApplied } = inclusion.value;
  const deployed = wanted.filter(({ uri }) => !isOff(pathOf(uri))).map(asApplied);
  const meshInstalls = derive(
    [...deployed, ...wanted].filter(({ fact }) => makesMeshInstalls.has(fact.kind)),
    () => installsOfReleases(deployed, wanted),
    before?.derived.meshInstalls,
  );
  yield;
  const releases = keptReleases(
    releasesOf(wanted, 'cilium', hasFile, configuration, { graph, isOff, isSample }),
    before?.releases,
  );
  yield;
  const facts = keptList(
    [...deployed, ...meshInstalls.value].filter(({ fact }) => fact.kind !== 'settings'),
    before?.facts,
  );
  const running = facts.filter(isOfCluster);
  const ofClusters = derive(
    [namesOf, ...running],
    () => clusterFacts(running, namesOf),
    before?.derived.clusterFacts,
  );
  yield;
  return {
    configuration,
    facts,
    releases,
    clusters: clustersOf(releases, ofClusters.value, namesOf, before?.clusters),
    isSample,
    derived: { inclusion, meshInstalls, clusterFacts: ofClusters },
  };
}

/** The releases of other facts of a workspace, of which the same files are deployed. */
export function releasesAmong(
  all: readonly Placed[],
  hasFile: (path: string) => boolean,
  { configuration, derived }: Workspace,
): readonly Release[] {
  const wanted = all.filter(({ uri }) => !configuration.isIgnored(pathOf(uri)));
  return releasesOf(wanted, 'cilium', hasFile, configuration, derived.inclusion.value);
}

/** Which files kustomizations bring into which cluster, and what they make of them. */
interface Inclusion {
  readonly graph: KustomizationGraph;
  /** Whether a file, by decoded path, lies there without being deployed. */
  readonly isOff: (path: string) => boolean;
  readonly isSample: (path: string) => boolean;
  readonly namesOf: ClusterNames;
  /** A fact as the cluster sees it; for the same one always the same. */
  readonly asApplied: (placed: Placed) => Placed;
}

/** Most edits change values and not which files there are: then the inclusion is what it was. */
function inclusionOf(facts: readonly Placed[], configuration: Configuration): Inclusion {
  const graph = kustomizationGraph(facts);
  const off = notDeployed(facts, graph);
  const destinations = destinationsByPath(facts);
  const isOff = (path: string): boolean => off.has(path);
  const separateInstallOf = separateInstalls(facts, isOff);
  const namesOf = clusterNames({ graph, isOff, destinations, separateInstallOf }, configuration);
  const kustomized = kustomizedBy(graph, isOff);
  const asApplied = remembered((placed: Placed) => asKustomized(placed, kustomized));
  return { graph, isOff, isSample: samplesAmong(facts), namesOf, asApplied };
}

/** What a kustomization says, as one text; not where it ends, which every letter typed in it moves. */
const contentOf = remembered((fact: KustomizationFact) => JSON.stringify({ ...fact, span: undefined }));

/**
 * What inclusion asks of a fact: of kustomizations and configurations everything, of others what kind of thing their file
 * holds.
 */
function shapeOf({ uri, fact }: Placed): readonly unknown[] {
  switch (fact.kind) {
    case 'kustomization':
      return [uri, contentOf(fact)];
    case 'configuration':
      return [uri, fact];
    case 'deployment':
      return [uri, fact.kind, fact.object !== undefined, installOfCilium(fact)];
    case 'mesh-install':
    case 'mesh-release':
      return [uri, fact.kind, fact.isObject];
    case 'settings':
      return [uri, fact.carrier];
    case 'destination':
      return [uri, fact.cluster];
    case 'helm-command':
      return [uri, fact.kubeContext, installOfCilium(fact)];
    default:
      return [uri, fact.kind];
  }
}
