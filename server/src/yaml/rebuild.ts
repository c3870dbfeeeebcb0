import type { MapNode, ScalarNode, SequenceNode, Span, YamlNode } from './node.ts';

/** What a copy of a tree does differently; what is left out stays as it was. */
export interface Rebuilding {
  readonly span?: (span: Span) => Span;
  /** Gets the scalar, keys included, before its span is moved. */
  readonly scalar?: (node: ScalarNode) => ScalarNode;
  /** Whether a collection is open. */
  readonly open?: (node: MapNode | SequenceNode) => boolean;
}

/** A copy of a tree, with aliases that point into the copy. */
export function rebuild(root: YamlNode, how: Rebuilding): YamlNode {
  const anchored = new Map<YamlNode, YamlNode>();
  const moved = (span: Span): Span => how.span?.(span) ?? span;
  const opened = (node: MapNode | SequenceNode): boolean => how.open?.(node) ?? node.open;

  const scalar = (node: ScalarNode): ScalarNode => ({
    ...(how.scalar?.(node) ?? node),
    span: moved(node.span),
  });

  const copy = (node: YamlNode): YamlNode => {
    switch (node.kind) {
      case 'scalar':
        return scalar(node);
      case 'map': {
        const entries = node.entries.map(({ key, value }) => ({ key: scalar(key), value: visit(value) }));
        return { ...node, span: moved(node.span), open: opened(node), entries };
      }
      case 'sequence':
        return { ...node, span: moved(node.span), open: opened(node), items: node.items.map(visit) };
      case 'alias': {
        const target = node.target === undefined ? undefined : anchored.get(node.target);
        return { ...node, span: moved(node.span), target };
      }
    }
  };

  const visit = (node: YamlNode): YamlNode => {
    const result = copy(node);
    if (node.anchor !== undefined) anchored.set(node, result);
    return result;
  };

  return visit(root);
}
