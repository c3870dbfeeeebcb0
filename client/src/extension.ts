import { type ExtensionContext, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

import { registerCommands } from './commands.ts';
import { createLanguageClient } from './language-client.ts';

let client: LanguageClient | undefined;

/** Called by the editor once, on the first file that may matter. Does not wait for the server. */
export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel('Cilium Mesh Lint', { log: true });
  client = createLanguageClient(context.asAbsolutePath('dist/server.js'), log);
  context.subscriptions.push(log, ...registerCommands(client, log));
  // The client has told the user already, with a button that opens the log.
  client.start().catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
}

/** The editor waits for it: the server ends before the editor does. */
export async function deactivate(): Promise<void> {
  if (client?.needsStop() === true) await client.stop();
}
