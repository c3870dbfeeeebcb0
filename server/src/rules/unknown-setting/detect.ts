import type { Setting } from '../../facts/settings.ts';
import { existsEver } from '../../knowledge/keys.ts';
import { isUnknownKey, nearKey, type NearKey } from '../../knowledge/near-keys.ts';
import { isKnownToVendoredChart, settingsWritten, type Occurrence } from '../detection/written-settings.ts';
import type { Checked } from '../rule.ts';

/** A key that no version of the chart knows, and the one that was probably meant. */
export interface UnknownSetting extends Occurrence {
  readonly near: NearKey;
}

/** Unknown keys that come near a known one, once for each release that they are a part of. */
export function unknownSettings({ clusters }: Checked): readonly UnknownSetting[] {
  return settingsWritten(clusters, ({ path }) => isUnknownKey(path)).flatMap((occurrences) => {
    const found = occurrences.flatMap((occurrence) => unknownIn(occurrence) ?? []);
    return found.length === occurrences.length ? found : [];
  });
}

function unknownIn(occurrence: Occurrence): UnknownSetting | undefined {
  const { release, setting } = occurrence;
  const newest = release.versions.versions.at(-1);
  if (newest === undefined || isKnownToVendoredChart(release, setting)) return undefined;
  const near = nearKey(setting.path, newest);
  return near === undefined || mayBeAnothers(occurrence, newest) ? undefined : { ...occurrence, near };
}

/**
 * A values file that nothing names as Cilium's may hold keys of a chart around it: its keys count as misspelt only where
 * all others are known, or misspelt as well.
 */
function mayBeAnothers({ release, placed: { layer } }: Occurrence, version: string): boolean {
  if (release.standing !== 'unused' || layer.address.path.length > 0) return false;
  const roots = layer.settings.filter(({ path }) => path.length === 1);
  return !roots.every(({ path }: Setting) => existsEver(path) || nearKey(path, version) !== undefined);
}
