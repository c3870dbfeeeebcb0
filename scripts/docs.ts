/** Writes every page that is made from code, data or cases: `npm run docs`. A test fails when one is out of date. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedPages } from './docs/pages.ts';

const root = join(import.meta.dirname, '..');

for (const { file, text } of generatedPages) {
  const path = join(root, file);
  const fresh = text();
  const isCurrent = existsSync(path) && readFileSync(path, 'utf8') === fresh;
  if (!isCurrent) writeFileSync(path, fresh);
  console.log(`${isCurrent ? 'current' : 'written'}  ${file}`);
}
