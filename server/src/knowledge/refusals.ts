import data from '../../../schemas/cilium/refusals.json' with { type: 'json' };
import { allHold, type Condition } from './condition.ts';
import { oneOf } from './one-of.ts';
import type { Read } from './reading.ts';
import { inRange, type CiliumVersion } from './version-range.ts';

/** A combination of values with which a version does not come up. */
export interface Refusal {
  readonly versions: string;
  /** Conditions that must all hold; the first speaks of the key to blame. */
  readonly all: readonly Condition[];
  /** Who refuses: `chart` means that rendering fails, `agent` that the rendered agent stops at once. */
  readonly by: 'chart' | 'agent';
  /** What to write instead, as the end of a sentence "Cilium 1.16 takes …". */
  readonly instead: string;
  /** A chart file or a public document. */
  readonly source: string;
}

const refusers = ['chart', 'agent'] as const;
const refusals: readonly Refusal[] = data.rows.map((row) => ({ ...row, by: oneOf(refusers, row.by) }));

/** The first reason for which `version` refuses these values for certain, if there is one. */
export function refusalOf(version: CiliumVersion, read: Read): Refusal | undefined {
  return refusals.find((row) => applies(row, version, read));
}

/** Every reason for which `version` refuses these values for certain. */
export function refusalsOf(version: CiliumVersion, read: Read): readonly Refusal[] {
  return refusals.filter((row) => applies(row, version, read));
}

/** As `refusalOf`, for refusals of the chart's templates and schema, or of the agent, alone. */
export function refusalBy(by: Refusal['by'], version: CiliumVersion, read: Read): Refusal | undefined {
  return refusals.find((row) => row.by === by && applies(row, version, read));
}

function applies(row: Refusal, version: CiliumVersion, read: Read): boolean {
  return inRange(version, row.versions) && allHold(row.all, read) === 'yes';
}
