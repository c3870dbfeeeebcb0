import { t } from '@vscode/l10n';
import { markWords, type MarkWords } from '../../knowledge/marks.ts';
import { signalPlaces, signalsAt, type MeshSignal, type SignalPlace } from '../../knowledge/meshes.ts';
import type { HoverText, Place } from '../inquiry.ts';
import { lineAt } from '../line-at.ts';
import { linksLine } from './links.ts';

/** A label or annotation: `key: value` in YAML, `key=value` in a command. */
const mark = /(?<key>[\w.-]+(?:\/[\w.-]+)?)["']?(?:\s*[:=]\s*["']?(?<value>[\w.-]*))?/g;

/** What the label or annotation of a mesh at a place does, in which places, and what its value means. */
export function markHover({ text, offset }: Place): HoverText | undefined {
  const line = lineAt(text, offset);
  const comment = /(?:^|\s)#/.exec(line.text)?.index ?? Infinity;
  for (const { index, groups } of line.text.matchAll(mark)) {
    const { key = '', value } = groups ?? {};
    const words = markWords(key);
    const start = line.start + index;
    if (words === undefined || index > comment || offset < start) continue;
    const end = start + (value === undefined ? key.length : markLength(line.text.slice(index), value));
    if (offset > end) continue;
    return { markdown: describeMark(words, value), start, end: start + key.length };
  }
  return undefined;
}

/** Up to the end of the value, quotes left out. */
function markLength(text: string, value: string): number {
  const from = text.search(/[:=]/);
  return text.indexOf(value, from + 1) + value.length;
}

/** What a label or annotation does, in Markdown; with a value also what that means. */
export function describeMark({ key, summary, notes, rules, page }: MarkWords, value?: string): string {
  const meanings = value === undefined ? [] : meaningsOf(key, value);
  const parts = [
    `**\`${key}\`**`,
    t(summary),
    ...(meanings.length === 0 ? [] : [meanings.join('\n\n')]),
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${t(note)}`).join('\n')]),
    linksLine(rules, page),
  ];
  return parts.join('\n\n');
}

function meaningsOf(key: string, value: string): readonly string[] {
  const byPlace = signalPlaces.flatMap((place) =>
    signalsAt(place, key, value).map((signal): [SignalPlace, MeshSignal] => [place, signal]),
  );
  const lines = [true, false].flatMap((enrolled) => {
    const places = byPlace
      .filter(([, signal]) => signal.enrolled === enrolled)
      .map(([place]) => placeNames[place]());
    if (places.length === 0) return [];
    const where = [...new Set(places)].join(t(' or '));
    return [
      enrolled ? t`\`${value}\` takes pods in, as ${where}.` : t`\`${value}\` keeps pods out, as ${where}.`,
    ];
  });
  return lines;
}

const placeNames: Readonly<Record<SignalPlace, () => string>> = {
  'namespace-label': () => t('a label of a namespace'),
  'namespace-annotation': () => t('an annotation of a namespace'),
  'pod-label': () => t('a label of a pod'),
  'pod-annotation': () => t('an annotation of a pod'),
};
