import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { htmlReport } from '../features/report/html.ts';
import { reportedFindings } from '../features/report/report.ts';
import { printable } from '../features/report/terminal-text.ts';
import type { ReportOptions } from './arguments.ts';
import type { CheckHost } from './check.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { placesIn } from './places.ts';
import { readPaths } from './read-paths.ts';

/** Reads the paths and writes a page about them. What is found there is no failure. */
export async function writeReport(options: ReportOptions, host: CheckHost): Promise<ExitCode> {
  const started = host.now();
  const { lint, cwd, complain, version } = host;
  const read = await readPaths(lint, options.paths, cwd, complain);
  if (!read.ok) {
    complain(`There is no file or folder ${printable(read.missing)}.`);
    return exitCodes.failure;
  }
  const { texts } = read;
  const done = read.complete ? exitCodes.clean : exitCodes.failure;
  const places = placesIn(texts, cwd);
  const { files, read: parsed } = lint.statistics();
  const html = htmlReport({
    report: {
      findings: reportedFindings(lint, lint.findings(), texts),
      texts,
      files,
      parsed,
      durationMs: host.now() - started,
    },
    overview: lint.overview(),
    names: {
      fileOf: places.fileOf,
      lineOf: (location) => places.of(location).start.line + 1,
    },
    version,
  });
  if (options.html === '-') {
    host.print(html);
    return done;
  }
  try {
    writeFileSync(resolve(cwd, options.html), html);
  } catch (error) {
    complain(
      `${options.html} could not be written: ${error instanceof Error ? error.message : String(error)}`,
    );
    return exitCodes.failure;
  }
  complain(`${options.html} written.`);
  return done;
}
