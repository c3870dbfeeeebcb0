import { parseYaml } from '../yaml/parse.ts';
import { keyName } from '../yaml/navigate.ts';
import type { KeyPath, YamlNode } from '../yaml/node.ts';
import { touches } from './touches.ts';

/** The keys that lead to the innermost key or value at an offset of a YAML text; absent between them. */
export function keyPathAt(text: string, offset: number): KeyPath | undefined {
  for (const { root } of parseYaml(text).documents) {
    const path = root === undefined ? undefined : pathIn(root, offset, []);
    if (path !== undefined && path.length > 0) return path;
  }
  return undefined;
}

function pathIn(node: YamlNode, offset: number, path: KeyPath): KeyPath | undefined {
  if (!touches(node.span, offset)) return undefined;
  switch (node.kind) {
    case 'map':
      for (const { key, value } of node.entries) {
        const own = [...path, keyName(key)];
        if (touches(key.span, offset)) return own;
        const inside = pathIn(value, offset, own);
        if (inside !== undefined) return inside;
      }
      return undefined;
    case 'sequence':
      for (const [index, item] of node.items.entries()) {
        const inside = pathIn(item, offset, [...path, String(index)]);
        if (inside !== undefined) return inside;
      }
      return undefined;
    case 'scalar':
    case 'alias':
      return path;
  }
}
