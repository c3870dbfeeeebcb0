import type { Fact, Placed } from '../facts/fact.ts';
import { pathOf } from '../source/file.ts';

/**
 * The cluster that a file goes to by its own words: the destination of its Argo CD Applications, the kube context of its
 * commands. Files that name several say nothing, and neither does a workspace in which all name the same.
 */
export function destinationsByPath(facts: readonly Placed[]): ReadonlyMap<string, string> {
  const named = new Map<string, Set<string>>();
  for (const { uri, fact } of facts) {
    const cluster = clusterOf(fact);
    if (cluster === undefined) continue;
    const path = pathOf(uri);
    named.set(path, (named.get(path) ?? new Set()).add(cluster));
  }
  const single = new Map(
    [...named].flatMap(([path, clusters]) =>
      clusters.size === 1 ? [...clusters].map((cluster) => [path, cluster] as const) : [],
    ),
  );
  return new Set(single.values()).size > 1 ? single : new Map();
}

function clusterOf(fact: Fact): string | undefined {
  if (fact.kind === 'destination') return fact.cluster;
  return fact.kind === 'helm-command' ? fact.kubeContext : undefined;
}
