import { severityRank, type Severity } from '../rules/finding.ts';

/** What the process tells its caller. */
export const exitCodes = { clean: 0, findings: 1, failure: 2 } as const;

/** One of them. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** From which severity on findings fail the run. */
export type Threshold = 'error' | 'warning' | 'information' | 'never';

const ranks = { ...severityRank, never: Infinity };

/** The exit code for findings of these severities. */
export function exitCodeFor(severities: readonly Severity[], threshold: Threshold): ExitCode {
  const reached = severities.some((severity) => ranks[severity] >= ranks[threshold]);
  return reached ? exitCodes.findings : exitCodes.clean;
}
