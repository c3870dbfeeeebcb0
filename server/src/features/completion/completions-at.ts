import type { Fact } from '../../facts/fact.ts';
import type { SettingsLayer } from '../../facts/settings.ts';
import { mayConcernCilium } from '../../carriers/helm-values.ts';
import { markWords } from '../../knowledge/marks.ts';
import { sourceKindOf, pathOf } from '../../source/file.ts';
import { describeKey } from '../hover/describe-key.ts';
import { describeMark } from '../hover/mark-hover.ts';
import type { FileView } from '../file-view.ts';
import type { Place } from '../inquiry.ts';
import { blockItems, describeBlock } from './block-items.ts';
import type { Completion, CompletionTopic } from './completion.ts';
import { findProbe, versionsAround, type Found } from './context.ts';
import { argumentKeyItems, keyItems, type KeyPlace } from './key-items.ts';
import { markItems } from './mark-items.ts';
import { mended } from './mend.ts';
import { probe, probesAt, type Probed } from './probe.ts';
import { valueItems } from './value-items.ts';

/** What can be written at a place: keys and values of Cilium's chart and flags, labels of meshes. */
export function completionsAt({ text, offset, uri }: Place, view: FileView): readonly Completion[] {
  const isYaml = sourceKindOf(pathOf(uri)) === 'yaml';
  for (const guess of probesAt(text, offset)) {
    // Elsewhere only the arguments of commands are ours.
    if (!isYaml && guess.kind !== 'argument') continue;
    const items = settingItems(guess, view);
    if (items.length > 0) return items;
    if (guess.kind !== 'argument' && isAmongMarks(text, guess.replace.start)) {
      const marks = markItems(
        guess,
        view.workspace.facts.map(({ fact }) => fact),
      );
      if (marks.length > 0) return marks;
    }
  }
  return [];
}

/** Markdown on something that was offered. */
export function documentationOf(topic: CompletionTopic, view: Pick<FileView, 'comments'>): string {
  switch (topic.kind) {
    case 'key':
      return describeKey(topic, view.comments) ?? '';
    case 'mark': {
      const words = markWords(topic.key);
      return words === undefined ? '' : describeMark(words, topic.value);
    }
    case 'block':
      return describeBlock(topic.name, topic.version);
  }
}

/** What fits where the readers find the probe; of a text that they cannot read, once what is in the way is taken out. */
function settingItems(guess: Probed, view: FileView): readonly Completion[] {
  const items = itemsIn(guess.text, guess, view);
  if (items.length > 0 || !mayConcernCilium(guess.text)) return items;
  const text = mended(guess.text, guess.replace.start);
  return text === guess.text ? [] : itemsIn(text, guess, view);
}

function itemsIn(text: string, guess: Probed, view: FileView): readonly Completion[] {
  const facts = view.factsIn(text);
  const found = findProbe(facts);
  if (found === undefined) return [];
  const versions = versionsAround(found, facts, view);
  const { layer, path, role } = found;
  const { dialect } = layer;
  if (guess.kind === 'argument' && role === 'key') {
    return argumentKeyItems({ ...keyPlace(found, facts, text), versions }, guess);
  }
  if (guess.kind === 'key' && role === 'key') {
    const place: KeyPlace = { ...keyPlace(found, facts, text), versions };
    if (isManifest(place)) return [];
    return [...blockItems(place, guess), ...keyItems(place, guess)];
  }
  if (guess.kind === 'key' || role === 'key') return [];
  const isArgument = guess.kind === 'argument';
  return valueItems({
    path,
    dialect,
    versions,
    replace: guess.replace,
    syntax: isArgument ? 'argument' : 'yaml',
    lead: isArgument ? '' : guess.lead,
  });
}

/** What the probe has made values of was an object of Kubernetes before. */
function isManifest({ present }: KeyPlace): boolean {
  return present.has('apiVersion') && present.has('kind');
}

/** Below the dialect's own root: a key under `cilium:` of a parent chart belongs to the layer there. */
function keyPlace({ layer, path }: Found, facts: readonly Fact[], text: string): Omit<KeyPlace, 'versions'> {
  const siblings = layer.settings.filter(
    (setting) => setting.path.length === path.length + 1 && path.every((name, i) => setting.path[i] === name),
  );
  const isLeaf = (setting: SettingsLayer['settings'][number]): boolean => setting.value.kind !== 'map';
  const leaves = layer.settings.filter(isLeaf).map((setting) => setting.path.join('.'));
  const present = new Set([...siblings.map((setting) => setting.path.at(-1) ?? ''), ...leaves]);
  present.delete(probe);
  return { parent: path, dialect: layer.dialect, present, step: stepOf(facts, text) };
}

/** How far members of a map are indented further than the map, where the file shows it. */
function stepOf(facts: readonly Fact[], text: string): number {
  for (const layer of facts) {
    if (layer.kind !== 'settings') continue;
    const member = layer.settings.find(({ path }) => path.length === 2 && !path.join('.').includes(probe));
    const parent = layer.settings.find(({ path }) => path.length === 1 && path[0] === member?.path[0]);
    if (member === undefined || parent === undefined) continue;
    const step = columnOf(text, member.keySpan.start) - columnOf(text, parent.keySpan.start);
    if (step > 0 && step <= 8) return step;
  }
  return 2;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Whether the line stands in the labels or annotations of something. Spares reading all other files. */
function isAmongMarks(text: string, offset: number): boolean {
  const lines = text.slice(0, offset).split('\n');
  const indent = /^[ \t]*/.exec(lines.at(-1) ?? '')?.[0].length ?? 0;
  for (const line of lines.slice(0, -1).toReversed()) {
    const own = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (line.trim() === '' || line.trimStart().startsWith('#') || own >= indent) continue;
    return /^[ \t]*(?:- +)*(?:labels|annotations):/.test(line);
  }
  return false;
}
