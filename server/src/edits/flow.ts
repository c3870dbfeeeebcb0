import type { KeyPath, MapEntry, MapNode } from '../yaml/node.ts';
import { behindIndicator, lineEnd, lineStart } from '../yaml/trivia.ts';
import type { TextEdit } from './edit.ts';
import { columnOf, lineBreakAt } from './layout.ts';
import type { NewValue } from './new-value.ts';
import type { Source } from './source.ts';
import { commonQuoting, writeKey } from './write.ts';

/** `{a: {b: …}}` for the keys `a` and `b`: what stands behind the colon of the key before them. */
export function writeFlow(keys: KeyPath, siblings: readonly MapEntry[], value: NewValue): string | undefined {
  const entry = writeFlowEntry(keys, siblings, value);
  return entry === undefined ? undefined : `{${entry}}`;
}

function writeFlowEntry(keys: KeyPath, siblings: readonly MapEntry[], value: NewValue): string | undefined {
  const quoting = commonQuoting(siblings.map(({ key }) => key));
  const written = value.flow();
  if (written === undefined) return undefined;
  const [first = '', ...others] = keys.map((key) => writeKey(key, quoting));
  return `${first}: ${others.map((key) => `{${key}: `).join('')}${written}${'}'.repeat(others.length)}`;
}

/** Adds an entry behind the last of a flow map, on a line of its own where the others stand so. */
export function insertIntoFlow(
  source: Source,
  map: MapNode,
  rest: KeyPath,
  value: NewValue,
): readonly TextEdit[] | undefined {
  const { text } = source;
  const entry = writeFlowEntry(rest, map.entries, value);
  if (entry === undefined || text[map.span.start] !== '{') return undefined;
  const last = map.entries.at(-1);
  if (last === undefined) return [insertion(map.span.start + 1, entry)];
  const end = Math.max(last.key.span.end, last.value.span.end);
  const behindComma = behindIndicator(text, end, ',');
  if (!standsOnOwnLine(text, last, behindComma)) return [insertion(end, `, ${entry}`)];
  const hasComma = behindComma > end;
  const line =
    lineBreakAt(source, end) + text.slice(lineStart(text, last.key.span.start), last.key.span.start) + entry;
  const added = insertion(lineEnd(text, behindComma), hasComma ? `${line},` : line);
  return hasComma ? [added] : [insertion(end, ','), added];
}

/** Whether nothing but an entry, its comma and a comment stands in its line. */
function standsOnOwnLine(text: string, entry: MapEntry, behindComma: number): boolean {
  const before = text.slice(lineStart(text, entry.key.span.start), entry.key.span.start);
  const after = text.slice(behindComma, lineEnd(text, behindComma));
  return (
    columnOf(text, entry.key.span.start) === before.length &&
    before.trim() === '' &&
    /^[ \t]*(?:#.*)?$/.test(after)
  );
}

function insertion(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}
