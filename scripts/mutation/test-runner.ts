import { join } from 'node:path';
import {
  INSTRUMENTER_CONSTANTS,
  type InstrumenterContext,
  type StrykerOptions,
} from '@stryker-mutator/api/core';
import { commonTokens, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';
import { readCases } from '../../test/support/cases/read-case.ts';
import { bundled, type Environment } from './bundle.ts';
import { concerns, isCase, testsFor, testsOf, type MutationTest } from './tests.ts';

declare global {
  /** Where the instrumented code looks for the mutant to be, and counts what it runs. */
  var __stryker__: InstrumenterContext | undefined;
}

/**
 * Runs the cases and the unit tests inside Stryker's worker process. Every mutant gets an environment of its own, which
 * takes milliseconds, so mutants of module-level code are tried like all others, and no mutant's cached answers are
 * left to the next.
 */
export class InProcessRunner implements TestRunner {
  static readonly inject = tokens(commonTokens.options);
  readonly #skipsFailing: boolean;
  readonly #cases = readCases(join(import.meta.dirname, '../../test/cases'));
  #load: () => Environment = () => {
    throw new Error('The runner was not initialized.');
  };
  #tests: readonly MutationTest[] = [];

  constructor(options: StrykerOptions) {
    this.#skipsFailing = options['skipFailingTests'] === true;
  }

  capabilities(): { readonly reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  /** Stryker starts the worker in its copy of the checkout, whose code is instrumented. */
  async init(): Promise<void> {
    this.#load = await bundled(process.cwd());
    this.#tests = testsOf(this.#load(), this.#cases);
  }

  /** Runs the tests of all mutated files and tells which mutants each of them comes by. */
  async dryRun({ files = [] }: DryRunOptions): Promise<DryRunResult> {
    const results: TestResult[] = [];
    let environment = this.#load();
    let before: MutationTest | undefined;
    for (const test of this.#tests.filter((each) => files.some((file) => concerns(each, file)))) {
      const context = contextFor({});
      if (!sharesEnvironment(before, test)) environment = this.#load();
      context.currentTestId = test.id;
      const result = await resultOf(test, environment);
      const isLeftOut = result.status === TestStatus.Failed && this.#skipsFailing;
      results.push(isLeftOut ? skipped(result) : result);
      before = test;
    }
    const { mutantCoverage } = contextFor({});
    return {
      status: DryRunStatus.Complete,
      tests: results,
      ...(mutantCoverage === undefined ? {} : { mutantCoverage }),
    };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, hitLimit, testFilter, mutantActivation } = options;
    const touched = groupsOf(testFilter, this.#tests);
    const tests = testsFor(
      options.sandboxFileName,
      this.#tests.filter(({ group }) => touched?.has(group) !== false),
    );
    const context = contextFor({
      hitLimit,
      activeMutant: mutantActivation === 'static' ? activeMutant.id : undefined,
    });
    let environment: Environment;
    try {
      environment = this.#load();
    } catch (error) {
      return killed(tests[0]?.id, String(error), 0);
    }
    context.activeMutant = activeMutant.id;
    for (const [ran, test] of tests.entries()) {
      const result = await resultOf(test, environment);
      const endless = determineHitLimitReached(context.hitCount, hitLimit);
      if (endless !== undefined) return { status: MutantRunStatus.Timeout, reason: endless.reason ?? '' };
      if (result.status !== TestStatus.Failed) continue;
      if (this.#skipsFailing && (await this.#failsAnyway(test))) {
        context.activeMutant = activeMutant.id;
        continue;
      }
      return killed(test.id, result.failureMessage, ran + 1);
    }
    return { status: MutantRunStatus.Survived, nrOfTests: tests.length };
  }

  /** Whether a test fails without any mutant. */
  async #failsAnyway(test: MutationTest): Promise<boolean> {
    contextFor({});
    return (await resultOf(test, this.#load())).status === TestStatus.Failed;
  }
}

/** The groups of the tests that a change touches; absent where it touches all. */
function groupsOf(
  ids: readonly string[] | undefined,
  tests: readonly MutationTest[],
): ReadonlySet<string> | undefined {
  if (ids === undefined) return undefined;
  const touched = new Set(ids);
  return new Set(tests.filter(({ id }) => touched.has(id)).map(({ group }) => group));
}

/** What knowledge/ has once answered it keeps, so a unit test would not come by what another has asked before. */
function sharesEnvironment(before: MutationTest | undefined, test: MutationTest): boolean {
  return before !== undefined && (before.group === test.group || (isCase(before) && isCase(test)));
}

function killed(test: string | undefined, failureMessage: string, nrOfTests: number): MutantRunResult {
  return {
    status: MutantRunStatus.Killed,
    killedBy: test === undefined ? [] : [test],
    failureMessage,
    nrOfTests,
  };
}

/** The context of the instrumented code, with no test and no other mutant than the one given. */
function contextFor(run: {
  readonly hitLimit?: number | undefined;
  readonly activeMutant?: string | undefined;
}): InstrumenterContext {
  const context = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
  delete context.currentTestId;
  delete context.activeMutant;
  delete context.hitCount;
  delete context.hitLimit;
  if (run.activeMutant !== undefined) context.activeMutant = run.activeMutant;
  if (run.hitLimit !== undefined) Object.assign(context, { hitLimit: run.hitLimit, hitCount: 0 });
  return context;
}

function skipped({ id, name, timeSpentMs }: TestResult): TestResult {
  return { id, name, timeSpentMs, status: TestStatus.Skipped };
}

async function resultOf(test: MutationTest, environment: Environment): Promise<TestResult> {
  const { id } = test;
  const start = performance.now();
  let failure: string | undefined;
  try {
    await test.run(environment);
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
  }
  const common = { id, name: id, timeSpentMs: performance.now() - start };
  return failure === undefined
    ? { ...common, status: TestStatus.Success }
    : { ...common, status: TestStatus.Failed, failureMessage: failure };
}
