import type { PartialStrykerOptions } from '@stryker-mutator/api/core';

/** The folders whose decisions the tests have to notice. */
export const mutatedFolders = ['server/src/knowledge', 'server/src/rules'];

/**
 * How Stryker is run.
 *
 * - Module-level code is mutated too (`ignoreStatic` is off): the runner loads everything anew for each mutant anyway.
 * - Texts are mutated too (`StringLiteral`): messages are part of what the cases expect.
 * - Left out are only what a rule says of itself for lists (`ignored.ts`).
 *
 * @param mutate globs from the root of the repository
 */
export function optionsFor(mutate: readonly string[]): PartialStrykerOptions {
  return {
    mutate: [...mutate],
    testRunner: 'in-process',
    plugins: ['./scripts/mutation/plugin.ts'],
    ignorers: ['catalogue-texts'],
    coverageAnalysis: 'perTest',
    ignoreStatic: false,
    /** Types are checked by tsc; esbuild drops them here. */
    checkers: [],
    disableTypeChecks: false,
    /** The copy that is instrumented needs no more than this. Cases are read from the checkout itself. */
    ignorePatterns: [
      '/*',
      '!/server',
      '!/schemas',
      '!/package.json',
      '!/test',
      '/test/*',
      '!/test/support',
      '!/test/unit',
    ],
    tempDirName: '.cache/stryker',
    concurrency: 1,
    dryRunTimeoutMinutes: 30,
    /** Ample, since a change counts as noticed when the time is up, and other work may slow this one down. */
    timeoutMS: 15_000,
    timeoutFactor: 1.5,
    thresholds: { high: 95, low: 90, break: 85 },
    reporters: ['survivors', 'progress-append-only'],
    allowConsoleColors: false,
  };
}
