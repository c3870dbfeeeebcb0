import type { Location } from '../../facts/location.ts';
import { switchState } from '../../knowledge/condition.ts';
import type { SettingKey } from '../../knowledge/setting-keys.ts';
import { effectiveSetting } from '../../knowledge/settings.ts';
import { replacesKubeProxy } from '../../knowledge/socket-lb.ts';
import { narrow, type CiliumVersion } from '../../knowledge/versions.ts';
import { meshPresences } from '../../workspace/mesh-presence.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { installedBy, originOf, readingOf } from '../../workspace/release-reading.ts';
import type { Release } from '../../workspace/releases/release.ts';
import { affectedMeshes, type AffectedMesh } from '../detection/affected-meshes.ts';
import { inPodsOf, type InPods } from '../detection/in-pods.ts';
import { isOvertaken, placeInRelease } from '../detection/standing.ts';

/** A key that switches the socket load balancer off in vain, in the versions of `inPods`. */
export interface VainSwitch extends InPods {
  readonly key: SettingKey;
  readonly at: Location;
  readonly isOvertaken: boolean;
  readonly affected: readonly AffectedMesh[];
  readonly clusterName: string | undefined;
}

/** Every release of a cluster that is told to run no socket load balancer and runs it in pods all the same. */
export function vainSwitchesIn(cluster: Cluster): readonly VainSwitch[] {
  const found = cluster.releases.flatMap((release) => vainSwitchOf(release) ?? []);
  if (found.length === 0) return [];
  const affected = affectedMeshes(meshPresences(cluster.facts));
  return found.map((one) => ({
    ...one,
    isOvertaken: isOvertaken(one.release, cluster),
    affected,
    clusterName: cluster.name,
  }));
}

type Found = Pick<VainSwitch, keyof InPods | 'key' | 'at'>;

function vainSwitchOf(release: Release): Found | undefined {
  const found = inPodsOf(release);
  const newest = found?.inPods.versions.findLast((version) => offKeyIn(version, release) !== undefined);
  const key = newest === undefined ? undefined : offKeyIn(newest, release);
  if (found === undefined || key === undefined) return undefined;
  const origin = originOf(release, key);
  if (origin === undefined || origin.placed.isChartDefaults === true) return undefined;
  const at = placeInRelease(release, origin);
  const inPods = narrow(found.inPods, (version) => isSame(offKeyIn(version, release), key));
  const certain = found.certain && inPods === found.inPods;
  return at === undefined ? undefined : { ...found, inPods, certain, key, at };
}

/**
 * The key by which people switch the socket load balancer off in a version that replaces kube-proxy and so turns it on.
 * The chart writes the flag into every `cilium-config`: there it is nobody's wish.
 */
function offKeyIn(version: CiliumVersion, release: Release): SettingKey | undefined {
  const read = readingOf(release);
  if (replacesKubeProxy(version, read, installedBy(release)) !== 'yes') return undefined;
  const setting = effectiveSetting('socketLbEnabled', version, read, installedBy(release));
  const isOff = setting.kind === 'known' && switchState(setting.value) === 'off';
  return isOff && setting.key?.dialect === 'helm' ? setting.key : undefined;
}

function isSame(one: SettingKey | undefined, other: SettingKey): boolean {
  return one?.path.join('.') === other.path.join('.');
}
