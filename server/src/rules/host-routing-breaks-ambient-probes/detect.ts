import type { Placed } from '../../facts/fact.ts';
import type { Location } from '../../facts/location.ts';
import { hostRouting, type HostRoutingCause } from '../../knowledge/host-routing.ts';
import type { MeshComponent } from '../../knowledge/mesh-installs.ts';
import type { SettingKey } from '../../knowledge/setting-keys.ts';
import { groupVersions, type CiliumVersion, type VersionSet } from '../../knowledge/versions.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { meshPresences, type MeshPresence } from '../../workspace/mesh-presence.ts';
import { ofKind } from '../../workspace/of-kind.ts';
import { installedBy, originOf, readingOf } from '../../workspace/release-reading.ts';
import { remembered } from '../../workspace/remembered.ts';
import type { Release } from '../../workspace/releases/release.ts';
import { isOvertaken, placeInRelease } from '../detection/standing.ts';

/** A release that routes packets past the iptables of the node, in the versions of `concerned`. */
export interface RoutedPast {
  readonly release: Release;
  readonly concerned: VersionSet;
  /** Whether it does so in every version that the release may be and that starts with these values. */
  readonly certain: boolean;
  readonly cause: HostRoutingCause;
  /** The key behind it; absent where the default of the newest of them is. */
  readonly decidedBy: SettingKey | undefined;
  readonly at: Location;
  readonly isOvertaken: boolean;
}

/** A release, and the ambient pods whose probes it breaks. */
export interface BrokenProbes {
  readonly past: RoutedPast;
  readonly ambient: MeshPresence;
  /** Istio is installed in the cluster, but nothing of what ambient needs on the nodes: nobody is ambient yet. */
  readonly isPending: boolean;
  readonly clusterName: string | undefined;
}

/** Every release of a cluster that breaks the probes of pods in Istio's ambient mode. */
export function brokenProbesIn(cluster: Cluster): readonly BrokenProbes[] {
  const found = cluster.releases.flatMap((release) => {
    const past = routedPast(release);
    return past === undefined ? [] : [{ ...past, isOvertaken: isOvertaken(release, cluster) }];
  });
  if (found.length === 0) return [];
  const ambient = meshPresences(cluster.facts).find(
    ({ mesh, mode }) => mesh === 'istio' && mode === 'ambient',
  );
  if (ambient === undefined) return [];
  const isPending = lacksNodeParts(cluster.facts);
  return found.map((past) => ({ past, ambient, isPending, clusterName: cluster.name }));
}

function lacksNodeParts(facts: readonly Placed[]): boolean {
  const parts = ofKind(facts, 'mesh-install').flatMap(({ fact: { mesh, component, isExample } }) =>
    mesh === 'istio' && isExample !== true ? [component] : [],
  );
  return parts.length > 0 && !parts.some((part) => partsOnNodes.has(part));
}

const partsOnNodes: ReadonlySet<MeshComponent> = new Set<MeshComponent>([
  'cni-plugin',
  'unchained-cni-plugin',
  'node-proxy',
]);

const routedPast = remembered((release: Release): Omit<RoutedPast, 'isOvertaken'> | undefined => {
  const install = { read: readingOf(release), installedBy: installedBy(release), kernel: release.kernel };
  const routingIn = (version: CiliumVersion) => hostRouting(version, install);
  const byRouting = groupVersions(release.versions, (version) => routingIn(version).routing);
  const concerned = byRouting.get('bpf');
  const newest = concerned?.versions.at(-1);
  const found = newest === undefined ? undefined : routingIn(newest);
  if (concerned === undefined || found?.routing !== 'bpf' || byRouting.has('unknown')) return undefined;
  const { cause, decidedBy } = found;
  // Where nothing names a version, the default of some old one proves nothing.
  if (decidedBy === undefined && release.versionEvidence.kind === 'inferred') return undefined;
  const at = placeInRelease(release, decidedBy === undefined ? undefined : originOf(release, decidedBy));
  if (at === undefined) return undefined;
  return { release, concerned, certain: !byRouting.has('legacy'), cause, decidedBy, at };
});
