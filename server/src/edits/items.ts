import { nodeAt } from '../yaml/navigate.ts';
import type { KeyPath, MapNode, SequenceNode, YamlNode } from '../yaml/node.ts';
import { checkedEdits } from './check.ts';
import { same, sameExcept } from './compare.ts';
import { refused, type EditResult, type RefusalReason } from './edit.ts';
import { insertBehind, spanToRemove, type ItemEntries } from './item-layout.ts';
import { isShared, readSource, type Source } from './source.ts';
import { findTarget } from './target.ts';

/** A list of maps in a document. */
export interface ListPlace {
  /** 0-based index of the YAML document. */
  readonly document: number;
  /** The keys from the root of the document to the list. */
  readonly path: KeyPath;
}

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
  const edits = insertBehind(source, list, model, entries);
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
  const span = spanToRemove(source, list, item);
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
