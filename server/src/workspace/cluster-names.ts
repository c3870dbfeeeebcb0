import { noConfiguration, type Configuration } from './configuration.ts';
import type { KustomizationGraph, KustomizationNode } from './kustomizations/graph.ts';
import { folderOf } from './paths.ts';

/** The clusters that a file belongs to, by its decoded path. None means that it may belong to any of them. */
export type ClusterNames = (path: string) => readonly string[];

/** What has which files applied, and which files nothing applies. */
export interface Layout {
  readonly graph: KustomizationGraph;
  readonly isOff: (path: string) => boolean;
  /** Clusters that files name as where they go, by path. */
  readonly destinations: ReadonlyMap<string, string>;
  /** The cluster of a file in a folder that makes one of its own. */
  readonly separateInstallOf: (path: string) => string | undefined;
}

/**
 * Tells which clusters files belong to: by configuration, else by a folder such as `clusters/NAME/`, else by which cluster of
 * Flux has them applied, else by where they say that they go, else by folders that each install Cilium by themselves.
 */
export function clusterNames(
  layout: Layout | undefined,
  configuration: Configuration = noConfiguration,
): ClusterNames {
  const byFlux = layout === undefined ? () => [] : namesByRoots(layout);
  const known = new Map<string, readonly string[]>();
  return (path) => {
    let names = known.get(path);
    if (names === undefined) {
      const named = configuration.clusterOf(path) ?? clusterInLayout(path);
      names = named === undefined ? byFlux(path) : [named];
      const other =
        names.length === 0 ? (layout?.destinations.get(path) ?? layout?.separateInstallOf(path)) : undefined;
      if (other !== undefined) names = [other];
      known.set(path, names);
    }
    return names;
  };
}

const listsOfClusters: ReadonlySet<string> = new Set(['clusters', 'environments', 'envs', 'env']);

/**
 * The folder below the innermost `clusters/` or `environments/`: the layout of Flux and of most GitOps repositories. What
 * lies below `cluster/`, in the singular, are parts of one.
 */
function clusterInLayout(path: string): string | undefined {
  const folders = folderOf(path).split('/');
  return folders.findLast((_, index) => listsOfClusters.has(folders[index - 1] ?? ''));
}

/**
 * A cluster of Flux begins with an object that applies the folder it lies in (`flux bootstrap` makes it so). Where a
 * repository holds several of them, a file belongs to those that reach it.
 */
function namesByRoots({ graph, isOff }: Layout): ClusterNames {
  const selfApplied = graph.nodes.filter(
    (node) => node.fact.role === 'applier' && !isOff(node.path) && appliersAbove(node.path, graph).has(node),
  );
  // What another cluster's beginning has applied is a part of that cluster, whatever it applies itself.
  const roots = selfApplied.filter((node) =>
    selfApplied.every(
      (other) => !appliersAbove(node.path, graph).has(other) || appliersAbove(other.path, graph).has(node),
    ),
  );
  const nameOf = namesOfRoots(roots);
  if (new Set(nameOf.values()).size < 2) return () => [];
  return (path) => {
    const above = appliersAbove(path, graph);
    const names = new Set(roots.filter((root) => above.has(root)).flatMap((root) => nameOf.get(root) ?? []));
    return names.size > 0 ? [...names] : namesInPath(path, nameOf);
  };
}

/** A file that nothing applies belongs to the cluster whose name is one of its folders: `ansible/prod/…` to `prod`. */
function namesInPath(path: string, nameOf: ReadonlyMap<KustomizationNode, string>): readonly string[] {
  const folders = new Set(folderOf(path).split('/'));
  return [...new Set(nameOf.values())].filter((name) => folders.has(name));
}

/** Every object that has a file applied, directly or by applying what includes it. */
function appliersAbove(path: string, graph: KustomizationGraph): ReadonlySet<KustomizationNode> {
  const seen = new Set<KustomizationNode>();
  const above = (from: string): readonly KustomizationNode[] => {
    const own = graph.byFolder.get(folderOf(from));
    return own?.path === from ? graph.usersOf(own) : graph.includersOf(from);
  };
  const pending = [...above(path)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    pending.push(...above(node.path));
  }
  return seen;
}

/** Roots by the first folder in which they differ, such as `prod` for `kubernetes/prod/flux/`. */
function namesOfRoots(roots: readonly KustomizationNode[]): ReadonlyMap<KustomizationNode, string> {
  const split = roots.map((root) => ({ root, segments: root.folder.split('/') }));
  const first = split[0]?.segments ?? [];
  const differing = first.findIndex((segment, index) =>
    split.some(({ segments }) => segments[index] !== segment),
  );
  return new Map(split.map(({ root, segments }) => [root, segments[differing] ?? root.folder]));
}
