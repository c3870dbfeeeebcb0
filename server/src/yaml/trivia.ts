import type { Span } from './node.ts';

/**
 * The characters between nodes: white space, comments, indicators and document markers. Both parsers leave
 * them out, and where a missing value stands can be told only from them.
 */

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const blank = 0x20;
const hash = 0x23;
const byteOrderMark = 0xfeff;

/** Whether a code is a line feed or a carriage return. */
export function isLineBreak(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}

/** White space of any kind; `NaN`, the code behind the end of a text, counts as well. */
export function isSpace(code: number): boolean {
  return code === blank || code === tab || isLineBreak(code) || Number.isNaN(code);
}

/** The first offset from `offset` on that holds neither white space nor a comment. */
export function skipTrivia(text: string, offset: number): number {
  let at = offset;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === hash && (at === 0 || isSpace(text.charCodeAt(at - 1)))) at = lineEnd(text, at);
    else if (isSpace(code) || code === byteOrderMark) at++;
    else break;
  }
  return at;
}

/** The offset behind the indicator that stands next, such as the `:` behind a key; `offset` where none stands. */
export function behindIndicator(text: string, offset: number, indicator: string): number {
  const at = skipTrivia(text, offset);
  return text.startsWith(indicator, at) ? at + indicator.length : offset;
}

/** Whether `? ` opens an explicit key at `offset`. */
export function isExplicitKey(text: string, offset: number): boolean {
  return text[offset] === '?' && isSpace(text.charCodeAt(offset + 1));
}

/** The offset of the line break that ends the line of `offset`, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}

/** The offset of the first character of the line of `offset`. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineBreak(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The offset behind the line break at `offset`; `offset` where there is none. */
export function behindLineBreak(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return offset + 2;
  return isLineBreak(text.charCodeAt(offset)) ? offset + 1 : offset;
}

/** `end` moved back over white space, at most to `start`. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/**
 * The texts between document markers, one for each document of the stream. A marker is one only in the first
 * column, and there always, so that lines are enough to tell them.
 */
export function documentSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  let isOpen = false;
  for (const marker of text.matchAll(/^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm)) {
    const isStart = marker[0] === '---';
    const hasContent = isOpen || holdsContent(text, start, marker.index);
    if (hasContent) spans.push({ start, end: marker.index });
    isOpen = isStart;
    if (isStart || hasContent) start = marker.index + marker[0].length;
  }
  if (isOpen || spans.length === 0 || holdsContent(text, start, text.length))
    spans.push({ start, end: text.length });
  return spans;
}

/** Comments and `%` directives are no content; a text of only these before a `---` belongs to the document behind it. */
function holdsContent(text: string, start: number, end: number): boolean {
  let at = skipTrivia(text, start);
  while (at < end && text[at] === '%') at = skipTrivia(text, lineEnd(text, at));
  return at < end;
}
