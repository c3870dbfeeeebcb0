/**
 * Compiles the schemas that the server checks files by to plain code, so that it carries no schema compiler and starts
 * faster: `node scripts/validators.ts`. A test fails when the code is out of date.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

const root = join(import.meta.dirname, '..');
const header = '// Made by scripts/validators.ts from schemas/';

/** Every file of compiled code, by its path from the root, and what makes it. */
export const validators: Readonly<Record<string, () => string>> = {
  'server/src/configuration/validate.generated.js': configurationValidator,
  'server/src/manifests/fields.generated.js': fieldValidators,
};

/** One function, the default export. */
function configurationValidator(): string {
  const ajv = compiler();
  const file = 'configuration.schema.json';
  return `${header}${file}.\n${standaloneCode.default(ajv, ajv.compile(readSchema(file)))}`;
}

/** A function for each file of schemas/manifests/: `cilium-network-policy.schema.json` makes `ciliumNetworkPolicy`. */
function fieldValidators(): string {
  const ajv = compiler();
  const files = readdirSync(join(root, 'schemas/manifests')).toSorted();
  const names = files.map((file) => {
    const name = file
      .replace('.schema.json', '')
      .replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    ajv.addSchema(readSchema(`manifests/${file}`), name);
    return name;
  });
  const code = standaloneCode.default(ajv, Object.fromEntries(names.map((name) => [name, name])));
  return `${header}manifests/.\n${code}`;
}

function compiler(): Ajv {
  return new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    code: { source: true, esm: true, lines: true },
  });
}

function readSchema(file: string): object {
  const schema: unknown = JSON.parse(readFileSync(join(root, 'schemas', file), 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new Error(`${file} is no object.`);
  return schema;
}

if (process.argv[1] === import.meta.filename) {
  for (const [target, code] of Object.entries(validators)) writeFileSync(join(root, target), code());
}
