import type { Fact, Placed } from '../facts/fact.ts';
import { pathOf } from '../source/file.ts';
import type { ClusterNames } from './cluster-names.ts';
import { showsMesh } from './mesh-presence.ts';

/** The facts of a workspace by cluster. */
export interface ClusterFacts {
  /** The facts of a cluster, and those that belong to none and may be part of any; without a name all of them. */
  readonly of: (name: string | undefined) => readonly Placed[];
  /** Whether the workspace shows a mesh anywhere. */
  readonly isMeshInSight: boolean;
}

/**
 * What nobody asks of a cluster: releases, installs of meshes and the way of files into a cluster follow from it, and it is
 * in them.
 */
const means: ReadonlySet<Fact['kind']> = new Set<Fact['kind']>([
  'chart',
  'chart-comments',
  'chart-source',
  'configuration',
  'deployment',
  'deployment-patch',
  'destination',
  'field-problem',
  'kustomization',
  'mesh-release',
  'mesh-revision',
  'mesh-values',
  'settings',
  'suppression',
  'values-object',
]);

/** Whether a fact tells something of what runs in a cluster. An edit of another one changes no cluster by itself. */
export function isOfCluster({ fact }: Placed): boolean {
  return !means.has(fact.kind);
}

/** Sorts facts by cluster as far as somebody asks; what it gives for a name is always the same list. */
export function clusterFacts(facts: readonly Placed[], namesOf: ClusterNames): ClusterFacts {
  const known = new Map<string, readonly Placed[]>();
  let names: readonly (readonly string[])[] | undefined;
  const factsOf = (name: string): readonly Placed[] => {
    const sorted = (names ??= facts.map(({ uri }) => namesOf(pathOf(uri))));
    return facts.filter((_, index) => {
      const own = sorted[index] ?? [];
      return own.length === 0 || own.includes(name);
    });
  };
  return {
    of: (name) => {
      if (name === undefined) return facts;
      const own = known.get(name) ?? factsOf(name);
      known.set(name, own);
      return own;
    },
    isMeshInSight: showsMesh(facts),
  };
}
