import type { LogOutputChannel } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

import { clientOptions, id, name, withFeatures } from './language-client.ts';

/** Texts come and go quickly while files are read: a small young generation keeps the process half as large. */
const nodeFlags = ['--max-semi-space-size=8'];

/**
 * The client of the language server in `serverModule`; nothing runs before its `start()`. A server that ends
 * unexpectedly is started again, until it does so five times within three minutes.
 */
export function processClient(serverModule: string, log: LogOutputChannel): LanguageClient {
  const server = { module: serverModule, transport: TransportKind.stdio };
  const run = { ...server, options: { execArgv: nodeFlags } };
  const debug = { ...server, options: { execArgv: [...nodeFlags, '--nolazy', '--inspect=6009'] } };
  return withFeatures(new LanguageClient(id, name, { run, debug }, clientOptions(log)));
}
