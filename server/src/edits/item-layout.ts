import { nodeAt } from '../yaml/navigate.ts';
import type { MapNode, Scalar, ScalarNode, SequenceNode, Span, YamlNode } from '../yaml/node.ts';
import { behindIndicator, behindLineBreak, lineEnd, lineStart, skipTrivia } from '../yaml/trivia.ts';
import type { TextEdit } from './edit.ts';
import { columnOf, columnOfMap, lineBreakAt } from './layout.ts';
import { behindEntry } from './neighbours.ts';
import { flowScalar } from './new-value.ts';
import type { Source } from './source.ts';
import { commonQuoting, writeKey, writeScalar, type Quoting } from './write.ts';

/** The entries of a list item that is a flat map, in order. */
export type ItemEntries = readonly (readonly [key: string, value: Scalar])[];

/** The edits that add an item behind another one and in its layout; absent where that leaves no room. */
export function insertBehind(
  source: Source,
  list: SequenceNode,
  model: MapNode,
  entries: ItemEntries,
): readonly TextEdit[] | undefined {
  return list.style === 'flow'
    ? insertIntoFlowList(source, list, model, entries)
    : insertLines(source, list, model, entries);
}

/** What goes with an item: its lines, or its part of a flow list; absent where it shares a line with other things. */
export function spanToRemove(source: Source, list: SequenceNode, item: YamlNode): Span | undefined {
  return list.style === 'flow' ? flowSpan(source, list, item) : linesOf(source, list, item);
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
  const written = writeEntries(list, model, entries);
  if (written === undefined || model.style !== 'flow') return undefined;
  return insertBehindFlowItem(source, model, inBraces(source.text, model, written));
}

/** Adds an item behind another one of a flow list, on a line of its own where the other stands so. */
export function insertBehindFlowItem(source: Source, model: YamlNode, item: string): readonly TextEdit[] {
  const { text } = source;
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

function flowSpan({ text }: Source, list: SequenceNode, item: YamlNode): Span {
  const before = list.items[list.items.indexOf(item) - 1];
  if (before !== undefined) return { start: before.span.end, end: item.span.end };
  return { start: item.span.start, end: skipTrivia(text, behindIndicator(text, item.span.end, ',')) };
}

function insertion(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}
