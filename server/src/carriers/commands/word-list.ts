import { applyEdits, refused, type EditResult, type TextEdit } from '../../edits/edit.ts';
import { outerOffset, type Run } from '../../yaml/embedded.ts';
import type { Span } from '../../yaml/node.ts';
import { wordsOf, type Script } from './script.ts';

/** A word of a command that a file has as an item of a list rather than on a command line. */
export interface ListedWord {
  /** With its quotes. */
  readonly span: Span;
  /** As the program gets it; absent where only another tool knows. */
  readonly text: string | undefined;
  /** It may as well be no word, or several. */
  readonly splits?: true;
  /** The offset in the file of an offset in the text. */
  readonly placeOf: (offset: number) => number;
}

/** What a change makes of a list of words. */
export type WordChange =
  | { readonly op: 'insert'; readonly behind: number; readonly texts: readonly string[] }
  | { readonly op: 'replace'; readonly texts: ReadonlyMap<number, string> };

/**
 * A command whose words stand in lists, as a command line that a shell would read back as the same words.
 *
 * @param program what the words are arguments of, where that is not the first of them
 * @param write the edits of the file for a change of the words
 */
export function scriptOfWords(
  words: readonly ListedWord[],
  program: string | undefined,
  write: (change: WordChange) => EditResult,
): Script {
  const runs: Run[] = [{ inner: 0, outer: words[0]?.span.start ?? 0 }];
  let line = program === undefined ? '' : `${program} `;
  const programWords = wordsOf(line, 'templated').length;
  for (const word of words) {
    for (const [piece, outer] of piecesOf(word)) {
      runs.push({ inner: line.length, outer });
      line += piece;
    }
  }
  return {
    text: line,
    dialect: 'templated',
    isMadeUp: true,
    placeOf: (offset) => outerOffset({ runs }, offset),
    place: (edits) => {
      const change = wordChange(line, edits, programWords);
      return change === undefined ? refused('unsupported-layout') : write(change);
    },
  };
}

/** A word in a shell's quotes and a blank, with the place in the file that each part stands for. */
function piecesOf({
  span,
  text,
  splits,
  placeOf,
}: ListedWord): readonly (readonly [piece: string, outer: number])[] {
  if (text === undefined) return [[splits === true ? '$_ ' : '"$_" ', span.start]];
  const isPlain = /^[\w@%+=:,./-]+$/.test(text);
  const characters = Array.from({ length: text.length }, (_, at) => {
    const character = text.charAt(at);
    return [isPlain ? character : escaped(character, text.charAt(at + 1)), placeOf(at)] as const;
  });
  const behind = Math.min(span.end, placeOf(text.length));
  return isPlain ? [...characters, [' ', behind]] : [['"', span.start], ...characters, ['" ', behind]];
}

/** `$(X)` and `${X}` are put in by Kubernetes, compose and the like: to the reader they are as unknown as the shell's. */
function escaped(character: string, next: string): string {
  const isLiteral = /["\\`]/.test(character) || (character === '$' && !/[({[]/.test(next));
  return isLiteral ? `\\${character}` : character;
}

/** What edits of the line do to the words behind the program's; absent where they do more than one thing. */
function wordChange(line: string, edits: readonly TextEdit[], programWords: number): WordChange | undefined {
  const before = wordsOf(line, 'templated').slice(programWords);
  const after = wordsOf(applyEdits(line, edits), 'templated').slice(programWords);
  if (after.length === before.length) {
    const changed = after.flatMap((word, index) => (word === before[index] ? [] : [[index, word] as const]));
    return { op: 'replace', texts: new Map(changed) };
  }
  const common = before.findIndex((word, index) => word !== after[index]);
  const kept = common === -1 ? before.length : common;
  const texts = after.slice(kept, kept + after.length - before.length);
  return kept > 0 && texts.length > 0 ? { op: 'insert', behind: kept - 1, texts } : undefined;
}
