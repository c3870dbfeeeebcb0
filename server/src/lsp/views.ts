import type { CodeLens, Connection } from 'vscode-languageserver';
import { unlessCancelled, type Guard } from './guard.ts';
import { lensesOf, resolveLens } from './lenses.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { rootsOfWorkspace } from './roots.ts';
import type { Session } from './session.ts';
import { documentSymbolsOf, workspaceSymbolsOf } from './symbols.ts';
import { canonicalUri } from './uris.ts';
import { valueHintsOf } from './value-hints.ts';
import {
  workloadNodesOf,
  workloadsRequest,
  workloadsTextOf,
  workloadsTextRequest,
  type WorkloadNodes,
} from './workloads.ts';

/** Answers what an editor asks about whole documents and the workspace: lenses, hints, symbols, and the view of workloads. */
export function serveViews(connection: Connection, guard: Guard<Session>): void {
  connection.onCodeLens(
    guard.request('textDocument/codeLens', [], async (session, { textDocument }, token) => {
      const uri = canonicalUri(textDocument.uri);
      await unlessCancelled(session.ready(uri), token);
      const document = newest(uri, session.documents);
      return document === undefined ? [] : lensesOf(uri, document);
    }),
  );
  connection.onCodeLensResolve((lens, token) =>
    guard.request('codeLens/resolve', lens, ({ documents, client }, asked: CodeLens) => {
      documents.flush();
      return resolveLens(asked, documents, client);
    })(lens, token),
  );
  connection.languages.inlayHint.on(
    guard.request('textDocument/inlayHint', [], async (session, { textDocument, range }, token) => {
      const uri = canonicalUri(textDocument.uri);
      await unlessCancelled(session.ready(uri), token);
      const document = newest(uri, session.documents);
      return document === undefined ? [] : valueHintsOf(uri, range, document, session.documents);
    }),
  );
  connection.onDocumentSymbol(
    guard.request('textDocument/documentSymbol', [], async (session, { textDocument }, token) => {
      const uri = canonicalUri(textDocument.uri);
      await unlessCancelled(session.ready(uri), token);
      const document = newest(uri, session.documents);
      return document === undefined
        ? []
        : documentSymbolsOf(uri, document, session.documents, session.client);
    }),
  );
  connection.onWorkspaceSymbol(
    guard.request('workspace/symbol', [], async (session, { query }, token) => {
      await unlessCancelled(session.ready(), token);
      session.documents.flush();
      return workspaceSymbolsOf(query, rootsOfWorkspace(session.roots), session.documents);
    }),
  );
  const answerWorkloads = guard.request<unknown, WorkloadNodes | null>(
    workloadsRequest.method,
    null,
    async ({ ready, documents, roots, reports }, params, token) => {
      await unlessCancelled(ready(), token);
      documents.flush();
      return workloadNodesOf(params, rootsOfWorkspace(roots), documents, reports);
    },
  );
  connection.onRequest(workloadsRequest, answerWorkloads);
  const answerText = guard.request<undefined, string | null>(
    workloadsTextRequest.method,
    null,
    async ({ ready, documents, roots }, _params, token) => {
      await unlessCancelled(ready(), token);
      documents.flush();
      return workloadsTextOf(rootsOfWorkspace(roots));
    },
  );
  connection.onRequest(workloadsTextRequest, (token) => answerText(undefined, token));
}

function newest(uri: string, documents: Documents): OpenDocument | undefined {
  documents.flush();
  return documents.get(uri);
}
