/** What the editor loads as its tests where extensions run in a web worker. The files of one suite are bundled with it. */
import 'mocha';

import { resultLine } from '../../host/test-lines.ts';
import { foldersAreKnown, mochaOptions, runMocha } from './run-mocha.ts';

// Before any of them says what it tests.
mocha.setup(mochaOptions);

/**
 * The editor ends with 0 if this resolves, else with 1.
 *
 * @param files those of the suite, each loaded when it is called
 */
export async function runFiles(files: readonly (() => Promise<unknown>)[]): Promise<void> {
  await foldersAreKnown();
  for (const load of files) await load();
  await runMocha(mocha, (result) => console.log(resultLine + JSON.stringify(result)));
}
