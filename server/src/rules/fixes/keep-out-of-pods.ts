import type { SettingKey } from '../../knowledge/setting-keys.ts';
import { effectiveSetting } from '../../knowledge/settings.ts';
import { hostNamespaceOnlyKey } from '../../knowledge/socket-lb.ts';
import { installedBy, readingOf } from '../../workspace/release-reading.ts';
import type { Fix } from '../finding.ts';
import type { InPods } from '../detection/in-pods.ts';
import { fixesBySetting, remedyText } from './set-in-release.ts';

/**
 * The key that keeps the socket load balancer out of pods, in the dialect of its release; absent where no version that it
 * may be has one.
 */
export function mendingKey({ release, inPods }: InPods): SettingKey | undefined {
  const dialect = installedBy(release);
  const newest = inPods.versions.at(-1);
  if (newest === undefined) return undefined;
  const inForce = effectiveSetting('hostNamespaceOnly', newest, readingOf(release), dialect);
  if (inForce.kind === 'known' && inForce.key !== undefined) return inForce.key;
  const path = hostNamespaceOnlyKey(newest, dialect);
  return path === undefined ? undefined : { path, dialect };
}

/** The fixes that keep the socket load balancer out of pods, the preferred one first. */
export function fixesFor(found: InPods): readonly Fix[] {
  const key = mendingKey(found);
  return key === undefined ? [] : fixesBySetting(found.release, { key, value: true, near: found.turnedOnBy });
}

/** How to mend it, spelt as the place of the preferred fix has it; absent where nothing does. */
export function remedyFor(found: InPods): string | undefined {
  const key = mendingKey(found);
  return key && remedyText(found.release, { key, value: true, near: found.turnedOnBy });
}
