import {
  CodeActionRequest,
  CodeActionResolveRequest,
  DocumentDiagnosticRequest,
  WorkspaceDiagnosticRequest,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type PreviousResultId,
  type Range,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import type { TestClient } from './client.ts';

export function pull(
  client: TestClient,
  uri: string,
  previousResultId?: string,
): Promise<DocumentDiagnosticReport> {
  return client.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri },
    ...(previousResultId === undefined ? {} : { previousResultId }),
  });
}

/** The diagnostics of a document, asked for in full. */
export async function diagnosticsOf(client: TestClient, uri: string): Promise<readonly Diagnostic[]> {
  const report = await pull(client, uri);
  return report.kind === 'full' ? report.items : [];
}

export function pullWorkspace(
  client: TestClient,
  previousResultIds: PreviousResultId[] = [],
): Promise<WorkspaceDiagnosticReport> {
  return client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
}

/** What a client keeps of an answer for its next question. */
export function resultIds({ items }: WorkspaceDiagnosticReport): PreviousResultId[] {
  return items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));
}

/** How many diagnostics an answer has for each file, by its name. */
export function counts({ items }: WorkspaceDiagnosticReport): Record<string, number | 'unchanged'> {
  return Object.fromEntries(
    items.map((item) => [
      item.uri.slice(item.uri.lastIndexOf('/') + 1),
      item.kind === 'full' ? item.items.length : 'unchanged',
    ]),
  );
}

const everywhere: Range = { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } };

/** The code actions of a range, or of a whole document. */
export async function actionsIn(
  client: TestClient,
  uri: string,
  context: Partial<CodeActionContext> = {},
  range: Range = everywhere,
): Promise<readonly CodeAction[]> {
  const answer = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range,
    context: { diagnostics: [], ...context },
  });
  return (answer ?? []).filter((action): action is CodeAction => 'kind' in action);
}

/** The fixes of findings among the actions: not what can be done about their rules. */
export async function fixesIn(...asked: Parameters<typeof actionsIn>): Promise<readonly CodeAction[]> {
  return (await actionsIn(...asked)).filter(({ diagnostics }) => diagnostics !== undefined);
}

export function resolved(client: TestClient, action: CodeAction): Promise<CodeAction> {
  return client.connection.sendRequest(CodeActionResolveRequest.type, action);
}
