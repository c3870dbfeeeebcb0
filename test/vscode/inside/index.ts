/** What the editor loads as its tests: runs the files of one suite with mocha, inside the extension host. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import Mocha from 'mocha';

import { testLine } from '../../host/test-lines.ts';
import { reportVariable, suiteVariable } from '../report.ts';

/** The editor ends with 0 if this resolves, else with 1. */
export async function run(): Promise<void> {
  const folder = join(__dirname, required(suiteVariable));
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 30_000,
    reporter: 'json',
    reporterOptions: { output: required(reportVariable) },
  });
  for (const file of readdirSync(folder).sort()) if (file.endsWith('.cjs')) mocha.addFile(join(folder, file));
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (failures > 0) reject(new Error(`${failures} tests failed.`));
      else resolve();
    });
    runner.on('pass', (test) => say(`✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`));
    runner.on('fail', (test) => say(`✖ ${test.fullTitle()}`));
  });
}

function say(line: string): void {
  console.log(testLine + line);
}

function required(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`${variable} is not set.`);
  return value;
}
