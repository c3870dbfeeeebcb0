import data from '../../../schemas/cilium/encryption.json' with { type: 'json' };
import { switchState } from './condition.ts';
import type { Read } from './reading.ts';
import { keyOf, type SettingKey } from './setting-keys.ts';
import { effectiveSetting, switchOf } from './settings.ts';
import { inRange, type CiliumVersion } from './version-range.ts';

/**
 * What encryption comes to. `nothing`: it is asked for by a type that this version does not know, and the chart renders
 * none. `as-asked`: it is on, or nobody asks for it.
 */
export type EncryptionVerdict =
  | { readonly kind: 'nothing'; readonly type: string; readonly key: SettingKey }
  | { readonly kind: 'as-asked' }
  | { readonly kind: 'unknown' };

/** What the chart of a version makes of `encryption.enabled` and `encryption.type`. */
export function encryptionVerdict(version: CiliumVersion, read: Read): EncryptionVerdict {
  const enabled = switchOf('encryptionEnabled', version, read);
  if (enabled !== 'on' || keyOf('encryptionType', version) === undefined)
    return { kind: enabled === 'unknown' ? 'unknown' : 'as-asked' };
  const type = effectiveSetting('encryptionType', version, read);
  if (type.kind !== 'known') return { kind: 'unknown' };
  const text = String(type.value);
  if (type.key === undefined || encryptionTypes(version).includes(text)) return { kind: 'as-asked' };
  const flags = flagStates(read);
  if (flags.includes('unknown')) return { kind: 'unknown' };
  return flags.includes('on') ? { kind: 'as-asked' } : { kind: 'nothing', type: text, key: type.key };
}

/** The types that the chart of a version turns encryption on for. */
export function encryptionTypes(version: CiliumVersion): readonly string[] {
  return data.types.filter((row) => inRange(version, row.versions)).map(({ type }) => type);
}

/** Whether the agent is told past the chart's keys to encrypt: by `extraArgs`, a `cilium-config` laid over, or `extraConfig`. */
function flagStates(read: Read): readonly ('on' | 'off' | 'unknown')[] {
  return data.types.flatMap(({ flag }) => {
    const readings = [
      read(['extraArgs', `--${flag}`], 'helm'),
      read([flag], 'agent'),
      read(['extraConfig', flag], 'helm'),
    ];
    return readings.map((reading) => {
      if (reading.kind === 'absent') return 'off';
      return reading.kind === 'known' && switchState(reading.value) === 'off'
        ? 'off'
        : reading.kind === 'unknown'
          ? 'unknown'
          : 'on';
    });
  });
}
