import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { rules } from '../../../server/src/rules/catalogue.ts';
import { ruleNames } from '../../../server/src/rules/names.ts';
import { expectationsIn } from '../../support/cases/expectation.ts';
import { readCases } from '../../support/cases/read-case.ts';

const root = join(import.meta.dirname, '../../..');
const cases = readCases(join(root, 'test/cases'));
/** Folders of rules/ for what several rules need to find, to say and to mend. */
const shared = ['detection', 'wording', 'fixes'];
const bestFirst = ['hint', 'information', 'warning', 'error'];

/** How often the files of each case of a rule expect it to speak. */
const expectations = (rule: string): readonly number[] =>
  cases
    .filter(({ name }) => name.startsWith(`${rule}/`))
    .map(
      ({ files }) =>
        [...files.values()].flatMap(expectationsIn).filter((wanted) => wanted.rule === rule).length,
    );

describe('the catalogue', () => {
  it('holds a rule for every name, each once', () => {
    assert.deepEqual(
      rules.map(({ name }) => name),
      [...ruleNames],
    );
  });

  it('has a folder for every rule, and besides only those of what rules share', () => {
    const folders = readdirSync(join(root, 'server/src/rules'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    assert.deepEqual(folders.map(({ name }) => name).sort(), [...ruleNames, ...shared].sort());
  });

  it('has cases of known rules only', () => {
    const folders = new Set(cases.map(({ name }) => name.split('/')[0]));
    assert.deepEqual([...folders].sort(), [...ruleNames].sort());
  });
});

for (const rule of rules) {
  describe(rule.name, () => {
    it('has a page that begins with its name', () => {
      const page = join(root, `docs/rules/${rule.name}.md`);
      assert.ok(existsSync(page), `${page} is missing`);
      assert.equal(readFileSync(page, 'utf8').split('\n')[0], `# ${rule.name}`);
    });

    it('has a case in which it speaks and one in which it is silent', () => {
      assert.ok(expectations(rule.name).some((count) => count > 0));
      assert.ok(expectations(rule.name).includes(0));
    });

    it('says what is wrong in a few words, without a full stop', () => {
      assert.match(rule.title, /^[A-Z].{10,70}[^.]$/);
    });

    it('names its severities, the worst first', () => {
      const ranks = rule.severities.map((severity) => bestFirst.indexOf(severity));
      assert.ok(ranks.length > 0);
      assert.deepEqual(
        ranks,
        [...new Set(ranks)].sort((left, right) => right - left),
      );
    });

    it('names sources that a reader can open', () => {
      assert.ok(rule.sources.length > 0);
      for (const source of rule.sources) assert.equal(new URL(source).protocol, 'https:');
    });
  });
}
