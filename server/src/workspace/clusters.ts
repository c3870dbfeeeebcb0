import type { Placed } from '../facts/fact.ts';
import { pathOf } from '../source/file.ts';
import { groupBy } from './group.ts';
import { noConfiguration, type Configuration } from './configuration.ts';
import { showsMesh } from './mesh-presence.ts';
import type { Release } from './releases/release.ts';

/** What belongs together: the installs of one cluster, and everything that may run beside them. */
export interface Cluster {
  /** The cluster's name where the layout gives one; absent for a workspace that is one cluster. */
  readonly name?: string;
  readonly releases: readonly Release[];
  /** The facts of this cluster, and those that stand outside any cluster's folder. */
  readonly facts: readonly Placed[];
  /** Whether the workspace shows a mesh anywhere, also in another cluster or where everybody stays out of it. */
  readonly isMeshInSight: boolean;
}

/**
 * Groups releases and facts by cluster, as the configuration says, else as the layout of folders tells:
 * `…/clusters/NAME/…` belongs to NAME, everything else may belong to every cluster. Releases outside any cluster's folder
 * see the whole workspace.
 */
export function clustersOf(
  releases: readonly Release[],
  facts: readonly Placed[],
  configuration: Configuration = noConfiguration,
): readonly Cluster[] {
  const nameOf = (path: string): string | undefined => configuration.clusterOf(path) ?? clusterInLayout(path);
  const byName = groupBy(releases, ({ path }) => nameOf(path));
  const isMeshInSight = showsMesh(facts);
  return [...byName].map(([name, own]) =>
    name === undefined
      ? { releases: own, facts, isMeshInSight }
      : { name, releases: own, facts: facts.filter(belongsTo(name, nameOf)), isMeshInSight },
  );
}

function belongsTo(name: string, nameOf: (path: string) => string | undefined): (placed: Placed) => boolean {
  return ({ uri }) => {
    const other = nameOf(pathOf(uri));
    return other === undefined || other === name;
  };
}

/**
 * The folder below the innermost `clusters/` or `environments/`: the layout of Flux and of most GitOps repositories. What
 * lies below `cluster/`, in the singular, are parts of one.
 */
function clusterInLayout(path: string): string | undefined {
  return /.*\/(?:clusters|environments|envs?)\/([^/]+)\//.exec(path)?.[1];
}
