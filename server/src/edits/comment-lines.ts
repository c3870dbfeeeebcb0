import type { Span } from '../yaml/node.ts';
import { refused, type EditResult } from './edit.ts';

/**
 * The edit that takes a comment out: with its line where nothing else stands on it, else with the blanks before it.
 *
 * @param isMeant whether the text at the place still is the comment that is to go
 */
export function removeComment(text: string, span: Span, isMeant: (comment: string) => boolean): EditResult {
  if (!isMeant(text.slice(span.start, span.end))) return refused('gone');
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lineEnd = text.indexOf('\n', span.end);
  const before = text.slice(lineStart, span.start);
  const isAlone =
    before.trim() === '' && text.slice(span.end, lineEnd === -1 ? undefined : lineEnd).trim() === '';
  const cut = isAlone
    ? { start: lineStart, end: lineEnd === -1 ? text.length : lineEnd + 1 }
    : { start: lineStart + before.trimEnd().length, end: span.end };
  return { ok: true, edits: [{ span: cut, newText: '' }] };
}
