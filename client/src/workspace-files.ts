import { FileSystemError, FileType, RelativePattern, Uri, workspace, type CancellationToken } from 'vscode';
import type { BaseLanguageClient, StaticFeature } from 'vscode-languageclient';

/** What the server wants to know of a folder that it cannot read itself (`ciliumMeshLint/files`). */
export interface FindFiles {
  readonly folder: string;
  readonly glob: string;
  /** Names of folders that are not looked into. */
  readonly excludedFolders: readonly string[];
  readonly limit: number;
}

/** Files of which the server wants the texts (`ciliumMeshLint/read`). */
export interface ReadFiles {
  readonly uris: readonly string[];
  readonly maxBytes: number;
}

/** One of them, or why there is no text. */
export type ClientText =
  { readonly text: string } | { readonly reason: 'too-large' | 'vanished' | 'unreadable' };

/** Gives the server the files that only the editor can reach: of a browser, or of a virtual workspace. */
export function serveFiles(client: BaseLanguageClient): void {
  client.registerFeature(readsFiles);
  client.onRequest('ciliumMeshLint/files', findFiles);
  client.onRequest('ciliumMeshLint/read', ({ uris, maxBytes }: ReadFiles) =>
    Promise.all(uris.map((uri) => readText(Uri.parse(uri), maxBytes))),
  );
}

/** Tells the server that it may ask. */
const readsFiles: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    const known: unknown = capabilities.experimental;
    const experimental = typeof known === 'object' && known !== null ? known : {};
    const own: unknown = Reflect.get(experimental, 'ciliumMeshLint');
    capabilities.experimental = {
      ...experimental,
      ciliumMeshLint: { ...(typeof own === 'object' ? own : {}), readsFiles: true },
    };
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};

/** Not every file system can be searched: of some nothing is found, of others there is never an answer. Milliseconds. */
const searchTime = 3_000;

async function findFiles(asked: FindFiles, token: CancellationToken): Promise<readonly string[]> {
  const folder = Uri.parse(asked.folder);
  const walking = (): Promise<readonly Uri[]> => walk(folder, asked, token);
  const files = await Promise.race([
    search(folder, asked, token).then((found) => (found.length > 0 ? found : walking())),
    new Promise((resolve) => setTimeout(resolve, searchTime)).then(walking),
  ]);
  return files.map((file) => file.toString());
}

async function search(folder: Uri, asked: FindFiles, token: CancellationToken): Promise<readonly Uri[]> {
  const exclude = `**/{${asked.excludedFolders.join(',')}}/**`;
  return workspace.findFiles(new RelativePattern(folder, asked.glob), exclude, asked.limit, token);
}

/** Far file systems answer slowly: a walk ends after so many folders. */
const maxFolders = 2_000;

/** All files below a folder, those near its top first. */
async function walk(
  top: Uri,
  { excludedFolders, limit }: FindFiles,
  token: CancellationToken,
): Promise<readonly Uri[]> {
  const files: Uri[] = [];
  const folders = [top];
  for (let next = 0; next < Math.min(folders.length, maxFolders); next++) {
    const folder = folders[next];
    if (folder === undefined || files.length >= limit || token.isCancellationRequested) break;
    for (const [name, type] of await list(folder)) {
      const place = Uri.joinPath(folder, name);
      if ((type & FileType.File) !== 0) files.push(place);
      else if (type === FileType.Directory && !excludedFolders.includes(name)) folders.push(place);
    }
  }
  return files.slice(0, limit);
}

async function list(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

async function readText(file: Uri, maxBytes: number): Promise<ClientText> {
  try {
    const bytes = await workspace.fs.readFile(file);
    if (bytes.byteLength > maxBytes) return { reason: 'too-large' };
    return { text: await workspace.decode(bytes, { uri: file }) };
  } catch (error) {
    const isGone = error instanceof FileSystemError && error.code === 'FileNotFound';
    return { reason: isGone ? 'vanished' : 'unreadable' };
  }
}
