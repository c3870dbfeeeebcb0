import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { concerns, testsFor, type MutationTest } from '../../../../scripts/mutation/tests.ts';

const unit = (file: string): MutationTest => ({ id: file, file, group: file, run: () => undefined });
const aCase = (name: string): MutationTest => ({
  id: `case ${name}`,
  file: `test/cases/${name}`,
  group: `case ${name}`,
  run: () => undefined,
});

const tests = [
  unit('test/unit/knowledge/keys.test.ts'),
  unit('test/unit/knowledge/settings.test.ts'),
  unit('test/unit/rules/two-meshes/detect.test.ts'),
  aCase('two-meshes/one'),
  aCase('unknown-setting/one'),
];
const idsFor = (source: string): readonly string[] => testsFor(source, tests).map(({ id }) => id);

describe('the tests of a mutant', () => {
  it('are those of its rule alone', () => {
    assert.deepEqual(idsFor('/sandbox/server/src/rules/two-meshes/detect.ts'), [
      'test/unit/rules/two-meshes/detect.test.ts',
      'case two-meshes/one',
    ]);
    assert.deepEqual(idsFor('C:\\sandbox\\server\\src\\rules\\unknown-setting\\rule.ts'), [
      'case unknown-setting/one',
    ]);
  });

  it('are all in knowledge/, the nearest first', () => {
    assert.deepEqual(idsFor('/sandbox/server/src/knowledge/settings.ts'), [
      'test/unit/knowledge/settings.test.ts',
      'test/unit/knowledge/keys.test.ts',
      'test/unit/rules/two-meshes/detect.test.ts',
      'case two-meshes/one',
      'case unknown-setting/one',
    ]);
    assert.ok(tests.every((test) => concerns(test, '/sandbox/server/src/rules/wording/words.ts')));
  });

  it('are no more cases than make sense, from all rules', () => {
    const many = Array.from({ length: 600 }, (_, index) => aCase(`rule-${Math.floor(index / 10)}/${index}`));
    const chosen = testsFor('/sandbox/server/src/knowledge/keys.ts', many);
    assert.equal(chosen.length, 60);
    assert.equal(new Set(chosen.map(({ file }) => file.split('/')[2])).size, 60);
  });
});
