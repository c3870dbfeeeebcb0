import { URI } from 'vscode-uri';
import type { MeshLint } from '../features/mesh-lint.ts';
import { applyFixes } from './apply-fixes.ts';
import type { CheckOptions } from './arguments.ts';
import { exitCodeFor, exitCodes, type ExitCode } from './exit-codes.ts';
import { shownPath } from './places.ts';
import { readPaths } from './read-paths.ts';
import { reportedFindings, type Report } from '../features/report/report.ts';
import { jsonReport, type Reporter } from './report-json.ts';
import { textReport } from './report-text.ts';
import { printable, type Paint } from '../features/report/terminal-text.ts';

/** What a check needs of the process around it. */
export interface CheckHost extends Reporter {
  readonly lint: MeshLint;
  /** Whether findings of severity hint are left out, as in continuous integration. */
  readonly withoutHints: boolean;
  readonly paint: Paint;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Takes the report. */
  readonly print: (text: string) => void;
  /** Takes a line about something that went wrong beside it. */
  readonly complain: (line: string) => void;
}

/** Reads the paths, mends what is wanted, and prints the report. Returns the exit code. */
export async function check(options: CheckOptions, host: CheckHost): Promise<ExitCode> {
  const started = host.now();
  const { lint } = host;
  const read = await readPaths(lint, options.paths, host.cwd, host.complain);
  if (!read.ok) {
    host.complain(`There is no file or folder ${printable(read.missing)}.`);
    return exitCodes.failure;
  }
  const { texts } = read;
  const allWritten = !options.fix || mend(texts, host);

  const wanted = lint.findings().filter(({ severity }) => severity !== 'hint' || !host.withoutHints);
  const findings = reportedFindings(lint, wanted, texts);
  const { files, read: parsed } = lint.statistics();
  const report: Report = { findings, texts, files, parsed, durationMs: host.now() - started };
  host.print(options.format === 'json' ? jsonReport(report, host) : textReport(report, host.cwd, host.paint));

  if (!allWritten || !read.complete) return exitCodes.failure;
  const severities = findings.map(({ finding }) => finding.severity);
  return exitCodeFor(severities, options.failOn);
}

/** Applies all preferred fixes and tells on stderr what was written and what was not. Returns whether all were written. */
function mend(texts: Map<string, string>, { lint, cwd, complain }: CheckHost): boolean {
  const { written, refused, problems } = applyFixes(lint, texts);
  for (const uri of written) complain(`${shownPath(URI.parse(uri).fsPath, cwd)} mended.`);
  for (const { finding, reason } of refused)
    complain(`${shownPath(URI.parse(finding.at.uri).fsPath, cwd)} not mended: ${reason}`);
  for (const { path, reason } of problems)
    complain(`${shownPath(path, cwd)} ${reason}; it was left as it is.`);
  return problems.length === 0;
}
