import { TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver';
import { fixAllKind, quickFixKind } from '../features/code-actions.ts';
import { diagnosticSource } from '../features/diagnostics.ts';
import type { ClientFeatures } from './client-features.ts';
import { triggerCharacters } from './completion.ts';

/** What the server offers to a client. */
export function serverCapabilities(client: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [...triggerCharacters], resolveProvider: true },
    definitionProvider: true,
    referencesProvider: true,
    documentLinkProvider: {},
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    documentSymbolProvider: { label: 'Cilium Mesh Lint' },
    workspaceSymbolProvider: true,
    codeActionProvider: { codeActionKinds: [quickFixKind, fixAllKind], resolveProvider: client.lateEdits },
    ...(client.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: diagnosticSource,
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {}),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
