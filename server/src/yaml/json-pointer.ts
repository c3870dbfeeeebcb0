import type { KeyPath } from './node.ts';

/** The keys of a JSON pointer (RFC 6901), as patches name places by: `~1` is a slash, `~0` a tilde. */
export function pointerKeys(pointer: string): KeyPath {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A key as it is written in a JSON pointer. */
export function pointerSegment(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
