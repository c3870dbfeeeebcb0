import type { Placed } from '../facts/fact.ts';
import { pathOf } from '../source/file.ts';
import { groupBy } from './group.ts';
import { clusterNames, type ClusterNames } from './cluster-names.ts';
import { showsMesh } from './mesh-presence.ts';
import type { Release } from './releases/release.ts';

/** What belongs together: the installs of one cluster, and everything that may run beside them. */
export interface Cluster {
  /** The cluster's name where the layout gives one; absent for a workspace that is one cluster. */
  readonly name?: string;
  readonly releases: readonly Release[];
  /** The facts of this cluster, and those that stand outside any cluster's folder. */
  readonly facts: readonly Placed[];
  /** Every release that may be of this cluster: its own, and where it has no name those of all clusters. */
  readonly candidates: readonly Release[];
  /** Whether the workspace shows a mesh anywhere, also in another cluster or where everybody stays out of it. */
  readonly isMeshInSight: boolean;
}

/**
 * Groups releases and facts by cluster. A release or fact that belongs to several clusters is part of each; a fact that
 * belongs to none may be part of any; a release that belongs to none sees the whole workspace.
 */
export function clustersOf(
  releases: readonly Release[],
  facts: readonly Placed[],
  namesOf: ClusterNames = clusterNames(undefined),
): readonly Cluster[] {
  const isMeshInSight = showsMesh(facts);
  const byName = groupBy(releases.flatMap(withNames(namesOf)), ({ name }) => name);
  return [...byName].map(([name, members]) => {
    const own = members.map(({ release }) => release);
    if (name === undefined) return { releases: own, candidates: releases, facts, isMeshInSight };
    const isPart = ({ uri }: Placed): boolean => {
      const names = namesOf(pathOf(uri));
      return names.length === 0 || names.includes(name);
    };
    return { name, releases: own, candidates: own, facts: facts.filter(isPart), isMeshInSight };
  });
}

/** A release once for each of its clusters, and once without a name where it has none. */
function withNames(namesOf: ClusterNames) {
  return (release: Release): readonly { readonly name: string | undefined; readonly release: Release }[] => {
    const names = namesOf(release.path);
    return names.length === 0 ? [{ name: undefined, release }] : names.map((name) => ({ name, release }));
  };
}
