import data from '../../../schemas/cilium/key-values.json' with { type: 'json' };
import { keyIn } from './keys.ts';
import type { KeyPath, SettingScalar } from './reading.ts';
import { inRange, type CiliumVersion } from './version-range.ts';

/** The values that a key takes in a version, the likeliest first; none where they cannot be counted. */
export function valuesOf(path: KeyPath, version: CiliumVersion): readonly SettingScalar[] {
  const text = path.join('.');
  const row = data.rows.find(
    ({ paths, versions }) => paths.some((own) => own.join('.') === text) && inRange(version, versions),
  );
  if (row !== undefined) return row.values;
  const key = keyIn(path, version);
  if (key === undefined) return [];
  const isSwitch =
    key.type.split('|').includes('boolean') || key.default === 'true' || key.default === 'false';
  // What somebody writes is seldom what holds anyway.
  return isSwitch ? (key.default === 'true' ? [false, true] : [true, false]) : [];
}
