import { effectiveEntries, keyName, resolve } from '../yaml/navigate.ts';
import type { YamlNode } from '../yaml/node.ts';

/** Deeper than any field that a schema speaks of. */
const maxDepth = 16;

/**
 * A node as plain values, for a schema to look at. What is unknown or null is left out of maps, as Kubernetes takes null for
 * nothing; in lists it leaves a gap.
 */
export function fieldValues(node: YamlNode | undefined, depth = 0): unknown {
  const own = resolve(node);
  if (own === undefined || depth > maxDepth) return undefined;
  switch (own.kind) {
    case 'scalar':
      return own.value.kind === 'known' ? (own.value.value ?? undefined) : undefined;
    case 'sequence':
      return own.items.map((item) => fieldValues(item, depth + 1));
    case 'map':
      return Object.fromEntries(
        effectiveEntries(own).flatMap((entry) => {
          const value = fieldValues(entry.value, depth + 1);
          return value === undefined ? [] : [[keyName(entry.key), value]];
        }),
      );
  }
}
