import type { EditResult, TextEdit } from '../../edits/edit.ts';
import { outerOffset } from '../../yaml/embedded.ts';
import { placedEdits, type Excerpt } from './excerpt.ts';
import type { Dialect } from './shell/cursor.ts';
import { readScripts } from './shell/read-tokens.ts';

/** A script as its shell gets to read it, wherever it stands: a file of its own, a step of a workflow, a `RUN` line. */
export interface Script {
  readonly text: string;
  readonly dialect: Dialect;
  /** Only the words of the text are the file's own: it has them one by one, without a shell's quotes around them. */
  readonly isMadeUp?: true;
  /** The offset in the file of an offset in the text. */
  readonly placeOf: (offset: number) => number;
  /** Edits of the text as edits of the file, in the form of the place; a reason where that has no room for them. */
  readonly place: (edits: readonly TextEdit[]) => EditResult;
}

/** A file that is a script from end to end. */
export function wholeScript(text: string, dialect: Dialect): Script {
  return { text, dialect, placeOf: (offset) => offset, place: (edits) => ({ ok: true, edits }) };
}

/** A script whose lines stand in a file as they are, but for a margin. */
export function scriptInLines(excerpt: Excerpt, dialect: Dialect): Script {
  return {
    text: excerpt.text,
    dialect,
    placeOf: (offset) => outerOffset(excerpt, offset),
    place: (edits) => ({ ok: true, edits: placedEdits(excerpt, edits) }),
  };
}

/** Whether a script says exactly this. */
export function reads({ text, dialect, isMadeUp }: Script, other: string): boolean {
  if (text === other) return true;
  const words = isMadeUp === true ? wordsOf(text, dialect) : [];
  const others = wordsOf(other, dialect);
  return (
    isMadeUp === true && words.length === others.length && words.every((word, at) => word === others[at])
  );
}

/** The words of a command line, as the program gets them. */
export function wordsOf(text: string, dialect: Dialect): readonly string[] {
  const [tokens = []] = readScripts(text, 0, text.length, dialect);
  return tokens.flatMap((token) => (token.kind === 'word' ? [token.word.text] : []));
}
