import { refused, type EditResult, type TextEdit } from '../../../edits/edit.ts';
import { excerptOf } from '../excerpt.ts';
import { scriptInLines, type Script } from '../script.ts';
import { scriptCarrier } from '../script-carrier.ts';
import { scriptOfWords, type ListedWord, type WordChange } from '../word-list.ts';
import { callsOf, type Call, type Value } from './starlark.ts';

const functions = new Set(['local', 'local_resource', 'helm_resource']);

/**
 * What a Tiltfile runs: `local('helm …')`, `local_resource(name, 'helm …')`, and `helm_resource(name, chart, flags=[…])`,
 * which calls `helm upgrade --install NAME CHART FLAGS` (https://github.com/tilt-dev/tilt-extensions/tree/master/helm_resource).
 * Only what is written out is read.
 */
export function scriptsInTiltfile({ text }: { readonly text: string }): readonly Script[] {
  return callsOf(text, functions).flatMap((call) => scriptOf(text, call) ?? []);
}

function scriptOf(text: string, call: Call): Script | undefined {
  switch (call.name) {
    case 'helm_resource':
      return helmResource(text, call);
    case 'local':
      return command(text, call.named.get('command') ?? call.positional[0]);
    default:
      return command(text, call.named.get('cmd') ?? call.positional[1]);
  }
}

function command(text: string, value: Value | undefined): Script | undefined {
  if (value?.kind === 'string') return scriptInLines(excerptOf(text, [value.inner]), 'shell');
  return value?.kind === 'list' ? scriptOfValues(text, value.items, undefined) : undefined;
}

function helmResource(text: string, { positional, named }: Call): Script | undefined {
  const name = named.get('name') ?? positional[0];
  const chart = named.get('chart') ?? positional[1];
  const flags = named.get('flags');
  if (name === undefined || chart === undefined) return undefined;
  const items: readonly Value[] = flags === undefined ? [] : flags.kind === 'list' ? flags.items : [flags];
  return scriptOfValues(text, [name, chart, ...items], 'helm upgrade --install');
}

function scriptOfValues(text: string, values: readonly Value[], program: string | undefined): Script {
  const words = values.map((value): ListedWord =>
    value.kind === 'string'
      ? { span: value.span, text: value.text, placeOf: (offset) => value.inner.start + offset }
      : { span: value.span, text: undefined, splits: true, placeOf: () => value.span.start },
  );
  return scriptOfWords(words, program, (change) => written(text, values, change));
}

/** New words go behind the one before them, quoted alike, on a line of their own where that one has one. */
function written(text: string, values: readonly Value[], change: WordChange): EditResult {
  if (change.op === 'replace') {
    const edits = [...change.texts].map(([index, word]) => {
      const value = values[index];
      return value?.kind === 'string' && isWritable(word) ? { span: value.inner, newText: word } : undefined;
    });
    return edits.every((edit) => edit !== undefined) ? { ok: true, edits } : refused('unsupported-layout');
  }
  const anchor = values[change.behind];
  if (anchor?.kind !== 'string' || !change.texts.every(isWritable)) return refused('unsupported-layout');
  const { start, end } = anchor.span;
  const margin = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const between = margin.trim() === '' ? `,\n${margin}` : ', ';
  const newText = change.texts.map((word) => between + anchor.quote + word + anchor.quote).join('');
  const edit: TextEdit = { span: { start: end, end }, newText };
  return { ok: true, edits: [edit] };
}

/** Nothing in it that any kind of quotes would read otherwise. */
function isWritable(word: string): boolean {
  return /^[\w./=@+:,-]+$/.test(word);
}

/** Commands in Tiltfiles. */
export const tiltfileCarrier = scriptCarrier({
  name: 'tiltfile',
  kind: 'tiltfile',
  hints: ['helm', 'cilium'],
  scriptsOf: scriptsInTiltfile,
});
