import type { Placed } from '../facts/fact.ts';
import { pathOf } from '../source/file.ts';
import { withinFolders } from './paths.ts';

/** What people name folders of examples and of data for tests. A workspace may itself lie in one. */
const samples = /^[._]?(?:examples?|samples?|testdata|test-data|tests|fixtures)$/i;

/**
 * Tells the paths, decoded, that lie in a folder of examples or of data for tests: somebody may copy them, but nobody
 * deploys them.
 */
export function samplesAmong(facts: readonly Placed[]): (path: string) => boolean {
  return withinFolders(samples, [...new Set(facts.map(({ uri }) => pathOf(uri)))]);
}
