import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { validators } from '../../../scripts/validators.ts';

const root = join(import.meta.dirname, '../../..');

describe('the compiled schemas', () => {
  for (const [file, code] of Object.entries(validators)) {
    it(`are those of schemas/ in ${file}: else run scripts/validators.ts`, () => {
      assert.equal(readFileSync(join(root, file), 'utf8'), code());
    });
  }
});
