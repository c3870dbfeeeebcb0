import { changesOf, type FileChange } from '../file-change.ts';
import type { MeshLint } from '../mesh-lint.ts';
import type { Finding, Fix, Severity } from '../../rules/finding.ts';

/** A fix that can be made, with what it makes of which files. */
export interface ReportedFix {
  readonly fix: Fix;
  readonly changes: readonly FileChange[];
}

/** A finding with everything that a reader of the report needs. */
export interface ReportedFinding {
  readonly finding: Finding;
  readonly fixes: readonly ReportedFix[];
}

/** What a check found, before it is written down in a format. */
export interface Report {
  readonly findings: readonly ReportedFinding[];
  /** The texts that the places of the findings count in. */
  readonly texts: ReadonlyMap<string, string>;
  readonly files: number;
  readonly parsed: number;
  readonly durationMs: number;
}

/** Findings with their fixes worked out. */
export function reportedFindings(
  lint: MeshLint,
  findings: readonly Finding[],
  texts: ReadonlyMap<string, string>,
): readonly ReportedFinding[] {
  return findings.map((finding) => ({
    finding,
    fixes: finding.fixes.flatMap((fix) => reportedFix(lint, fix, texts)),
  }));
}

function reportedFix(lint: MeshLint, fix: Fix, texts: ReadonlyMap<string, string>): readonly ReportedFix[] {
  const outcome = changesOf(lint, fix, (uri) => texts.get(uri));
  return outcome.ok ? [{ fix, changes: outcome.changes }] : [];
}

/** How many findings of a severity there are. */
export function countOf(findings: readonly ReportedFinding[], severity: Severity): number {
  return findings.filter(({ finding }) => finding.severity === severity).length;
}
