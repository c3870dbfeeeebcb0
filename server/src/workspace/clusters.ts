import type { Placed } from '../facts/fact.ts';
import type { ClusterFacts } from './cluster-facts.ts';
import { clusterNames, type ClusterNames } from './cluster-names.ts';
import { keptList } from './derived.ts';
import { groupBy } from './group.ts';
import type { Release } from './releases/release.ts';

/** What belongs together: the installs of one cluster, and everything that may run beside them. */
export interface Cluster {
  /** The cluster's name where the layout gives one; absent for a workspace that is one cluster. */
  readonly name?: string;
  readonly releases: readonly Release[];
  /** What runs in this cluster, and what stands outside any cluster's folder. Whatever installs Cilium is in its releases. */
  readonly facts: readonly Placed[];
  /** Every release that may be of this cluster: its own, and where it has no name those of all clusters. */
  readonly candidates: readonly Release[];
  /** Whether the workspace shows a mesh anywhere, also in another cluster or where everybody stays out of it. */
  readonly isMeshInSight: boolean;
}

/**
 * Groups releases and facts by cluster. A release or fact that belongs to several clusters is part of each; a fact that
 * belongs to none may be part of any; a release that belongs to none sees the whole workspace.
 *
 * @param before the clusters as they were: what has not changed stays the same object
 */
export function clustersOf(
  releases: readonly Release[],
  facts: ClusterFacts,
  namesOf: ClusterNames = clusterNames(undefined),
  before: readonly Cluster[] = [],
): readonly Cluster[] {
  const byName = groupBy(releases.flatMap(withNames(namesOf)), ({ name }) => name);
  return [...byName].map(([name, members]) => {
    const own = members.map(({ release }) => release);
    const named: Pick<Cluster, 'name'> = name === undefined ? {} : { name };
    const now: Cluster = {
      ...named,
      releases: own,
      candidates: name === undefined ? releases : own,
      facts: facts.of(name),
      isMeshInSight: facts.isMeshInSight,
    };
    return kept(
      now,
      before.find((cluster) => cluster.name === name),
    );
  });
}

/** A cluster, or the one before it if nothing of it changed. */
function kept(now: Cluster, before: Cluster | undefined): Cluster {
  if (before === undefined) return now;
  const facts = keptList(now.facts, before.facts);
  const releases = keptList(now.releases, before.releases);
  const candidates = keptList(now.candidates, before.candidates);
  const isSame =
    facts === before.facts &&
    releases === before.releases &&
    candidates === before.candidates &&
    now.isMeshInSight === before.isMeshInSight;
  return isSame ? before : { ...now, facts, releases, candidates };
}

/** A release once for each of its clusters, and once without a name where it has none. */
function withNames(namesOf: ClusterNames) {
  return (release: Release): readonly { readonly name: string | undefined; readonly release: Release }[] => {
    const names = namesOf(release.path);
    return names.length === 0 ? [{ name: undefined, release }] : names.map((name) => ({ name, release }));
  };
}
