import type { Span } from '../../../yaml/node.ts';
import type { Cursor } from './cursor.ts';
import type { Redirect } from './token.ts';

/**
 * Reads the lines of a here-document at the cursor, which stands at the beginning of a line, and moves behind the line
 * that ends them. Without such a line the document goes to the end of the text, as shells have it.
 */
export function readHereDocument(cursor: Cursor, redirect: Redirect): Span {
  const start = cursor.at;
  const delimiter = redirect.target?.text ?? '';
  while (cursor.at < cursor.end) {
    const lineStart = cursor.at;
    const lineBreak = cursor.text.indexOf('\n', lineStart);
    const lineEnd = lineBreak === -1 || lineBreak >= cursor.end ? cursor.end : lineBreak;
    cursor.at = Math.min(cursor.end, lineEnd + 1);
    const line = cursor.text.slice(lineStart, lineEnd).replace(/\r$/, '');
    if ((redirect.operator === '<<-' ? line.replace(/^\t+/, '') : line) === delimiter)
      return { start, end: lineStart };
  }
  return { start, end: cursor.end };
}
