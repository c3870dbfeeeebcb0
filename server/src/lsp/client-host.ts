import { RequestType, type Connection } from 'vscode-languageserver';
import { exclusionsWith, toolFolders, type Exclusion } from '../files/exclusion.ts';
import type { FileHost, FolderFiles, ScanSummary, SkippedPath } from '../files/host.ts';
import { isOfInterest, textsOfInterest } from '../files/interest.ts';
import type { SourceText } from '../files/read-source.ts';
import { isChartArchive } from '../source/chart-archive.ts';
import { canonicalUri, isBelow, pathBelow } from './uris.ts';

/** Asks the client which files there are in a folder. */
export interface FindFiles {
  readonly folder: string;
  /** Of the files, relative to the folder. */
  readonly glob: string;
  /** Names of folders that are not looked into. */
  readonly excludedFolders: readonly string[];
  /** No more than so many. */
  readonly limit: number;
}

/** Answered with URIs; none for what is no folder. */
export const findFilesRequest = new RequestType<FindFiles, readonly string[], never>('ciliumMeshLint/files');

/** What a client makes of one file: its text, or why there is none. */
export type ClientText =
  { readonly text: string } | { readonly reason: 'too-large' | 'vanished' | 'unreadable' };

/** Asks the client for the texts of files, as its editor would show them; answered in the same order. */
export const readFilesRequest = new RequestType<
  { readonly uris: readonly string[]; readonly maxBytes: number },
  readonly ClientText[],
  never
>('ciliumMeshLint/read');

/** Every file has to be fetched, often from a far server: more than these are not read. */
export const maxClientFiles = 10_000;
const maxFileBytes = 5_000_000;

/** Files in one request; others of the server's messages get their turn between two. */
const batch = 64;

/**
 * Files that only the client can reach: in a browser all of them, on a desktop those of a virtual workspace. Packed
 * charts are left out, and links are followed as the client pleases.
 */
export function clientHost(connection: Connection): FileHost {
  const read = async (uris: readonly string[]): Promise<readonly ClientText[]> => {
    if (uris.length === 0) return [];
    try {
      const texts = await connection.sendRequest(readFilesRequest, { uris, maxBytes: maxFileBytes });
      return uris.map((_, index) => texts[index] ?? { reason: 'unreadable' });
    } catch {
      // It is about to end, or another client than it says.
      return uris.map(() => ({ reason: 'unreadable' }));
    }
  };
  const find = async (folder: string): Promise<readonly string[]> => {
    const asked = {
      folder,
      glob: textsOfInterest,
      excludedFolders: [...toolFolders],
      limit: maxClientFiles + 1,
    };
    try {
      return (await connection.sendRequest(findFilesRequest, asked)).map(canonicalUri).sort();
    } catch {
      return [];
    }
  };
  return {
    folder: (folder, globs) => filesIn(folder, globs, find, read),
    text: async (uri) => {
      const [answer] = await read([uri]);
      return answer !== undefined && 'text' in answer ? answer.text : undefined;
    },
  };
}

function filesIn(
  folder: string,
  globs: readonly string[],
  find: (folder: string) => Promise<readonly string[]>,
  read: (uris: readonly string[]) => Promise<readonly ClientText[]>,
): FolderFiles {
  const ignoreFiles = new Map<string, string>();
  const exclusion = exclusionsWith(globs, (path) => ignoreFiles.get(path));

  /** Texts of `.gitignore` files come later than they are asked for, so they are fetched before. */
  const learn = async (uris: readonly string[]): Promise<void> => {
    const unknown = uris.filter((uri) => !ignoreFiles.has(parentOf(pathBelow(uri, folder))));
    for (const some of batches(unknown)) {
      for (const [index, answer] of (await read(some)).entries()) {
        const path = parentOf(pathBelow(some[index] ?? '', folder));
        ignoreFiles.set(path, 'text' in answer ? answer.text : '');
      }
    }
  };

  return {
    scan: async ({ signal, start }, visit) => {
      const base = start === undefined ? folder : uriIn(folder, start);
      const found = (await find(base)).filter((uri) => isBelow(uri, folder));
      const around = start === undefined ? [] : ignoreFilesAround(folder, start);
      await learn([...around, ...found.filter(isIgnoreFile)]);
      const wanted = found.filter((uri) => isWanted(pathBelow(uri, folder), exclusion));
      const summary = await readAll(wanted.slice(0, maxClientFiles), signal, read, visit);
      return { ...summary, limitReached: found.length > maxClientFiles };
    },
    read: async (uri) => {
      const path = pathBelow(uri, folder);
      if (isChartArchive(path)) return [];
      await learn(ignoreFilesAround(folder, parentOf(path)));
      if (!isWanted(path, exclusion)) return [];
      const [answer] = await read([uri]);
      return answer !== undefined && 'text' in answer ? [{ uri, text: answer.text }] : [];
    },
    // A question more would not be cheaper than the search, which finds nothing in what is no folder.
    isFolder: () => true,
  };
}

/** Reads files in batches, between which others get their turn. What has vanished meanwhile is passed over. */
async function readAll(
  uris: readonly string[],
  signal: AbortSignal,
  read: (uris: readonly string[]) => Promise<readonly ClientText[]>,
  visit: (text: SourceText) => void,
): Promise<Omit<ScanSummary, 'limitReached'>> {
  const skipped: SkippedPath[] = [];
  let files = 0;
  for (const some of batches(uris)) {
    const answers = await read(some);
    if (signal.aborted) break;
    for (const [index, uri] of some.entries()) {
      const answer = answers[index];
      if (answer === undefined) continue;
      if ('text' in answer) {
        files++;
        visit({ uri, text: answer.text });
      } else if (answer.reason !== 'vanished') skipped.push({ path: uri, reason: answer.reason });
    }
  }
  return { files, skipped };
}

function isWanted(path: string, exclusion: Exclusion): boolean {
  return isOfInterest(path) && !isChartArchive(path) && !exclusion.path(path, false);
}

function isIgnoreFile(uri: string): boolean {
  return uri.endsWith('/.gitignore');
}

/** The `.gitignore` files, there or not, of a folder, of one in it and of all between. */
function ignoreFilesAround(folder: string, path: string): readonly string[] {
  const parts = path.split('/').filter((part) => part !== '');
  return Array.from({ length: parts.length + 1 }, (_, depth) =>
    uriIn(folder, [...parts.slice(0, depth), '.gitignore'].join('/')),
  );
}

/** @param path relative to the folder, decoded */
function uriIn(folder: string, path: string): string {
  return canonicalUri(`${folder}/${path.split('/').map(encodeURIComponent).join('/')}`);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function batches(uris: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(uris.length / batch) }, (_, index) =>
    uris.slice(index * batch, (index + 1) * batch),
  );
}
