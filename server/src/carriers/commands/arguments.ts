import { maySplit, unknownText, type Word } from './shell/word.ts';

/** The text of a flag's value: the characters of a word from `from` on. */
export interface FlagValue {
  readonly word: Word;
  readonly from: number;
}

/** A flag of a command line, or a word that is none. `opaque`: the shell may make any arguments of it. */
export type Argument =
  | { readonly kind: 'flag'; readonly name: string; readonly word: Word; readonly value?: FlagValue }
  | { readonly kind: 'positional'; readonly word: Word }
  | { readonly kind: 'opaque'; readonly word: Word };

/** The flags of a tool that take a value, by long name; short flags by their letter. */
export interface FlagSyntax {
  readonly withValue: ReadonlySet<string>;
  readonly short: Readonly<Record<string, string>>;
}

/** Takes a command line apart as Helm's and Cilium's flag library does: `--f=v`, `--f v`, `-f v`, `-fv`, `-if v`, `--`. */
export function parseArguments(words: readonly Word[], syntax: FlagSyntax): readonly Argument[] {
  const result: Argument[] = [];
  let flagsEnded = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) break;
    const next = words[index + 1];
    if (flagsEnded || !word.text.startsWith('-') || word.text === '-') {
      result.push({ kind: maySplit(word) ? 'opaque' : 'positional', word });
    } else if (word.text === '--') {
      flagsEnded = true;
    } else {
      const flag = word.text.startsWith('--') ? longFlag(word, next, syntax) : shortFlag(word, next, syntax);
      result.push(flag);
      if (flag.kind === 'flag' && flag.value !== undefined && flag.value.word !== word) index += 1;
    }
  }
  return result;
}

function longFlag(word: Word, next: Word | undefined, syntax: FlagSyntax): Argument {
  const equals = word.text.indexOf('=');
  const name = word.text.slice(2, equals === -1 ? undefined : equals);
  if (name.includes(unknownText)) return { kind: 'opaque', word };
  if (equals !== -1) return { kind: 'flag', name, word, value: { word, from: equals + 1 } };
  if (!syntax.withValue.has(name) || next === undefined) return { kind: 'flag', name, word };
  return { kind: 'flag', name, word, value: { word: next, from: 0 } };
}

/** Letters without a value may stand together; the first one with a value takes the rest, or the next word. */
function shortFlag(word: Word, next: Word | undefined, syntax: FlagSyntax): Argument {
  if (word.text.includes(unknownText) && word.text.indexOf(unknownText) < 2) return { kind: 'opaque', word };
  let name = word.text.charAt(1);
  for (let at = 1; at < word.text.length; at++) {
    name = syntax.short[word.text.charAt(at)] ?? word.text.charAt(at);
    if (!syntax.withValue.has(name)) continue;
    const from = word.text.charAt(at + 1) === '=' ? at + 2 : at + 1;
    if (from < word.text.length) return { kind: 'flag', name, word, value: { word, from } };
    return next === undefined
      ? { kind: 'flag', name, word }
      : { kind: 'flag', name, word, value: { word: next, from: 0 } };
  }
  return { kind: 'flag', name, word };
}

/** The text of a flag's value. */
export function valueText({ word, from }: FlagValue): string {
  return word.text.slice(from);
}
