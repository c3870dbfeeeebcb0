import type { TextEdit } from '../../edits/edit.ts';
import { outerOffset, type Run } from '../../yaml/embedded.ts';
import type { Span } from '../../yaml/node.ts';

/** A text made of stretches of another, such as its lines without the margin before them. */
export interface Excerpt {
  readonly text: string;
  /** Where each stretch begins in both texts, in order. The first begins at `inner` 0. */
  readonly runs: readonly Run[];
  /** What a line begins with in the other text before the excerpt goes on. */
  readonly margin: string;
}

/** The stretches of a text, in order, as one text. */
export function excerptOf(text: string, stretches: readonly Span[], margin = ''): Excerpt {
  const runs: Run[] = [];
  let inner = '';
  for (const { start, end } of stretches) {
    runs.push({ inner: inner.length, outer: start });
    inner += text.slice(start, end);
  }
  return { text: inner, runs, margin };
}

/** The lines from one offset to another, line breaks included. */
export function linesBetween(text: string, start: number, end: number): readonly Span[] {
  const lines: Span[] = [];
  for (let at = start; at < end;) {
    const lineBreak = text.indexOf('\n', at);
    const next = lineBreak === -1 || lineBreak >= end ? end : lineBreak + 1;
    lines.push({ start: at, end: next });
    at = next;
  }
  return lines;
}

/** The place of a span of an excerpt in the other text. */
export function placedSpan(excerpt: Pick<Excerpt, 'runs'>, { start, end }: Span): Span {
  return { start: outerOffset(excerpt, start), end: outerOffset(excerpt, end) };
}

/** Edits of an excerpt as edits of the other text: new lines get the margin. */
export function placedEdits(excerpt: Excerpt, edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.map(({ span, newText }) => {
    const goesOn = /^[^\r\n]/.test(excerpt.text.slice(span.end, span.end + 1));
    const withMargin = newText.replaceAll(/\n(?=[^\r\n]|$)/g, `\n${excerpt.margin}`);
    const isCut = newText.endsWith('\n') && !goesOn;
    return {
      span: placedSpan(excerpt, span),
      newText: isCut ? withMargin.slice(0, withMargin.length - excerpt.margin.length) : withMargin,
    };
  });
}
