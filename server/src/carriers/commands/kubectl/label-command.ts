import type { Span } from '../../../yaml/node.ts';
import { parseArguments, valueText } from '../arguments.ts';
import type { SimpleCommand } from '../shell/command.ts';
import { isKnown, sourceSpan, unknownText, type Word } from '../shell/word.ts';
import { kubectlFlags, kubectlIn } from './kubectl.ts';

/** `kubectl label namespace shop istio-injection=enabled`: what a command does to namespaces. */
export interface LabelCommand {
  readonly verb: 'label' | 'annotate';
  /** Their names; `undefined` stands for one that only the shell knows, or for all. */
  readonly namespaces: readonly (string | undefined)[];
  readonly marks: readonly PlacedMark[];
}

/** A label or annotation that is set or, without a value, taken away. */
export interface PlacedMark {
  readonly key: string;
  readonly value: string | undefined;
  /** In the script. */
  readonly span: Span;
}

const removal = /^([\w./-]+)-$/;

/** Reads a command as one that marks namespaces; absent if it does not, or only tries to. */
export function labelCommand(command: SimpleCommand): LabelCommand | undefined {
  const inside = kubectlIn(command);
  if (inside === undefined) return undefined;
  const args = parseArguments(inside, kubectlFlags);
  const isTrial = args.some(
    (arg) =>
      arg.kind === 'flag' &&
      (arg.name === 'list' ||
        (arg.name === 'dry-run' && (arg.value === undefined || valueText(arg.value) !== 'none'))),
  );
  const [verb, ...words] = args.flatMap((arg) => (arg.kind === 'flag' ? [] : [arg.word]));
  if (isTrial || (verb?.text !== 'label' && verb?.text !== 'annotate')) return undefined;
  const isMark = (word: Word): boolean => word.text.includes('=') || removal.test(word.text);
  const at = words.findIndex(isMark);
  const subjects = at === -1 ? [] : words.slice(0, at);
  const isAll = args.some((arg) => arg.kind === 'flag' && ['all', 'selector'].includes(arg.name));
  const namespaces = namespacesIn(subjects, isAll);
  if (namespaces === undefined) return undefined;
  return { verb: verb.text, namespaces, marks: words.slice(at).flatMap(markOf) };
}

/** `namespace a b`, `ns/a`; absent if they are anything else. */
function namespacesIn(words: readonly Word[], isAll: boolean): readonly (string | undefined)[] | undefined {
  const [kind, ...names] = words;
  if (kind === undefined) return undefined;
  if (/^(?:namespaces?|ns)$/.test(kind.text)) {
    return names.length === 0 && !isAll ? undefined : names.length === 0 ? [undefined] : names.map(nameOf);
  }
  const qualified = words.map(({ text }) => /^(?:namespaces?|ns)\/(.+)$/s.exec(text)?.[1]);
  return qualified.includes(undefined)
    ? undefined
    : qualified.map((name) => (name?.includes(unknownText) === true ? undefined : name));
}

function nameOf(word: Word): string | undefined {
  return isKnown(word) ? word.text : undefined;
}

/** A value that a variable hides says nothing. */
function markOf(word: Word): readonly PlacedMark[] {
  const { text } = word;
  const span = sourceSpan(word, 0, text.length);
  const removed = removal.exec(text)?.[1];
  if (removed !== undefined) return [{ key: removed, value: undefined, span }];
  const equals = text.indexOf('=');
  return equals <= 0 || !isKnown(word)
    ? []
    : [{ key: text.slice(0, equals), value: text.slice(equals + 1), span }];
}
