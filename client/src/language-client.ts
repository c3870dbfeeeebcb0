import type { LogOutputChannel } from 'vscode';
import {
  RevealOutputChannelOn,
  type BaseLanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient';

import { sayNothingTwice } from './beside/say-nothing-twice.ts';
import { documents } from './documents.ts';
import { messageLog } from './message-log.ts';
import { ownCapabilities } from './own-capabilities.ts';
import { sentDiagnostics } from './sent-diagnostics.ts';
import { receivedUri, sentUri } from './unsaved-documents.ts';
import { serveFiles } from './workspace-files.ts';

/** Also the section of the settings, as the language client reads by its id how much of a message it is to write. */
export const id = 'ciliumMeshLint';
export const name = 'Cilium Mesh Lint';

/** What a client is, whatever its server runs in. */
export function clientOptions(log: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: documents(),
    uriConverters: { code2Protocol: sentUri, protocol2Code: receivedUri },
    diagnosticCollectionName: 'cilium-mesh-lint',
    outputChannel: log,
    traceOutputChannel: messageLog(log),
    // A request that failed stands in the log; only a server that cannot run is worth a message.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}

/** Gives a new client what it does beyond the protocol, before it starts. */
export function withFeatures<Client extends BaseLanguageClient>(client: Client): Client {
  client.registerFeature(sentDiagnostics);
  client.registerFeature(ownCapabilities);
  serveFiles(client);
  sayNothingTwice(client);
  return client;
}
