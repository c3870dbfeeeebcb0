import type { Setting, SettingValue } from '../../facts/settings.ts';
import type { SimpleCommand } from '../commands/shell/command.ts';
import { isKnown, sourceSpan, unknownText, type Word } from '../commands/shell/word.ts';
import { findProgram } from '../commands/tool-call.ts';
import { parseSet } from '../strvals/parse-set.ts';

/** The command lines by which meshes install themselves. */
const tools = ['istioctl', 'linkerd', 'consul-k8s', 'kumactl'] as const;
export type Installer = (typeof tools)[number];

/** A call of such a command line. */
export interface InstallerCall {
  readonly tool: Installer;
  readonly program: Word;
  /** The words before the first flag: `install`, `multicluster install`. */
  readonly verbs: readonly string[];
  readonly flags: ReadonlySet<string>;
  /** What `--set` sets. */
  readonly settings: readonly Setting[];
  /** Files of values, as written. */
  readonly files: readonly string[];
  readonly last: Word;
}

/** Reads a command as a call of an installer, if it is one. */
export function installerCall(command: SimpleCommand): InstallerCall | undefined {
  const found = findProgram(command, (word) => tools.find((tool) => tool === nameOf(word)));
  const program = found && command.words[found[1]];
  if (found === undefined || program === undefined) return undefined;
  const words = command.words.slice(found[1] + 1);
  const firstFlag = words.findIndex(({ text }) => text.startsWith('-'));
  const flags = words.flatMap((word, index) => flagAt(word, words[index + 1]) ?? []);
  return {
    tool: found[0],
    program,
    verbs: words.slice(0, firstFlag === -1 ? undefined : firstFlag).map(({ text }) => text),
    flags: new Set(flags.map(({ name }) => name)),
    settings: flags.flatMap(({ name, value }) =>
      value !== undefined && isSet.test(name) ? settingsIn(value) : [],
    ),
    files: flags.flatMap(({ name, value }) =>
      value !== undefined && isFile.test(name) ? value.word.text.slice(value.from) : [],
    ),
    last: words.at(-1) ?? program,
  };
}

const isSet = /^(?:s|set|set-string)$/;
const isFile = /^(?:f|values|config-file)$/;

interface Value {
  readonly word: Word;
  readonly from: number;
}

/** `--set a=b`, `--set=a=b`, `-set a=b`; a switch gets the next word as well, which then says nothing. */
function flagAt(
  word: Word,
  next: Word | undefined,
): { readonly name: string; readonly value: Value | undefined } | undefined {
  const [whole, name = '', equals] = /^--?([\w-]+)(=)?/.exec(word.text) ?? [];
  if (whole === undefined) return undefined;
  if (equals !== undefined) return { name, value: { word, from: whole.length } };
  return { name, value: next === undefined ? undefined : { word: next, from: 0 } };
}

function settingsIn({ word, from }: Value): readonly Setting[] {
  return parseSet(word.text.slice(from), 'set').assignments.map(({ path, value, keySpan, valueSpan }) => ({
    path: path.map(String),
    value: valueOf(value),
    keySpan: sourceSpan(word, from + keySpan.start, from + keySpan.end),
    valueSpan: sourceSpan(word, from + valueSpan.start, from + valueSpan.end),
  }));
}

function valueOf(value: ReturnType<typeof parseSet>['assignments'][number]['value']): SettingValue {
  if (value.kind !== 'scalar') return { kind: 'unknown', reason: 'unreadable' };
  const isHidden = typeof value.value === 'string' && value.value.includes(unknownText);
  return isHidden ? { kind: 'unknown', reason: 'substitution' } : { kind: 'known', value: value.value };
}

function nameOf(word: Word): string | undefined {
  return isKnown(word) ? word.text.slice(word.text.lastIndexOf('/') + 1) : undefined;
}
