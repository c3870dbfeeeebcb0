import { type ExtensionContext, window } from 'vscode';

import { registerCommands } from './commands.ts';
import { languageServer, type LanguageServer } from './language-server.ts';

let server: LanguageServer | undefined;

/** Called by the editor once, on the first file that may matter. Does not wait for the server. */
export function activate(context: Pick<ExtensionContext, 'subscriptions' | 'asAbsolutePath'>): void {
  // Lives as long as the extension host: the end of the server's process is logged after everything else.
  const log = window.createOutputChannel('Cilium Mesh Lint', { log: true });
  server = languageServer(context.asAbsolutePath('dist/server.js'), log);
  context.subscriptions.push(...registerCommands(server, log));
  void server.start();
}

/** The editor waits for it: the server ends before the editor does. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
