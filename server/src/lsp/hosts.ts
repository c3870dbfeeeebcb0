import type { FileHost } from '../files/host.ts';

/** Files from wherever they can be had: from the disk if they lie there, else from the client. */
export function createHost(disk: FileHost | undefined, client: FileHost | undefined): FileHost {
  const hostOf = (uri: string): FileHost | undefined =>
    disk !== undefined && uri.startsWith('file:') ? disk : client;
  return {
    folder: (folder, exclude) => hostOf(folder)?.folder(folder, exclude),
    text: (uri) => hostOf(uri)?.text(uri),
  };
}
