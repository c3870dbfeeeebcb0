import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver/node';
import type { Documents } from './documents.ts';
import { canonicalUri } from './uris.ts';

/** What the engine has to say about the key under the pointer, or null. */
export function hoverOf(
  documents: Documents,
  { textDocument, position }: HoverParams,
  markdown: boolean,
): Hover | null {
  const uri = canonicalUri(textDocument.uri);
  documents.flush();
  const document = documents.get(uri);
  if (document === undefined) return null;
  const { text, root } = document;
  const hover = root.lint.hover(uri, text.offsetAt(position));
  if (hover === undefined) return null;
  return {
    contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: hover.markdown },
    range: { start: text.positionAt(hover.start), end: text.positionAt(hover.end) },
  };
}
