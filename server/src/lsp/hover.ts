import { MarkupKind, type Hover } from 'vscode-languageserver';
import type { Asked } from './asked.ts';

/** What the engine has to say about the key under the pointer, or null. */
export function hoverOf({ place, document: { text }, inquiry }: Asked, markdown: boolean): Hover | null {
  const hover = inquiry.hover(place);
  if (hover === undefined) return null;
  return {
    contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: hover.markdown },
    range: { start: text.positionAt(hover.start), end: text.positionAt(hover.end) },
  };
}
