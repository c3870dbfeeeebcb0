/** What the editor loads as its tests where extensions run in a web worker. The files of one suite are bundled behind it. */
import 'mocha';

import { resultLine } from '../../host/test-lines.ts';
import { mochaOptions, runMocha } from './run-mocha.ts';

// Before any of them says what it tests.
mocha.setup(mochaOptions);

/** The editor ends with 0 if this resolves, else with 1. */
export function run(): Promise<void> {
  return runMocha(mocha, (result) => console.log(resultLine + JSON.stringify(result)));
}
