import type {
  Connection,
  DocumentLink,
  Location as LspLocation,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Location } from '../facts/location.ts';
import type { Inquiry, Place } from '../features/inquiry.ts';
import { completionsOf, resolveCompletion } from './completion.ts';
import type { Asked } from './asked.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { shownLocation } from './shown-location.ts';
import { unlessCancelled, type Guard } from './guard.ts';
import { hoverOf } from './hover.ts';
import { admits } from './roots.ts';
import type { Session } from './session.ts';
import { canonicalUri } from './uris.ts';

/** While a workspace is being read, who types waits no longer than this: the versions around a file may not be known then. */
const longestWaitMilliseconds = 250;

function longestWait(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, longestWaitMilliseconds));
}

/** Answers what an editor asks about places in documents. */
export function serveInquiries(connection: Connection, guard: Guard<Session>): void {
  connection.onHover(
    guard.request('textDocument/hover', null, ({ documents, client }, params) => {
      const asked = askedAbout(documents, params);
      return asked === undefined ? null : hoverOf(asked, client.markdownHover);
    }),
  );
  connection.onCompletion(
    guard.request('textDocument/completion', null, async (session, params, token) => {
      const { documents, client, ready } = session;
      await unlessCancelled(
        Promise.race([ready(canonicalUri(params.textDocument.uri)), longestWait()]),
        token,
      );
      const asked = askedAbout(documents, params);
      return asked === undefined ? null : completionsOf(asked, params.context, client.completions);
    }),
  );
  connection.onCompletionResolve((item, token) =>
    guard.request('completionItem/resolve', item, ({ roots, client }, asked: typeof item) =>
      resolveCompletion(asked, roots, client.completions),
    )(item, token),
  );
  connection.onDefinition(
    guard.request('textDocument/definition', [], async ({ documents, ready }, params, token) => {
      await unlessCancelled(ready(canonicalUri(params.textDocument.uri)), token);
      return locationsOf(documents, params, ({ definition }) => definition);
    }),
  );
  connection.onReferences(
    guard.request('textDocument/references', [], async ({ documents, ready }, params, token) => {
      await unlessCancelled(ready(canonicalUri(params.textDocument.uri)), token);
      return locationsOf(documents, params, ({ references }) => references);
    }),
  );
  connection.onDocumentLinks(
    guard.request('textDocument/documentLink', [], async ({ documents, ready }, params, token) => {
      const uri = canonicalUri(params.textDocument.uri);
      await unlessCancelled(ready(uri), token);
      return linksIn(documents, uri);
    }),
  );
}

/** The files that a document names, as links: to an object inside of one leads its definition. */
function linksIn(documents: Documents, uri: string): DocumentLink[] {
  const document = readDocument(documents, uri);
  if (document === undefined) return [];
  const { text, root } = document;
  return root.lint.inquiry.fileReferences(uri, text.getText()).flatMap(({ span, target }) =>
    target.span.end > 0
      ? []
      : [
          {
            range: { start: text.positionAt(span.start), end: text.positionAt(span.end) },
            target: documents.get(target.uri)?.clientUri ?? target.uri,
          },
        ],
  );
}

/** A document with its newest text; absent where it is not open, or is not to be read. */
function readDocument(documents: Documents, uri: string): OpenDocument | undefined {
  documents.flush();
  const document = documents.get(uri);
  return document !== undefined && admits(document.root, uri) ? document : undefined;
}

/** The place that a request names, in the newest text; absent where the document is not open, or is not to be read. */
function askedAbout(
  documents: Documents,
  { textDocument, position }: TextDocumentPositionParams,
): Asked | undefined {
  const uri = canonicalUri(textDocument.uri);
  const document = readDocument(documents, uri);
  if (document === undefined) return undefined;
  const { text, root } = document;
  const place = { uri, text: text.getText(), offset: text.offsetAt(position) };
  return { place, document, inquiry: root.lint.inquiry };
}

function locationsOf(
  documents: Documents,
  params: TextDocumentPositionParams,
  question: (inquiry: Inquiry) => (place: Place) => readonly Location[],
): LspLocation[] {
  const asked = askedAbout(documents, params);
  if (asked === undefined) return [];
  return question(asked.inquiry)(asked.place).map((at) => shownLocation(at, asked.document.root, documents));
}
