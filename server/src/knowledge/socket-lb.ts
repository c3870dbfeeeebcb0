import data from '../../../schemas/cilium/socket-lb.json' with { type: 'json' };
import { refusalOf } from './refusals.ts';
import type { KeyPath, Read, SettingsDialect } from './reading.ts';
import { keyOf, type SettingKey } from './setting-keys.ts';
import { effectiveSetting, switchOf } from './settings.ts';
import { inRange, type CiliumVersion } from './version-range.ts';

/**
 * Where Cilium translates service addresses at the socket.
 *
 * `in-pods`: also inside pods, in front of any sidecar or ztunnel. `host-only`: for processes of the host alone.
 * `off`: not at all. `rejected`: this version does not start with these values. `unknown`: the files do not say.
 */
export type SocketLbPlace = 'in-pods' | 'host-only' | 'off' | 'rejected' | 'unknown';

/** The verdict for one version, and the key that turned the socket LB on if it is a key and not a default. */
export interface SocketLbVerdict {
  readonly place: SocketLbPlace;
  readonly turnedOnBy?: SettingKey;
}

/**
 * Where the socket LB of one installation runs.
 *
 * @param installedBy `agent` for a `cilium-config` without a chart behind it
 */
export function socketLbPlace(
  version: CiliumVersion,
  read: Read,
  installedBy: SettingsDialect = 'helm',
): SocketLbPlace {
  return socketLbVerdict(version, read, installedBy).place;
}

/** As `socketLbPlace`, with the key to point at. */
export function socketLbVerdict(
  version: CiliumVersion,
  read: Read,
  installedBy: SettingsDialect = 'helm',
): SocketLbVerdict {
  if (refusalOf(version, read) !== undefined) {
    return { place: 'rejected' };
  }
  const started = socketLbState(version, read, installedBy);
  if (started.state !== 'on') {
    return { place: started.state };
  }
  const hostOnly = switchOf('hostNamespaceOnly', version, read, installedBy);
  const place = hostOnly === 'unknown' ? 'unknown' : hostOnly === 'on' ? 'host-only' : 'in-pods';
  return started.key === undefined ? { place } : { place, turnedOnBy: started.key };
}

interface Started {
  readonly state: 'on' | 'off' | 'rejected' | 'unknown';
  readonly key?: SettingKey;
}

function socketLbState(version: CiliumVersion, read: Read, installedBy: SettingsDialect): Started {
  const setting = effectiveSetting('kubeProxyReplacement', version, read, installedBy);
  if (setting.kind !== 'known') {
    return { state: 'unknown' };
  }
  const modes = data.modes.filter((row) => inRange(version, row.versions));
  const mode = modes.find((row) => row.value === String(setting.value));
  if (mode === undefined) {
    return { state: modes.length === 0 ? 'unknown' : 'rejected' };
  }
  switch (mode.socketLb) {
    case 'on':
      return setting.key === undefined ? { state: 'on' } : { state: 'on', key: setting.key };
    case 'as-set': {
      const state = switchOf('socketLbEnabled', version, read, installedBy);
      const enabled = effectiveSetting('socketLbEnabled', version, read, installedBy);
      return enabled.kind === 'known' && enabled.key !== undefined ? { state, key: enabled.key } : { state };
    }
    default:
      return { state: 'off' };
  }
}

/** Whether kube-proxy replacement is on as a whole (not single features of it). */
export function replacesKubeProxy(
  version: CiliumVersion,
  read: Read,
  installedBy: SettingsDialect = 'helm',
): 'yes' | 'no' | 'unknown' {
  const setting = effectiveSetting('kubeProxyReplacement', version, read, installedBy);
  if (setting.kind !== 'known') {
    return 'unknown';
  }
  const mode = data.modes.find(
    (row) => inRange(version, row.versions) && row.value === String(setting.value),
  );
  return mode === undefined ? 'unknown' : mode.socketLb === 'on' ? 'yes' : 'no';
}

/** The chart's key that keeps the socket LB out of pods; absent where this version has none (up to 1.10.4). */
export function hostNamespaceOnlyKey(
  version: CiliumVersion,
  dialect: SettingsDialect = 'helm',
): KeyPath | undefined {
  return keyOf('hostNamespaceOnly', version, dialect);
}
