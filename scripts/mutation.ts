/**
 * Mutation testing: changes the code of knowledge/ and rules/ in thousands of small ways, one at a time, and looks
 * whether a case or a unit test notices. `npm run mutation`, or for a part `npm run mutation -- server/src/rules/NAME`.
 *
 * --write          puts the figures into docs/quality.md; only where whole folders are run
 * --skip-failing   leaves out tests that fail anyway, instead of giving up
 * --concurrency N  worker processes, 1 by default
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { mutatedFolders, optionsFor } from './mutation/options.ts';
import { qualityPage } from './mutation/quality-page.ts';
import { scoresOf } from './mutation/results.ts';

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
const nowhere = chosen.find((path) => globSync(path).length === 0);
if (nowhere !== undefined) {
  console.error(`There is no code at ${nowhere}.`);
  process.exit(2);
}
const started = performance.now();
const results = await new Stryker({
  ...optionsFor(chosen.map((path) => (path.endsWith('.ts') ? path : `${path.replace(/\/$/, '')}/**/*.ts`))),
  concurrency: Number(values.concurrency),
  skipFailingTests: values['skip-failing'],
}).runMutationTest();

const day = new Date().toISOString().slice(0, 10);
const scores = scoresOf(results, root).map((score) => ({ ...score, day }));
for (const { folder, score, killed, survived } of scores)
  console.log(`${score.toFixed(1).padStart(5)} %  ${folder}: ${killed} noticed, ${survived} not`);
console.log(`${((performance.now() - started) / 60_000).toFixed(1)} minutes`);

const isByFolder = chosen.every((path) => !path.endsWith('.ts') || path.endsWith('/*.ts'));
if (values.write && isByFolder) {
  const page = join(root, 'docs/quality.md');
  const before = existsSync(page) ? readFileSync(page, 'utf8') : '';
  writeFileSync(page, qualityPage(scores, before));
}
