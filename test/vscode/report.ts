/** How tests inside an editor tell the program that started it what came of them. No part of Node is needed for it. */

/** Names the suite that a run is to take: an environment variable of the editor. */
export const suiteVariable = 'EDITOR_TEST_SUITE';

/** Names the file in which the tests leave their results, a line each. */
export const reportVariable = 'EDITOR_TEST_REPORT';

/** What came of one test inside the editor. */
export interface TestResult {
  /** The test's name with those of the groups around it. */
  readonly title: string;
  /** Why it failed; absent where it passed. */
  readonly error?: string;
  /** Why its first try failed, where the second one passed. */
  readonly firstTry?: string;
}

/** What came of a whole suite. */
export interface EditorRun {
  readonly results: readonly TestResult[];
  /** Why the run as a whole failed, also if every test that ran passed. */
  readonly failure?: string;
}

/** Reads the line that tells one result. */
export function resultFrom(json: string): TestResult {
  const result: unknown = JSON.parse(json);
  const field = (name: string): string | undefined => {
    const value: unknown =
      typeof result === 'object' && result !== null ? Reflect.get(result, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  const [error, firstTry] = [field('error'), field('firstTry')];
  return {
    title: field('title') ?? 'without a title',
    ...(error === undefined ? {} : { error }),
    ...(firstTry === undefined ? {} : { firstTry }),
  };
}
