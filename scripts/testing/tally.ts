import { inspect } from 'node:util';
import type { TestEvent } from 'node:test/reporters';

/** A test that did not pass. */
export interface Failure {
  /** The names from the outermost suite to the test, or the path of the file if it could not be run. */
  readonly path: readonly string[];
  readonly file: string;
  readonly line: number;
  readonly error: string;
}

export interface Skip {
  readonly name: string;
  readonly reason: string;
}

/** Tests that are tried twice begin the diagnostic with this in which they say why the first try failed. */
export const secondTry = 'passed at the second try: ';

/** What came of the tests that really ran. Groups of tests are not counted, their tests are. */
export interface Tally {
  readonly passed: number;
  readonly failures: readonly Failure[];
  readonly skips: readonly Skip[];
  /** What tests said that passed only at the second try. */
  readonly secondTries: readonly string[];
  /** What the files printed, by path. */
  readonly output: ReadonlyMap<string, string>;
}

/** Counts the events of a test run. The runner reports file after file, so the names above a test are the last ones started. */
export async function tallyOf(events: AsyncIterable<TestEvent>): Promise<Tally> {
  const failures: Failure[] = [];
  const skips: Skip[] = [];
  const secondTries: string[] = [];
  const output = new Map<string, string>();
  let path: string[] = [];
  let passed = 0;

  for await (const { type, data } of events) {
    switch (type) {
      case 'test:stdout':
      case 'test:stderr':
        output.set(data.file, (output.get(data.file) ?? '') + data.message);
        break;
      case 'test:diagnostic':
        if (data.message.startsWith(secondTry)) secondTries.push(data.message);
        break;
      case 'test:start':
        path = [...path.slice(0, data.nesting), data.name];
        break;
      case 'test:pass':
        if (isFile(data)) failures.push(failureOf([data.name], data, 'The file ran no test.'));
        else if (data.skip !== undefined) skips.push({ name: data.name, reason: reasonOf(data.skip) });
        else if (data.todo !== undefined)
          skips.push({ name: data.name, reason: `todo: ${reasonOf(data.todo)}` });
        else if (data.details.type !== 'suite') passed++;
        break;
      case 'test:fail':
        if (!onlyInside(data.details.error)) {
          failures.push(failureOf(isFile(data) ? [data.name] : path, data, errorText(data.details.error)));
        }
        break;
      default:
    }
  }
  return { passed, failures, skips, secondTries, output };
}

interface Place {
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
}

/** The runner reports a whole file as a test of its own only if no test of it was reported or it ended badly. */
function isFile({ name, file }: Place): boolean {
  return name === file;
}

function failureOf(path: readonly string[], { file = '', line = 0 }: Place, error: string): Failure {
  return { path, file, line, error };
}

/** A group that failed because a test inside of it did, which has been reported already. */
function onlyInside(error: Error): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed';
}

/** The message of what was thrown, with the places of our own code that it came through. */
function errorText(error: Error): string {
  const thrown = error.cause ?? error;
  const text = thrown instanceof Error && thrown.stack !== undefined ? thrown.stack : inspect(thrown);
  return text
    .split('\n')
    .filter((line) => !/^ +at .*node:/.test(line))
    .join('\n');
}

function reasonOf(note: string | boolean): string {
  return typeof note === 'string' && note !== '' ? note : 'no reason given';
}
