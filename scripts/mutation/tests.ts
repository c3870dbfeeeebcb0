import type { CaseFolder } from '../../test/support/cases/read-case.ts';
import type { Environment } from './bundle.ts';

/** A test that can be run in any environment. */
export interface MutationTest {
  readonly id: string;
  /** From the root of the repository. */
  readonly file: string;
  readonly run: (environment: Environment) => void | Promise<void>;
}

/** The unit tests of an environment, and all cases. */
export function testsOf({ collected }: Environment, cases: readonly CaseFolder[]): readonly MutationTest[] {
  const unit = collected.map(({ file, name }, index): MutationTest => ({
    id: `${file} ${index}: ${name}`,
    file,
    run: (environment) => environment.collected[index]?.run(),
  }));
  const ofCases = cases.map((folder): MutationTest => ({
    id: `case ${folder.name}`,
    file: `test/cases/${folder.name}`,
    run: ({ checkCase, createMeshLint }) => checkCase(folder, createMeshLint),
  }));
  return [...unit, ...ofCases];
}

/** The tests, those first that stand closest to a source file: they are the likeliest to fail with it. */
export function nearestFirst(tests: readonly MutationTest[], source: string): readonly MutationTest[] {
  const words = source.replaceAll('\\', '/').replace(/\.ts$/, '').split('/').slice(-2);
  const nearness = ({ file }: MutationTest): number =>
    words.filter((word) => file.split(/[/.]/).includes(word)).length;
  return tests
    .map((test) => ({ test, near: nearness(test) }))
    .sort((left, right) => right.near - left.near)
    .map(({ test }) => test);
}
