import type { LogOutputChannel } from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';

import { documents } from './documents.ts';
import { offeredCommands } from './offered-commands.ts';
import { sentDiagnostics } from './sent-diagnostics.ts';

/** Also the section of the settings, as the language client reads `ciliumMeshLint.trace.server` by its id. */
const id = 'ciliumMeshLint';
const name = 'Cilium Mesh Lint';

/** Texts come and go quickly while files are read: a small young generation keeps the process half as large. */
const nodeFlags = ['--max-semi-space-size=8'];

/**
 * The client of the language server in `serverModule`; nothing runs before its `start()`. A server that ends
 * unexpectedly is started again, until it does so five times within three minutes.
 */
export function createLanguageClient(serverModule: string, log: LogOutputChannel): LanguageClient {
  const server = { module: serverModule, transport: TransportKind.stdio };
  const client = new LanguageClient(
    id,
    name,
    {
      run: { ...server, options: { execArgv: nodeFlags } },
      debug: { ...server, options: { execArgv: [...nodeFlags, '--nolazy', '--inspect=6009'] } },
    },
    {
      documentSelector: documents,
      diagnosticCollectionName: 'cilium-mesh-lint',
      outputChannel: log,
      // A request that failed stands in the log; only a server that cannot run is worth a message.
      revealOutputChannelOn: RevealOutputChannelOn.Never,
    },
  );
  client.registerFeature(sentDiagnostics);
  client.registerFeature(offeredCommands);
  return client;
}
