import { effectiveEntries, keyName, resolve } from '../yaml/navigate.ts';
import type { YamlNode } from '../yaml/node.ts';

/** Deeper than the schema nests; beyond it there is nothing to read. */
const maxDepth = 10;

/** A YAML tree as plain values, for a schema to look at. What is unknown or too deep is left out. */
export function plainValue(node: YamlNode | undefined, depth = 0): unknown {
  const own = resolve(node);
  if (own === undefined || depth > maxDepth) return undefined;
  switch (own.kind) {
    case 'scalar':
      return own.value.kind === 'known' ? own.value.value : undefined;
    case 'sequence':
      return own.items.map((item) => plainValue(item, depth + 1));
    case 'map':
      return Object.fromEntries(
        effectiveEntries(own).map((entry) => [keyName(entry.key), plainValue(entry.value, depth + 1)]),
      );
  }
}
