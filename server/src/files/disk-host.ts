import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { exclusionsOf } from './disk-exclusion.ts';
import type { FileHost, FolderFiles } from './host.ts';
import { readSource } from './read-source.ts';
import { readText } from './read-text.ts';
import { scanFolder } from './scan.ts';
import { isFolder, leadsInside } from './walk.ts';

/** Files on the disk of this machine. */
export const diskHost: FileHost = {
  folder: (folder, exclude) => {
    const path = pathOfFile(folder);
    return path === undefined ? undefined : filesIn(path, folder, exclude);
  },
  text: (uri) => {
    const path = pathOfFile(uri);
    const outcome = path === undefined ? undefined : readText(path);
    return outcome?.ok === true ? outcome.text : undefined;
  },
};

/**
 * @param folder absolute path
 * @param folderUri the same as a URI
 */
function filesIn(folder: string, folderUri: string, exclude: readonly string[]): FolderFiles {
  const exclusion = exclusionsOf(folder, exclude);
  const relative = (uri: string): string => decodeURIComponent(uri.slice(folderUri.length + 1));
  return {
    scan: ({ signal, start = '' }, visit) => scanFolder(folder, { exclusion, signal, start }, visit),
    read: (uri) => {
      const path = relative(uri);
      const file = join(folder, path);
      if (exclusion.path(path, false) || !leadsInside(folder, file)) return [];
      const outcome = readSource(file);
      return outcome.ok ? outcome.texts : [];
    },
    isFolder: (uri) => {
      const path = relative(uri);
      return isFolder(join(folder, path)) && !exclusion.path(path, true);
    },
  };
}

function pathOfFile(uri: string): string | undefined {
  return uri.startsWith('file:') ? URI.parse(uri).fsPath : undefined;
}
