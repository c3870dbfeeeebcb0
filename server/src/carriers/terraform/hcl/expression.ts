import { endOfLine, maxDepth, readIdentifier, skipBlanks, take, type Cursor } from './cursor.ts';
import type { Expression, ObjectEntry } from './node.ts';
import { readHeredoc, readString, skipString } from './template.ts';

/**
 * Reads a value at the cursor.
 *
 * @param inBrackets line breaks do not end it
 */
export function readExpression(cursor: Cursor, inBrackets: boolean): Expression {
  skipBlanks(cursor, inBrackets);
  const start = cursor.at;
  const simple = cursor.depth < maxDepth ? deeper(cursor, () => readTerm(cursor)) : undefined;
  skipBlanks(cursor, inBrackets);
  if (simple !== undefined && endsExpression(cursor)) return simple;
  if (simple === undefined) cursor.at = start;
  skipExpression(cursor, inBrackets);
  const text = cursor.text.slice(start, cursor.at).trim();
  return { kind: 'other', text, span: { start, end: start + text.length } };
}

/** Moves to the end of a value: a comma, a closing bracket, a line break outside brackets. */
export function skipExpression(cursor: Cursor, inBrackets: boolean): void {
  let brackets = 0;
  while (cursor.at < cursor.text.length) {
    skipBlanks(cursor, inBrackets || brackets > 0);
    const char = cursor.text.charAt(cursor.at);
    if (brackets === 0 && endsExpression(cursor)) return;
    if (char === '"') skipString(cursor);
    else if (cursor.text.startsWith('<<', cursor.at) && readHeredoc(cursor) !== undefined) continue;
    else {
      if ('([{'.includes(char)) brackets += 1;
      else if (')]}'.includes(char)) brackets -= 1;
      cursor.at += 1;
    }
  }
}

function endsExpression({ text, at }: Cursor): boolean {
  return at >= text.length || ',)]}\n'.includes(text.charAt(at));
}

function readTerm(cursor: Cursor): Expression | undefined {
  const { text } = cursor;
  const start = cursor.at;
  const char = text.charAt(start);
  if (char === '"') return readString(cursor, readExpression);
  if (text.startsWith('<<', start)) return readHeredoc(cursor);
  if (char === '[') return readList(cursor);
  if (char === '{') return readObject(cursor);
  const number = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/.exec(text.slice(start, start + 40))?.[0];
  if (number !== undefined) {
    cursor.at += number.length;
    return { kind: 'literal', value: Number(number), span: { start, end: cursor.at } };
  }
  const name = readIdentifier(cursor);
  if (name === undefined) return undefined;
  const literal = new Map<string, boolean | null>([
    ['true', true],
    ['false', false],
    ['null', null],
  ]).get(name);
  if (literal !== undefined) return { kind: 'literal', value: literal, span: { start, end: cursor.at } };
  if (!take(cursor, '(')) return undefined;
  const items = readItems(cursor, ')');
  return items && { kind: 'call', name, arguments: items, span: { start, end: cursor.at } };
}

function readList(cursor: Cursor): Expression | undefined {
  const start = cursor.at;
  cursor.at += 1;
  const items = readItems(cursor, ']');
  return items && { kind: 'list', items, span: { start, end: cursor.at } };
}

/** Values with commas between them, up to and over the closing bracket; nothing for a `for` expression. */
function readItems(cursor: Cursor, close: string): readonly Expression[] | undefined {
  const items: Expression[] = [];
  for (;;) {
    skipBlanks(cursor, true);
    if (take(cursor, close)) return items;
    if (cursor.at >= cursor.text.length || isFor(cursor)) return undefined;
    items.push(readExpression(cursor, true));
    skipBlanks(cursor, true);
    if (!take(cursor, ',') && cursor.text.charAt(cursor.at) !== close) return undefined;
  }
}

/** `{ key = value }`, `{ "key" : value }`. A key that is worked out leaves the object open. */
function readObject(cursor: Cursor): Expression | undefined {
  const start = cursor.at;
  cursor.at += 1;
  const entries: ObjectEntry[] = [];
  let open = false;
  for (;;) {
    skipBlanks(cursor, true);
    if (take(cursor, '}')) return { kind: 'object', entries, open, span: { start, end: cursor.at } };
    if (cursor.at >= cursor.text.length || isFor(cursor)) return undefined;
    const keyStart = cursor.at;
    const quoted = cursor.text.charAt(keyStart) === '"' ? readString(cursor, readExpression) : undefined;
    const parts = quoted?.kind === 'string' ? quoted.parts : undefined;
    const key =
      parts === undefined
        ? readIdentifier(cursor)
        : parts.map((part) => (part.kind === 'text' ? part.text : undefined)).join('');
    const isTold = key !== undefined && parts?.some((part) => part.kind === 'expression') !== true;
    const keySpan = quoted?.kind === 'string' ? quoted.inner : { start: keyStart, end: cursor.at };
    if (key === undefined) skipKey(cursor);
    skipBlanks(cursor, false);
    if (!take(cursor, '=') && !take(cursor, ':')) return undefined;
    const value = readExpression(cursor, false);
    if (isTold) entries.push({ key, keySpan, value });
    else open = true;
    skipBlanks(cursor, false);
    take(cursor, ',');
    if (cursor.at < cursor.text.length && ')]'.includes(cursor.text.charAt(cursor.at))) return undefined;
  }
}

/** `(var.key)`, or whatever else stands before the equals sign. */
function skipKey(cursor: Cursor): void {
  const rest = cursor.text.slice(cursor.at, endOfLine(cursor.text, cursor.at));
  const end = rest.search(/[=:](?!=)/);
  cursor.at += end === -1 ? rest.length : end;
}

function isFor({ text, at }: Cursor): boolean {
  return /^for\s/.test(text.slice(at, at + 4));
}

function deeper<T>(cursor: Cursor, read: () => T): T {
  cursor.depth += 1;
  const result = read();
  cursor.depth -= 1;
  return result;
}
