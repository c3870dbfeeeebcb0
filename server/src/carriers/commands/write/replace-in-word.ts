import type { TextEdit } from '../../../edits/edit.ts';
import type { Span } from '../../../yaml/node.ts';
import type { Dialect } from '../shell/cursor.ts';
import {
  piecesWithin,
  sourceSpan,
  unknownText,
  type Quote,
  type Word,
  type WordPiece,
} from '../shell/word.ts';
import { quotedArgument, quotedText } from './quote-text.ts';

/**
 * Replaces the characters `[from, to)` of a word's text, in the quoting they stand in. A range that cuts through quotes
 * makes the whole word be quoted anew, if the file tells all of it.
 */
export function replaceInWord(
  word: Word,
  from: number,
  to: number,
  newText: string,
  dialect: Dialect,
): TextEdit | undefined {
  const place = placeIn(word, from, to);
  const inPlace = place && quotedText(newText, place.style, dialect);
  if (place !== undefined && inPlace !== undefined) return { span: place.span, newText: inPlace };
  const text = word.text.slice(0, from) + newText + word.text.slice(to);
  const isTold = !text.includes(unknownText) && word.pieces.every(({ variable }) => variable === undefined);
  const style = word.pieces.find((piece) => piece.quote.style !== 'none')?.quote.style ?? 'none';
  const anew = isTold ? quotedArgument(text, style, dialect) : undefined;
  return anew === undefined ? undefined : { span: word.span, newText: anew };
}

interface Place {
  readonly span: Span;
  readonly style: Quote['style'];
}

/** Where the characters stand and under which quotes; whole quotes within the range go with them. */
function placeIn(word: Word, from: number, to: number): Place | undefined {
  if (from === to) {
    const empty = emptyQuotesAt(word, from);
    if (empty !== undefined) return { span: empty.span, style: empty.quote.style };
    const before = piecesWithin(word, from - 1, from)[0] ?? word.pieces[0];
    return before && { span: sourceSpan(word, from, to), style: before.quote.style };
  }
  const pieces = piecesWithin(word, from, to);
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const span = sourceSpan(word, from, to);
  if (pieces.every(({ quote }) => quote === first.quote)) return { span, style: first.quote.style };
  const start = first.quote.style === 'none' ? span.start : first.quote.span.start;
  const end = last.quote.style === 'none' ? span.end : last.quote.span.end;
  const isWhole = word.pieces.every(
    (piece) => pieces.includes(piece) || (piece.quote !== first.quote && piece.quote !== last.quote),
  );
  const isOpen = first.quote.style === 'none' && last.quote.style === 'none';
  return isOpen || isWhole ? { span: { start, end }, style: 'none' } : undefined;
}

/** The `""` that stands at a place of a word's text. */
function emptyQuotesAt(word: Word, index: number): WordPiece | undefined {
  let before = 0;
  for (const piece of word.pieces) {
    if (before === index && piece.text === '' && piece.quote.style !== 'none') return piece;
    before += piece.text.length;
  }
  return undefined;
}
