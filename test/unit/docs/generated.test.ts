import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { generatedPages } from '../../../scripts/docs/pages.ts';
import { ruleGroups } from '../../../scripts/docs/rule-groups.ts';
import { ruleNames } from '../../../server/src/rules/names.ts';

const root = join(import.meta.dirname, '../../..');

describe('generated pages', () => {
  for (const { file, text } of generatedPages) {
    it(`${file} is as \`npm run docs\` makes it`, () => {
      assert.equal(readFileSync(join(root, file), 'utf8'), text());
    });
  }

  it('put every rule into one group', () => {
    assert.deepEqual(ruleGroups.flatMap(({ rules }) => rules).sort(), [...ruleNames].sort());
  });
});
