/** The extension in a browser: the server runs in a web worker, beside the one that runs this. */
import { type ExtensionContext, Uri } from 'vscode';

import type { LanguageServer } from './language-server.ts';
import { start } from './start.ts';
import { workerClient } from './worker-client.ts';

let server: LanguageServer | undefined;

/** Called by the editor once, on the first file that may matter. */
export function activate(context: Pick<ExtensionContext, 'subscriptions' | 'extensionUri'>): void {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.js').toString(true);
  server = start(context, (log) => workerClient(script, log));
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
