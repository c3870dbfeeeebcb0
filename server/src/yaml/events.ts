import {
  COLLECTION_STYLE,
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type AliasEvent,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import type { MapEntry, ScalarNode, Span, YamlDocument, YamlNode } from './node.ts';
import {
  aliasNode,
  keyNode,
  mapNode,
  noProperties,
  scalarNode,
  sequenceNode,
  type Properties,
} from './tree.ts';
import { behindIndicator, documentSpans, isExplicitKey, lineStart, skipTrivia, trimEnd } from './trivia.ts';

const styles: Readonly<Record<ScalarEvent['style'], ScalarNode['style']>> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
};

/** Where the reading of the flat event list stands. */
interface Reader {
  readonly text: string;
  readonly events: readonly Event[];
  /** The next event to read. */
  next: number;
  /** The offset behind the last node read. */
  cursor: number;
  /** The anchored nodes of the document so far. */
  readonly anchors: Map<string, YamlNode>;
}

/**
 * Reads a text by the events of js-yaml, in one pass. About ten times faster than composing it.
 *
 * @returns `undefined` for a text with an error or with collections nested deeper than `maxDepth`: js-yaml stops
 * at the first.
 */
export function readEvents(text: string, maxDepth: number): readonly YamlDocument[] | undefined {
  const events = eventsOf(text, maxDepth);
  if (events === undefined) return undefined;
  const spans = documentSpans(text);
  const reader: Reader = { text, events, next: 0, cursor: 0, anchors: new Map() };
  const documents: YamlDocument[] = [];
  while (reader.next < events.length) {
    reader.next++;
    reader.anchors.clear();
    const index = documents.length;
    const span = spans[index] ?? { start: reader.cursor, end: text.length };
    reader.cursor = span.start;
    const root = isEmptyScalar(events[reader.next]) ? undefined : readNode(reader, span.start);
    if (root === undefined) reader.next++;
    reader.next++;
    documents.push({ index, span, root, problems: [] });
  }
  return documents.length > 0
    ? documents
    : [{ index: 0, span: { start: 0, end: text.length }, root: undefined, problems: [] }];
}

function eventsOf(text: string, maxDepth: number): readonly Event[] | undefined {
  try {
    return parseEvents(text, { maxDepth });
  } catch {
    return undefined;
  }
}

function isEmptyScalar(event: Event | undefined): boolean {
  return (
    event?.type === EVENT_ID.SCALAR && event.valueStart < 0 && event.tagStart < 0 && event.anchorStart < 0
  );
}

/** Reads the node of the next event; a node without text gets its place at `fallback`. */
function readNode(reader: Reader, fallback: number): YamlNode {
  const event = reader.events[reader.next++];
  switch (event?.type) {
    case EVENT_ID.SCALAR: {
      const node = readScalar(reader.text, event, fallback);
      return finish(reader, node);
    }
    case EVENT_ID.ALIAS:
      return readAlias(reader, event);
    case EVENT_ID.MAPPING:
      return readMap(reader, event);
    case EVENT_ID.SEQUENCE:
      return readSequence(reader, event);
    default:
      return scalarNode({ start: fallback, end: fallback }, 'plain', '', noProperties);
  }
}

function finish(reader: Reader, node: YamlNode): YamlNode {
  reader.cursor = node.span.end;
  if (node.anchor !== undefined) reader.anchors.set(node.anchor, node);
  return node;
}

function readScalar(text: string, event: ScalarEvent, fallback: number): YamlNode {
  const style = styles[event.style];
  const span = scalarSpan(text, event, Math.max(fallback, event.tagEnd, event.anchorEnd));
  return scalarNode(span, style, getScalarValue(text, event), propertiesOf(text, event));
}

/** `from` is where the scalar may begin: behind its indicator and its properties. */
function scalarSpan(text: string, event: ScalarEvent, from: number): Span {
  const { valueStart, valueEnd } = event;
  if (valueStart < 0) return { start: from, end: from };
  switch (event.style) {
    case SCALAR_STYLE.PLAIN:
      return { start: valueStart, end: valueEnd };
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return { start: valueStart - 1, end: valueEnd + 1 };
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK: {
      const start = skipTrivia(text, from);
      return { start, end: blockScalarEnd(text, start, valueEnd) };
    }
  }
}

/** The end of a block scalar: of its last line with content, or of its header `|-` where it has none. */
export function blockScalarEnd(text: string, start: number, valueEnd: number): number {
  const header = /^[|>][-+0-9]*/.exec(text.slice(start, start + 4))?.[0] ?? '';
  const contentEnd = trimEnd(text, start, valueEnd);
  return lineStart(text, contentEnd) > start ? contentEnd : start + header.length;
}

function readAlias(reader: Reader, event: AliasEvent): YamlNode {
  const name = reader.text.slice(event.anchorStart, event.anchorEnd);
  const span = { start: event.anchorStart - 1, end: event.anchorEnd };
  return finish(reader, aliasNode(span, name, reader.anchors.get(name)));
}

function readMap(reader: Reader, event: MappingEvent): YamlNode {
  const { text } = reader;
  const properties = openCollection(reader, event);
  const isFlow = event.style === COLLECTION_STYLE.FLOW;
  const hasBrackets = isFlow && !isFlowPair(reader, event);
  reader.cursor = hasBrackets ? event.start + 1 : event.start;
  const entries: MapEntry[] = [];
  while (!closes(reader)) {
    if (isFlow && entries.length > 0) reader.cursor = behindIndicator(text, reader.cursor, ',');
    const at = skipTrivia(text, reader.cursor);
    const key = keyNode(text, readNode(reader, isExplicitKey(text, at) ? at + 1 : at));
    const value = readNode(reader, behindIndicator(text, key.span.end, ':'));
    entries.push({ key, value });
  }
  const end = hasBrackets ? behindBracket(text, reader.cursor) : reader.cursor;
  const span = { start: event.start, end };
  return finish(reader, mapNode(text, span, isFlow ? 'flow' : 'block', entries, properties));
}

/** In `[a: b]` the pair is a map without brackets; its event starts where its key does. */
function isFlowPair(reader: Reader, event: MappingEvent): boolean {
  if (reader.text[event.start] !== '{') return true;
  const key = reader.events[reader.next];
  return key?.type === EVENT_ID.MAPPING && key.start === event.start;
}

function readSequence(reader: Reader, event: SequenceEvent): YamlNode {
  const { text } = reader;
  const properties = openCollection(reader, event);
  const isFlow = event.style === COLLECTION_STYLE.FLOW;
  reader.cursor = isFlow ? event.start + 1 : event.start;
  const items: YamlNode[] = [];
  while (!closes(reader)) {
    if (!isFlow) reader.cursor = behindIndicator(text, reader.cursor, '-');
    else if (items.length > 0) reader.cursor = behindIndicator(text, reader.cursor, ',');
    items.push(readNode(reader, reader.cursor));
  }
  const end = isFlow ? behindBracket(text, reader.cursor) : reader.cursor;
  const span = { start: event.start, end };
  return finish(reader, sequenceNode(text, span, isFlow ? 'flow' : 'block', items, properties));
}

/** An alias inside the collection that its anchor names has no value: the anchor is free until the end. */
function openCollection(reader: Reader, event: MappingEvent | SequenceEvent): Properties {
  const properties = propertiesOf(reader.text, event);
  if (properties.anchor !== undefined) reader.anchors.delete(properties.anchor);
  return properties;
}

/** Whether the open collection ends here; steps over its closing event. */
function closes(reader: Reader): boolean {
  const event = reader.events[reader.next];
  if (event !== undefined && event.type !== EVENT_ID.POP) return false;
  reader.next++;
  return true;
}

/** Behind the bracket that closes a flow collection, whose last entry may have a comma. */
function behindBracket(text: string, offset: number): number {
  return skipTrivia(text, behindIndicator(text, offset, ',')) + 1;
}

function propertiesOf(text: string, event: ScalarEvent | MappingEvent | SequenceEvent): Properties {
  if (event.anchorStart < 0 && event.tagStart < 0) return noProperties;
  return {
    ...(event.anchorStart < 0 ? {} : { anchor: text.slice(event.anchorStart, event.anchorEnd) }),
    ...(event.tagStart < 0 ? {} : { tag: text.slice(event.tagStart, event.tagEnd) }),
  };
}
