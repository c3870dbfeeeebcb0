/** The fixture `fleet`: two clusters whose values name keys wrongly. */
import type { Diagnostic } from 'vscode';

import { restoreAfterEach } from '../files.ts';
import { fileOf, findingsOf } from '../workspace.ts';

export const rule = 'unknown-setting';

export const north = fileOf('clusters/north/values.yaml');
export const south = fileOf('clusters/south/values.yaml');

/** For the groups that fix: some save what they have fixed. */
export function restoreFleet(): void {
  restoreAfterEach(north, south);
}

/** The three findings of the rule in the north, by line. */
export function findingsInNorth(): Promise<readonly Diagnostic[]> {
  return findingsOf(rule, north, 3);
}
