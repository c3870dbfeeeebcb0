import { posix } from 'node:path';
import { listAt, merge, textAt, treeAt, treesIn, type Delivery, type Tree } from './delivered-values.ts';

type Files = ReadonlyMap<string, string>;

/** What kustomize hands to Helm for the one chart that it renders, from whichever of its fields. */
export function deliveredByKustomize(files: Files): Delivery | undefined {
  for (const [file, text] of files) {
    for (const tree of treesIn(text)) {
      const entry = entryIn(tree);
      if (entry !== undefined)
        return deliveryOf(entry, (path) => files.get(posix.join(posix.dirname(file), path)));
    }
  }
  return undefined;
}

function entryIn(tree: Tree): Tree | undefined {
  if (tree['kind'] === 'HelmChartInflationGenerator') return tree;
  const [old] = listAt(tree, 'helmChartInflationGenerator');
  if (old !== undefined) return { ...old, version: old['chartVersion'], valuesFile: old['values'] };
  return listAt(tree, 'helmCharts')[0];
}

function deliveryOf(entry: Tree, read: (path: string) => string | undefined): Delivery {
  const fileAt = (path: string): Tree => treesIn(read(path) ?? '').reduce(merge, {});
  const file = 'valuesFile' in entry ? fileAt(textAt(entry, 'valuesFile')) : {};
  const inline = treeAt(entry, 'valuesInline');
  const one = entry['valuesMerge'] === 'merge' ? merge(inline, file) : merge(file, inline);
  const more = entry['additionalValuesFiles'];
  const additional = Array.isArray(more) ? more.map((path) => fileAt(String(path))) : [];
  return { version: textAt(entry, 'version'), values: [one, ...additional].reduce(merge), flags: [] };
}
