import { nodeAt } from '../yaml/navigate.ts';
import type { KeyPath, MapNode, Scalar, ScalarNode, SequenceNode, Span, YamlNode } from '../yaml/node.ts';
import { behindIndicator, behindLineBreak, lineEnd, lineStart, skipTrivia } from '../yaml/trivia.ts';
import { checkedEdits } from './check.ts';
import { same, sameExcept } from './compare.ts';
import { refused, type EditResult, type RefusalReason, type TextEdit } from './edit.ts';
import { columnOf, columnOfMap, lineBreakAt } from './layout.ts';
import { behindEntry } from './neighbours.ts';
import { flowScalar } from './new-value.ts';
import { isShared, readSource, type Source } from './source.ts';
import { findTarget } from './target.ts';
import { commonQuoting, writeKey, writeScalar, type Quoting } from './write.ts';

/** A list of maps in a document. */
export interface ListPlace {
  /** 0-based index of the YAML document. */
  readonly document: number;
  /** The keys from the root of the document to the list. */
  readonly path: KeyPath;
}

/** The entries of a list item that is a flat map, in order. */
export type ItemEntries = readonly (readonly [key: string, value: Scalar])[];

/**
 * The edits that add an item to a list of maps, in the layout of the item that it goes behind.
 *
 * @param behind 0-based index of that item, which must be a map.
 */
export function insertItem(text: string, place: ListPlace, behind: number, entries: ItemEntries): EditResult {
  const found = findList(text, place);
  if (typeof found === 'string') return refused(found);
  const { source, list } = found;
  const model = list.items[behind];
  if (model?.kind !== 'map' || model.entries.length === 0) return refused('unsupported-layout');
  const edits =
    list.style === 'flow'
      ? insertIntoFlowList(source, list, model, entries)
      : insertLines(source, list, model, entries);
  return checkedEdits(text, place.document, edits, (before, after) => {
    const items = itemsOf(after, place.path);
    const added = items?.[behind + 1];
    return (
      sameExcept(before, after, [place.path]) &&
      items !== undefined &&
      areSame(list.items, items.toSpliced(behind + 1, 1)) &&
      added?.kind === 'map' &&
      holdsExactly(added, entries)
    );
  });
}

/** The edits that take an item out of a list which keeps others. */
export function removeItem(text: string, place: ListPlace, index: number): EditResult {
  const found = findList(text, place);
  if (typeof found === 'string') return refused(found);
  const { source, list } = found;
  const item = list.items[index];
  if (item === undefined || list.items.length < 2) return refused('unsupported-layout');
  const span = list.style === 'flow' ? flowSpan(source, list, index) : linesOf(source, list, item);
  const edits = span && [{ span, newText: '' }];
  return checkedEdits(text, place.document, edits, (before, after) => {
    const items = itemsOf(after, place.path);
    return (
      sameExcept(before, after, [place.path]) &&
      items !== undefined &&
      areSame(list.items.toSpliced(index, 1), items)
    );
  });
}

function findList(
  text: string,
  place: ListPlace,
): { readonly source: Source; readonly list: SequenceNode } | RefusalReason {
  const source = readSource(text, { document: place.document, base: [] });
  if (typeof source === 'string') return source;
  const target = findTarget(source, place.path);
  if (target.kind === 'refused') return target.reason;
  if (target.kind !== 'entry') return 'absent';
  const list = target.entry.value;
  if (list.kind === 'alias') return 'behind-alias';
  if (list.kind !== 'sequence') return 'unsupported-layout';
  return isShared(source.document, [...target.trail, list]) ? 'shared-anchor' : { source, list };
}

function insertLines(
  source: Source,
  list: SequenceNode,
  model: MapNode,
  entries: ItemEntries,
): readonly TextEdit[] | undefined {
  const { text } = source;
  const last = model.entries.at(-1);
  const dash = columnOf(text, list.span.start);
  if (last === undefined || text[list.span.start] !== '-') return undefined;
  const place = model.style === 'flow' ? lineEnd(text, model.span.end) : behindEntry(source, model, last);
  const lineBreak = lineBreakAt(source, place);
  const written = writeEntries(list, model, entries);
  if (written === undefined) return undefined;
  const column = model.style === 'flow' ? dash + 2 : columnOfMap(text, model);
  const marker = `${' '.repeat(dash)}-${' '.repeat(Math.max(1, column - dash - 1))}`;
  const lines =
    model.style === 'flow'
      ? marker + inBraces(text, model, written)
      : marker + written.join(lineBreak + ' '.repeat(column));
  const isOwnLine = place === lineStart(text, place) && place > 0;
  return [insertion(place, isOwnLine ? lines + lineBreak : lineBreak + lines)];
}

function insertIntoFlowList(
  source: Source,
  list: SequenceNode,
  model: MapNode,
  entries: ItemEntries,
): readonly TextEdit[] | undefined {
  const { text } = source;
  const written = writeEntries(list, model, entries);
  if (written === undefined || model.style !== 'flow') return undefined;
  const item = inBraces(text, model, written);
  const { start, end } = model.span;
  const margin = text.slice(lineStart(text, start), start);
  const behindComma = behindIndicator(text, end, ',');
  const isAlone =
    margin.trim() === '' && /^[ \t]*(?:#.*)?$/.test(text.slice(behindComma, lineEnd(text, behindComma)));
  if (!isAlone) return [insertion(end, `, ${item}`)];
  const hasComma = behindComma > end;
  const line = insertion(
    lineEnd(text, behindComma),
    lineBreakAt(source, end) + margin + item + (hasComma ? ',' : ''),
  );
  return hasComma ? [line] : [insertion(end, ','), line];
}

/** `key: value` for each entry, quoted as the same key of the other items. */
function writeEntries(
  list: SequenceNode,
  model: MapNode,
  entries: ItemEntries,
): readonly string[] | undefined {
  const keyQuoting = commonQuoting(model.entries.map(({ key }) => key));
  const written = entries.map(([key, value]) => {
    const quoting = quotingOfKey(list, key);
    const text = model.style === 'flow' ? flowScalar(value, quoting) : writeScalar(value, quoting);
    return text === undefined ? undefined : `${writeKey(key, keyQuoting)}: ${text}`;
  });
  return written.every((entry) => entry !== undefined) ? written : undefined;
}

function quotingOfKey(list: SequenceNode, key: string): Quoting {
  const strings = list.items.flatMap((item) => {
    const value = nodeAt(item, [key]);
    return typeof value !== 'string' && isString(value) ? [value] : [];
  });
  return commonQuoting(strings);
}

function isString(node: YamlNode): node is ScalarNode {
  return node.kind === 'scalar' && node.value.kind === 'known' && typeof node.value.value === 'string';
}

function inBraces(text: string, model: MapNode, entries: readonly string[]): string {
  const space = /^\{(\s?)/.exec(text.slice(model.span.start))?.[1] === ' ' ? ' ' : '';
  return `{${space}${entries.join(', ')}${space}}`;
}

/** The lines from an item's dash to the end of its last entry. */
function linesOf(source: Source, list: SequenceNode, item: YamlNode): Span | undefined {
  const { text } = source;
  const line = lineStart(text, item.span.start);
  const dash = line + columnOf(text, list.span.start);
  const isFirstOfLine = text[dash] === '-' && text.slice(line, dash).trim() === '';
  if (!isFirstOfLine) return undefined;
  const end = lineEnd(text, item.span.end);
  const next = behindLineBreak(text, end);
  if (next > end || line === 0) return { start: line, end: next };
  return { start: text.startsWith('\r\n', line - 2) ? line - 2 : line - 1, end };
}

function flowSpan({ text }: Source, list: SequenceNode, index: number): Span | undefined {
  const item = list.items[index];
  const before = list.items[index - 1];
  if (item === undefined) return undefined;
  if (before !== undefined) return { start: before.span.end, end: item.span.end };
  return { start: item.span.start, end: skipTrivia(text, behindIndicator(text, item.span.end, ',')) };
}

function itemsOf(root: YamlNode | undefined, path: KeyPath): readonly YamlNode[] | undefined {
  const node = nodeAt(root, path);
  return typeof node !== 'string' && node.kind === 'sequence' ? node.items : undefined;
}

function areSame(one: readonly YamlNode[], other: readonly YamlNode[]): boolean {
  return one.length === other.length && one.every((item, index) => same(item, other[index]));
}

function holdsExactly(map: MapNode, entries: ItemEntries): boolean {
  return (
    map.entries.length === entries.length &&
    entries.every(([key, value], index) => {
      const entry = map.entries[index];
      return (
        entry?.key.text === key &&
        entry.value.kind === 'scalar' &&
        entry.value.value.kind === 'known' &&
        entry.value.value.value === value
      );
    })
  );
}

function insertion(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}
