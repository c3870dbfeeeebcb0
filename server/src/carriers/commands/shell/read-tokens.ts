import { lineBreakLength, peek, skipContinuation, type Cursor, type Dialect } from './cursor.ts';
import { readHereDocument } from './here-document.ts';
import { readWord } from './read-word.ts';
import { templateLength } from './template.ts';
import type { Redirect, Token } from './token.ts';
import { bareText } from './word.ts';

const operator = /&&|\|\||;;&|;&|;;|\|&|[;&|()]/y;
const redirection = /(?:\d+|\{\w+\})?(?:<<-|<<<|<<|<&|<>|>>|>&|>\||&>>|&>|<|>)/y;
/** Words behind which a command begins. */
const openers = new Set(['if', 'then', 'else', 'elif', 'do', 'while', 'until', '!', '{', 'time']);

/**
 * The tokens of a script between two offsets, and those of the scripts inside its substitutions. Line breaks that
 * end a command are operators. Offsets count from the beginning of `text`. Never throws.
 */
export function readScripts(
  text: string,
  start: number,
  end: number,
  dialect: Dialect,
): readonly (readonly Token[])[] {
  const cursor: Cursor = {
    text,
    end,
    dialect,
    at: start,
    depth: 0,
    broken: false,
    nested: [],
    readBracketed: (inner) => readTokens(inner, true),
  };
  const main = readTokens(cursor, false);
  return [main, ...cursor.nested];
}

/** Reads on to the end; with `bracketed`, to a closing bracket that nothing before has opened. */
function readTokens(cursor: Cursor, bracketed: boolean): readonly Token[] {
  const tokens: Token[] = [];
  const pending: number[] = [];
  let brackets = 0;
  let cases = 0;
  let atCommand = true;

  while ((skipBlanks(cursor), cursor.at < cursor.end)) {
    const lineBreak = lineBreakLength(cursor);
    if (lineBreak > 0) {
      tokens.push({ kind: 'operator', text: '\n', span: { start: cursor.at, end: cursor.at + lineBreak } });
      cursor.at += lineBreak;
      for (const index of pending.splice(0)) addBody(cursor, tokens, index);
      atCommand = true;
      continue;
    }
    if (peek(cursor) === ')' && bracketed && brackets === 0 && cases === 0) return tokens;
    const redirect = templateLength(cursor) > 0 ? undefined : readRedirect(cursor);
    if (redirect !== undefined) {
      if (redirect.operator === '<<' || redirect.operator === '<<-') pending.push(tokens.length);
      tokens.push({ kind: 'redirect', redirect });
      if (cursor.broken) break;
      continue;
    }
    operator.lastIndex = cursor.at;
    const symbol = operator.exec(cursor.text)?.[0];
    if (symbol !== undefined) {
      tokens.push({
        kind: 'operator',
        text: symbol,
        span: { start: cursor.at, end: cursor.at + symbol.length },
      });
      cursor.at += symbol.length;
      if (symbol === '(') brackets += 1;
      else if (symbol === ')') brackets = Math.max(0, brackets - 1);
      atCommand = true;
      continue;
    }
    const at = cursor.at;
    const word = readWord(cursor);
    if (cursor.broken) {
      tokens.push({ kind: 'broken', at });
      break;
    }
    if (cursor.at === at) cursor.at += 1;
    else tokens.push({ kind: 'word', word });
    const bare = bareText(word);
    if (atCommand && bare === 'case') cases += 1;
    else if (atCommand && bare === 'esac') cases = Math.max(0, cases - 1);
    atCommand = atCommand && bare !== undefined && openers.has(bare);
  }
  return tokens;
}

/** Moves over blanks, joined lines and a comment. A comment goes to the end of its line, whatever backslash ends it. */
function skipBlanks(cursor: Cursor): void {
  for (;;) {
    if (skipContinuation(cursor)) continue;
    const char = peek(cursor);
    if (char === '#') {
      while (cursor.at < cursor.end && lineBreakLength(cursor) === 0) cursor.at += 1;
      return;
    }
    if (char === '' || !/\s/.test(char) || lineBreakLength(cursor) > 0) return;
    cursor.at += 1;
  }
}

function readRedirect(cursor: Cursor): Redirect | undefined {
  redirection.lastIndex = cursor.at;
  const found = redirection.exec(cursor.text)?.[0];
  if (found === undefined || cursor.at + found.length > cursor.end) return undefined;
  const isProcess = /^[<>]$/.test(found) && cursor.text[cursor.at + 1] === '(';
  if (isProcess) return undefined;
  const start = cursor.at;
  cursor.at += found.length;
  while (peek(cursor) === ' ' || peek(cursor) === '\t' || skipContinuation(cursor)) {
    if (peek(cursor) === ' ' || peek(cursor) === '\t') cursor.at += 1;
  }
  const before = cursor.at;
  const target = readWord(cursor);
  const named = cursor.at > before ? target : undefined;
  const descriptor = /^(?:\d+|\{\w+\})?/.exec(found)?.[0] ?? '';
  const span = { start, end: named?.span.end ?? before };
  return { operator: found.slice(descriptor.length), descriptor, target: named, span };
}

function addBody(cursor: Cursor, tokens: Token[], index: number): void {
  const token = tokens[index];
  if (token?.kind !== 'redirect') return;
  const body = readHereDocument(cursor, token.redirect);
  tokens[index] = { kind: 'redirect', redirect: { ...token.redirect, body } };
}
