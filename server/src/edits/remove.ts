import { keyName, nodeAt } from '../yaml/navigate.ts';
import type { KeyPath, MapEntry, MapNode, Span } from '../yaml/node.ts';
import { behindIndicator, behindLineBreak, lineEnd, lineStart, skipTrivia, trimEnd } from '../yaml/trivia.ts';
import { checkedEdits } from './check.ts';
import { sameExcept } from './compare.ts';
import { refused, type EditResult, type RefusalReason, type TextEdit } from './edit.ts';
import { entryStart } from './layout.ts';
import { isShared, type Source } from './source.ts';
import { findTarget, isPresent } from './target.ts';

/**
 * Takes a key out. What is not there needs no edit.
 *
 * @param path counts from the base of the source.
 * @param prune whether maps above that are left empty go as well, but for the base itself.
 */
export function removeAt(source: Source, path: KeyPath, prune: boolean): EditResult {
  const full = [...source.base, ...path];
  if (!isPresent(source, full)) return { ok: true, edits: [] };
  const top = pathToRemove(source, full, prune);
  const edits = removalEdits(source, top);
  if (typeof edits === 'string') return refused(edits);
  return checkedEdits(source.text, source.document.index, edits, (before, after) => {
    return sameExcept(before, after, [top]) && nodeAt(after, full) === 'absent';
  });
}

/** The path at which a removal begins: with `prune` above each map that holds nothing else. */
export function pathToRemove(source: Source, path: KeyPath, prune: boolean): KeyPath {
  let top = path;
  while (prune && top.length > source.base.length + 1) {
    const target = findTarget(source, top);
    const holdsMore =
      target.kind !== 'entry' || target.map.open || hasOtherKeys(target.map, top.at(-1) ?? '');
    if (holdsMore) break;
    top = top.slice(0, -1);
  }
  return top;
}

function hasOtherKeys(map: MapNode, key: string): boolean {
  return map.entries.some((entry) => keyName(entry.key) !== key);
}

/** The edits that take out what stands at a path, or why not. */
export function removalEdits(source: Source, path: KeyPath): readonly TextEdit[] | RefusalReason {
  const target = findTarget(source, path);
  if (target.kind === 'refused') return target.reason;
  if (target.kind !== 'entry') return isPresent(source, path) ? 'comes-from-merge' : 'absent';
  if (target.map.open) return 'written-by-template';
  if (isShared(source.document, [...target.trail, target.entry.value])) return 'shared-anchor';
  const holder = findTarget(source, path.slice(0, -1));
  return removeKey(source, target.map, path.at(-1) ?? '', holder.kind === 'entry' ? holder.entry : undefined);
}

/** All entries of the key go: behind the last an earlier one would come to light. */
function removeKey(
  { text }: Source,
  map: MapNode,
  key: string,
  holder: MapEntry | undefined,
): readonly TextEdit[] {
  if (!hasOtherKeys(map, key)) return emptyMap(text, map, holder);
  const removed = map.entries.filter((entry) => keyName(entry.key) === key);
  const spans = removed.map((entry) =>
    map.style === 'flow' ? flowSpan(text, map, entry) : blockSpan(text, map, entry),
  );
  return joined(spans).map((span) => ({ span, newText: '' }));
}

/** The lines of an entry, its comment behind the value included. In the line of a `- ` only the entry goes. */
function blockSpan(text: string, map: MapNode, entry: MapEntry): Span {
  const start = entryStart(text, map, entry);
  const line = lineStart(text, start);
  const end = lineEnd(text, Math.max(entry.key.span.end, entry.value.span.end));
  const next = behindLineBreak(text, end);
  const sharesLine = text.slice(line, start).replace('\ufeff', '').trim() !== '';
  if (sharesLine) {
    const following = map.entries[map.entries.indexOf(entry) + 1];
    return { start, end: following === undefined ? end : entryStart(text, map, following) };
  }
  if (next === end && line > 0) return { start: behindPreviousLine(text, line), end };
  return { start: text.startsWith('\ufeff', line) ? line + 1 : line, end: next };
}

/** The end of the line before: where the last line of a text has no line break, the new last has none. */
function behindPreviousLine(text: string, line: number): number {
  return text.startsWith('\r\n', line - 2) ? line - 2 : line - 1;
}

function flowSpan(text: string, map: MapNode, entry: MapEntry): Span {
  const index = map.entries.indexOf(entry);
  const start = entry.key.span.start;
  const end = Math.max(entry.key.span.end, entry.value.span.end);
  const behindComma = behindIndicator(text, end, ',');
  const line = lineStart(text, start);
  const stop = lineEnd(text, behindComma);
  const isAlone =
    text.slice(line, start).trim() === '' && /^[ \t]*(?:#.*)?$/.test(text.slice(behindComma, stop));
  if (isAlone) return { start: line, end: behindLineBreak(text, stop) };
  const before = map.entries[index - 1];
  if (before === undefined) return { start, end: skipTrivia(text, behindComma) };
  return { start: Math.max(before.key.span.end, before.value.span.end), end };
}

function joined(spans: readonly Span[]): readonly Span[] {
  return spans.reduce<Span[]>((merged, span) => {
    const last = merged.at(-1);
    if (last === undefined || last.end < span.start) return [...merged, span];
    return [...merged.slice(0, -1), { start: last.start, end: Math.max(last.end, span.end) }];
  }, []);
}

/** What is left of a map without entries is `{}`, behind its key if it has lines of its own. */
function emptyMap(text: string, map: MapNode, holder: MapEntry | undefined): readonly TextEdit[] {
  const { start, end } = map.span;
  if (map.style === 'flow') {
    return [{ span: { start: start + 1, end: end - 1 }, newText: '' }];
  }
  const line = lineStart(text, start);
  const standsBelow = holder !== undefined && line > holder.key.span.end;
  if (!standsBelow) return [{ span: map.span, newText: '{}' }];
  const behindKey = trimEnd(text, holder.key.span.end, start);
  const hasComment = text.slice(holder.key.span.end, start).includes('#');
  const place = hasComment ? behindIndicator(text, holder.key.span.end, ':') : behindKey;
  const stop = lineEnd(text, end);
  const next = behindLineBreak(text, stop);
  const lines =
    next === stop ? { start: behindPreviousLine(text, line), end: stop } : { start: line, end: next };
  return [
    { span: { start: place, end: place }, newText: ' {}' },
    { span: lines, newText: '' },
  ];
}
