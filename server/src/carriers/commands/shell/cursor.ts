import type { Token } from './token.ts';

/**
 * A shell script; a recipe of a makefile, where `$` belongs to make and the shell's own is `$$`; or a script into which
 * another tool writes first, such as the step of a workflow.
 */
export type Dialect = 'shell' | 'make' | 'templated';

/** How deep substitutions may be nested before the reader gives up on a text. */
const maxDepth = 40;

/** A place in a script; reading moves it on. Shared by all readers of one text. */
export interface Cursor {
  readonly text: string;
  readonly end: number;
  readonly dialect: Dialect;
  at: number;
  depth: number;
  /** The text ended within a quote or a substitution, or is nested too deeply. */
  broken: boolean;
  /** The scripts inside `$(…)` and `<(…)`, in the order in which they end. */
  readonly nested: (readonly Token[])[];
  /** Reads commands up to a closing bracket of their own or to the end; leaves the bracket unread. */
  readonly readBracketed: (cursor: Cursor) => readonly Token[];
}

/** The character `ahead` places on; empty behind the end. */
export function peek(cursor: Cursor, ahead = 0): string {
  const at = cursor.at + ahead;
  return at < cursor.end ? cursor.text.charAt(at) : '';
}

/** Whether a text stands at the cursor, before its end. */
export function startsWith(cursor: Cursor, text: string): boolean {
  return cursor.at + text.length <= cursor.end && cursor.text.startsWith(text, cursor.at);
}

/** The length of the line break at the cursor: 0, 1 or, for CRLF, 2. */
export function lineBreakLength(cursor: Cursor, ahead = 0): number {
  if (peek(cursor, ahead) === '\n') return 1;
  return peek(cursor, ahead) === '\r' && peek(cursor, ahead + 1) === '\n' ? 2 : 0;
}

/** Moves over a backslash with a line break behind it, which joins two lines; says whether there was one. */
export function skipContinuation(cursor: Cursor): boolean {
  const length = peek(cursor) === '\\' ? lineBreakLength(cursor, 1) : 0;
  if (length > 0) cursor.at += 1 + length;
  return length > 0;
}

/** Gives up on the rest of the text. */
export function breakOff(cursor: Cursor): void {
  cursor.broken = true;
  cursor.at = cursor.end;
}

/** Runs a reader one level deeper. */
export function deeper<T>(cursor: Cursor, read: () => T): T | undefined {
  if (cursor.depth >= maxDepth) {
    breakOff(cursor);
    return undefined;
  }
  cursor.depth += 1;
  const result = read();
  cursor.depth -= 1;
  return result;
}
