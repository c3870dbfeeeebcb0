/**
 * Stands in for `node:test` inside the bundle of the mutation runner: tests are collected instead of run, so that the
 * runner can run one at a time, in its own process, as often as it likes.
 */

/** One test of a file, by the names of its groups and its own. */
export interface CollectedTest {
  readonly file: string;
  readonly name: string;
  readonly run: () => void | Promise<void>;
}

const tests: CollectedTest[] = [];
const groups: string[] = [];
let file = '';

/** All tests, in the order in which they were written down. */
export const collected: readonly CollectedTest[] = tests;

/** Says which file the tests that follow stand in; the bundle calls it at the top of every test file. */
export function startFile(name: string): void {
  file = name;
}

export function describe(name: string, body: () => void): void {
  groups.push(name);
  body();
  groups.pop();
}

export function it(name: string, run: CollectedTest['run']): void {
  tests.push({ file, name: [...groups, name].join(' › '), run });
}

export { describe as suite, it as test };
