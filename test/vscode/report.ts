import { readFile } from 'node:fs/promises';

/** Names the suite that a run is to take: an environment variable of the editor. */
export const suiteVariable = 'EDITOR_TEST_SUITE';

/** Names the file in which mocha leaves its JSON report. */
export const reportVariable = 'EDITOR_TEST_REPORT';

/** What came of one test inside the editor. */
export interface TestResult {
  /** The test's name with those of the groups around it. */
  readonly title: string;
  /** Why it failed; absent where it passed. */
  readonly error?: string;
}

/** The results of a run, those that failed last; none if it ended before it could write them. */
export async function readReport(file: string): Promise<readonly TestResult[]> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  const report: unknown = JSON.parse(text);
  const passed = listAt(report, 'passes').map((test) => ({ title: textAt(test, 'fullTitle') }));
  // Hooks that failed stand here too, in place of the tests that they took along.
  const failed = listAt(report, 'failures').map((test) => ({
    title: textAt(test, 'fullTitle'),
    error: textAt(at(test, 'err'), 'stack'),
  }));
  return [...passed, ...failed];
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = at(value, key);
  return Array.isArray(list) ? list : [];
}

function textAt(value: unknown, key: string): string {
  const text = at(value, key);
  return typeof text === 'string' ? text : `no ${key}`;
}
