import { pathOf } from '../../source/file.ts';
import type { PlacedLayer } from '../effective.ts';
import { groupBy } from '../group.ts';
import { folderOf, nameOf } from '../paths.ts';

/**
 * Layers of values files that belong together, as the combinations that can be deployed: a base with each of its
 * overlays (`values.yaml` with `values-prod.yaml`), or a file that has no partner by itself. A base that has
 * overlays is never judged alone: an overlay may complete it.
 *
 * @param lowest the path of a file that lies under all others whatever they are called, if there is one
 */
export function combinations(
  layers: readonly PlacedLayer[],
  lowest?: string,
): readonly (readonly PlacedLayer[])[] {
  const byPath = groupBy(layers, ({ uri }) => pathOf(uri));
  const paths = [...byPath.keys()];
  const lowestOther = (path: string): string | undefined =>
    lowest !== undefined && lowest !== path && byPath.has(lowest) ? lowest : undefined;
  const below = new Map(paths.map((path) => [path, baseOf(path, byPath) ?? lowestOther(path)]));
  const stack = (path: string | undefined): readonly string[] =>
    path === undefined ? [] : [...stack(below.get(path)), path];
  const bases = new Set(below.values());
  return paths
    .filter((path) => !bases.has(path))
    .map((path) => stack(path).flatMap((member) => byPath.get(member) ?? []));
}

/**
 * The base file that an overlay's name points to, if it is there: `values-prod.yaml` and `prod.values.yaml` to
 * `values.yaml`. A base has a shorter name, so bases of bases come to an end.
 */
function baseOf(path: string, files: ReadonlyMap<string, unknown>): string | undefined {
  const folder = folderOf(path);
  const name = nameOf(path);
  const extension = /\.(?:ya?ml)(?:\..+)?$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - extension.length);
  const stems = [
    ...prefixes(stem).filter((prefix) => /values(?:$|[-._])/.test(prefix)),
    ...(/[-._]values$/.test(stem) ? ['values'] : []),
  ];
  return stems
    .flatMap((base) => ['.yaml', '.yml', extension].map((ending) => `${folder}/${base}${ending}`))
    .find((candidate) => files.has(candidate));
}

/** What stands before each `-`, `.` or `_` of a file name, longest first. */
function prefixes(stem: string): readonly string[] {
  return [...stem.matchAll(/[-._]/g)].map((separator) => stem.slice(0, separator.index)).reverse();
}
