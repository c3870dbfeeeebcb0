import type { TextEdit } from '../../../edits/edit.ts';
import type { Dialect } from '../shell/cursor.ts';
import { piecesWithin, sourceSpan, UNKNOWN, type Word, type WordPiece } from '../shell/word.ts';
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
  const emptyQuotes = from === to ? emptyPieceAt(word, from) : undefined;
  if (emptyQuotes !== undefined) {
    const quoted = quotedText(newText, emptyQuotes.quote.style, dialect);
    return quoted === undefined ? undefined : { span: emptyQuotes.span, newText: quoted };
  }
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

/** The `""` that stands at a place of a word's text. */
function emptyPieceAt(word: Word, index: number): WordPiece | undefined {
  let before = 0;
  for (const piece of word.pieces) {
    if (before === index && piece.text === '' && piece.quote.style !== 'none') return piece;
    before += piece.text.length;
  }
  return undefined;
}
