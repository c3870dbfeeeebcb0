import { breakOff, deeper, peek, skipContinuation, startsWith, type Cursor } from './cursor.ts';
import { readBackticks, readDollar, readSubstitution, readTemplate, type Part } from './expansion.ts';
import { templateLength } from './template.ts';
import { unknownText, wordOf, type Quote, type Word, type WordPiece } from './word.ts';

/** Characters that mean themselves, by the quotes around them. */
const plain = {
  none: /[^\s\\'"$`;&|<>()]+/y,
  single: /[^'$]+/y,
  double: /[^"\\$`]+/y,
  ansi: /[^'\\]+/y,
} as const;

/** The same where templates may begin. */
const plainBesideTemplates: typeof plain = {
  none: /(?:[^\s\\'"$`;&|<>(){]|\{(?![{%]))+/y,
  single: /(?:[^'${<]|\{(?![{%])|<(?!<))+/y,
  double: /(?:[^"\\$`{<]|\{(?![{%])|<(?!<))+/y,
  ansi: /[^'\\]+/y,
};

const arrayAssignment = /^[A-Za-z_]\w*\+?=$/;

/**
 * Reads one word at the cursor with its quotes, escapes and substitutions, by the rules of POSIX shells and bash
 * (`$'…'`, arrays, process substitution). A quote without an end breaks the cursor.
 */
export function readWord(cursor: Cursor): Word {
  const start = cursor.at;
  const pieces: WordPiece[] = [];
  let end = start;
  while (cursor.at < cursor.end) {
    if (skipContinuation(cursor)) continue;
    const before = cursor.at;
    const [style, opening] = quoteAt(cursor);
    cursor.at += opening;
    const inner = cursor.at;
    const parts = style === 'none' ? readUnquoted(cursor, pieces) : readQuoted(cursor, style);
    if (parts.length === 0 && style === 'none') break;
    if (parts.length === 0) parts.push({ text: '', span: { start: inner, end: inner }, exact: true });
    end = style === 'none' ? (parts.at(-1)?.span.end ?? end) : cursor.at;
    const quote: Quote = { style, span: { start: before, end } };
    for (const part of parts) pieces.push({ ...part, quote });
  }
  return wordOf(pieces, { start, end });
}

function quoteAt(cursor: Cursor): readonly [Quote['style'], number] {
  if (peek(cursor) === "'") return ['single', 1];
  if (peek(cursor) === '"') return ['double', 1];
  if (startsWith(cursor, "$'")) return ['ansi', 2];
  if (startsWith(cursor, '$"')) return ['double', 2];
  return ['none', 0];
}

/** Reads to the closing quote and over it. */
function readQuoted(cursor: Cursor, style: Exclude<Quote['style'], 'none'>): Part[] {
  const close = style === 'double' ? '"' : "'";
  const parts: Part[] = [];
  while (cursor.at < cursor.end) {
    const char = peek(cursor);
    if (char === close) {
      cursor.at += 1;
      return parts;
    }
    if (style === 'double' && skipContinuation(cursor)) continue;
    const template = templateLength(cursor);
    if (template > 0) parts.push(readTemplate(cursor, template, style));
    else if (char === '$' && (style === 'double' || cursor.dialect === 'make'))
      parts.push(readDollar(cursor, style));
    else if (char === '`' && style === 'double') parts.push(readBackticks(cursor, style));
    else if (char === '\\' && style === 'ansi') parts.push(readAnsiEscape(cursor));
    else if (char === '\\' && style === 'double' && /[$`"\\]/.test(peek(cursor, 1)))
      parts.push(readEscape(cursor));
    else parts.push(readPlain(cursor, style));
  }
  breakOff(cursor);
  return parts;
}

/** Reads to the next quote or to the end of the word. */
function readUnquoted(cursor: Cursor, before: readonly WordPiece[]): Part[] {
  const parts: Part[] = [];
  while (cursor.at < cursor.end) {
    if (skipContinuation(cursor)) continue;
    const char = peek(cursor);
    if (quoteAt(cursor)[1] > 0 || /[\s;&|)]/.test(char)) break;
    const isFirst = before.length === 0 && parts.length === 0;
    const template = templateLength(cursor);
    if (template > 0) parts.push(readTemplate(cursor, template, 'none'));
    else if (char === '$') parts.push(readDollar(cursor, 'none'));
    else if (char === '`') parts.push(readBackticks(cursor, 'none'));
    else if (char === '\\') parts.push(readEscape(cursor));
    else if ((char === '<' || char === '>') && isFirst && peek(cursor, 1) === '(')
      parts.push(readSubstitution(cursor, 2, false));
    else if (
      char === '(' &&
      before.length === 0 &&
      arrayAssignment.test(parts.map(({ text }) => text).join(''))
    ) {
      parts.push(readArray(cursor));
    } else if (/[<>(]/.test(char)) break;
    else parts.push(readPlain(cursor, 'none'));
  }
  return parts;
}

/** Reads as far as the characters mean themselves, but at least one. */
function readPlain(cursor: Cursor, style: Quote['style']): Part {
  const start = cursor.at;
  const pattern = (cursor.dialect === 'templated' ? plainBesideTemplates : plain)[style];
  pattern.lastIndex = start;
  cursor.at = pattern.test(cursor.text) ? Math.min(pattern.lastIndex, cursor.end) : start + 1;
  return { text: cursor.text.slice(start, cursor.at), span: { start, end: cursor.at }, exact: true };
}

/** A backslash and the character that it makes plain. To make, the shell's dollar sign is `$$`. */
function readEscape(cursor: Cursor): Part {
  const start = cursor.at;
  const isDollar = cursor.dialect === 'make' && peek(cursor, 1) === '$';
  const length = !isDollar ? 2 : peek(cursor, 2) === '$' ? 3 : 1;
  cursor.at = Math.min(cursor.end, start + length);
  return { text: cursor.text.slice(cursor.at - 1, cursor.at), span: { start, end: cursor.at }, exact: false };
}

/** What `$'\n'` and its like stand for; a backslash before anything else stays. */
const ansiCodes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};

function readAnsiEscape(cursor: Cursor): Part {
  const start = cursor.at;
  const rest = cursor.text.slice(start + 1, Math.min(cursor.end, start + 10));
  const coded = /^(?:x([\dA-Fa-f]{1,2})|u([\dA-Fa-f]{1,4})|U([\dA-Fa-f]{1,8}))/.exec(rest);
  const octal = /^[0-7]{1,3}/.exec(rest)?.[0];
  const code =
    coded !== null ? parseInt(coded[0].slice(1), 16) : octal === undefined ? undefined : parseInt(octal, 8);
  cursor.at = Math.min(cursor.end, start + 1 + (coded?.[0].length ?? octal?.length ?? 1));
  const letter = rest.charAt(0);
  const text =
    code === undefined
      ? (ansiCodes[letter] ?? `\\${letter}`)
      : code > 0x10ffff
        ? '\ufffd'
        : String.fromCodePoint(code);
  return { text, span: { start, end: cursor.at }, exact: false };
}

/** The elements of `NAME=(…)`. */
function readArray(cursor: Cursor): Part {
  const start = cursor.at;
  cursor.at += 1;
  deeper(cursor, () => cursor.readBracketed(cursor));
  if (peek(cursor) === ')') cursor.at += 1;
  else breakOff(cursor);
  return { text: unknownText, span: { start, end: cursor.at }, exact: false };
}
