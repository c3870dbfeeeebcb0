import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createMeshLint } from '../../../server/src/features/create-mesh-lint.ts';
import { speak } from '../../../server/src/lsp/language.ts';
import { readCases } from '../../support/cases/read-case.ts';

/** One case in so many is read: enough to meet every rule. */
const oneIn = 6;

/** Little words of English that German has not, and that stand in nearly every English sentence. */
const english = /\b(?:the|and|with|of|from|not|is|are|has|have|to)\b/;

describe('findings in German', () => {
  before(() => speak('de'));
  after(() => speak(undefined));

  it('hold no English beside names and code', () => {
    const cases = readCases(join(import.meta.dirname, '../../cases')).filter(
      (_, index) => index % oneIn === 0,
    );
    const rules = new Set<string>();
    for (const { name, files } of cases) {
      const lint = createMeshLint();
      for (const [file, text] of files) lint.update(`file:///${name}/${file}`, text);
      for (const { rule, message, related, fixes } of lint.findings()) {
        rules.add(rule);
        const texts = [message, ...related.map((one) => one.message), ...fixes.map(({ title }) => title)];
        for (const text of texts) assert.doesNotMatch(text.replaceAll(/`[^`]*`/g, ''), english, name);
      }
    }
    assert.ok(rules.size > 15, [...rules].join(' '));
  });
});
