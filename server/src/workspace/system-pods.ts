import type { Placed } from '../facts/fact.ts';
import { isManagedRevision, type SystemPods } from '../knowledge/control-planes.ts';
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

/** The namespace of a mesh's control plane, and whether files install it there or that is merely usual. */
export interface ControlPlaneHome {
  readonly namespace: string;
  readonly isShown: boolean;
}

/** Where a mesh's control plane is; absent where there are several, or where somebody else runs it. */
export function homeOf(
  facts: readonly Placed[],
  mesh: MeshName,
  usual: string,
): ControlPlaneHome | undefined {
  const isManaged = ofKind(facts, 'mesh-mark').some(({ fact }) =>
    isManagedRevision(mesh, fact.key, fact.value),
  );
  if (isManaged) return undefined;
  const named = new Set(
    ofKind(facts, 'mesh-install').flatMap(({ fact }) =>
      fact.mesh === mesh && fact.component === 'control-plane' && fact.namespace !== undefined
        ? [fact.namespace]
        : [],
    ),
  );
  const [namespace = usual, ...others] = named;
  return others.length > 0 ? undefined : { namespace, isShown: named.size > 0 };
}
