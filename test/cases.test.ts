import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createMeshLint } from '../server/src/features/create-mesh-lint.ts';
import { checkCase, fixedText } from './support/cases/check-case.ts';
import { fixedNameOf, readCases, type CaseFolder } from './support/cases/read-case.ts';
import { runCase } from './support/cases/run-case.ts';

const isUpdate = process.env['UPDATE'] === '1';

/** Every folder under test/cases/ is one test; test/cases/README.md says what may stand in it. */
describe('cases', () => {
  for (const folder of readCases(join(import.meta.dirname, 'cases'))) {
    it(folder.name, () => checkCase(isUpdate ? withNewFixedTexts(folder) : folder, createMeshLint));
  }
});

/** Writes the fixed texts that a case has, as its fixes make them now. */
function withNewFixedTexts(folder: CaseFolder): CaseFolder {
  const outcome = runCase(folder, createMeshLint);
  const fixed = new Map([...folder.fixed.keys()].map((file) => [file, fixedText(file, folder, outcome)]));
  for (const [file, text] of fixed) writeFileSync(join(folder.folder, fixedNameOf(file)), text);
  return { ...folder, fixed };
}
