import type { MapEntry, MapNode, YamlNode } from '../yaml/node.ts';
import { behindLineBreak, lineEnd, lineStart, skipTrivia } from '../yaml/trivia.ts';
import type { Source } from './source.ts';

/**
 * How the user lays out lines: columns, steps of indentation, line breaks, and where a line can be added.
 */

/** The column of an offset: how many characters stand before it in its line. A byte order mark counts for none. */
export function columnOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return offset - start - (text[start] === '\ufeff' ? 1 : 0);
}

/** The column in which the entries of a block map begin. */
export function columnOfMap(text: string, map: MapNode): number {
  return columnOf(text, map.span.start);
}

/** Where an entry of a block map begins: before its `?`, its anchor and its tag. */
export function entryStart(text: string, map: MapNode, entry: MapEntry): number {
  if (entry === map.entries[0]) return map.span.start;
  const start = lineStart(text, entry.key.span.start) + columnOfMap(text, map);
  return Math.min(start, entry.key.span.start);
}

/** The line break that ends the line of an offset, or the one that the text uses elsewhere. */
export function lineBreakAt({ text, habits }: Source, offset: number): string {
  const end = lineEnd(text, offset);
  return text.slice(end, behindLineBreak(text, end)) || habits.lineBreak;
}

/**
 * How many columns a map stands to the right of the one that holds it, as near to `map` as the document shows:
 * below it, above it, anywhere.
 */
export function stepBelow(source: Source, map: MapNode | undefined, trail: readonly YamlNode[]): number {
  const { text, document } = source;
  return (
    (map && stepOfChildren(text, map)) ??
    stepOfTrail(text, trail) ??
    (document.root && firstStep(text, document.root)) ??
    source.habits.step
  );
}

function stepOfChildren(text: string, map: MapNode): number | undefined {
  if (map.style !== 'block') return undefined;
  for (const { key, value } of map.entries) {
    if (value.kind !== 'map' || value.style !== 'block' || value.entries.length === 0) continue;
    if (lineStart(text, value.span.start) <= key.span.end) continue;
    const step = columnOfMap(text, value) - columnOfMap(text, map);
    if (step > 0) return step;
  }
  return undefined;
}

function stepOfTrail(text: string, trail: readonly YamlNode[]): number | undefined {
  return trail.toReversed().reduce<number | undefined>((step, node) => {
    return step ?? (node.kind === 'map' ? stepOfChildren(text, node) : undefined);
  }, undefined);
}

function firstStep(text: string, node: YamlNode): number | undefined {
  if (node.kind === 'map') {
    const step = stepOfChildren(text, node);
    if (step !== undefined) return step;
  }
  const children =
    node.kind === 'map' ? node.entries.map(({ value }) => value) : node.kind === 'sequence' ? node.items : [];
  for (const child of children) {
    const step = firstStep(text, child);
    if (step !== undefined) return step;
  }
  return undefined;
}

/**
 * The end of the last line that belongs to an entry of a block map: a new entry can begin on the next line.
 *
 * Comments below belong to what follows, but for those whose text begins with `^`: they point up.
 */
export function behindEntry(source: Source, map: MapNode, entry: MapEntry): number {
  const { text } = source;
  const end = lineEnd(text, Math.max(entry.key.span.end, entry.value.span.end));
  if (keepsLineBreaks(text, entry.value)) return behindBlankLines(text, end);
  return behindTemplates(source, map, behindPointers(text, end));
}

function behindPointers(text: string, offset: number): number {
  let end = offset;
  for (;;) {
    const next = behindLineBreak(text, end);
    const nextEnd = lineEnd(text, next);
    if (next === end || !/^[ \t]*#+[ \t]*\^/.test(text.slice(next, nextEnd))) return end;
    end = nextEnd;
  }
}

/** Whether an entry ends with a block scalar to which the empty lines below belong (`|+`). */
function keepsLineBreaks(text: string, value: YamlNode): boolean {
  switch (value.kind) {
    case 'map': {
      const last = value.entries.at(-1);
      return value.style === 'block' && last !== undefined && keepsLineBreaks(text, last.value);
    }
    case 'sequence': {
      const last = value.items.at(-1);
      return value.style === 'block' && last !== undefined && keepsLineBreaks(text, last);
    }
    case 'scalar':
      return /^[|>][0-9]?\+/.test(text.slice(value.span.start, value.span.start + 3));
    case 'alias':
      return false;
  }
}

/** The start of the line behind the empty lines that follow; `offset` where none follow. */
function behindBlankLines(text: string, offset: number): number {
  let end = offset;
  let start = behindLineBreak(text, offset);
  while (start < text.length) {
    const lineBreak = lineEnd(text, start);
    const next = behindLineBreak(text, lineBreak);
    if (next === lineBreak || text.slice(start, lineBreak).trim() !== '') break;
    end = next;
    start = next;
  }
  return end;
}

/** Behind the templates below an entry that are part of it: they end a condition in it, or write lines of it. */
function behindTemplates({ text, yaml, mask }: Source, map: MapNode, offset: number): number {
  if (mask === undefined) return offset;
  const column = columnOfMap(text, map);
  const next = skipTrivia(yaml, offset);
  let end = offset;
  for (const template of mask.templates) {
    if (template.start < end || template.end > next) continue;
    const region = mask.conditional.find((span) => span.start < template.start && template.start < span.end);
    const fragment = mask.fragments.find((one) => one.offset === template.start);
    if (region !== undefined && region.start < end) end = lineEnd(text, region.end);
    else if (fragment !== undefined && fragment.column > column) end = lineEnd(text, template.end);
  }
  return end;
}

/**
 * The end of a commented-out entry of a map, if one stands between the line at `from` and what follows, in the given
 * column or further right. Its commented-out members belong to it.
 */
export function commentedOut(
  { text, yaml }: Source,
  from: number,
  key: string,
  column: number,
): { readonly end: number; readonly column: number } | undefined {
  const limit = skipTrivia(yaml, from);
  let found: { end: number; column: number; depth: number } | undefined;
  for (let start = from; start < limit;) {
    const end = lineEnd(text, start);
    const line = /^( *)#+([ \t]*)(\S.*)?$/.exec(text.slice(start, end));
    const [, margin = '', padding = '', content = ''] = line ?? [];
    if (found !== undefined) {
      if (line === null || margin.length !== found.column || padding.length <= found.depth) break;
      found.end = end;
    } else if (line !== null && standsInColumn(margin, padding, column) && namesKey(content, key)) {
      found = { end, column: margin.length, depth: padding.length };
    }
    const next = behindLineBreak(text, end);
    if (next === end) break;
    start = next;
  }
  return found;
}

/** The start of the line below the one of an offset. */
export function nextLine(text: string, offset: number): number {
  return behindLineBreak(text, lineEnd(text, offset));
}

/** Some comment lines out where the line begins, some in the first column. */
function standsInColumn(margin: string, padding: string, column: number): boolean {
  return margin.length >= column || (margin === '' && padding.length >= column);
}

function namesKey(content: string, key: string): boolean {
  return [key, `'${key}'`, `"${key}"`].some(
    (name) => content.startsWith(name) && /^\s*:(?:\s|$)/.test(content.slice(name.length)),
  );
}
