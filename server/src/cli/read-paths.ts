import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MeshLint } from '../features/mesh-lint.ts';
import { exclusionsOf } from '../files/disk-exclusion.ts';
import type { SkippedPath } from '../files/host.ts';
import { readSource, type SourceText } from '../files/read-source.ts';
import { scanFolder } from '../files/scan.ts';

/** The texts, by URI, in which the engine saw something; or the first of the given paths that leads nowhere. */
export type PathsOutcome =
  | { readonly ok: true; readonly texts: Map<string, string> }
  | { readonly ok: false; readonly missing: string };

const reasons: Readonly<Record<SkippedPath['reason'], string>> = {
  'too-large': 'is larger than 5 MB and was left out',
  'unpacks-too-large': 'unpacks to more than 20 MB and was left out',
  unreadable: 'could not be read',
  damaged: 'is no intact archive and was left out',
  'no-chart': 'holds no chart and was left out',
};

/**
 * Gives the engine every file of the given paths, and nothing around them. A folder is walked without what its
 * `.gitignore` files exclude; a file that is named itself is always read.
 *
 * @param complain takes a line about a file or folder that could not be read; the others are read all the same
 */
export async function readPaths(
  lint: MeshLint,
  paths: readonly string[],
  cwd: string,
  complain: (line: string) => void,
): Promise<PathsOutcome> {
  const texts = new Map<string, string>();
  const take = ({ uri, text }: SourceText): void => {
    if (lint.update(uri, text)) texts.set(uri, text);
  };
  const skip = ({ path, reason }: SkippedPath): void => complain(`${path} ${reasons[reason]}.`);

  for (const given of paths) {
    const path = resolve(cwd, given);
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) return { ok: false, missing: given };
    if (status.isDirectory()) {
      const options = {
        exclusion: exclusionsOf(path, []),
        signal: new AbortController().signal,
        maxFiles: Infinity,
      };
      const { skipped } = await scanFolder(path, options, take);
      for (const one of skipped) skip(one);
    } else {
      const outcome = readSource(path);
      if (outcome.ok) outcome.texts.forEach(take);
      else if (outcome.reason !== 'vanished') skip({ path, reason: outcome.reason });
    }
  }
  return { ok: true, texts };
}
