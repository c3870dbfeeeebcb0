import { relative } from 'node:path';
import type { SuiteResult } from './run-suite.ts';
import type { Failure } from './tally.ts';

/** A suite went well if it ran at least one test and none failed. */
export function wentWell({ tally }: SuiteResult): boolean {
  return tally.failures.length === 0 && tally.passed + tally.skips.length > 0;
}

/** Failures and skips of a suite in full, then its one line. */
export function suiteReport(result: SuiteResult, root: string): string {
  const { suite, tally, seconds } = result;
  const lines = tally.failures.map((failure) => failureText(failure, root));
  for (const file of new Set(tally.failures.map((failure) => failure.file))) {
    const output = tally.output.get(file)?.trimEnd() ?? '';
    if (output !== '') lines.push(`${relativeName(file, root)} printed:`, indented(output), '');
  }
  for (const skip of tally.skips) lines.push(`skipped: ${skip.name} (${skip.reason})`);
  lines.push(...tally.secondTries);
  const counts =
    tally.passed + tally.failures.length + tally.skips.length === 0 ? 'no test ran' : countsOf([result]);
  lines.push(
    `${wentWell(result) ? 'ok  ' : 'FAIL'} ${suite.name.padEnd(10)} ${counts}  ${seconds.toFixed(1)} s`,
  );
  return lines.join('\n');
}

/** `N passed, N failed, N skipped` over these suites. */
export function countsOf(results: readonly SuiteResult[]): string {
  const sum = (count: (result: SuiteResult) => number): number =>
    results.reduce((total, result) => total + count(result), 0);
  const passed = sum(({ tally }) => tally.passed);
  const failed = sum(({ tally }) => tally.failures.length);
  const skipped = sum(({ tally }) => tally.skips.length);
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function failureText({ path, file, line, error }: Failure, root: string): string {
  const name = path.map((part) => relativeName(part, root)).join(' > ');
  return ['', `✖ ${name}`, `  ${relativeName(file, root)}:${line}`, indented(error), ''].join('\n');
}

function relativeName(name: string, root: string): string {
  return name.startsWith(root) ? relative(root, name) : name;
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}
