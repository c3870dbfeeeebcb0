import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createMeshLint } from '../server/src/features/create-mesh-lint.ts';
import { fixedNameOf, readCases, type CaseFolder } from './support/cases/read-case.ts';
import { runCase } from './support/cases/run-case.ts';

const isUpdate = process.env['UPDATE'] === '1';

/** Every folder under test/cases/ is one test; test/cases/README.md says what may stand in it. */
describe('cases', () => {
  for (const folder of readCases(join(import.meta.dirname, 'cases'))) {
    it(folder.name, () => checkCase(folder));
  }
});

function checkCase(folder: CaseFolder): void {
  const outcome = runCase(folder, createMeshLint);
  if (outcome.findings !== '') assert.fail(outcome.findings);
  for (const [file, text] of folder.fixed) {
    const fixed = outcome.fixed.get(file) ?? folder.files.get(file) ?? '';
    if (isUpdate) writeFileSync(join(folder.folder, fixedNameOf(file)), fixed);
    else assert.equal(fixed, text, `${file} after its fixes differs from ${fixedNameOf(file)}`);
  }
  if (folder.fixed.size > 0) {
    const unexpected = [...outcome.fixed.keys()].filter((file) => !folder.fixed.has(file));
    assert.deepEqual(unexpected, [], 'the fixes changed files that have no fixed text');
  }
  assert.equal(outcome.remaining, '', 'the fixes left findings that offer a fix');
}
