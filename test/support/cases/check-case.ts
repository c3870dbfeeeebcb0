import assert from 'node:assert/strict';
import type { MeshLint } from '../../../server/src/features/mesh-lint.ts';
import type { CaseFolder } from './read-case.ts';
import { runCase, type CaseOutcome } from './run-case.ts';

/**
 * Runs a case and holds what comes of it against its expectations and fixed texts.
 * @throws an assertion that tells the difference
 */
export function checkCase(folder: CaseFolder, createLint: () => MeshLint): void {
  const outcome = runCase(folder, createLint);
  if (outcome.findings !== '') assert.fail(outcome.findings);
  for (const [file, text] of folder.fixed)
    assert.equal(
      fixedText(file, folder, outcome),
      text,
      `${file} after its fixes differs from its fixed text`,
    );
  if (folder.fixed.size > 0) {
    const unexpected = [...outcome.fixed.keys()].filter((file) => !folder.fixed.has(file));
    assert.deepEqual(unexpected, [], 'the fixes changed files that have no fixed text');
  }
  assert.equal(outcome.malformed, '', 'a finding has no words or too many, or a fix that does nothing');
  assert.equal(outcome.remaining, '', 'the fixes left findings that offer a fix');
}

/** What a file holds once all preferred fixes are made: its own text where none changed it. */
export function fixedText(file: string, folder: CaseFolder, outcome: CaseOutcome): string {
  return outcome.fixed.get(file) ?? folder.files.get(file) ?? '';
}
