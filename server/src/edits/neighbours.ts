import type { MapEntry, MapNode, YamlNode } from '../yaml/node.ts';
import { behindLineBreak, lineEnd, skipTrivia } from '../yaml/trivia.ts';
import { columnOfMap } from './layout.ts';
import type { Source } from './source.ts';

/**
 * What stands between the entries of a block map, and to which of them it belongs: comments, templates, empty lines.
 */

/**
 * The end of the last line that belongs to an entry of a block map: a new entry can begin on the next line.
 *
 * Comments below belong to what follows, but for those whose text begins with `^`: they point up.
 */
export function behindEntry(source: Source, map: MapNode, entry: MapEntry): number {
  const end = Math.max(entry.key.span.end, entry.value.span.end);
  return behindNode(source, columnOfMap(source.text, map), entry.value, end);
}

/** The same for an item of a block list whose dashes stand in a column. */
export function behindItem(source: Source, column: number, item: YamlNode): number {
  return behindNode(source, column, item, item.span.end);
}

function behindNode(source: Source, column: number, node: YamlNode, behind: number): number {
  const { text } = source;
  const end = lineEnd(text, behind);
  if (keepsLineBreaks(text, node)) return behindBlankLines(text, end);
  return behindTemplates(source, column, behindPointers(text, end));
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
function behindTemplates({ text, yaml, mask }: Source, column: number, offset: number): number {
  if (mask === undefined) return offset;
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
