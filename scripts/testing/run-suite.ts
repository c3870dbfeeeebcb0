import { globSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import type { Suite } from './suites.ts';
import { tallyOf, type Tally } from './tally.ts';

/** Two files at a time: more would only make tests with a budget fail on small machines. */
const concurrency = 2;

export interface SuiteResult {
  readonly suite: Suite;
  readonly tally: Tally;
  readonly seconds: number;
}

/** Runs the files of a suite, in processes of their own or all in this one. A suite without files has an empty tally. */
export async function runSuite(suite: Suite, root: string): Promise<SuiteResult> {
  const started = performance.now();
  const files = globSync(suite.files, { cwd: root })
    .map((file) => join(root, file))
    .sort();
  const tally = files.length === 0 ? nothingRan : await runFiles(files, suite, root);
  return { suite, tally, seconds: (performance.now() - started) / 1000 };
}

const nothingRan: Tally = { passed: 0, failures: [], skips: [], secondTries: [], output: new Map() };

function runFiles(files: readonly string[], suite: Suite, root: string): Promise<Tally> {
  return tallyOf(
    suite.isolation === 'none'
      ? run({ files, cwd: root, isolation: 'none' })
      : run({ files, cwd: root, concurrency, isolation: 'process', timeout: suite.minutes * 60_000 }),
  );
}
