import { type SettingKey, keyOf } from '../../knowledge/setting-keys.ts';
import type { Concept } from '../../knowledge/setting-rows.ts';
import { effectiveSetting } from '../../knowledge/settings.ts';
import { installedBy, readingOf } from '../../workspace/release-reading.ts';
import type { Fix } from '../finding.ts';
import { fixesBySetting, remedyText, type WantedSetting } from '../fixes/set-in-release.ts';
import type { RoutedPast } from './detect.ts';

/** The setting with which packets go through the iptables of the node again; absent where the newest version has none. */
export function legacySetting(past: RoutedPast): WantedSetting | undefined {
  const key = keyFor('hostLegacyRouting', past);
  return key && { key, value: true, near: past.decidedBy };
}

/** The preferred fix, and where Cilium's own masquerading is the cause, one that leaves it to iptables. */
export function fixesFor(past: RoutedPast): readonly Fix[] {
  const legacy = legacySetting(past);
  const masquerade = past.cause === 'bpf-masquerade' ? keyFor('bpfMasquerade', past) : undefined;
  const other: WantedSetting | undefined = masquerade && {
    key: masquerade,
    value: false,
    near: past.decidedBy,
  };
  return [
    ...(legacy === undefined ? [] : fixesBySetting(past.release, legacy)),
    ...(other === undefined ? [] : fixesBySetting(past.release, other).slice(0, 1).map(asAlternative)),
  ];
}

/** How to mend it, spelt as the place of the preferred fix has it. */
export function remedyFor(past: RoutedPast): string | undefined {
  const legacy = legacySetting(past);
  return legacy && remedyText(past.release, legacy);
}

function asAlternative(fix: Fix): Fix {
  return { ...fix, preferred: false };
}

/** The key that is in force for a concept, or the one that the newest version has for it. */
function keyFor(concept: Concept, { release, concerned }: RoutedPast): SettingKey | undefined {
  const dialect = installedBy(release);
  const newest = concerned.versions.at(-1);
  if (newest === undefined) return undefined;
  const inForce = effectiveSetting(concept, newest, readingOf(release), dialect);
  if (inForce.kind === 'known' && inForce.from !== 'default' && inForce.key !== undefined) return inForce.key;
  const path = keyOf(concept, newest, dialect);
  return path && { path, dialect };
}
