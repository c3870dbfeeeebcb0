import { effectiveSetting, type SettingKey } from '../../knowledge/settings.ts';
import { hostNamespaceOnlyKey } from '../../knowledge/socket-lb.ts';
import { installedBy, readingOf } from '../../workspace/release-reading.ts';
import type { Fix } from '../finding.ts';
import { fixesBySetting, remedyText } from '../set-in-release.ts';
import type { Bypass } from './detect.ts';

/** The key that mends a bypass, in the dialect of its release; absent where no version that it may be has one. */
export function mendingKey(bypass: Bypass): SettingKey | undefined {
  const dialect = installedBy(bypass.release);
  const newest = bypass.inPods.versions.at(-1);
  if (newest === undefined) return undefined;
  const inForce = effectiveSetting('hostNamespaceOnly', newest, readingOf(bypass.release), dialect);
  if (inForce.kind === 'known' && inForce.key !== undefined) return inForce.key;
  const path = hostNamespaceOnlyKey(newest, dialect);
  return path === undefined ? undefined : { path, dialect };
}

/** The fixes that keep the socket load balancer out of pods, the preferred one first. */
export function fixesFor(bypass: Bypass): readonly Fix[] {
  const key = mendingKey(bypass);
  return key === undefined
    ? []
    : fixesBySetting(bypass.release, { key, value: true, near: bypass.turnedOnBy });
}

/** How to mend a bypass, spelt as the place of the preferred fix has it; absent where nothing does. */
export function remedyFor(bypass: Bypass): string | undefined {
  const key = mendingKey(bypass);
  return key && remedyText(bypass.release, { key, value: true, near: bypass.turnedOnBy });
}
