import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exclusionsWith, type Exclusion } from './exclusion.ts';

/**
 * The exclusions of a folder on disk. `.gitignore` files are read when first asked for and remembered, so an object of
 * this kind lives for one scan or one batch of events.
 * @param folder absolute path of the folder
 * @param globs what the user excludes, such as `testdata/**`
 */
export function exclusionsOf(folder: string, globs: readonly string[]): Exclusion {
  return exclusionsWith(globs, (path) => readIgnoreFile(join(folder, path, '.gitignore')));
}

function readIgnoreFile(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
