import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { configurationValidator } from '../../../scripts/configuration-validator.ts';
import schema from '../../../schemas/configuration.schema.json' with { type: 'json' };
import { ruleNames } from '../../../server/src/rules/names.ts';

const generated = join(import.meta.dirname, '../../../server/src/configuration/validate.generated.js');

describe('the schema of the configuration file', () => {
  it('is what the server checks by: else run scripts/configuration-validator.ts', () => {
    assert.equal(readFileSync(generated, 'utf8'), configurationValidator());
  });

  it('knows every rule, and no others', () => {
    assert.deepEqual(Object.keys(schema.properties.severities.properties), [...ruleNames]);
  });
});
