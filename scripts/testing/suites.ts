/** A group of test files that is run and counted together. */
export interface Suite {
  readonly name: string;
  /** Glob of its files, from the root of the repository. */
  readonly files: string;
  /** What the suite needs beyond a clone and its npm packages. */
  readonly needs: 'nothing' | 'build' | 'shared';
  /** Whether its files share a process: starting one for each takes far longer than such tests themselves. */
  readonly isolation: 'none' | 'process';
  /** Minutes after which one of its files counts as hanging. */
  readonly minutes: number;
}

/**
 * Every suite, in the order in which they run. The developers' shared folder is optional, so its suites are not part of
 * `npm test`.
 */
export const suites: readonly Suite[] = [
  { name: 'unit', files: 'test/unit/**/*.test.ts', needs: 'nothing', isolation: 'none', minutes: 2 },
  { name: 'cases', files: 'test/cases.test.ts', needs: 'nothing', isolation: 'process', minutes: 2 },
  {
    name: 'properties',
    files: 'test/properties/**/*.test.ts',
    needs: 'nothing',
    isolation: 'process',
    minutes: 5,
  },
  { name: 'cli', files: 'test/cli/**/*.test.ts', needs: 'build', isolation: 'process', minutes: 5 },
  { name: 'protocol', files: 'test/protocol/**/*.test.ts', needs: 'build', isolation: 'process', minutes: 5 },
  { name: 'vscode', files: 'test/vscode/**/*.test.ts', needs: 'build', isolation: 'process', minutes: 10 },
  { name: 'vsix', files: 'test/vsix/**/*.test.ts', needs: 'build', isolation: 'process', minutes: 10 },
  {
    name: 'knowledge',
    files: 'test/knowledge/**/*.test.ts',
    needs: 'shared',
    isolation: 'process',
    minutes: 5,
  },
  { name: 'helm', files: 'test/helm/**/*.test.ts', needs: 'shared', isolation: 'process', minutes: 10 },
  { name: 'corpus', files: 'test/corpus/**/*.test.ts', needs: 'shared', isolation: 'process', minutes: 10 },
];

/**
 * The suites that a command line names, or those of `npm test` where it names none.
 * `shared` stands for all suites that need the shared folder.
 */
export function chosenSuites(names: readonly string[]): readonly Suite[] | { readonly unknown: string } {
  if (names.length === 0) return suites.filter((suite) => suite.needs !== 'shared');
  const unknown = names.find((name) => name !== 'shared' && !suites.some((suite) => suite.name === name));
  if (unknown !== undefined) return { unknown };
  return suites.filter(
    (suite) => names.includes(suite.name) || (names.includes('shared') && suite.needs === 'shared'),
  );
}
