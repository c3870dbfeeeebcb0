import type { Placed } from '../../facts/fact.ts';
import type { MeshResourceFact } from '../../facts/kubernetes.ts';
import type { Location } from '../../facts/location.ts';
import { socketLbVerdict, type SocketLbPlace, type SocketLbVerdict } from '../../knowledge/socket-lb.ts';
import type { SettingKey } from '../../knowledge/settings.ts';
import { groupVersions, type CiliumVersion, type VersionSet } from '../../knowledge/versions.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { meshPresences, type MeshPresence } from '../../workspace/mesh-presence.ts';
import { installedBy, originOf, readingOf } from '../../workspace/release-reading.ts';
import type { Release } from '../../workspace/releases/release.ts';
import { isOvertaken, placeInRelease } from '../standing.ts';

/** A release whose socket load balancer works inside pods, in some or all of the versions that it may be. */
export interface Bypass {
  readonly release: Release;
  /** The versions in which it does. */
  readonly inPods: VersionSet;
  /** Whether it does in every version that the release may be and that starts with these values. */
  readonly certain: boolean;
  /** The key that turns the socket load balancer on in the newest of them; absent where that version's default does. */
  readonly turnedOnBy: SettingKey | undefined;
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
  const read = readingOf(release);
  const verdictIn = (version: CiliumVersion) => socketLbVerdict(version, read, installedBy(release));
  const byPlace = groupVersions(release.versions, (version) => placeOf(verdictIn(version), release));
  const inPods = byPlace.get('in-pods');
  const newest = inPods?.versions.at(-1);
  if (inPods === undefined || newest === undefined || byPlace.has('unknown')) return undefined;
  const { turnedOnBy } = verdictIn(newest);
  const origin = turnedOnBy === undefined ? undefined : originOf(release, turnedOnBy);
  const at = placeInRelease(release, origin);
  if (at === undefined) return undefined;
  const certain = !byPlace.has('host-only') && !byPlace.has('off');
  return { release, inPods, certain, turnedOnBy, at };
}

/** Where nothing names a version, the default of some old version proves nothing: only a key can turn it on. */
function placeOf({ place, turnedOnBy }: SocketLbVerdict, { versionEvidence }: Release): SocketLbPlace {
  const isByDefault = place === 'in-pods' && turnedOnBy === undefined;
  return isByDefault && versionEvidence.kind === 'inferred' ? 'off' : place;
}

/** Resources of meshes that are passed by, so far as the meshes have the traits without which nothing is lost. */
function lostResources(
  facts: readonly Placed[],
  meshes: readonly MeshPresence[],
): readonly Placed<MeshResourceFact>[] {
  return facts.flatMap(({ uri, fact }) => {
    if (fact.kind !== 'mesh-resource') return [];
    const { lostWith } = fact;
    const isLost = meshes.some(
      ({ mesh, traits }) => fact.meshes.includes(mesh) && (lostWith === undefined || traits.has(lostWith)),
    );
    return isLost ? [{ uri, fact }] : [];
  });
}
