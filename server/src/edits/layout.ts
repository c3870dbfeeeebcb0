import type { MapEntry, MapNode, YamlNode } from '../yaml/node.ts';
import { behindLineBreak, lineEnd, lineStart } from '../yaml/trivia.ts';
import type { Source } from './source.ts';

/**
 * How the user lays out lines: columns, steps of indentation, line breaks.
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
