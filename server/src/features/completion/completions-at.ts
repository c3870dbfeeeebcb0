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
import { findProbe, type Found } from './context.ts';
import { argumentKeyItems, keyItems, type KeyPlace } from './key-items.ts';
import { markArguments } from './mark-command.ts';
import { markItems } from './mark-items.ts';
import { markPlaceOf } from './mark-place.ts';
import { mended } from './mend.ts';
import { probe, type Probed } from './probe.ts';
import { probesAt } from './probes-at.ts';
import { toolItems } from './tool-items.ts';
import { umbrellaItems } from './umbrella-items.ts';
import { valueItems, type ValueSyntax } from './value-items.ts';

/** What can be written at a place: keys and values of Cilium's chart and flags, labels of meshes. */
export function completionsAt({ text, offset, uri }: Place, view: FileView): readonly Completion[] {
  const kind = sourceKindOf(pathOf(uri));
  const isYaml = kind === 'yaml';
  for (const guess of probesAt(text, offset, kind === 'terraform')) {
    const isKey = isYaml && guess.kind === 'key';
    const items = [
      ...(isKey ? [...umbrellaItems(guess, view), ...toolItems(guess, view)] : []),
      ...settingItems(guess, view, isYaml),
    ];
    if (items.length > 0) return asTyped(items, guess);
    const place = guess.kind === 'argument' || !isYaml ? undefined : markPlaceOf(guess, view.factsIn);
    const marks = place === undefined || guess.kind === 'argument' ? [] : markItems(place, guess, view);
    if (marks.length > 0) return asTyped(marks, guess);
  }
  return markArguments(text, offset, view);
}

/**
 * Editors compare what is offered with all that is replaced, a quotation mark included. Whoever quotes a text keeps the quotes; a
 * key needs none, and a boolean in quotes would be none.
 */
function asTyped(items: readonly Completion[], { quote }: Probed): readonly Completion[] {
  if (quote === '') return items;
  return items.map((item) => ({
    ...item,
    ...(item.kind === 'value'
      ? { insert: item.insert.map((piece) => (typeof piece === 'string' ? inQuotes(piece, quote) : piece)) }
      : {}),
    filterText: item.label.startsWith(quote) ? item.label : `${quote}${item.label}`,
  }));
}

function inQuotes(text: string, quote: string): string {
  return text.replace(/(?<!\S)(?!(?:true|false|null)$)[A-Za-z/][\w./-]*$/, `${quote}$&${quote}`);
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
function settingItems(guess: Probed, view: FileView, isYaml: boolean): readonly Completion[] {
  const items = itemsIn(guess.text, guess, view);
  if (items.length > 0 || !isYaml || !mayConcernCilium(guess.text)) return items;
  const text = mended(guess.text, guess.replace.start);
  return text === guess.text ? [] : itemsIn(text, guess, view);
}

function itemsIn(text: string, guess: Probed, view: FileView): readonly Completion[] {
  const found = findProbe(text, view);
  if (found === undefined) return [];
  const { layer, path, role, versions } = found;
  const { dialect } = layer;
  const isOther = guess.kind !== 'argument' && (guess.language === 'hcl') !== isHcl(layer);
  if (isOther) return [];
  if (guess.kind === 'argument' && role === 'key') return argumentKeyItems(keyPlace(found, text), guess);
  if (guess.kind === 'key' && role === 'key') {
    const place = keyPlace(found, text);
    return isManifest(place) ? [] : [...blockItems(place, guess), ...keyItems(place, guess)];
  }
  if (guess.kind === 'key' || role === 'key') return [];
  const syntax = syntaxOf(layer, guess);
  const lead = guess.kind === 'value' ? guess.lead : '';
  return valueItems({ path, dialect, versions, replace: guess.replace, syntax, lead });
}

function isHcl({ byHand }: SettingsLayer): boolean {
  return byHand === 'terraform-object';
}

/** All parameters of Argo CD are texts; kops takes booleans for what becomes a text. */
function syntaxOf(layer: SettingsLayer, { kind }: Probed): ValueSyntax {
  const { carrier, address } = layer;
  if (isHcl(layer)) return 'hcl';
  if (kind === 'argument' || carrier === 'kops-cluster') return 'plain';
  return carrier === 'argo-application' && address.path.at(-1) === 'parameters' ? 'text' : 'yaml';
}

/** What the probe has made values of was an object of Kubernetes before. */
function isManifest({ present }: KeyPlace): boolean {
  return present.has('apiVersion') && present.has('kind');
}

/** Below the dialect's own root: a key under `cilium:` of a parent chart belongs to the layer there. */
function keyPlace({ layer, path, versions, facts }: Found, text: string): KeyPlace {
  const siblings = layer.settings.filter(
    (setting) => setting.path.length === path.length + 1 && path.every((name, i) => setting.path[i] === name),
  );
  const isLeaf = (setting: SettingsLayer['settings'][number]): boolean => setting.value.kind !== 'map';
  const leaves = layer.settings.filter(isLeaf).map((setting) => setting.path.join('.'));
  const present = new Set([...siblings.map((setting) => setting.path.at(-1) ?? ''), ...leaves]);
  present.delete(probe);
  return {
    parent: path,
    dialect: layer.dialect,
    isHcl: isHcl(layer),
    present,
    versions,
    step: stepOf(facts, text),
  };
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
