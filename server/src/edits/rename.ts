import { keyName, nodeAt } from '../yaml/navigate.ts';
import type { KeyPath, YamlNode } from '../yaml/node.ts';
import { checkedEdits } from './check.ts';
import { same, sameExcept } from './compare.ts';
import { applyEdits, composeEdits, refused, type EditResult, type TextEdit } from './edit.ts';
import { insertAt } from './insert.ts';
import { movedValue } from './new-value.ts';
import { pathToRemove, removalEdits } from './remove.ts';
import { relatedKey } from './set.ts';
import { isShared, readSource, type Source } from './source.ts';
import { findTarget, isPresent, type EntryTarget, type MissingTarget } from './target.ts';
import { quotingOf, writeKey } from './write.ts';

/**
 * Gives what stands at one path another, with its comment and in its style. In another map the value moves, and
 * maps that are left empty go. Paths count from the base of the source.
 */
export function renameTo(source: Source, from: KeyPath, to: KeyPath): EditResult {
  const old = [...source.base, ...from];
  const wanted = [...source.base, ...to];
  if (isEqual(old, wanted)) return { ok: true, edits: [] };
  const target = findTarget(source, old);
  if (target.kind === 'refused') return refused(target.reason);
  if (target.kind !== 'entry') return refused(isPresent(source, old) ? 'comes-from-merge' : 'absent');
  if (target.map.open) return refused('written-by-template');
  if (isShared(source.document, target.trail)) return refused('shared-anchor');
  if (isEqual(old.slice(0, -1), wanted.slice(0, -1))) {
    if (isPresent(source, wanted)) return refused('already-set');
    return checkRename(source, target, renameKey(target, wanted.at(-1) ?? ''), old, old, wanted);
  }
  const place = findTarget(source, wanted);
  if (place.kind === 'refused') return refused(place.reason);
  if (place.kind === 'entry') return refused('already-set');
  if (isShared(source.document, place.trail)) return refused('shared-anchor');
  const edits = move(source, target, place, old, wanted);
  return checkRename(source, target, edits, old, pathToRemove(source, old, true), wanted);
}

/** Another name in the same place. Earlier entries of the key get it as well, or they would come to light. */
function renameKey({ map, entry }: EntryTarget, name: string): readonly TextEdit[] {
  return map.entries
    .filter(({ key }) => keyName(key) === keyName(entry.key))
    .map(({ key }) => ({ span: key.span, newText: writeKey(name, quotingOf(key)) }));
}

function move(
  source: Source,
  target: EntryTarget,
  place: MissingTarget,
  from: KeyPath,
  to: KeyPath,
): readonly TextEdit[] | undefined {
  const value = movedValue(source.text, target.map, target.entry);
  const inserted = insertAt(source, place, value, relatedKey(to, place.rest, from));
  if (inserted === undefined) return undefined;
  const between = readSource(applyEdits(source.text, inserted), {
    document: source.document.index,
    base: source.base,
  });
  if (typeof between === 'string') return undefined;
  const removed = removalEdits(between, pathToRemove(between, from, true));
  return typeof removed === 'string' ? undefined : composeEdits(source.text, inserted, removed);
}

function checkRename(
  source: Source,
  target: EntryTarget,
  edits: readonly TextEdit[] | undefined,
  from: KeyPath,
  top: KeyPath,
  to: KeyPath,
): EditResult {
  const isExpected = (before: YamlNode | undefined, after: YamlNode | undefined): boolean => {
    const moved = nodeAt(after, to);
    return (
      sameExcept(before, after, [top, to]) &&
      nodeAt(after, from) === 'absent' &&
      typeof moved !== 'string' &&
      same(target.entry.value, moved)
    );
  };
  return checkedEdits(source.text, source.document.index, edits, isExpected);
}

function isEqual(one: KeyPath, other: KeyPath): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index]);
}
