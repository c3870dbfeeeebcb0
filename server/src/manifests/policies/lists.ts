import { itemsAt, lookUp, resolve, type ResolvedNode } from '../../yaml/navigate.ts';
import type { MapNode, Span } from '../../yaml/node.ts';

/** What stands at a key that should hold a list. */
export type Listed =
  | { readonly kind: 'absent' }
  /** A template, or something that is no list. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'list';
      readonly items: readonly ResolvedNode[];
      /** A template may add items. */
      readonly open: boolean;
      readonly keySpan: Span;
    };

/** The list at a key of a map; `null` is no list at all, as for Kubernetes. */
export function listAt(map: MapNode | undefined, key: string): Listed {
  const found = map === undefined ? 'absent' : lookUp(map, key);
  if (typeof found === 'string') return { kind: found };
  const node = resolve(found.value);
  if (node?.kind === 'scalar' && node.value.kind === 'known' && node.value.value === null) {
    return { kind: 'absent' };
  }
  if (node?.kind !== 'sequence') return { kind: 'unknown' };
  return { kind: 'list', items: itemsAt(map, [key]), open: node.open, keySpan: found.key.span };
}

/** Whether a list is absent or certainly empty. */
export function isEmpty(list: Listed): boolean {
  return list.kind === 'absent' || (list.kind === 'list' && list.items.length === 0 && !list.open);
}
