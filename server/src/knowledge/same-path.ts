import type { KeyPath } from './reading.ts';

/** Whether two paths lead to one key. */
export function isSamePath(left: KeyPath, right: KeyPath): boolean {
  return left.length === right.length && left.every((segment, index) => segment === right[index]);
}
