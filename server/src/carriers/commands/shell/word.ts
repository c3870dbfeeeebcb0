import type { Span } from '../../../yaml/node.ts';
import { ownText } from '../../../yaml/own-text.ts';

/**
 * Stands in an argument's text for a part that only the shell, Ansible or Terraform will know. NUL cannot be part of any
 * argument.
 */
export const unknownText = '\0';

/** A stretch of a word under one kind of quoting, with the quotes themselves. */
export interface Quote {
  readonly style: 'none' | 'single' | 'double' | 'ansi';
  readonly span: Span;
}

/** A variable that a word names; `fallback` is the text of `${NAME:-text}`. */
export interface Variable {
  readonly name: string;
  /** Make replaces `$(NAME)` before the shell sees `$NAME`. */
  readonly of: 'shell' | 'make';
  readonly fallback?: string;
  /** What stands behind its text: `/..` of `$(cd "$HERE/.." && pwd)`. */
  readonly tail?: string;
}

/** A part of a word: plain text, an escape, or something that the shell or make puts in. */
export interface WordPiece {
  /** What the program will see; `unknownText` for what the file does not tell. */
  readonly text: string;
  readonly span: Span;
  readonly quote: Quote;
  /** The text stands in the file exactly so, character by character. */
  readonly exact: boolean;
  readonly variable?: Variable;
  /** The shell may make several words of it, or none: `$ARGS` without quotes, `"$@"`. */
  readonly splits?: true;
}

/** One argument of a command as it stands in the file. */
export interface Word {
  readonly pieces: readonly WordPiece[];
  /** The texts of all pieces. */
  readonly text: string;
  /** The word in the file, with its quotes. */
  readonly span: Span;
}

/** A word of these pieces, in their order. `span` is where it stands in the file, its quotes included. */
export function wordOf(pieces: readonly WordPiece[], span: Span): Word {
  return { pieces, text: ownText(pieces.map((piece) => piece.text).join('')), span };
}

/** Whether the file tells all of the word. */
export function isKnown(word: Word): boolean {
  return !word.text.includes(unknownText);
}

/** The text of a word without quotes, escapes or variables, as keywords of the shell must be; else undefined. */
export function bareText(word: Word): string | undefined {
  return word.pieces.every((piece) => piece.exact && piece.quote.style === 'none') ? word.text : undefined;
}

/** Whether the word may turn out to be any number of words. */
export function maySplit(word: Word): boolean {
  return word.pieces.some((piece) => piece.splits === true);
}

/** The place in the file of the characters `[from, to)` of a word's text. An empty range lies behind the one before it. */
export function sourceSpan(word: Word, from: number, to: number): Span {
  const start =
    from < to ? edgeOf(word, from, 'start') : from > 0 ? edgeOf(word, from - 1, 'end') : word.span.start;
  return { start, end: from < to ? edgeOf(word, to - 1, 'end') : start };
}

function edgeOf(word: Word, index: number, edge: 'start' | 'end'): number {
  let before = 0;
  for (const piece of word.pieces) {
    const within = index - before;
    if (within < piece.text.length) {
      if (!piece.exact) return piece.span[edge];
      return piece.span.start + within + (edge === 'end' ? 1 : 0);
    }
    before += piece.text.length;
  }
  return word.span.end;
}

/** The pieces that hold the characters `[from, to)` of a word's text. */
export function piecesWithin(word: Word, from: number, to: number): readonly WordPiece[] {
  let before = 0;
  return word.pieces.filter((piece) => {
    const start = before;
    before += piece.text.length;
    return start < to && before > from;
  });
}

/**
 * The characters `[from, to)` of a word's text with the names of variables where the file does not tell what they hold: two
 * words that agree in this name the same thing, as long as the variables keep what they hold. Absent where something else is
 * unknown.
 */
export function textWithNames(word: Word, from = 0, to = word.text.length): string | undefined {
  let before = 0;
  let text = '';
  for (const { text: own, variable } of word.pieces) {
    const start = before;
    before += own.length;
    if (before <= from || start >= to) continue;
    if (!own.includes(unknownText)) text += own.slice(Math.max(0, from - start), to - start);
    else if (variable === undefined) return undefined;
    else
      text += [unknownText, variable.of, variable.name, variable.fallback, variable.tail, unknownText].join(
        ' ',
      );
  }
  return text;
}
