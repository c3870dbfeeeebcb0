import type { Related } from '../finding.ts';
import { byHandNote as noteFor } from '../wording/by-hand.ts';
import { mendingKey } from '../fixes/keep-out-of-pods.ts';
import type { Bypass } from './detect.ts';

/** Where the deciding place is in a form that only people write: what to add there. */
export function byHandNote(bypass: Bypass): readonly Related[] {
  const key = mendingKey(bypass);
  if (key === undefined) return [];
  return noteFor(bypass.release, { key, value: true, near: bypass.turnedOnBy }, bypass.at);
}
