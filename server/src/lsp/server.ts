import {
  ErrorCodes,
  ResponseError,
  type CodeAction,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import type { MeshLint } from '../features/mesh-lint.ts';
import type { FileHost } from '../files/host.ts';
import { checkAnew, checkRequest } from './check.ts';
import { createGuard, unlessCancelled, type ServerState } from './guard.ts';
import { serveInquiries } from './inquiries.ts';
import { serverCapabilities } from './server-capabilities.ts';
import { speak } from './language.ts';
import { rootsOfWorkspace } from './roots.ts';
import { createSession, type Session } from './session.ts';
import { statisticsOf, statisticsRequest, type Statistics } from './statistics.ts';
import { htmlReportOf, htmlReportRequest } from './html-report.ts';
import { statusOf, statusRequest, type Status } from './status.ts';
import { trafficOf, trafficRequest, type Traffic } from './traffic.ts';
import { canonicalUri } from './uris.ts';
import { serveViews } from './views.ts';

/**
 * Serves a connection until it ends.
 * @param createEngine makes the engine of one workspace folder
 * @param disk gives the files of this machine, where the server can read them itself; else it asks the client for files
 */
export function startServer(connection: Connection, createEngine: () => MeshLint, disk?: FileHost): void {
  let state: ServerState<Session> = { stage: 'starting' };
  const guard = createGuard(
    () => state,
    (line) => connection.console.error(line),
  );

  connection.onInitialize((params): InitializeResult | ResponseError<never> => {
    if (state.stage !== 'starting')
      return new ResponseError(ErrorCodes.InvalidRequest, 'Initialized before.');
    speak(params.locale);
    const session = createSession(connection, params, createEngine, disk);
    state = { stage: 'running', session };
    return { capabilities: serverCapabilities(session.client), serverInfo: { name: 'cilium-mesh-lint' } };
  });
  connection.onInitialized(
    guard.notification('initialized', async (session) => {
      if (session.client.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(
          guard.notification('workspace/didChangeWorkspaceFolders', (current, event) =>
            current.changeFolders(event),
          ),
        );
      }
      await session.start();
    }),
  );
  connection.onShutdown(() => {
    if (state.stage === 'running') state.session.stop();
    state = { stage: 'shut-down' };
  });

  connection.onDidChangeConfiguration(
    guard.notification('workspace/didChangeConfiguration', (session, { settings }) =>
      session.changeConfiguration(settings),
    ),
  );
  connection.onDidChangeWatchedFiles(
    guard.notification('workspace/didChangeWatchedFiles', (session, { changes }) =>
      session.watching.take(changes),
    ),
  );
  connection.languages.diagnostics.on(
    guard.request('textDocument/diagnostic', { kind: 'full', items: [] }, (session, params, token) =>
      session.pull.document(params, token),
    ),
  );
  connection.languages.diagnostics.onWorkspace(
    guard.request('workspace/diagnostic', { items: [] }, (session, params, token) =>
      session.pull.workspace(params, token),
    ),
  );
  connection.onCodeAction(
    guard.request('textDocument/codeAction', [], async (session, params, token) => {
      await unlessCancelled(session.ready(canonicalUri(params.textDocument.uri)), token);
      return session.codeActions.provide(params);
    }),
  );
  connection.onCodeActionResolve((action, token) =>
    guard.request('codeAction/resolve', action, (session, asked: CodeAction) =>
      session.codeActions.resolve(asked),
    )(action, token),
  );
  serveInquiries(connection, guard);
  serveViews(connection, guard);
  const answerStatistics = guard.request<undefined, Statistics | null>(
    'ciliumMeshLint/statistics',
    null,
    (session) => statisticsOf(session.roots.all()),
  );
  connection.onRequest(statisticsRequest, (token) => answerStatistics(undefined, token));
  const answerStatus = guard.request<undefined, Status | null>(
    'ciliumMeshLint/status',
    null,
    async (session, _params, token) => {
      await unlessCancelled(session.ready(), token);
      return statusOf(rootsOfWorkspace(session.roots), session.reports);
    },
  );
  connection.onRequest(statusRequest, (token) => answerStatus(undefined, token));
  const answerCheck = guard.request<undefined, Status | null>(
    'ciliumMeshLint/check',
    null,
    (session, _params, token) => unlessCancelled(checkAnew(session), token),
  );
  connection.onRequest(checkRequest, (token) => answerCheck(undefined, token));
  const answerReport = guard.request<unknown, string | null>(
    htmlReportRequest.method,
    null,
    async ({ ready, texts, roots, documents }, params, token) => {
      await unlessCancelled(ready(), token);
      return texts.with((textOf) => htmlReportOf(params, rootsOfWorkspace(roots), documents, textOf));
    },
  );
  connection.onRequest(htmlReportRequest, answerReport);
  const answerTraffic = guard.request<undefined, Traffic | null>(
    'ciliumMeshLint/trafficPaths',
    null,
    async (session, _params, token) => {
      await unlessCancelled(session.ready(), token);
      return trafficOf(rootsOfWorkspace(session.roots));
    },
  );
  connection.onRequest(trafficRequest, (token) => answerTraffic(undefined, token));

  connection.listen();
}
