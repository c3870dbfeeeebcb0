import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formsWithoutExample } from '../../../scripts/docs/forms.ts';

describe('docs/forms.md', () => {
  it('shows every form that can be written', () => {
    assert.deepEqual(formsWithoutExample(), []);
  });
});
