import { encryptionTypes } from './encryption.ts';
import type { Read } from './reading.ts';
import { effectiveSetting, switchOf } from './settings.ts';
import type { CiliumVersion } from './version-range.ts';

/** Whether Cilium's own ztunnel encrypts what namespaces with its label send, in a version with these values. */
export function ztunnelState(version: CiliumVersion, read: Read): 'on' | 'off' | 'unknown' {
  if (!encryptionTypes(version).includes('ztunnel')) return 'off';
  const enabled = switchOf('encryptionEnabled', version, read);
  if (enabled !== 'on') return enabled;
  const type = effectiveSetting('encryptionType', version, read);
  if (type.kind === 'unknown') return 'unknown';
  return type.kind === 'known' && type.value === 'ztunnel' ? 'on' : 'off';
}
