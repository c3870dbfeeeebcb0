/** What the editor loads as its tests where extensions run in Node: takes the files of one suite. */
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import Mocha from 'mocha';

import { reportVariable, suiteVariable } from '../report.ts';
import { foldersAreKnown, mochaOptions, runMocha } from './run-mocha.ts';

/** The editor ends with 0 if this resolves, else with 1. */
export async function run(): Promise<void> {
  const folder = join(__dirname, required(suiteVariable));
  const report = required(reportVariable);
  const mocha = new Mocha(mochaOptions);
  await foldersAreKnown();
  for (const file of readdirSync(folder).sort()) if (file.endsWith('.cjs')) mocha.addFile(join(folder, file));
  await runMocha(mocha, (result) => appendFileSync(report, `${JSON.stringify(result)}\n`));
}

function required(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`${variable} is not set.`);
  return value;
}
