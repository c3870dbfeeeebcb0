import { nodeAt } from '../yaml/navigate.ts';
import type { KeyPath, PlainValue, SequenceNode, YamlNode } from '../yaml/node.ts';
import { behindIndicator, lineEnd, trimEnd } from '../yaml/trivia.ts';
import { checkedEdits } from './check.ts';
import { same, sameExcept } from './compare.ts';
import { refused, type EditResult, type RefusalReason, type TextEdit } from './edit.ts';
import { insertAt, insertLines } from './insert.ts';
import { insertBehindFlowItem } from './item-layout.ts';
import { columnOf, entryStart } from './layout.ts';
import { behindItem } from './neighbours.ts';
import { plainStyleAt, type PlainStyle } from './plain-style.ts';
import { isShared, type Source } from './source.ts';
import { findTarget, isPresent, type EntryTarget } from './target.ts';
import { blockText, flowText, saysExactly, valueText } from './write-plain.ts';

/**
 * Adds an item at the end of a list, in the layout of the items that are there; the list and the maps above it are made
 * where they are missing. An item that the list has already is not added again.
 *
 * @param path counts from the base of the source; it leads to the list.
 */
export function appendAt(source: Source, path: KeyPath, item: PlainValue): EditResult {
  const full = [...source.base, ...path];
  const key = full.at(-1);
  const target = findTarget(source, full);
  if (target.kind === 'refused') return refused(target.reason);
  if (target.kind === 'entry') {
    const { value } = target.entry;
    const reason = whyNotAppend(value);
    if (reason !== undefined) return refused(reason);
    if (isShared(source.document, [...target.trail, value])) return refused('shared-anchor');
    if (itemsOf(value).some((old) => saysExactly(old, item))) return { ok: true, edits: [] };
  } else if (isPresent(source, full)) return refused('comes-from-merge');
  else if (isShared(source.document, target.trail)) return refused('shared-anchor');
  const style = plainStyleAt(source, target.trail);
  if (flowText(item, style) === undefined) return refused('not-writable');
  const edits =
    target.kind === 'entry'
      ? addToEntry(source, target, item, style)
      : insertAt(
          source,
          target,
          {
            block: (column) => valueText([item], column, style, key),
            flow: () => flowText([item], style, key),
          },
          undefined,
        );
  const items = target.kind === 'entry' ? itemsOf(target.entry.value) : [];
  return checkedEdits(source.text, source.document.index, edits, (before, after) => {
    const written = nodeAt(after, full);
    if (typeof written === 'string' || written.kind !== 'sequence') return false;
    return sameExcept(before, after, [full]) && hasJust(written, items, item);
  });
}

function whyNotAppend(value: YamlNode): RefusalReason | undefined {
  switch (value.kind) {
    case 'sequence':
      return value.open ? 'written-by-template' : undefined;
    case 'alias':
      return 'behind-alias';
    case 'map':
      return 'not-a-list';
    case 'scalar':
      if (value.value.kind === 'known') return value.value.value === null ? undefined : 'not-a-list';
      return value.value.reason === 'template' ? 'written-by-template' : 'unknown-value';
  }
}

function itemsOf(value: YamlNode): readonly YamlNode[] {
  return value.kind === 'sequence' ? value.items : [];
}

/** Whether a list has the old items as they were, and the new one behind them. */
function hasJust({ items }: SequenceNode, old: readonly YamlNode[], item: PlainValue): boolean {
  return (
    items.length === old.length + 1 &&
    old.every((one, index) => same(one, items[index])) &&
    saysExactly(items.at(-1), item)
  );
}

function addToEntry(
  source: Source,
  target: EntryTarget,
  item: PlainValue,
  style: PlainStyle,
): readonly TextEdit[] | undefined {
  const { value, key } = target.entry;
  const last = itemsOf(value).at(-1);
  if (value.kind !== 'sequence' || last === undefined) return fillEntry(source, target, item, style);
  return value.style === 'block'
    ? addBlockItem(source, value, last, item, style, key.text)
    : addFlowItem(source, last, item, style, key.text);
}

function addFlowItem(
  source: Source,
  last: YamlNode,
  item: PlainValue,
  style: PlainStyle,
  key: string,
): readonly TextEdit[] | undefined {
  const text = flowText(item, style, key);
  return text === undefined ? undefined : insertBehindFlowItem(source, last, text);
}

/** Below the last item: its dash in the same column, what is behind it as far away. */
function addBlockItem(
  source: Source,
  list: SequenceNode,
  last: YamlNode,
  item: PlainValue,
  style: PlainStyle,
  key: string,
): readonly TextEdit[] | undefined {
  const { text } = source;
  const { start } = list.span;
  if (text[start] !== '-') return undefined;
  const dash = columnOf(text, start);
  const gap = /^-( +)[^\s#]/.exec(text.slice(start, lineEnd(text, start)))?.[1] ?? ' ';
  const isFlow = last.kind === 'map' && last.style === 'flow';
  const written = isFlow ? flowText(item, style, key) : blockText(item, dash + 1 + gap.length, style, key);
  if (written === undefined) return undefined;
  const line = `${' '.repeat(dash)}-${gap}${written}`;
  return [insertLines(text, behindItem(source, dash, last), line, style.lineBreak)];
}

/** A key with nothing, null or an empty list behind it. In a block map it gets lines below, in a flow map `[item]`. */
function fillEntry(
  { text }: Source,
  { map, entry }: EntryTarget,
  item: PlainValue,
  style: PlainStyle,
): readonly TextEdit[] | undefined {
  const { key, value } = entry;
  const { start, end } = value.span;
  const behindColon = behindIndicator(text, key.span.end, ':');
  if (behindColon === key.span.end || value.tag !== undefined) return undefined;
  const isOneLine = !/[\r\n#]/.test(text.slice(start, end));
  if (map.style === 'flow' || !isOneLine) {
    const written = flowText([item], style, key.text);
    const space = start === end && !text.slice(0, start).endsWith(' ') ? ' ' : '';
    return written === undefined ? undefined : [{ span: { start, end }, newText: space + written }];
  }
  const lines = valueText([item], columnOf(text, entryStart(text, map, entry)), style, key.text);
  if (lines === undefined) return undefined;
  const place = lineEnd(text, end);
  const added = { span: { start: place, end: place }, newText: lines };
  const from = trimEnd(text, behindColon, start);
  return start === end ? [added] : [{ span: { start: from, end }, newText: '' }, added];
}
