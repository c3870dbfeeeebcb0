import type { Span } from '../../yaml/node.ts';
import type { ParsedSet, SetAssignment, SetKind, SetPath } from '../strvals/assignment.ts';
import { parseSet } from '../strvals/parse-set.ts';
import { typedValue } from '../strvals/typed-value.ts';
import { valueText, type Argument, type FlagValue } from './arguments.ts';
import { ciliumValueFlags } from './helm-flags.ts';
import { sourceSpan } from './shell/word.ts';

/**
 * How an argument sets values: by Helm's grammar, or as older versions of the Cilium command line did. `config`:
 * `--config key=value` writes agent flags, as the chart's `extraConfig` does; `flag`: a flag that stands for one value.
 */
export type SetSyntax = SetKind | 'config' | 'flag';

/** An argument of a command that sets values of the chart. */
export interface SetArgument {
  readonly syntax: SetSyntax;
  /** The name without dashes, such as `set` or `helm-set`. */
  readonly flag: string;
  readonly argument: Argument & { readonly kind: 'flag' };
  readonly value: FlagValue;
  /** Spans count from the beginning of the flag's value. */
  readonly parsed: ParsedSet;
}

const syntaxes: ReadonlyMap<string, SetKind> = new Map([
  ['set', 'set'],
  ['set-string', 'set-string'],
  ['set-json', 'set-json'],
  ['set-literal', 'set-literal'],
  ['set-file', 'set-file'],
  ['helm-set', 'set'],
  ['helm-set-string', 'set-string'],
  ['helm-set-file', 'set-file'],
]);

/** Reads an argument as one that sets values, if it is one. */
export function setArgument(argument: Argument, tool: 'helm' | 'cilium'): SetArgument | undefined {
  if (argument.kind !== 'flag' || argument.value === undefined) return undefined;
  const { name: flag, value } = argument;
  const kind = syntaxes.get(flag);
  if (kind !== undefined && (tool === 'cilium' || !flag.startsWith('helm-'))) {
    return { syntax: kind, flag, argument, value, parsed: parseSet(valueText(value), kind) };
  }
  if (tool === 'helm') return undefined;
  const text = valueText(value);
  if (flag === 'config') return { syntax: 'config', flag, argument, value, parsed: parseConfig(text) };
  const path = Object.hasOwn(ciliumValueFlags, flag) ? ciliumValueFlags[flag] : undefined;
  return path === undefined
    ? undefined
    : { syntax: 'flag', flag, argument, value, parsed: parseFlag(path, text) };
}

/** Where Helm applies the argument: it takes the flags in this order, whatever order they stand in (Helm 4.1.4). */
export function precedence(syntax: SetSyntax): number {
  return ['flag', 'set-json', 'set', 'set-string', 'set-file', 'set-literal', 'config'].indexOf(syntax);
}

/** The place in the file of a part of the flag's value. */
export function placeOf({ value }: SetArgument, span: Span): Span {
  return sourceSpan(value.word, value.from + span.start, value.from + span.end);
}

/** The place in the file of an assignment's key; of a flag that stands for a value, its name. */
export function keyPlace(set: SetArgument, assignment: SetAssignment): Span {
  if (set.syntax === 'flag') return sourceSpan(set.argument.word, 0, 2 + set.flag.length);
  return placeOf(set, assignment.keySpan);
}

/** `key=value,key=value` without escapes. */
function parseConfig(text: string): ParsedSet {
  let start = 0;
  const assignments = text.split(',').flatMap((entry): SetAssignment[] => {
    const from = start;
    start += entry.length + 1;
    const equals = entry.indexOf('=');
    if (equals <= 0) return [];
    const keySpan = { start: from, end: from + equals };
    return [
      {
        path: ['extraConfig', entry.slice(0, equals)],
        segments: [keySpan, keySpan],
        keySpan,
        value: { kind: 'scalar', value: entry.slice(equals + 1) },
        valueSpan: { start: from + equals + 1, end: from + entry.length },
      },
    ];
  });
  return { assignments };
}

function parseFlag(path: SetPath, text: string): ParsedSet {
  const keySpan = { start: 0, end: 0 };
  const valueSpan = { start: 0, end: text.length };
  const segments = path.map(() => keySpan);
  return {
    assignments: [{ path, segments, keySpan, value: { kind: 'scalar', value: typedValue(text) }, valueSpan }],
  };
}
