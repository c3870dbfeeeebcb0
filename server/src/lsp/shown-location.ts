import type { Location as LspLocation } from 'vscode-languageserver';
import type { Location } from '../facts/location.ts';
import type { Documents } from './documents.ts';
import type { Root } from './roots.ts';

/** A place as the client knows it. */
export function shownLocation({ uri, span }: Location, { lint }: Root, documents: Documents): LspLocation {
  return {
    uri: documents.get(uri)?.clientUri ?? uri,
    range: { start: lint.positionAt(uri, span.start), end: lint.positionAt(uri, span.end) },
  };
}
