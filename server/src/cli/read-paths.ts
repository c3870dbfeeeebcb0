import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MeshLint } from '../features/mesh-lint.ts';
import { exclusionsOf } from '../files/disk-exclusion.ts';
import type { SkippedPath } from '../files/host.ts';
import { readSource, type SourceText } from '../files/read-source.ts';
import { scanFolder } from '../files/scan.ts';
import { shownPath } from './places.ts';

/** The texts, by URI, in which the engine saw something; or the first of the given paths that leads nowhere. */
export type PathsOutcome =
  | {
      readonly ok: true;
      readonly texts: Map<string, string>;
      /** Whether every given path itself could be read; a file inside a folder may still have been left out. */
      readonly complete: boolean;
    }
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
 * @param paths as written; those that are not absolute are relative to `cwd`
 * @param complain takes a line about a file or folder that could not be read; the others are read all the same
 */
export async function readPaths(
  lint: MeshLint,
  paths: readonly string[],
  cwd: string,
  complain: (line: string) => void,
): Promise<PathsOutcome> {
  const texts = new Map<string, string>();
  let complete = true;
  const take = ({ uri, text }: SourceText): void => {
    if (lint.update(uri, text)) texts.set(uri, text);
  };
  const skip = ({ path, reason }: SkippedPath, given: string): void => {
    complain(`${shownPath(path, cwd)} ${reasons[reason]}.`);
    if (path === given && reason !== 'no-chart') complete = false;
  };

  for (const given of paths) {
    const path = resolve(cwd, given);
    const place = placeAt(path);
    if (place === 'nothing') return { ok: false, missing: given };
    if (place === 'folder') {
      const options = {
        exclusion: exclusionsOf(path, []),
        signal: new AbortController().signal,
        maxFiles: Infinity,
      };
      const { skipped } = await scanFolder(path, options, take);
      for (const one of skipped) skip(one, path);
    } else {
      const outcome = place === 'file' ? readSource(path) : unreadable;
      if (outcome.ok) outcome.texts.forEach(take);
      else if (outcome.reason !== 'vanished') skip({ path, reason: outcome.reason }, path);
    }
  }
  return { ok: true, texts, complete };
}

const unreadable = { ok: false, reason: 'unreadable' } as const;

/** What a path leads to, links followed. A device or a pipe is unreadable: to open one may wait for ever. */
function placeAt(path: string): 'file' | 'folder' | 'nothing' | 'unreadable' {
  try {
    const status = statSync(path);
    if (status.isDirectory()) return 'folder';
    return status.isFile() ? 'file' : 'unreadable';
  } catch (error) {
    return leadsNowhere.has(error instanceof Error && 'code' in error ? error.code : '')
      ? 'nothing'
      : 'unreadable';
  }
}

/** Codes of errors that say that nothing can be at a path. */
const leadsNowhere: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG']);
