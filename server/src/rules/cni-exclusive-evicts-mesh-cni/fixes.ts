import type { Fix } from '../finding.ts';
import { fixesBySetting, remedyText, type WantedSetting } from '../fixes/set-in-release.ts';
import type { Takeover } from './detect.ts';

/** The setting by which Cilium leaves the configurations of others alone. */
export function sharedSetting({ key, decidedBy }: Takeover): WantedSetting {
  return { key, value: false, near: decidedBy };
}

/** The fixes that share the CNI configuration, the preferred one first. */
export function fixesFor(takeover: Takeover): readonly Fix[] {
  return fixesBySetting(takeover.release, sharedSetting(takeover));
}

/** How to share it, spelt as the place of the preferred fix has it. */
export function remedyFor(takeover: Takeover): string {
  return remedyText(takeover.release, sharedSetting(takeover));
}
