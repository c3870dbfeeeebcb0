import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Ajv, type AnySchema } from 'ajv';
import validRange from 'semver/ranges/valid.js';

const root = join(import.meta.dirname, '../../../schemas');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.json'),
);
const dataFiles = files.filter((name) => !name.endsWith('.schema.json'));
const parse: (text: string) => unknown = JSON.parse;
const parseSchema: (text: string) => AnySchema = JSON.parse;

/** These are for files that users write. */
const schemasOfOthers = [
  'configuration.schema.json',
  ...files.filter((name) => name.startsWith('manifests/')),
];

describe('the data of the knowledge', () => {
  for (const name of dataFiles) {
    it(`${name} obeys the schema that it names`, () => {
      const data = parse(textOf(name));
      const schemaFile = name.replace(/\.json$/, '.schema.json');
      const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
        parseSchema(textOf(schemaFile)),
      );
      assert.ok(validate(data), JSON.stringify(validate.errors?.slice(0, 5), undefined, 2));
      assert.match(textOf(name), new RegExp(`"\\$schema": "./${schemaFile.split('/').at(-1) ?? ''}"`));
    });

    it(`${name} holds only ranges that semver reads`, () => {
      const ranges = stringsBelow(parse(textOf(name)), (key) => key === 'versions' || key === 'isVersionIn');
      for (const range of ranges) assert.ok(validRange(range) !== null, range);
    });
  }

  it('has a schema for every file and a file for every schema', () => {
    const named = dataFiles.map((name) => name.replace(/\.json$/, '.schema.json'));
    const schemas = files.filter((name) => name.endsWith('.schema.json'));
    assert.deepEqual(schemas.sort(), [...named, ...schemasOfOthers].sort());
  });
});

function textOf(name: string): string {
  return readFileSync(join(root, name), 'utf8');
}

function stringsBelow(value: unknown, isWanted: (key: string) => boolean): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
    typeof member === 'string' && isWanted(key) ? [member] : stringsBelow(member, isWanted),
  );
}
