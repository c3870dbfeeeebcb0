import data from '../../../schemas/cilium/conflicts.json' with { type: 'json' };
import { oneOf } from './one-of.ts';
import type { Read, SettingsDialect } from './reading.ts';
import { concepts } from './setting-rows.ts';
import { switchOf } from './settings.ts';
import { inRange, type CiliumVersion } from './version-range.ts';

/** What comes of settings that spoil each other. `gateway-without-address`: Cilium's Gateways are never served. */
export type Conflict = 'gateway-without-address';

const rows = data.rows.map((row) => ({ ...row, on: row.on.map((name) => oneOf(concepts, name)) }));

/** Whether the settings of one installation come to a conflict in a version; `unknown` where the files do not say. */
export function hasConflict(
  name: Conflict,
  version: CiliumVersion,
  read: Read,
  installedBy: SettingsDialect = 'helm',
): 'yes' | 'no' | 'unknown' {
  const row = rows.find((candidate) => candidate.name === name && inRange(version, candidate.versions));
  if (row === undefined) return 'no';
  const states = row.on.map((concept) => switchOf(concept, version, read, installedBy));
  if (states.includes('off')) return 'no';
  return states.includes('unknown') ? 'unknown' : 'yes';
}
