import type { ProtocolConnection } from 'vscode-languageserver/node';
import type { ClientText, FindFiles, ReadFiles } from '../../../client/src/workspace-files.ts';
import { findFilesRequest, readFilesRequest } from '../../../server/src/lsp/client-host.ts';

/** Files that only a client can reach, as an editor in a browser has them. */
export interface FarFiles {
  /** By URI; `too-large` and `unreadable` stand for files that are so. Tests may change it. */
  readonly content: Map<string, string>;
  /** What the server asked for, in order. */
  readonly searches: FindFiles[];
  readonly read: string[];
  readonly answer: (connection: ProtocolConnection) => void;
}

/** @param files by URI */
export function farFiles(files: Readonly<Record<string, string>>): FarFiles {
  const content = new Map(Object.entries(files));
  const searches: FindFiles[] = [];
  const read: string[] = [];
  const textOf = (uri: string): ClientText => {
    const text = content.get(uri);
    if (text === undefined) return { reason: 'vanished' };
    return text === 'too-large' || text === 'unreadable' ? { reason: text } : { text };
  };
  return {
    content,
    searches,
    read,
    answer: (connection) => {
      connection.onRequest(findFilesRequest, (asked: FindFiles) => {
        searches.push(asked);
        return [...content.keys()].filter((uri) => uri.startsWith(`${asked.folder}/`)).slice(0, asked.limit);
      });
      connection.onRequest(readFilesRequest, ({ uris }: ReadFiles) => {
        read.push(...uris);
        return uris.map(textOf);
      });
    },
  };
}
