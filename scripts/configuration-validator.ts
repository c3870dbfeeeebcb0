/**
 * Compiles schemas/configuration.schema.json to plain code, so that the server carries no schema compiler and starts
 * faster: `node scripts/configuration-validator.ts`. A test fails when the code is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

const root = join(import.meta.dirname, '..');
const target = join(root, 'server/src/configuration/validate.generated.js');

/** The code of a validator for the configuration file. */
export function configurationValidator(): string {
  const schema: unknown = JSON.parse(readFileSync(join(root, 'schemas/configuration.schema.json'), 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new Error('The schema is no object.');
  const ajv = new Ajv({ allErrors: true, code: { source: true, esm: true, lines: true } });
  const code = standaloneCode.default(ajv, ajv.compile(schema));
  return `// Made by scripts/configuration-validator.ts from schemas/configuration.schema.json.\n${code}`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(target, configurationValidator());
