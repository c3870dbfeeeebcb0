/**
 * Mutation testing: changes the code of knowledge/ and rules/ in thousands of small ways, one at a time, and looks
 * whether a case or a unit test notices. `npm run mutation`, or for a part `npm run mutation -- server/src/rules/NAME`.
 *
 * --write          puts the figures of a whole run into docs/quality.md
 * --skip-failing   leaves out tests that fail anyway, instead of giving up
 * --concurrency N  worker processes, 1 by default
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { mutatedFolders, optionsFor } from './mutation/options.ts';
import { qualityPage } from './mutation/quality-page.ts';
import { summaryOf } from './mutation/results.ts';

const root = join(import.meta.dirname, '..');
process.chdir(root);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    'skip-failing': { type: 'boolean', default: false },
    concurrency: { type: 'string', default: '1' },
  },
});

const chosen = positionals.length === 0 ? mutatedFolders : positionals;
const started = performance.now();
const results = await new Stryker({
  ...optionsFor(chosen.map((path) => (path.endsWith('.ts') ? path : `${path.replace(/\/$/, '')}/**/*.ts`))),
  concurrency: Number(values.concurrency),
  skipFailingTests: values['skip-failing'],
}).runMutationTest();

const minutes = (performance.now() - started) / 60_000;
const summary = summaryOf(results, root);
console.log(
  summary
    .map(
      ({ folder, score, killed, survived }) =>
        `${score.toFixed(1).padStart(5)} %  ${folder}: ${killed} noticed, ${survived} not`,
    )
    .join('\n'),
);
console.log(`${minutes.toFixed(1)} minutes`);
if (values.write) writeFileSync(join(root, 'docs/quality.md'), qualityPage(summary, minutes, new Date()));
