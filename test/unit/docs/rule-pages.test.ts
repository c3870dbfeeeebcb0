import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createMeshLint } from '../../../server/src/features/create-mesh-lint.ts';
import { rules } from '../../../server/src/rules/catalogue.ts';
import { ruleNames } from '../../../server/src/rules/names.ts';
import { localLinksIn } from '../../support/docs/markdown.ts';
import { pageSections, readRulePage, type PageExample } from '../../support/docs/rule-page.ts';

const folder = join(import.meta.dirname, '../../../docs/rules');

/** What the rules find in the files of an example, a line each: `severity rule: message`. */
function findingsIn({ files }: PageExample): readonly { readonly rule: string; readonly text: string }[] {
  const lint = createMeshLint();
  for (const [file, text] of files)
    lint.update(`file:///example/${file.split('/').map(encodeURIComponent).join('/')}`, text);
  return lint
    .findings()
    .map(({ rule, severity, message }) => ({ rule, text: `${severity} ${rule}: ${message}` }));
}

describe('docs/rules', () => {
  it('has a page for every rule, and no others', () => {
    const pages = readdirSync(folder).filter((name) => name !== 'README.md');
    assert.deepEqual(pages.sort(), ruleNames.map((name) => `${name}.md`).sort());
  });
});

for (const { name } of rules) {
  const text = readFileSync(join(folder, `${name}.md`), 'utf8');
  const page = readRulePage(text);

  describe(`docs/rules/${name}.md`, () => {
    it('begins with the name of the rule and a line in bold that says what is wrong', () => {
      assert.equal(page.title, name);
      assert.match(page.summary, /^\*\*[A-Z`.].*\.\*\*$/);
    });

    it('has the sections of every page, in their order', () => {
      assert.deepEqual(page.sections, [...pageSections]);
    });

    it('names sources that a reader can open', () => {
      assert.ok(page.sources.length > 0);
    });

    it('links to files that are there', () => {
      const missing = localLinksIn(text).filter((link) => !existsSync(join(folder, link)));
      assert.deepEqual(missing, []);
    });

    it('shows where the rule speaks and where it is silent, as whole files', () => {
      assert.deepEqual(page.problems, []);
      assert.ok(
        page.examples.some(({ speaks }) => speaks),
        'There is no example "Speaks: …".',
      );
      assert.ok(
        page.examples.some(({ speaks }) => !speaks),
        'There is no example "Silent: …".',
      );
    });

    for (const example of page.examples) {
      it(`${example.speaks ? 'speaks' : 'is silent'}: ${example.title}`, () => {
        const found = findingsIn(example);
        const all = found.map(({ text: line }) => line).join('\n');
        assert.equal(
          found.some(({ rule }) => rule === name),
          example.speaks,
          `All that is found here:\n${all}`,
        );
      });
    }
  });
}
