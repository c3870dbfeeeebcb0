import { pathOf } from '../../source/file.ts';
import type { PlacedLayer } from '../effective.ts';
import { folderOf, nameOf } from '../paths.ts';

/**
 * Layers of values files that people keep side by side, as the combinations that can be deployed: a base with each of its
 * overlays (`values.yaml` with `values-prod.yaml`), or a file that has no partner by itself. A base that has
 * overlays is never judged alone: an overlay may complete it.
 */
export function combinations(layers: readonly PlacedLayer[]): readonly (readonly PlacedLayer[])[] {
  const byPath = new Map<string, PlacedLayer[]>();
  for (const placed of layers) {
    const path = pathOf(placed.uri);
    byPath.set(path, [...(byPath.get(path) ?? []), placed]);
  }
  const combined: PlacedLayer[][] = [];
  const bases = new Set<string>();
  for (const [path, overlay] of byPath) {
    const base = baseOf(path, byPath);
    if (base === undefined) continue;
    bases.add(base);
    combined.push([...(byPath.get(base) ?? []), ...overlay]);
  }
  const alone = [...byPath].filter(([path]) => !bases.has(path) && baseOf(path, byPath) === undefined);
  return [...alone.map(([, own]) => own), ...combined];
}

/** The base file that an overlay's name points to, if it is there: `values-prod.yaml` and `prod.values.yaml` to `values.yaml`. */
function baseOf(path: string, files: ReadonlyMap<string, unknown>): string | undefined {
  const folder = folderOf(path);
  const name = nameOf(path);
  const extension = /\.(?:ya?ml)(?:\..+)?$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - extension.length);
  const stems = [
    ...prefixes(stem).filter((prefix) => prefix.endsWith('values')),
    ...(/[-._]values$/.test(stem) ? ['values'] : []),
  ];
  return stems
    .flatMap((base) => ['.yaml', '.yml', extension].map((ending) => `${folder}/${base}${ending}`))
    .find((candidate) => candidate !== path && files.has(candidate));
}

/** What stands before each `-`, `.` or `_` of a file name, longest first. */
function prefixes(stem: string): readonly string[] {
  return [...stem.matchAll(/[-._]/g)].map((separator) => stem.slice(0, separator.index)).reverse();
}
