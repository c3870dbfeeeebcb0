import type { Location } from '../../facts/location.ts';
import { hasConflict } from '../../knowledge/conflicts.ts';
import type { Concept } from '../../knowledge/setting-rows.ts';
import { effectiveSetting } from '../../knowledge/settings.ts';
import { socketLbVerdict } from '../../knowledge/socket-lb.ts';
import { groupVersions, type CiliumVersion, type VersionSet } from '../../knowledge/versions.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { keyLocation } from '../../workspace/effective.ts';
import { installedBy, originOf, readingOf } from '../../workspace/release-reading.ts';
import { remembered } from '../../workspace/remembered.ts';
import type { Release } from '../../workspace/releases/release.ts';
import { isOvertaken, placeInRelease } from '../detection/standing.ts';

/** A release that serves Gateways and keeps the socket load balancer out of pods, in versions that cannot do both. */
export interface LostGateway {
  readonly release: Release;
  readonly versions: VersionSet;
  /** Whether it is lost in every version that the release may be. */
  readonly certain: boolean;
  /** The key that keeps the load balancer out of pods. */
  readonly at: Location;
  /** The key that switches the Gateway API on, where people can look at it. */
  readonly gatewayAt: Location | undefined;
  readonly isOvertaken: boolean;
}

/** Every release of a cluster that loses its Gateways so. */
export function lostGatewaysIn(cluster: Cluster): readonly LostGateway[] {
  return cluster.releases.flatMap((release) => lostGatewayOf(release, cluster) ?? []);
}

function lostGatewayOf(release: Release, cluster: Cluster): LostGateway | undefined {
  const byState = versionsByState(release);
  const versions = byState.get('lost');
  const newest = versions?.versions.at(-1);
  if (versions === undefined || newest === undefined || byState.has('unknown')) return undefined;
  const keepOut = originIn(newest, 'hostNamespaceOnly', release);
  const gateway = originIn(newest, 'gatewayApi', release);
  const at = placeInRelease(release, keepOut);
  if (at === undefined) return undefined;
  return {
    release,
    versions,
    certain: !byState.has('fine'),
    at,
    gatewayAt:
      gateway === undefined || gateway.placed.isChartDefaults === true ? undefined : keyLocation(gateway),
    isOvertaken: isOvertaken(release, cluster),
  };
}

type State = 'lost' | 'fine' | 'rejected' | 'unknown';

const versionsByState = remembered((release: Release) =>
  groupVersions(release.versions, (version) => stateIn(version, release)),
);

function stateIn(version: CiliumVersion, release: Release): State {
  const read = readingOf(release);
  const conflict = hasConflict('gateway-without-address', version, read, installedBy(release));
  const { place } = socketLbVerdict(version, read, installedBy(release));
  if (place === 'rejected') return 'rejected';
  if (conflict === 'unknown' || place === 'unknown') return 'unknown';
  return conflict === 'yes' && place === 'host-only' ? 'lost' : 'fine';
}

function originIn(version: CiliumVersion, concept: Concept, release: Release) {
  const setting = effectiveSetting(concept, version, readingOf(release), installedBy(release));
  return setting.kind === 'known' && setting.key !== undefined ? originOf(release, setting.key) : undefined;
}
