import { breakOff, deeper, peek, startsWith, type Cursor } from './cursor.ts';
import { printedFolder, trimmedFolder, type OwnFolder } from './own-folder.ts';
import { unknownText, type Quote, type WordPiece } from './word.ts';

/** A piece of a word before it is known how far its quoting goes. */
export type Part = Omit<WordPiece, 'quote'>;

/**
 * Reads what begins with a dollar sign: a variable, a substitution, arithmetic; in a makefile also make's own
 * references. A dollar sign that begins nothing is itself.
 */
export function readDollar(cursor: Cursor, style: Quote['style']): Part {
  if (cursor.dialect !== 'make') return readShellExpansion(cursor, 1, style);
  if (!startsWith(cursor, '$$')) return readMakeReference(cursor, style);
  return style === 'single' ? partOf(cursor, 2, { text: '$' }) : readShellExpansion(cursor, 2, style);
}

/** Reads what another tool will replace, whatever it may put there. */
export function readTemplate(cursor: Cursor, length: number, style: Quote['style']): Part {
  return partOf(cursor, length, { text: unknownText, splits: style === 'none' });
}

/** Reads a command substitution in backticks; the commands in it are not looked at. */
export function readBackticks(cursor: Cursor, style: Quote['style']): Part {
  const start = cursor.at;
  let at = start + 1;
  while (at < cursor.end && cursor.text[at] !== '`') at += cursor.text[at] === '\\' ? 2 : 1;
  if (at >= cursor.end) breakOff(cursor);
  else cursor.at = at + 1;
  return inFolder(
    unknownFrom(cursor, start, style === 'none'),
    printedFolder(cursor.text.slice(start + 1, at)),
  );
}

/** Reads `<(…)`, `$(…)` or the like: `opening` characters, commands, a closing bracket. */
export function readSubstitution(cursor: Cursor, opening: number, splits: boolean): Part {
  const start = cursor.at;
  cursor.at += opening;
  const tokens = deeper(cursor, () => cursor.readBracketed(cursor));
  if (tokens !== undefined) cursor.nested.push(tokens);
  if (peek(cursor) === ')') cursor.at += 1;
  else breakOff(cursor);
  return unknownFrom(cursor, start, splits);
}

function readShellExpansion(cursor: Cursor, dollars: number, style: Quote['style']): Part {
  const splits = style === 'none';
  const next = peek(cursor, dollars);
  if (next === '(') {
    const arithmetic = peek(cursor, dollars + 1) === '(' ? arithmeticLength(cursor, dollars) : undefined;
    if (arithmetic === undefined) {
      const part = readSubstitution(cursor, dollars + 1, splits);
      const { start, end } = part.span;
      return inFolder(part, printedFolder(cursor.text.slice(start + dollars + 1, end - 1)));
    }
    return partOf(cursor, arithmetic, { text: unknownText, splits });
  }
  if (next === '{') return readBraces(cursor, dollars, splits);
  const rest = cursor.text.slice(cursor.at + dollars, Math.min(cursor.end, cursor.at + dollars + 200));
  const name = /^[A-Za-z_]\w*/.exec(rest)?.[0];
  if (name !== undefined) {
    return partOf(cursor, dollars + name.length, {
      text: unknownText,
      splits,
      variable: { name, of: 'shell' },
    });
  }
  if (/^[@*#?$!\d-]/.test(next))
    return partOf(cursor, dollars + 1, { text: unknownText, splits: splits || next === '@' });
  return partOf(cursor, dollars, { text: '$' });
}

/** `$((…))`: its length, if the two brackets close together. */
function arithmeticLength(cursor: Cursor, dollars: number): number | undefined {
  let depth = 0;
  for (let at = cursor.at + dollars; at < cursor.end; at++) {
    const char = cursor.text[at];
    if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if (depth === 1 && char === ')') return cursor.text[at + 1] === ')' ? at + 2 - cursor.at : undefined;
  }
  return undefined;
}

/** The part as a path, where it stands for a folder that the file tells. */
function inFolder(part: Part, folder: OwnFolder | undefined): Part {
  if (folder === undefined) return part;
  const { path, variable } = folder;
  if (variable !== undefined) return { ...part, variable: { ...variable, tail: path } };
  return { text: path, span: part.span, exact: false };
}

/** `NAME`, `NAME:-plain text`, `NAME:=plain text`. */
const parameter = /^(?<name>[A-Za-z_]\w*)(?::?[-=](?<fallback>"[^"$`\\]*"|'[^']*'|[^"'$`\\{}]*))?$/;

function readBraces(cursor: Cursor, dollars: number, splits: boolean): Part {
  const start = cursor.at;
  const close = closingBrace(cursor, start + dollars + 1);
  if (close === undefined) {
    breakOff(cursor);
    return unknownFrom(cursor, start, splits);
  }
  const inside = cursor.text.slice(start + dollars + 1, close);
  cursor.at = close + 1;
  const folder = trimmedFolder(inside);
  if (folder !== undefined) return inFolder(unknownFrom(cursor, start, splits), folder);
  const groups = parameter.exec(inside)?.groups;
  const name = groups?.['name'];
  const fallback = groups?.['fallback']?.replace(/^(["'])(.*)\1$/s, '$2');
  const variable =
    name === undefined
      ? {}
      : { variable: { name, of: 'shell' as const, ...(fallback === undefined ? {} : { fallback }) } };
  return { ...unknownFrom(cursor, start, splits || inside.includes('@')), ...variable };
}

function closingBrace(cursor: Cursor, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < cursor.end; at++) {
    const char = cursor.text[at];
    if (char === '\\') at += 1;
    else if (char === '{' && cursor.text[at - 1] === '$') depth += 1;
    else if (char === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

/** `$(NAME)`, `${NAME}` or `$X` of make, functions such as `$(shell …)` included. */
function readMakeReference(cursor: Cursor, style: Quote['style']): Part {
  const start = cursor.at;
  const splits = style === 'none';
  const open = peek(cursor, 1);
  if (open !== '(' && open !== '{') {
    if (open === '' || /\s/.test(open)) return partOf(cursor, 1, { text: '$' });
    return partOf(cursor, 2, { text: unknownText, splits, variable: { name: open, of: 'make' } });
  }
  const close = open === '(' ? ')' : '}';
  let depth = 0;
  for (let at = start + 1; at < cursor.end; at++) {
    if (cursor.text[at] === open) depth += 1;
    else if (cursor.text[at] === close) depth -= 1;
    if (depth === 0) {
      const name = cursor.text.slice(start + 2, at);
      const variable = /^[\w.-]+$/.test(name) ? { variable: { name, of: 'make' as const } } : {};
      cursor.at = at + 1;
      return { ...unknownFrom(cursor, start, splits), ...variable };
    }
  }
  breakOff(cursor);
  return unknownFrom(cursor, start, splits);
}

/** A part of `length` characters that stands for something else. */
function partOf(
  cursor: Cursor,
  length: number,
  part: { readonly text: string; readonly splits?: boolean; readonly variable?: WordPiece['variable'] },
): Part {
  const start = cursor.at;
  cursor.at = Math.min(cursor.end, start + length);
  const { text, splits, variable } = part;
  return {
    text,
    span: { start, end: cursor.at },
    exact: false,
    ...(splits === true ? { splits } : {}),
    ...(variable === undefined ? {} : { variable }),
  };
}

function unknownFrom(cursor: Cursor, start: number, splits: boolean): Part {
  return {
    text: unknownText,
    span: { start, end: cursor.at },
    exact: false,
    ...(splits ? { splits: true } : {}),
  };
}
