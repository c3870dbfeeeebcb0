import type { Placed } from '../facts/fact.ts';
import { pathOf } from '../source/file.ts';
import type { ClusterNames } from './cluster-names.ts';
import { showsMesh } from './mesh-presence.ts';

/** The facts of a workspace by cluster. */
export interface ClusterFacts {
  /** The facts of a cluster, and those that belong to none and may be part of any; without a name all of the workspace. */
  readonly of: (name: string | undefined) => readonly Placed[];
  /** Whether the workspace shows a mesh anywhere. */
  readonly isMeshInSight: boolean;
}

/** Sorts facts by cluster as far as somebody asks; what it gives for a name is always the same list. */
export function clusterFacts(facts: readonly Placed[], namesOf: ClusterNames): ClusterFacts {
  const known = new Map<string, readonly Placed[]>();
  const isPartOf =
    (name: string) =>
    ({ uri }: Placed): boolean => {
      const names = namesOf(pathOf(uri));
      return names.length === 0 || names.includes(name);
    };
  return {
    of: (name) => {
      if (name === undefined) return facts;
      const own = known.get(name) ?? facts.filter(isPartOf(name));
      known.set(name, own);
      return own;
    },
    isMeshInSight: showsMesh(facts),
  };
}
