import { lookUp } from '../../yaml/navigate.ts';
import type { MapNode, Span } from '../../yaml/node.ts';

/** The first of these keys that a spec has: where to point for whom it selects. */
export function subjectSpan(spec: MapNode, keys: readonly string[]): Span {
  for (const key of keys) {
    const found = lookUp(spec, key);
    if (typeof found !== 'string') return found.key.span;
  }
  return spec.span;
}
