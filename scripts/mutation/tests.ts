import type { CaseFolder } from '../../test/support/cases/read-case.ts';
import type { Environment } from './bundle.ts';
import { ruleOf } from './rule-of.ts';

/** A test that can be run in any environment. */
export interface MutationTest {
  readonly id: string;
  /** From the root of the repository; the folder of a case. */
  readonly file: string;
  /** Tests of one group share an environment, and are run all together if a change touches one of them. */
  readonly group: string;
  readonly run: (environment: Environment) => void | Promise<void>;
}

/** The unit tests of an environment, and all cases. */
export function testsOf({ collected }: Environment, cases: readonly CaseFolder[]): readonly MutationTest[] {
  const unit = collected.map(({ file, name }, index): MutationTest => ({
    id: `${file} ${index}: ${name}`,
    file,
    group: file,
    run: (environment) => environment.collected[index]?.run(),
  }));
  const ofCases = cases.map((folder): MutationTest => ({
    id: `case ${folder.name}`,
    file: `test/cases/${folder.name}`,
    group: `case ${folder.name}`,
    run: ({ checkCase, createMeshLint }) => checkCase(folder, createMeshLint),
  }));
  return [...unit, ...ofCases];
}

/**
 * Nearly every case comes by nearly everything in knowledge/. More than these take minutes for every change that none of them
 * notices, and its unit tests are there to notice it first.
 */
const mostCasesForKnowledge = 60;

/**
 * The tests that have to notice a change in a source file, the nearest first. For a rule those are its own cases and unit
 * tests: a change that only the cases of another rule notice is noticed by accident. For what rules share, all that come by it;
 * for knowledge all unit tests, and some of the cases, from all rules alike.
 */
export function testsFor(source: string, touched: readonly MutationTest[]): readonly MutationTest[] {
  const concerned = touched.filter((test) => concerns(test, source));
  const words = source.replaceAll('\\', '/').replace(/\.ts$/, '').split('/').slice(-2);
  const nearness = ({ file }: MutationTest): number =>
    words.filter((word) => file.split(/[/.]/).includes(word)).length;
  const unit = concerned
    .filter((test) => !isCase(test))
    .map((test) => ({ test, near: nearness(test) }))
    .sort((left, right) => right.near - left.near)
    .map(({ test }) => test);
  const cases = concerned.filter(isCase);
  return [...unit, ...(isKnowledge(source) ? spread(cases, mostCasesForKnowledge) : cases)];
}

/** Whether a test has to notice changes in a source file at all, however many others do. */
export function concerns(test: MutationTest, source: string): boolean {
  const rule = ruleOf(source);
  return rule === undefined || test.file.split('/').includes(rule);
}

function isKnowledge(source: string): boolean {
  return source.replaceAll('\\', '/').includes('/src/knowledge/');
}

export function isCase({ group }: MutationTest): boolean {
  return group.startsWith('case ');
}

/** So many of a list, evenly spread over it. */
function spread<Entry>(list: readonly Entry[], most: number): readonly Entry[] {
  const step = Math.max(1, list.length / most);
  return list.filter((_, index) => Math.floor(index / step) > Math.floor((index - 1) / step));
}
