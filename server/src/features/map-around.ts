import { parseEmbedded } from '../yaml/embedded.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { MapNode, YamlNode } from '../yaml/node.ts';
import { touches } from './touches.ts';

/** The innermost map of a YAML text that an offset stands in, also inside a text that a scalar holds. */
export function mapAround(text: string, offset: number): MapNode | undefined {
  for (const { root } of parseYaml(text).documents) {
    const found = root === undefined ? undefined : mapIn(root, text, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}

function mapIn(node: YamlNode, text: string, offset: number): MapNode | undefined {
  if (!touches(node.span, offset)) return undefined;
  switch (node.kind) {
    case 'map':
      return (
        mapAmong(
          node.entries.map(({ value }) => value),
          text,
          offset,
        ) ?? node
      );
    case 'sequence':
      return mapAmong(node.items, text, offset);
    case 'scalar': {
      const isBlock = node.style === 'literal' || node.style === 'folded';
      const roots = isBlock ? parseEmbedded(text, node).documents.flatMap(({ root }) => root ?? []) : [];
      return mapAmong(roots, text, offset);
    }
    case 'alias':
      return undefined;
  }
}

function mapAmong(nodes: readonly YamlNode[], text: string, offset: number): MapNode | undefined {
  for (const node of nodes) {
    const found = mapIn(node, text, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}
