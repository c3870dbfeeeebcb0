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

/** The rows that speak of a version. Versions of which the same rows speak share one list. */
const rowsByVersion = new Map<CiliumVersion, readonly Refusal[]>();
const sharedRows = new Map<string, readonly Refusal[]>();

function rowsFor(version: CiliumVersion): readonly Refusal[] {
  let rows = rowsByVersion.get(version);
  if (rows === undefined) {
    const own = refusals.filter((row) => inRange(version, row.versions));
    const name = own.map((row) => refusals.indexOf(row)).join();
    rows = sharedRows.get(name) ?? own;
    sharedRows.set(name, rows);
    rowsByVersion.set(version, rows);
  }
  return rows;
}

/** What was asked of an installation: many rules ask it for every version that it may be. */
const asked = new WeakMap<Read, Map<readonly Refusal[], readonly Refusal[]>>();

/** Every reason for which `version` refuses these values for certain. */
export function refusalsOf(version: CiliumVersion, read: Read): readonly Refusal[] {
  const rows = rowsFor(version);
  let answers = asked.get(read);
  if (answers === undefined) {
    answers = new Map();
    asked.set(read, answers);
  }
  let answer = answers.get(rows);
  if (answer === undefined) {
    answer = rows.filter((row) => allHold(row.all, read) === 'yes');
    answers.set(rows, answer);
  }
  return answer;
}

/** The first reason for which `version` refuses these values for certain, if there is one. */
export function refusalOf(version: CiliumVersion, read: Read): Refusal | undefined {
  return refusalsOf(version, read)[0];
}

/** As `refusalOf`, for refusals of the chart's templates and schema, or of the agent, alone. */
export function refusalBy(by: Refusal['by'], version: CiliumVersion, read: Read): Refusal | undefined {
  return refusalsOf(version, read).find((row) => row.by === by);
}
