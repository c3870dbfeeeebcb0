import { type Disposable, workspace } from 'vscode';

import { schemes } from './documents.ts';
import type { LanguageServer } from './language-server.ts';

/**
 * Starts the server anew when a folder of another file system is added: a client keeps to the documents that it was made for.
 * The folders of a workspace file may all come later than the extension is started.
 */
export function followFileSystems(server: LanguageServer): Disposable {
  let known = schemes();
  return workspace.onDidChangeWorkspaceFolders(() => {
    const now = schemes();
    const isNew = now.some((scheme) => !known.includes(scheme));
    known = now;
    if (isNew) void server.restart();
  });
}
