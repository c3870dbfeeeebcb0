import type { Location } from '../../facts/location.ts';
import { isKernelTooOld } from '../../knowledge/kernel.ts';
import { switchState } from '../../knowledge/condition.ts';
import type { SettingKey } from '../../knowledge/setting-keys.ts';
import { effectiveSetting } from '../../knowledge/settings.ts';
import { socketLbVerdict } from '../../knowledge/socket-lb.ts';
import { groupVersions, type CiliumVersion, type VersionSet } from '../../knowledge/versions.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { installedBy, originOf, readingOf } from '../../workspace/release-reading.ts';
import { remembered } from '../../workspace/remembered.ts';
import type { Release } from '../../workspace/releases/release.ts';
import { placeInRelease } from '../detection/standing.ts';

/** A key that keeps the socket load balancer out of pods in vain. */
export interface IdleSetting {
  readonly release: Release;
  readonly key: SettingKey;
  readonly at: Location;
  /** The versions that start with these values. */
  readonly versions: VersionSet;
  /** No socket load balancer runs, or the nodes' kernel is too old to tell pods from the host. */
  readonly because: 'nothing-runs' | 'kernel';
}

/** Every release of a cluster that sets the key without any effect, whichever of its versions it is. */
export function idleSettingsIn({ releases }: Cluster): readonly IdleSetting[] {
  return releases.flatMap((release) => idleSettingOf(release) ?? []);
}

const idleSettingOf = remembered((release: Release): IdleSetting | undefined => {
  const byState = groupVersions(release.versions, (version) => stateIn(version, release));
  const starts = [...byState].filter(([state]) => state !== 'rejected');
  const [only, ...others] = starts;
  if (only === undefined || others.length > 0) return undefined;
  const [because, versions] = only;
  if (because !== 'nothing-runs' && because !== 'kernel') return undefined;
  const newest = versions.versions.at(-1) ?? '';
  if (because === 'nothing-runs' && !isLeftAlone(newest, release)) return undefined;
  const key = keyIn(newest, release);
  const origin = key === undefined ? undefined : originOf(release, key);
  if (key === undefined || origin === undefined || origin.placed.isChartDefaults === true) return undefined;
  const at = placeInRelease(release, origin);
  return at === undefined ? undefined : { release, key, at, versions, because };
});

type State = IdleSetting['because'] | 'rejected' | 'fine';

function stateIn(version: CiliumVersion, release: Release): State {
  if (keyIn(version, release) === undefined) return 'fine';
  const { place, turnedOnBy } = socketLbVerdict(version, readingOf(release), installedBy(release));
  // Where nothing names a version, the default of some old one proves nothing.
  const isByDefault = place === 'host-only' && turnedOnBy === undefined;
  if (place === 'rejected' || (isByDefault && release.versionEvidence.kind === 'inferred')) return 'rejected';
  if (place === 'off') return 'nothing-runs';
  const { kernel } = release;
  const isTooOld = kernel !== undefined && isKernelTooOld('hostNamespaceOnly', kernel);
  return place === 'host-only' && isTooOld ? 'kernel' : 'fine';
}

/** The key that people turn the setting on with, in the keys of that version. */
function keyIn(version: CiliumVersion, release: Release): SettingKey | undefined {
  const setting = effectiveSetting('hostNamespaceOnly', version, readingOf(release), installedBy(release));
  const isSet = setting.kind === 'known' && setting.from !== 'forced' && switchState(setting.value) === 'on';
  return isSet ? setting.key : undefined;
}

/**
 * Whether a file says that kube-proxy is not replaced. The default proves little: the values may be laid over others, and
 * `cilium install` turns the replacement on where it finds no kube-proxy.
 */
function isLeftAlone(version: CiliumVersion, release: Release): boolean {
  const dialect = installedBy(release);
  const setting = effectiveSetting('kubeProxyReplacement', version, readingOf(release), dialect);
  return setting.kind === 'known' && setting.from !== 'default';
}
