import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import schema from '../../../schemas/configuration.schema.json' with { type: 'json' };
import { ruleNames } from '../../../server/src/rules/names.ts';

describe('the schema of the configuration file', () => {
  it('knows every rule, and no others', () => {
    assert.deepEqual(Object.keys(schema.properties.severities.properties), [...ruleNames]);
  });
});
