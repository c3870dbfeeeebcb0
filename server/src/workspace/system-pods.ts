import type { Placed } from '../facts/fact.ts';
import type { SystemPods } from '../knowledge/control-planes.ts';
import type { MeshName } from '../knowledge/meshes.ts';
import type { PodSet } from './members.ts';
import { ofKind } from './of-kind.ts';

/**
 * Pods of the cluster or of a mesh's control plane, which charts usually make and no file shows. Of their labels more may
 * be there than is known.
 *
 * @param podSets all pods that files show
 * @param namespace where they are
 */
export function systemPodsIn(podSets: readonly PodSet[], { labels }: SystemPods, namespace: string): PodSet {
  const wanted = Object.entries(labels);
  const shown = podSets.find(
    (pods) =>
      pods.namespace === namespace && wanted.every(([key, value]) => pods.labels.known[key] === value),
  );
  if (shown !== undefined) return shown;
  const neighbour = podSets.find((pods) => pods.namespace === namespace);
  return {
    workload: undefined,
    namespace,
    labels: { known: labels, unknown: [], open: true },
    namespaceLabels: neighbour?.namespaceLabels ?? {
      known: { 'kubernetes.io/metadata.name': namespace },
      unknown: [],
      open: true,
    },
    memberships: [],
  };
}

/** The namespace of a mesh's control plane: the one that files install it in, else the usual one; absent for several. */
export function controlPlaneNamespace(
  facts: readonly Placed[],
  mesh: MeshName,
  usual: string,
): string | undefined {
  const named = new Set(
    ofKind(facts, 'mesh-install').flatMap(({ fact }) =>
      fact.mesh === mesh && fact.component === 'control-plane' && fact.namespace !== undefined
        ? [fact.namespace]
        : [],
    ),
  );
  if (named.size === 0) return usual;
  return named.size === 1 ? [...named][0] : undefined;
}
