/** The extension on a desktop or a remote machine: the server is a process. */
import type { ExtensionContext } from 'vscode';

import type { LanguageServer } from './language-server.ts';
import { processClient } from './process-client.ts';
import { start } from './start.ts';

let server: LanguageServer | undefined;

/** Called by the editor once, on the first file that may matter. */
export function activate(
  context: Pick<ExtensionContext, 'subscriptions' | 'asAbsolutePath' | 'extensionUri'>,
): void {
  const serverModule = context.asAbsolutePath('dist/server.js');
  server = start(context, (log) => processClient(serverModule, log));
}

/** The editor waits for it: the server ends before the editor does. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
