import type { TextEdit } from '../../../edits/edit.ts';
import type { Dialect } from '../shell/cursor.ts';
import { piecesWithin, sourceSpan, UNKNOWN, type Word } from '../shell/word.ts';
import { quotedArgument, quotedText } from './quote-text.ts';

/**
 * Replaces the characters `[from, to)` of a word's text, in the quoting they stand in. A range that begins and ends in
 * different quotes makes the whole word be quoted anew, if the file tells all of it.
 */
export function replaceInWord(
  word: Word,
  from: number,
  to: number,
  newText: string,
  dialect: Dialect,
): TextEdit | undefined {
  const pieces =
    from < to ? piecesWithin(word, from, to) : piecesWithin(word, Math.max(0, from - 1), Math.max(1, from));
  const quote = pieces[0]?.quote ?? word.pieces[0]?.quote;
  if (quote === undefined) return undefined;
  if (pieces.every((piece) => piece.quote === quote)) {
    const quoted = quotedText(newText, quote.style, dialect);
    return quoted === undefined ? undefined : { span: sourceSpan(word, from, to), newText: quoted };
  }
  const text = word.text.slice(0, from) + newText + word.text.slice(to);
  const isTold = !text.includes(UNKNOWN) && word.pieces.every(({ variable }) => variable === undefined);
  const style = word.pieces.find((piece) => piece.quote.style !== 'none')?.quote.style ?? 'none';
  const quoted = isTold ? quotedArgument(text, style, dialect) : undefined;
  return quoted === undefined ? undefined : { span: word.span, newText: quoted };
}
