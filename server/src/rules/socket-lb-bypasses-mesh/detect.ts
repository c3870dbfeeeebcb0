import type { Placed } from '../../facts/fact.ts';
import type { MeshResourceFact } from '../../facts/kubernetes.ts';
import type { Location } from '../../facts/location.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { meshPresences, type MeshPresence } from '../../workspace/mesh-presence.ts';
import { ofKind } from '../../workspace/of-kind.ts';
import { originOf } from '../../workspace/release-reading.ts';
import type { Release } from '../../workspace/releases/release.ts';
import { inPodsOf, type InPods } from '../detection/in-pods.ts';
import { isOvertaken, placeInRelease } from '../detection/standing.ts';

/** A release whose socket load balancer works inside pods, and where that is to be seen. */
export interface Bypass extends InPods {
  readonly at: Location;
  /**
   * Another release of its cluster stands firmer: this one may be a leftover, or only the first step. An example is
   * always less than what is there.
   */
  readonly isOvertaken: boolean;
}

/** A bypass and what it takes from the cluster. */
export interface BypassedMesh {
  readonly bypass: Bypass;
  /** Meshes whose workloads are passed by; empty where the workspace shows none. */
  readonly meshes: readonly MeshPresence[];
  /** Resources of those meshes that have no effect any more. */
  readonly lost: readonly Placed<MeshResourceFact>[];
  readonly clusterName: string | undefined;
}

/** Every release of a cluster that lets the socket load balancer into pods. */
export function bypassesIn(cluster: Cluster): readonly BypassedMesh[] {
  const found = cluster.releases.flatMap((release) => {
    const bypass = bypassOf(release);
    return bypass === undefined ? [] : [{ ...bypass, isOvertaken: isOvertaken(release, cluster) }];
  });
  if (found.length === 0) return [];
  const meshes = meshPresences(cluster.facts);
  const lost = lostResources(cluster.facts, meshes);
  return found.map((bypass) => ({ bypass, meshes, lost, clusterName: cluster.name }));
}

function bypassOf(release: Release): Omit<Bypass, 'isOvertaken'> | undefined {
  const found = inPodsOf(release);
  if (found === undefined) return undefined;
  const origin = found.turnedOnBy === undefined ? undefined : originOf(release, found.turnedOnBy);
  const at = placeInRelease(release, origin);
  return at === undefined ? undefined : { ...found, at };
}

/** Resources of meshes that are passed by, so far as the meshes have the traits without which nothing is lost. */
function lostResources(
  facts: readonly Placed[],
  meshes: readonly MeshPresence[],
): readonly Placed<MeshResourceFact>[] {
  return ofKind(facts, 'mesh-resource').filter(({ fact: { meshes: own, lostWith } }) =>
    meshes.some(({ mesh, traits }) => own.includes(mesh) && (lostWith === undefined || traits.has(lostWith))),
  );
}
