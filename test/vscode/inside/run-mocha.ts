import type Mocha from 'mocha';
import { workspace } from 'vscode';

import { testLine } from '../../host/test-lines.ts';
import type { TestResult } from '../report.ts';

/**
 * How mocha runs in either host: it reports nothing itself, and lets no test be left out. An editor on a loaded machine now and
 * then loses what it was told, so a test that fails is tried once more, which is reported.
 */
export const mochaOptions: Mocha.MochaOptions = {
  ui: 'bdd',
  timeout: 60_000,
  retries: 1,
  reporter: 'base',
  forbidOnly: true,
  forbidPending: true,
};

/**
 * Resolves when the folders of the workspace are known, or will not be soon. Those of a workspace file on another machine may
 * come after extensions have been started.
 */
export async function foldersAreKnown(): Promise<void> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline;) {
    if (workspace.workspaceFolders !== undefined && workspace.workspaceFolders.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Runs the tests that mocha knows, and tells of each as it ends. Throws where one has failed, so that the editor ends with 1. */
export function runMocha(mocha: Pick<Mocha, 'run'>, tell: (result: TestResult) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const firstTries = new Map<string, string>();
    const runner = mocha.run((failures) => {
      if (failures > 0) reject(new Error(`${failures} tests failed.`));
      else resolve();
    });
    runner.on('pass', (test) => {
      say(`✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
      const firstTry = firstTries.get(test.fullTitle());
      tell({ title: test.fullTitle(), ...(firstTry === undefined ? {} : { firstTry }) });
    });
    runner.on('retry', (test: Mocha.Test, error: unknown) => {
      say(`↻ ${test.fullTitle()}`);
      firstTries.set(test.fullTitle(), textOf(error));
    });
    // Hooks that failed come here too, in place of the tests that they took along.
    runner.on('fail', (test, error: unknown) => {
      say(`✖ ${test.fullTitle()}`);
      tell({ title: test.fullTitle(), error: textOf(error) });
    });
  });
}

function say(line: string): void {
  console.log(testLine + line);
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
