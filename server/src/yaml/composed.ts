import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Alias,
  type Document,
  type Node,
  type Scalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { blockScalarEnd } from './events.ts';
import type { MapEntry, ScalarNode, Span, YamlDocument, YamlNode, YamlProblem } from './node.ts';
import {
  aliasNode,
  keyNode,
  mapNode,
  noProperties,
  scalarNode,
  sequenceNode,
  type Properties,
} from './tree.ts';
import { behindIndicator, documentSpans, isExplicitKey, isSpace, skipTrivia } from './trivia.ts';

const styles: Readonly<Record<string, ScalarNode['style']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** What the reading of one document shares. */
interface Composition {
  readonly text: string;
  readonly maxDepth: number;
  readonly anchors: Map<string, YamlNode>;
  readonly problems: YamlProblem[];
}

/**
 * Reads a text with the fault-tolerant `yaml` library: the same tree as from events, and for a text with errors
 * what could be read of it.
 *
 * @throws RangeError where collections are nested deeper than the stack.
 */
export function readComposed(text: string, maxDepth: number): readonly YamlDocument[] {
  const spans = documentSpans(text);
  const documents = compose(text).map((document, index): YamlDocument => {
    const problems = document.errors.map((error) => problemOf(text, error));
    const span = spans[index] ?? { start: document.range[0], end: document.range[2] };
    const composition: Composition = { text, maxDepth, anchors: new Map(), problems };
    return { index, span, root: readRoot(composition, document.contents, span), problems };
  });
  return documents.length > 0
    ? documents
    : [{ index: 0, span: { start: 0, end: text.length }, root: undefined, problems: [] }];
}

/** Errors at the end may be said to stand behind it. */
function problemOf(text: string, { pos: [start, end], message }: YAMLError): YamlProblem {
  return { span: { start: Math.min(start, text.length), end: Math.min(end, text.length) }, message };
}

/** An error object is made for each problem; without stack traces that takes half the time. */
function compose(text: string): readonly Document.Parsed[] {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const documents = parseAllDocuments(text, {
      prettyErrors: false,
      uniqueKeys: false,
      schema: 'failsafe',
      logLevel: 'silent',
    });
    return Array.isArray(documents) ? documents : [];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function readRoot(composition: Composition, contents: Node | null, span: Span): YamlNode | undefined {
  if (contents === null) return undefined;
  const isEmpty = isScalar(contents) && contents.range?.[0] === contents.range?.[1];
  if (isEmpty && contents.anchor === undefined && contents.tag === undefined) return undefined;
  return readNode(composition, contents, skipTrivia(composition.text, span.start), 0);
}

/** `fallback` is where a node without text stands: behind the indicator before it. */
function readNode(composition: Composition, node: unknown, fallback: number, depth: number): YamlNode {
  if (isAlias(node)) return readAlias(composition, node, fallback);
  if (isScalar(node)) return keep(composition, readScalar(composition.text, node, fallback));
  if (isMap(node) || isSeq(node)) {
    if (depth < composition.maxDepth) {
      return keep(
        composition,
        isMap(node) ? readMap(composition, node, depth) : readSequence(composition, node, depth),
      );
    }
    const [start, end] = node.range ?? [fallback, fallback];
    composition.problems.push({
      span: { start, end },
      message: `Nested deeper than ${composition.maxDepth} levels.`,
    });
    return tooDeep(composition.text, { start, end });
  }
  return scalarNode({ start: fallback, end: fallback }, 'plain', '', noProperties);
}

function keep(composition: Composition, node: YamlNode): YamlNode {
  if (node.anchor !== undefined) composition.anchors.set(node.anchor, node);
  return node;
}

function readAlias(composition: Composition, alias: Alias, fallback: number): YamlNode {
  const start = alias.range?.[0] ?? fallback;
  const span = { start, end: start + alias.source.length + 1 };
  return aliasNode(span, alias.source, composition.anchors.get(alias.source));
}

function readScalar(text: string, scalar: Scalar, fallback: number): YamlNode {
  const style = styles[scalar.type ?? 'PLAIN'] ?? 'plain';
  const [start, end] = scalar.range ?? [fallback, fallback];
  const value = typeof scalar.value === 'string' ? scalar.value : '';
  const properties = propertiesOf(scalar);
  if (style === 'plain' && value === '') {
    const at = behindProperties(text, fallback, properties);
    return scalarNode({ start: at, end: at }, style, '', properties);
  }
  const isBlock = style === 'literal' || style === 'folded';
  return scalarNode(
    { start, end: isBlock ? blockScalarEnd(text, start, end) : end },
    style,
    value,
    properties,
  );
}

function readMap(composition: Composition, map: YAMLMap, depth: number): YamlNode {
  const { text } = composition;
  const start = map.range?.[0] ?? 0;
  const hasBrackets = map.flow === true && text[start] === '{' && map.range !== null;
  const properties = openCollection(composition, map);
  let cursor = hasBrackets ? start + 1 : start;
  const entries = map.items.map((pair): MapEntry => {
    if (map.flow === true) cursor = behindIndicator(text, cursor, ',');
    const at = skipTrivia(text, cursor);
    const keyAt = isExplicitKey(text, at) ? at + 1 : at;
    const key = keyNode(text, readNode(composition, pair.key, keyAt, depth + 1));
    const value = readNode(composition, pair.value, behindIndicator(text, key.span.end, ':'), depth + 1);
    cursor = value.span.end;
    return { key, value };
  });
  const end = Math.max(start, hasBrackets ? (map.range?.[1] ?? cursor) : cursor);
  return mapNode(text, { start, end }, map.flow === true ? 'flow' : 'block', entries, properties);
}

function readSequence(composition: Composition, sequence: YAMLSeq, depth: number): YamlNode {
  const { text } = composition;
  const start = sequence.range?.[0] ?? 0;
  const isFlow = sequence.flow === true;
  const properties = openCollection(composition, sequence);
  let cursor = isFlow ? start + 1 : start;
  const items = sequence.items.map((item, index): YamlNode => {
    if (!isFlow) cursor = behindIndicator(text, cursor, '-');
    else if (index > 0) cursor = behindIndicator(text, cursor, ',');
    const node = readNode(composition, item, cursor, depth + 1);
    cursor = node.span.end;
    return node;
  });
  const end = Math.max(start, isFlow ? (sequence.range?.[1] ?? cursor) : cursor);
  return sequenceNode(text, { start, end }, isFlow ? 'flow' : 'block', items, properties);
}

function openCollection(composition: Composition, node: YAMLMap | YAMLSeq): Properties {
  const properties = propertiesOf(node);
  if (properties.anchor !== undefined) composition.anchors.delete(properties.anchor);
  return properties;
}

function tooDeep(text: string, span: Span): ScalarNode {
  return {
    kind: 'scalar',
    span,
    style: 'plain',
    text: text.slice(span.start, span.end),
    value: { kind: 'unknown', reason: 'unreadable' },
  };
}

function propertiesOf(node: Scalar | YAMLMap | YAMLSeq): Properties {
  if (node.anchor === undefined && node.tag === undefined) return noProperties;
  return {
    ...(node.anchor === undefined ? {} : { anchor: node.anchor }),
    ...(node.tag === undefined ? {} : { tag: node.tag.replace(/^tag:yaml\.org,2002:/, '!!') }),
  };
}

/** Behind `&anchor` and `!tag`, for a node that has nothing else. */
function behindProperties(text: string, offset: number, properties: Properties): number {
  let behind = offset;
  if (properties === noProperties) return behind;
  for (
    let at = skipTrivia(text, behind);
    text[at] === '&' || text[at] === '!';
    at = skipTrivia(text, behind)
  ) {
    behind = at;
    while (!isSpace(text.charCodeAt(behind)) && !/[,[\]{}]/.test(text.charAt(behind))) behind++;
  }
  return behind;
}
