import type { AliasNode, MapEntry, MapNode, ScalarNode, SequenceNode, Span, YamlNode } from './node.ts';
import { ownText } from './own-text.ts';
import { foreignReason, isForeignTag, readValue } from './value.ts';

/** Anchor and tag of a node, as written. */
export interface Properties {
  readonly anchor?: string;
  readonly tag?: string;
}

/** Of a node without anchor and tag. */
export const noProperties: Properties = {};

/** What both parsers make nodes with, so that one text gives one tree. */
export function scalarNode(
  span: Span,
  style: ScalarNode['style'],
  text: string,
  properties: Properties,
): ScalarNode {
  const own = ownText(text);
  const value = readValue(own, style, properties.tag);
  return withProperties({ kind: 'scalar', span, style, text: own, value }, properties);
}

/** Hardly any node has properties, and to look for them in each costs more than to make it. */
function withProperties<Node extends YamlNode>(node: Node, properties: Properties): Node {
  return properties === noProperties ? node : { ...node, ...properties };
}

/** A map; where its tag is a tool's own, such as `!vault`, a scalar that nothing is known of. `source` is the text of the file. */
export function mapNode(
  source: string,
  span: Span,
  style: MapNode['style'],
  entries: readonly MapEntry[],
  properties: Properties,
): MapNode | ScalarNode {
  if (properties.tag !== undefined && isForeignTag(properties.tag)) {
    return foreignNode(source, span, properties, properties.tag);
  }
  return withProperties({ kind: 'map', span, style, entries, open: false }, properties);
}

/** A sequence, with foreign tags as in `mapNode`. */
export function sequenceNode(
  source: string,
  span: Span,
  style: SequenceNode['style'],
  items: readonly YamlNode[],
  properties: Properties,
): SequenceNode | ScalarNode {
  if (properties.tag !== undefined && isForeignTag(properties.tag)) {
    return foreignNode(source, span, properties, properties.tag);
  }
  return withProperties({ kind: 'sequence', span, style, items, open: false }, properties);
}

/** `!reference [a, b]`: a tool replaces the collection, and with what is unknown. */
function foreignNode(source: string, span: Span, properties: Properties, tag: string): ScalarNode {
  return {
    kind: 'scalar',
    span,
    style: 'plain',
    text: source.slice(span.start, span.end),
    value: { kind: 'unknown', reason: foreignReason(tag) },
    ...properties,
  };
}

/** A key as a scalar: what an alias stands for, and the source of a collection, whose name nobody can write. */
export function keyNode(source: string, node: YamlNode): ScalarNode {
  if (node.kind === 'scalar') return node;
  const target = node.kind === 'alias' ? node.target : undefined;
  if (target?.kind === 'scalar') return { ...target, span: node.span };
  return {
    kind: 'scalar',
    span: node.span,
    style: 'plain',
    text: source.slice(node.span.start, node.span.end),
    value: { kind: 'unknown', reason: 'unreadable' },
  };
}

/** An alias; without `target` where nothing above it has its name. */
export function aliasNode(span: Span, name: string, target: YamlNode | undefined): AliasNode {
  return { kind: 'alias', span, name, target };
}
