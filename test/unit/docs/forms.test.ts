import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { formsPage, formsWithoutExample } from '../../../scripts/docs/forms.ts';

const page = join(import.meta.dirname, '../../../docs/forms.md');

describe('docs/forms.md', () => {
  it('shows what the cases say: else run scripts/docs/forms.ts', () => {
    assert.equal(readFileSync(page, 'utf8'), formsPage());
  });

  it('shows every form that can be written', () => {
    assert.deepEqual(formsWithoutExample(), []);
  });
});
