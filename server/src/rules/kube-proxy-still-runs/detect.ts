import type { Location } from '../../facts/location.ts';
import { refusalOf } from '../../knowledge/refusals.ts';
import { effectiveSetting } from '../../knowledge/settings.ts';
import { replacesKubeProxy } from '../../knowledge/socket-lb.ts';
import { narrow, type CiliumVersion, type VersionSet } from '../../knowledge/versions.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { installedBy, originOf, readingOf } from '../../workspace/release-reading.ts';
import type { Release } from '../../workspace/releases/release.ts';
import { isOvertaken, placeInRelease } from '../detection/standing.ts';
import { lacksApiServer, mayKnowApiServer } from './api-server.ts';
import { kubeProxySigns, type KubeProxySign } from './evidence.ts';

/** A release that replaces a kube-proxy which is kept, or one which is gone without telling Cilium a way to the API server. */
export interface Contradiction {
  readonly release: Release;
  readonly kind: 'both-run' | 'no-api-server';
  /** The versions that start with these values; kube-proxy is replaced in all of them. */
  readonly versions: VersionSet;
  readonly signs: readonly [KubeProxySign, ...KubeProxySign[]];
  /** The key that has kube-proxy replaced. */
  readonly at: Location;
  /** Another release stands firmer, or nothing of the workspace installs this one. */
  readonly isDoubtful: boolean;
}

/** Every release of a cluster at odds with what the cluster's files say of kube-proxy. */
export function contradictionsIn(cluster: Cluster): readonly Contradiction[] {
  const signs = kubeProxySigns(cluster.facts);
  if (signs === undefined) return [];
  return cluster.releases.flatMap((release) => {
    const replacing = replacementIn(release);
    const kind = signs[0].runs ? 'both-run' : 'no-api-server';
    if (replacing === undefined || (kind === 'no-api-server' && !isCutOff(release, cluster))) return [];
    const isDoubtful = isOvertaken(release, cluster) || release.standing === 'unused';
    return [{ release, kind, signs, isDoubtful, ...replacing }];
  });
}

/** Whoever tells another release of the cluster knows the way, and had reasons to leave it out here. */
function isCutOff(release: Release, { facts, candidates }: Cluster): boolean {
  return lacksApiServer(release, facts) && !candidates.some(mayKnowApiServer);
}

/** The key by which every version that starts replaces kube-proxy. */
function replacementIn(release: Release): Pick<Contradiction, 'versions' | 'at'> | undefined {
  const read = readingOf(release);
  const dialect = installedBy(release);
  const versions = narrow(release.versions, (version) => refusalOf(version, read) === undefined);
  const newest = versions.versions.at(-1);
  const replaces = (version: CiliumVersion): boolean => replacesKubeProxy(version, read, dialect) === 'yes';
  if (newest === undefined || !versions.versions.every(replaces)) return undefined;
  const setting = effectiveSetting('kubeProxyReplacement', newest, read, dialect);
  if (setting.kind !== 'known' || setting.from === 'default' || setting.key === undefined) return undefined;
  const at = placeInRelease(release, originOf(release, setting.key));
  return at === undefined ? undefined : { versions, at };
}
