import { endOfLine, skipBlanks, take, type Cursor } from './cursor.ts';
import type { Expression, StringPart } from './node.ts';

/** Reads a value at the cursor. */
type ReadExpression = (cursor: Cursor, inBrackets: boolean) => Expression;

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Reads a quoted text and what Terraform puts into it: `${…}`, and `%{…}`, which nobody can tell. */
export function readString(cursor: Cursor, readExpression: ReadExpression): Expression {
  const { text } = cursor;
  const start = cursor.at;
  const parts: StringPart[] = [];
  let literal = '';
  const endLiteral = (): void => {
    if (literal !== '') parts.push({ kind: 'text', text: literal });
    literal = '';
  };
  cursor.at += 1;
  while (cursor.at < text.length && text.charAt(cursor.at) !== '"' && text.charAt(cursor.at) !== '\n') {
    const pair = text.slice(cursor.at, cursor.at + 2);
    if (/^[$%]\{/.test(pair)) {
      endLiteral();
      parts.push({ kind: 'expression', value: readPart(cursor, readExpression) });
    } else if (text.startsWith('$${', cursor.at) || text.startsWith('%%{', cursor.at)) {
      literal += text.slice(cursor.at + 1, cursor.at + 3);
      cursor.at += 3;
    } else if (pair.startsWith('\\')) {
      literal += escapes[pair.charAt(1)] ?? pair.charAt(1);
      cursor.at += 2;
    } else {
      literal += pair.charAt(0);
      cursor.at += 1;
    }
  }
  endLiteral();
  const inner = { start: start + 1, end: cursor.at };
  take(cursor, '"');
  return { kind: 'string', parts, span: { start, end: cursor.at }, inner };
}

/** Moves behind a quoted text without looking into it, however deeply texts and values stand in each other. */
export function skipString(cursor: Cursor): void {
  const { text } = cursor;
  const within: ('text' | 'value')[] = [];
  do {
    const char = text.charAt(cursor.at);
    const isText = within.at(-1) === 'text';
    if (isText && char === '\\') cursor.at += 1;
    else if (isText && char === '\n') return;
    else if (isText && (text.startsWith('$${', cursor.at) || text.startsWith('%%{', cursor.at)))
      cursor.at += 2;
    else if (isText && /^[$%]\{/.test(text.slice(cursor.at, cursor.at + 2))) {
      within.push('value');
      cursor.at += 1;
    } else if (char === '"') {
      if (isText) within.pop();
      else within.push('text');
    } else if (!isText && char === '{') within.push('value');
    else if (!isText && char === '}') within.pop();
    cursor.at += 1;
  } while (within.length > 0 && cursor.at < text.length);
}

function readPart(cursor: Cursor, readExpression: ReadExpression): Expression {
  const start = cursor.at;
  const isDirective = cursor.text.charAt(start) === '%';
  cursor.at += 2;
  take(cursor, '~');
  const value = readExpression(cursor, true);
  skipBlanks(cursor, true);
  take(cursor, '~');
  const isClosed = take(cursor, '}');
  if (isClosed && !isDirective) return value;
  return { kind: 'other', text: cursor.text.slice(start, cursor.at), span: { start, end: cursor.at } };
}

/** Reads `<<EOT` and its lines; nothing where it is no such document, or nothing ends it. */
export function readHeredoc(cursor: Cursor): Expression | undefined {
  const { text } = cursor;
  const start = cursor.at;
  const [opening, dash, delimiter] =
    /^<<(-?)([\p{L}_][\p{L}\p{N}_-]*)[ \t]*\r?\n/u.exec(text.slice(start, start + 200)) ?? [];
  if (opening === undefined || delimiter === undefined) return undefined;
  const bodyStart = start + opening.length;
  for (let at = bodyStart; at < text.length;) {
    const end = endOfLine(text, at);
    if (text.slice(at, end).trim() === delimiter) {
      cursor.at = end;
      return {
        kind: 'heredoc',
        body: { start: bodyStart, end: at },
        stripsIndent: dash === '-',
        span: { start, end },
      };
    }
    at = end + 1;
  }
  return undefined;
}
