import data from '../../../schemas/cilium/policy-fields.json' with { type: 'json' };
import type { KeyPath } from './reading.ts';

/** What a field of a network policy does, in Markdown. */
export interface PolicyField {
  readonly summary: string;
  /** What it means for a service mesh, where it means anything. */
  readonly meshes?: string;
  /** Names of the rules that judge it. */
  readonly rules: readonly string[];
  /** The page of the official documentation. */
  readonly page: string;
}

interface Row {
  readonly kinds: readonly string[];
  readonly path: KeyPath;
  readonly summary: string;
  readonly meshes?: string | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly source: string;
}

const rows: readonly Row[] = data.fields;

/** Whether fields of objects of a kind are known. */
export function isPolicyKind(kind: string): boolean {
  return rows.some(({ kinds }) => kinds.includes(kind));
}

/**
 * The field at a path of an object, told by its last keys; of several the longest.
 * @param path keys from the object's root, without the places of lists
 */
export function policyFieldOf(kind: string, path: KeyPath): PolicyField | undefined {
  const [row] = rows
    .filter(({ kinds, path: end }) => kinds.includes(kind) && endsWith(path, end))
    .sort((left, right) => right.path.length - left.path.length);
  if (row === undefined) return undefined;
  const { summary, meshes, rules = [], source } = row;
  return { summary, ...(meshes === undefined ? {} : { meshes }), rules, page: source };
}

function endsWith(path: KeyPath, end: KeyPath): boolean {
  const start = path.length - end.length;
  return start >= 0 && end.every((segment, index) => path[start + index] === segment);
}
