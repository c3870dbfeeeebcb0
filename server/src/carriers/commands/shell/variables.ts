import type { Pipeline } from './command.ts';
import { bareText, isKnown, unknownText, wordOf, type Variable, type Word, type WordPiece } from './word.ts';

/** The text of a variable that stands at an offset, if the file tells it. */
export type Lookup = (variable: Variable, at: number) => string | undefined;

/** One assignment: its value with variables still in it, undefined if it cannot be told, and where it begins and ends. */
interface Assignment {
  readonly name: string;
  readonly value: Word | string | undefined;
  readonly start: number;
  readonly end: number;
}

const assignmentHead = /^([A-Za-z_]\w*)(\+?)=/;
const declaring = new Set(['export', 'readonly', 'declare', 'typeset', 'local']);
const assigning = new Set([
  'for',
  'select',
  'read',
  'mapfile',
  'readarray',
  'getopts',
  'unset',
  'let',
  'printf',
]);
/** No version or file name is longer; variables that double each other stop here. */
const maxLength = 500;

/**
 * Looks variables up in a script. One is told if the whole script assigns it in a single place and whatever it
 * meets: not in a branch, a loop or a substitution, not by `read` or `+=`; and only behind that place. A variable that the
 * script leaves alone has the fallback that stands beside it; `PWD` is the folder from which paths count.
 */
export function shellVariables(pipelines: readonly Pipeline[], text: string): Lookup {
  const assignments = [...pipelines.flatMap(assignmentsIn), ...arithmeticAssignments(text)];
  const single = new Map<string, Assignment | undefined>();
  for (const assignment of assignments) {
    single.set(assignment.name, single.has(assignment.name) ? undefined : assignment);
  }
  const told = new Map<string, string | undefined>();
  const lookup: Lookup = ({ name, fallback }, at) => {
    if (!single.has(name)) return fallback ?? (name === 'PWD' ? '.' : undefined);
    const assignment = single.get(name);
    if (assignment === undefined || at < assignment.start) return undefined;
    return at < assignment.end ? fallback : told.get(name);
  };
  for (const { name, value } of assignments) {
    const known = typeof value === 'object' ? assignedText(value, lookup) : value;
    told.set(name, known !== undefined && known.length <= maxLength ? known : undefined);
  }
  return lookup;
}

/** A word with the variables in it replaced where they are told. Its pieces keep their places in the file. */
export function resolved(word: Word, lookup: Lookup): Word {
  if (isKnown(word)) return word;
  return wordOf(
    word.pieces.map((piece) => resolvedPiece(piece, lookup)),
    word.span,
  );
}

function resolvedPiece(piece: WordPiece, lookup: Lookup): WordPiece {
  const text = piece.variable && toldText(piece.variable, piece.span.start, lookup);
  if (text === undefined) return piece;
  const { splits, ...rest } = piece;
  // Without quotes the shell splits a value at blanks, drops an empty one and lets patterns match files.
  return splits === true && /[\s*?[]|^$/.test(text) ? piece : { ...rest, text };
}

function toldText(variable: Variable, at: number, lookup: Lookup): string | undefined {
  const text = lookup(variable, at);
  return text === undefined ? undefined : `${text}${variable.tail ?? ''}`;
}

function assignmentsIn(pipeline: Pipeline): readonly Assignment[] {
  return pipeline.flatMap(({ words, conditional }) => {
    const isCertain = !conditional && pipeline.length === 1;
    const verb = words[0] === undefined ? undefined : bareText(words[0]);
    if (verb === ':') return words.slice(1).flatMap(defaultsIn);
    if (verb !== undefined && assigning.has(verb)) return words.map((word) => untold(word.text, word.span));
    const assigned = verb !== undefined && declaring.has(verb) ? words.slice(1) : words;
    // `NAME=x command` gives the variable to that command alone.
    if (assigned === words && !words.every(({ text }) => assignmentHead.test(text))) return [];
    return assigned.flatMap((word) => {
      const [, name, plus] = assignmentHead.exec(word.text) ?? [];
      if (name === undefined) return [];
      return [{ name, value: isCertain && plus === '' ? word : undefined, ...word.span }];
    });
  });
}

/** `: "${NAME:=text}"` assigns where the environment has no value. */
function defaultsIn(word: Word): readonly Assignment[] {
  return word.pieces.flatMap(({ variable, span }) =>
    variable?.fallback === undefined ? [] : [{ name: variable.name, value: variable.fallback, ...span }],
  );
}

function arithmeticAssignments(text: string): readonly Assignment[] {
  const found = text.matchAll(/\(\(\s*([A-Za-z_]\w*)\s*(?:[-+*/]?=[^=]|\+\+|--)/g);
  return Array.from(found, ([, name = '']) => untold(name, { start: 0, end: 0 }));
}

function untold(name: string, span: { readonly start: number; readonly end: number }): Assignment {
  return { name, value: undefined, ...span };
}

/** The right side of an assignment word, where nothing is split. */
function assignedText(word: Word, lookup: Lookup): string | undefined {
  const text = word.pieces
    .map((piece) =>
      piece.variable === undefined
        ? piece.text
        : (toldText(piece.variable, piece.span.start, lookup) ?? unknownText),
    )
    .join('');
  return text.includes(unknownText) ? undefined : text.replace(assignmentHead, '');
}
