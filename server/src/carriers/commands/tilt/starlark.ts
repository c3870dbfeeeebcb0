import type { Span } from '../../../yaml/node.ts';

/** A value in a Tiltfile, so far as it is written out. */
export type Value =
  | {
      readonly kind: 'string';
      readonly text: string;
      /** With its quotes. */
      readonly span: Span;
      readonly inner: Span;
      /** As it stands before and behind the text. */
      readonly quote: string;
    }
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly span: Span }
  | { readonly kind: 'other'; readonly span: Span };

/** A call of a function: `helm_resource('cilium', 'cilium/cilium', flags=[…])`. */
export interface Call {
  readonly name: string;
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  readonly span: Span;
}

const token =
  /(?<comment>#[^\n]*)|(?<raw>[rR]?)(?<quote>"""|'''|"|')|(?<name>[A-Za-z_]\w*)|(?<space>\s+)|(?<other>[^])/y;

interface Cursor {
  readonly text: string;
  at: number;
}

/**
 * The calls of some functions in a Tiltfile, by the syntax of Starlark
 * (https://github.com/bazelbuild/starlark/blob/master/spec.md). Never throws.
 */
export function callsOf(text: string, names: ReadonlySet<string>): readonly Call[] {
  const cursor: Cursor = { text, at: 0 };
  const calls: Call[] = [];
  let before = '';
  while (cursor.at < text.length) {
    const start = cursor.at;
    const groups = next(cursor);
    const name = groups?.['name'];
    if (groups?.['quote'] !== undefined) readString(cursor, start, groups['quote']);
    else if (name !== undefined && names.has(name) && before !== '.' && text.charAt(cursor.at) === '(') {
      const call = readCall(cursor, name, start);
      if (call !== undefined) calls.push(call);
    }
    before = text.charAt(cursor.at - 1);
  }
  return calls;
}

/** Reads the next token; of a text only its opening quotes. */
function next(cursor: Cursor): Readonly<Record<string, string | undefined>> | undefined {
  token.lastIndex = cursor.at;
  const match = token.exec(cursor.text);
  cursor.at += Math.max(1, match?.[0].length ?? 1);
  return match?.groups;
}

function skipBlanks(cursor: Cursor): void {
  const blanks = /(?:\s|#[^\n]*|\\\r?\n)*/y;
  blanks.lastIndex = cursor.at;
  cursor.at += blanks.exec(cursor.text)?.[0].length ?? 0;
}

/** Reads on behind the opening quotes. Where a backslash would change the text, its places are not told. */
function readString(cursor: Cursor, start: number, quote: string): Value {
  const { text } = cursor;
  const innerStart = cursor.at;
  while (cursor.at < text.length && !text.startsWith(quote, cursor.at)) {
    if (quote.length === 1 && text.charAt(cursor.at) === '\n') break;
    cursor.at += text.charAt(cursor.at) === '\\' ? 2 : 1;
  }
  const inner = { start: innerStart, end: Math.min(cursor.at, text.length) };
  cursor.at = Math.min(text.length, cursor.at + quote.length);
  const span = { start, end: cursor.at };
  const content = text.slice(inner.start, inner.end);
  const isTold = /[rR]/.test(text.charAt(start)) || !/\\(?!\r?\n)/.test(content);
  return isTold ? { kind: 'string', text: content, span, inner, quote } : { kind: 'other', span };
}

function readCall(cursor: Cursor, name: string, start: number): Call | undefined {
  cursor.at += 1;
  const positional: Value[] = [];
  const named = new Map<string, Value>();
  for (;;) {
    skipBlanks(cursor);
    const char = cursor.text.charAt(cursor.at);
    if (char === '') return undefined;
    if (char === ')') break;
    const key = /^([A-Za-z_]\w*)\s*=(?!=)/.exec(cursor.text.slice(cursor.at, cursor.at + 100));
    cursor.at += key?.[0].length ?? 0;
    const value = readValue(cursor);
    if (key?.[1] === undefined) positional.push(value);
    else named.set(key[1], value);
    if (cursor.text.charAt(cursor.at) === ',') cursor.at += 1;
    else if (cursor.text.charAt(cursor.at) !== ')') return undefined;
  }
  cursor.at += 1;
  return { name, positional, named, span: { start, end: cursor.at } };
}

/** Reads a value up to the comma or bracket behind it; one that is put together is `other`. */
function readValue(cursor: Cursor): Value {
  skipBlanks(cursor);
  const start = cursor.at;
  const simple = readSimple(cursor);
  skipBlanks(cursor);
  if (simple !== undefined && /[,)\]]/.test(cursor.text.charAt(cursor.at))) return simple;
  let brackets = 0;
  while (cursor.at < cursor.text.length) {
    const char = cursor.text.charAt(cursor.at);
    if (brackets === 0 && /[,)\]}]/.test(char)) break;
    const at = cursor.at;
    const groups = next(cursor);
    if (groups?.['quote'] !== undefined) readString(cursor, at, groups['quote']);
    else if ('([{'.includes(char)) brackets += 1;
    else if (')]}'.includes(char)) brackets -= 1;
  }
  return { kind: 'other', span: { start, end: cursor.at } };
}

function readSimple(cursor: Cursor): Value | undefined {
  const start = cursor.at;
  if (cursor.text.charAt(start) === '[') return readList(cursor);
  const groups = next(cursor);
  if (groups?.['quote'] !== undefined) return readString(cursor, start, groups['quote']);
  cursor.at = start;
  return undefined;
}

/** A flat list, as flags are; one that is worked out, or has lists in it, is none. */
function readList(cursor: Cursor): Value | undefined {
  const start = cursor.at;
  cursor.at += 1;
  const items: Value[] = [];
  for (;;) {
    skipBlanks(cursor);
    const char = cursor.text.charAt(cursor.at);
    if (char === ']') {
      cursor.at += 1;
      return { kind: 'list', items, span: { start, end: cursor.at } };
    }
    if (char === '' || char === '[') {
      cursor.at = start;
      return undefined;
    }
    items.push(readValue(cursor));
    if (cursor.text.charAt(cursor.at) === ',') cursor.at += 1;
    else if (cursor.text.charAt(cursor.at) !== ']') {
      cursor.at = start;
      return undefined;
    }
  }
}
