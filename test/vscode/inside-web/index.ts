/** What an editor loads as its tests in a browser, where there is neither mocha's report file nor any part of Node. */
import { resultLine, testLine } from '../../host/test-lines.ts';
import { tests } from './tests.ts';

/** The editor ends with 0 if this resolves, else with 1. */
export async function run(): Promise<void> {
  let failures = 0;
  for (const { title, test } of tests) {
    const error = await test().then(
      () => undefined,
      (thrown: unknown) => (thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)),
    );
    if (error !== undefined) failures++;
    console.log(`${testLine}${error === undefined ? '✔' : '✖'} ${title}`);
    console.log(resultLine + JSON.stringify({ title, error }));
  }
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
