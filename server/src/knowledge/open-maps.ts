import data from '../../../schemas/cilium/open-maps.json' with { type: 'json' };
import { typesEver } from './keys.ts';
import type { KeyPath } from './reading.ts';

const names = new Set(data.rows.flatMap((row) => row.names));

/** Whether any key may stand at a path, because it lies below a map that users fill as they like. */
export function isBelowOpenMap(path: KeyPath): boolean {
  return path
    .slice(0, -1)
    .some((name, index) => names.has(name) || mayHoldAnything(path.slice(0, index + 1)));
}

/** A key that charts hand on as a whole, or that only a comment or a template shows, may hold more than is known. */
function mayHoldAnything(path: KeyPath): boolean {
  return typesEver(path).some((type) => type === 'any' || type === 'object' || type === 'array');
}
