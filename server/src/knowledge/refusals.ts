import data from '../../../schemas/cilium/refusals.json' with { type: 'json' };
import { allHold, type Condition } from './condition.ts';
import type { Read } from './reading.ts';
import { inRange, type CiliumVersion } from './version-range.ts';

/** A combination of values with which a version does not come up. */
export interface Refusal {
  readonly versions: string;
  /** Conditions that must all hold; the first speaks of the key to blame. */
  readonly all: readonly Condition[];
  /** Who refuses: `chart` means that rendering fails, `agent` that the rendered agent stops at once. */
  readonly by: string;
  readonly source: string;
}

const refusals: readonly Refusal[] = data.rows;

/** The first reason for which `version` refuses these values for certain, if there is one. */
export function refusalOf(version: CiliumVersion, read: Read): Refusal | undefined {
  return refusals.find((row) => inRange(version, row.versions) && allHold(row.all, read) === 'yes');
}
