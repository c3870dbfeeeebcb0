import type { KeyPath, MapEntry, MapNode, Span, YamlNode } from '../yaml/node.ts';
import { behindLineBreak, isExplicitKey, lineEnd, lineStart, trimEnd } from '../yaml/trivia.ts';
import type { TextEdit } from './edit.ts';
import { insertIntoFlow, writeFlow } from './flow.ts';
import { columnOf, columnOfMap, entryStart, lineBreakAt, stepBelow } from './layout.ts';
import { behindEntry, commentedOut, nextLine } from './neighbours.ts';
import type { NewValue } from './new-value.ts';
import type { Source } from './source.ts';
import { ownEntry, type MissingTarget, type Target } from './target.ts';
import { commonQuoting, writeKey } from './write.ts';

type InMap = Extract<Target, { kind: 'in-map' }>;
type InNull = Omit<Extract<Target, { kind: 'in-null' }>, 'kind'>;

/**
 * The edits that add a value, and the maps above it, where a path ends.
 *
 * @param near key of the map to put the new entry behind, if the map has it.
 * @returns `undefined` where the layout leaves no room.
 */
export function insertAt(
  source: Source,
  target: MissingTarget,
  value: NewValue,
  near: string | undefined,
): readonly TextEdit[] | undefined {
  switch (target.kind) {
    case 'in-map':
      if (target.map.entries.length === 0) return fillEmptyMap(source, target, value);
      return target.map.style === 'flow'
        ? insertIntoFlow(source, target.map, target.rest, value)
        : insertIntoBlock(source, target, value, near);
    case 'in-null':
      return target.map.style === 'flow'
        ? fillFlowNull(source, target, value)
        : fillBlockNull(source, target, value);
    case 'in-document':
      return fillDocument(source, target.rest, value);
  }
}

interface BlockLayout {
  readonly lineBreak: string;
  /** The column of the first key. */
  readonly column: number;
  /** How much further each key below stands. */
  readonly step: number;
}

/** `a:` and `b: …` on lines of their own, one further in than the other. No line break at the end. */
function blockEntry(
  { lineBreak, step, column }: BlockLayout,
  keys: readonly string[],
  value: NewValue,
): string | undefined {
  const lines = keys.map((key, index) => `${' '.repeat(column + index * step)}${key}:`);
  const written = value.block(column + (keys.length - 1) * step);
  return written === undefined ? undefined : lines.join(lineBreak) + written;
}

function writeKeys(keys: KeyPath, siblings: readonly MapEntry[]): readonly string[] {
  const quoting = commonQuoting(siblings.map(({ key }) => key));
  return keys.map((key) => writeKey(key, quoting));
}

function insertIntoBlock(
  source: Source,
  target: InMap,
  value: NewValue,
  near: string | undefined,
): readonly TextEdit[] | undefined {
  const { map, rest, trail } = target;
  const place = placeInBlock(source, target, near);
  const lineBreak = lineBreakAt(source, place);
  const layout = { lineBreak, step: stepBelow(source, map, trail), column: columnOfMap(source.text, map) };
  const lines = blockEntry(layout, writeKeys(rest, map.entries), value);
  return lines === undefined ? undefined : [insertLines(source.text, place, lines, lineBreak)];
}

/** The end of the line behind which a new entry goes: a commented-out one, a related one, the last one. */
function placeInBlock(source: Source, { map, rest, trail }: InMap, near: string | undefined): number {
  const column = columnOfMap(source.text, map);
  const above = lineAboveMap(source, map, trail);
  const gaps = map.entries.map(({ value }) => nextLine(source.text, value.span.end));
  for (const from of above === undefined ? gaps : [above, ...gaps]) {
    const comment = commentedOut(source, from, rest[0] ?? '', column);
    if (comment !== undefined) return comment.end;
  }
  const related = near === undefined ? undefined : ownEntry(map, near);
  const last = map.entries.at(-1);
  const before = related?.key.conditional === true ? last : (related ?? last);
  return before === undefined ? map.span.end : behindEntry(source, map, before);
}

/** Where the lines between a map and the key that holds it begin; nothing for a map that shares that line. */
function lineAboveMap(
  { text, document }: Source,
  map: MapNode,
  trail: readonly YamlNode[],
): number | undefined {
  if (map === document.root) {
    const { start } = document.span;
    return start === lineStart(text, start) ? start : nextLine(text, start);
  }
  const parent = trail.at(-2);
  const holder = parent?.kind === 'map' ? parent.entries.find(({ value }) => value === map) : undefined;
  if (holder === undefined || lineStart(text, map.span.start) <= holder.key.span.end) return undefined;
  return nextLine(text, holder.key.span.end);
}

/** New lines below the line that ends at `place`; the text behind keeps its own line break, or its lack of one. */
export function insertLines(text: string, place: number, lines: string, lineBreak: string): TextEdit {
  const isOwnLine = place === lineStart(text, place) && place > 0;
  const newText = isOwnLine ? lines + lineBreak : lineBreak + lines;
  return { span: { start: place, end: place }, newText };
}

/** `key: {}` in a block map becomes a block, others keep their braces. */
function fillEmptyMap(source: Source, target: InMap, value: NewValue): readonly TextEdit[] | undefined {
  const { text, document } = source;
  const { map, rest, trail } = target;
  const hasProperties = map.anchor !== undefined || map.tag !== undefined;
  const isOneLine = !/[\r\n#]/.test(text.slice(map.span.start, map.span.end));
  const parent = trail.at(-2);
  if (!hasProperties && isOneLine) {
    if (map === document.root && columnOfMap(text, map) === 0) return fillRoot(source, map.span, rest, value);
    const entry = parent?.kind === 'map' ? parent.entries.find((one) => one.value === map) : undefined;
    if (parent?.kind === 'map' && parent.style === 'block' && entry !== undefined) {
      return fillBlockNull(source, { map: parent, entry, rest, trail: trail.slice(0, -1) }, value);
    }
  }
  return insertIntoFlow(source, map, rest, value);
}

/** Puts a map in the place of nothing, `null`, `~` or `{}` behind the key of a block map. */
function fillBlockNull(source: Source, target: InNull, value: NewValue): readonly TextEdit[] | undefined {
  const { text } = source;
  const { map, entry, rest, trail } = target;
  const column = columnOf(text, entryStart(text, map, entry));
  const lineBreak = lineBreakAt(source, entry.key.span.start);
  const comment = commentedOut(source, nextLine(text, entry.value.span.end), rest[0] ?? '', column + 1);
  const step = stepBelow(source, map, trail);
  const inner = comment !== undefined && comment.column > column ? comment.column : column + step;
  const lines = blockEntry({ lineBreak, step, column: inner }, writeKeys(rest, map.entries), value);
  if (lines === undefined) return undefined;
  const written = entry.value.span;
  const place = comment?.end ?? lineEnd(text, written.end);
  const added = insertLines(text, place, missingColon(text, map, entry, lineBreak) + lines, lineBreak);
  if (written.start === written.end) return [added];
  const start = trimEnd(text, entry.key.span.end, written.start);
  return [{ span: { start, end: written.end }, newText: '' }, added];
}

/** An explicit key `? a` without a value has no colon yet. */
function missingColon(text: string, map: MapNode, entry: MapEntry, lineBreak: string): string {
  const start = entryStart(text, map, entry);
  const hasColon = entry.value.span.start > entry.key.span.end;
  return isExplicitKey(text, start) && !hasColon ? `${' '.repeat(columnOfMap(text, map))}:${lineBreak}` : '';
}

function fillFlowNull(
  { text }: Source,
  { entry, rest }: InNull,
  value: NewValue,
): readonly TextEdit[] | undefined {
  const written = writeFlow(rest, [entry], value);
  if (written === undefined) return undefined;
  const { start, end } = entry.value.span;
  const colon = start === entry.key.span.end ? ':' : '';
  const space = start === end || text[start - 1] === ':' ? ' ' : '';
  return [{ span: { start, end }, newText: `${colon}${space}${written}` }];
}

/** Adds to a document without content, below its comments. */
function fillDocument(source: Source, rest: KeyPath, value: NewValue): readonly TextEdit[] | undefined {
  const { text, document } = source;
  const { root } = document;
  if (root !== undefined && root.span.start < root.span.end) return fillRoot(source, root.span, rest, value);
  const place = trimEnd(text, document.span.start, document.span.end);
  const [edit] = fillRoot(source, { start: place, end: place }, rest, value) ?? [];
  if (edit === undefined) return undefined;
  const { lineBreak } = source.habits;
  if (!isStartOfText(text, place)) return [insertLines(text, place, edit.newText, lineBreak)];
  const hasBreak = behindLineBreak(text, place) > place;
  return [hasBreak ? edit : { ...edit, newText: edit.newText + lineBreak }];
}

/** Puts a map in the place of a whole document. */
function fillRoot(
  source: Source,
  span: Span,
  rest: KeyPath,
  value: NewValue,
): readonly TextEdit[] | undefined {
  const { lineBreak } = source.habits;
  const layout = { lineBreak, step: stepBelow(source, undefined, []), column: 0 };
  const newText = blockEntry(layout, writeKeys(rest, []), value);
  return newText === undefined ? undefined : [{ span, newText }];
}

function isStartOfText(text: string, offset: number): boolean {
  return offset === 0 || (offset === 1 && text.startsWith('\ufeff'));
}
