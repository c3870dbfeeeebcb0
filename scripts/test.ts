/**
 * Runs test suites by name: `node scripts/test.ts unit cases`. Without a name: all that need no shared folder.
 * Prints a line per suite, failures in full, and last `N passed, N failed, N skipped`.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cliFile } from './building/bundles.ts';
import { countsOf, suiteReport, wentWell } from './testing/report.ts';
import { runSuite, type SuiteResult } from './testing/run-suite.ts';
import { chosenSuites, suites } from './testing/suites.ts';

const root = dirname(import.meta.dirname);
const chosen = chosenSuites(process.argv.slice(2));

if ('unknown' in chosen) {
  console.error(
    `No suite is called ${chosen.unknown}. There are: ${suites.map(({ name }) => name).join(', ')}.`,
  );
  process.exitCode = 2;
} else if (chosen.some(({ needs }) => needs === 'build') && !existsSync(join(root, cliFile))) {
  console.error('There is no dist/ yet. Build it first: npm run build');
  process.exitCode = 2;
} else {
  const results: SuiteResult[] = [];
  for (const suite of chosen) {
    const result = await runSuite(suite, root);
    console.log(suiteReport(result, root));
    results.push(result);
  }
  console.log(countsOf(results));
  process.exitCode = results.every(wentWell) ? 0 : 1;
}
