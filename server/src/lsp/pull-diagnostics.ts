import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Documents } from './documents.ts';
import { Cancelled, throwIfCancelled, unlessCancelled } from './guard.ts';
import { emptyContent, type Report, type Reports } from './reports.ts';
import { canonicalUri } from './uris.ts';

/**
 * Answers clients that ask for diagnostics: for documents as often as they like, for the whole workspace by holding
 * the request open until there is something new (VS Code asks again two seconds after every answer).
 *
 * Which of the two shows a document is up to the client, so both answer for every file and share their result ids:
 * VS Code takes a visible document's own answer and the workspace's for all others. A result id is the content, and
 * for open documents also the version: an edit and its undoing give the same items, but the editor has moved its
 * squiggles meanwhile and needs them again.
 */
export interface PullDiagnostics {
  readonly document: (
    params: DocumentDiagnosticParams,
    token: CancellationToken,
  ) => Promise<DocumentDiagnosticReport>;
  readonly workspace: (
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ) => Promise<WorkspaceDiagnosticReport>;
  /** Findings may have changed; these documents are asked for by the client anyway, as it changed them. */
  readonly update: (edited: ReadonlySet<string>) => void;
  /** Answers the workspace requests held now: the client has forgotten what it knew of a closed document. */
  readonly release: (closed: string) => void;
  /** Answers the workspace requests held now, and holds none any more. */
  readonly end: () => void;
}

/** Why a held request is looked at: something may have changed, or it is to be answered as it is. */
type Why = 'changed' | 'released';

/** How long changes are gathered before a held request looks at them, in milliseconds. */
const gatherMilliseconds = 100;

/**
 * @param ready resolves when what stands in the workspace (or around one file) has been read
 * @param refresh asks the client to ask again for all open documents
 */
export function createPullDiagnostics(
  reports: Reports,
  documents: Documents,
  ready: (uri?: string) => Promise<void>,
  refresh: () => void,
): PullDiagnostics {
  /** The content of the last answer for each open document that the client asked for. */
  const answered = new Map<string, string>();
  const held = new Set<(why: Why) => void>();
  let workspaceAnswered = false;
  let isEnded = false;

  const wake = (why: Why): void => {
    for (const resume of held) resume(why);
    held.clear();
  };

  const hold = (token: CancellationToken): Promise<Why> =>
    new Promise((resolve, reject) => {
      // A request that was still on its way to be held when the server was told to end would wait for ever.
      if (isEnded) {
        resolve('released');
        return;
      }
      held.add(resolve);
      token.onCancellationRequested(() => {
        held.delete(resolve);
        reject(new Cancelled());
      });
    });

  return {
    document: async ({ textDocument, previousResultId }, token) => {
      const uri = canonicalUri(textDocument.uri);
      await unlessCancelled(ready(uri), token);
      await unlessCancelled(documents.settled(uri), token);
      throwIfCancelled(token);
      const report = reports.of(uri);
      if (documents.get(uri) !== undefined) answered.set(uri, report.content);
      const resultId = resultIdOf(report);
      return resultId === previousResultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items: report.items };
    },

    workspace: async ({ previousResultIds }, token) => {
      const known = new Map(
        previousResultIds.map(({ uri, value }) => [canonicalUri(uri), { uri, content: contentOf(value) }]),
      );
      for (let why: Why = 'changed'; ; why = await hold(token)) {
        if (why === 'changed' && workspaceAnswered) await gathering();
        await unlessCancelled(ready(), token);
        documents.flush();
        const { items, isNews } = comparison(reports.all(), known);
        if (isNews || why === 'released' || !workspaceAnswered) {
          workspaceAnswered = true;
          return { items };
        }
      }
    },

    update: (edited) => {
      const outdated = [...answered].filter(
        ([uri, content]) => !edited.has(uri) && reports.of(uri).content !== content,
      );
      for (const [uri] of outdated) answered.set(uri, reports.of(uri).content);
      if (outdated.length > 0) refresh();
      wake('changed');
    },

    release: (closed) => {
      answered.delete(closed);
      wake('released');
    },

    end: () => {
      isEnded = true;
      wake('released');
    },
  };
}

interface KnownReport {
  /** As the client wrote it. */
  readonly uri: string;
  readonly content: string;
}

/** What the workspace has to show now, against what the client knows. `isNews`: something differs. */
function comparison(
  current: ReadonlyMap<string, Report>,
  known: ReadonlyMap<string, KnownReport>,
): { readonly items: WorkspaceDocumentDiagnosticReport[]; readonly isNews: boolean } {
  let isNews = false;
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  for (const [key, report] of current) {
    const { uri, version } = report;
    const resultId = resultIdOf(report);
    if (known.get(key)?.content === report.content) {
      items.push({ kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId });
    } else {
      isNews = true;
      items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: report.items });
    }
  }
  for (const [key, { uri, content }] of known) {
    if (current.has(key) || content === emptyContent) continue;
    isNews = true;
    items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
  }
  return { items, isNews };
}

function resultIdOf({ content, version }: Report): string {
  return version === null ? content : `${content}@${version}`;
}

function contentOf(resultId: string): string {
  return resultId.split('@', 1)[0] ?? resultId;
}

function gathering(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, gatherMilliseconds));
}
