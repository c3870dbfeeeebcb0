import type { Read, SettingsDialect } from './reading.ts';
import { refusalOf } from './refusals.ts';
import { keyOf, type SettingKey } from './setting-keys.ts';
import { effectiveSetting, inverse, switchOf } from './settings.ts';
import type { CiliumVersion } from './version-range.ts';

/**
 * Whether Cilium renames every CNI configuration of the node that is not its own.
 *
 * `rejected`: this version does not start with these values. `unknown`: the files do not say.
 */
export type CniOwnership = 'exclusive' | 'shared' | 'rejected' | 'unknown';

/** The verdict for one version, and the key that decided it if it is a key and not a default. */
export interface CniVerdict {
  readonly ownership: CniOwnership;
  readonly decidedBy?: SettingKey;
}

/**
 * What becomes of other CNI configurations. The agent leaves them alone where it writes none itself: with a configuration of
 * the user's own, or without any (chart 1.14.19 templates/cilium-configmap.yaml, templates/cilium-agent/daemonset.yaml).
 */
export function cniVerdict(
  version: CiliumVersion,
  read: Read,
  installedBy: SettingsDialect = 'helm',
): CniVerdict {
  if (refusalOf(version, read) !== undefined) return { ownership: 'rejected' };
  const setting = effectiveSetting('cniExclusive', version, read, installedBy);
  const states = [
    switchOf('cniExclusive', version, read, installedBy),
    inverse(switchOf('cniCustomConf', version, read, installedBy)),
    installs(version, read, installedBy),
  ];
  if (states.includes('off')) return { ownership: 'shared' };
  if (states.includes('unknown')) return { ownership: 'unknown' };
  const { key } = setting.kind === 'known' ? setting : {};
  return { ownership: 'exclusive', ...(key === undefined ? {} : { decidedBy: key }) };
}

type State = ReturnType<typeof switchOf>;

/** Only the chart can be told to leave the configuration out. */
function installs(version: CiliumVersion, read: Read, installedBy: SettingsDialect): State {
  return installedBy === 'agent' ? 'on' : switchOf('cniInstall', version, read, installedBy);
}

/** The key by which Cilium shares the configuration; absent where this version has none (1.9). */
export function cniExclusiveKey(
  version: CiliumVersion,
  installedBy: SettingsDialect,
): SettingKey | undefined {
  const path = keyOf('cniExclusive', version, installedBy);
  return path === undefined ? undefined : { path, dialect: installedBy };
}
