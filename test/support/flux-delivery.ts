import { posix } from 'node:path';
import { listAt, merge, textAt, treeAt, treesIn, type Delivery, type Tree } from './delivered-values.ts';

type Files = ReadonlyMap<string, string>;

/**
 * What Flux hands to Helm for the one HelmRelease with a chart, once for each kustomization that patches it and once as it
 * stands where none or not every one does.
 */
export function deliveredByFlux(files: Files): readonly Delivery[] {
  const objects = [...files].flatMap(([file, text]) => treesIn(text).map((tree) => ({ file, tree })));
  const release = objects.find(({ tree }) => isRelease(tree) && hasChart(tree))?.tree ?? {};
  const users = [...files].filter(
    ([file, text]) => file.endsWith('/kustomization.yaml') && text.includes('- ../../base'),
  );
  const releases =
    users.length === 0
      ? [release]
      : users.map(([file, text]) => patched(release, treesIn(text)[0] ?? {}, posix.dirname(file), files));
  const all = objects.map(({ tree }) => tree);
  return releases.map((one) => ({
    version: versionOf(one, all),
    values: valuesOf(one, all, files),
    flags: [],
  }));
}

function isRelease(tree: Tree): boolean {
  return tree['kind'] === 'HelmRelease';
}

function hasChart(tree: Tree): boolean {
  const spec = treeAt(tree, 'spec');
  return 'chartRef' in spec || 'chart' in treeAt(spec, 'chart', 'spec');
}

function versionOf(release: Tree, objects: readonly Tree[]): string {
  const own = textAt(treeAt(release, 'spec', 'chart', 'spec'), 'version');
  const dependency = objects.flatMap((object) => listAt(object, 'dependencies'))[0];
  const source = objects
    .map((object) => textAt(treeAt(object, 'spec', 'ref'), 'tag'))
    .find((tag) => tag !== '');
  return own !== '' ? own : dependency === undefined ? (source ?? '') : textAt(dependency, 'version');
}

/** Objects of `valuesFrom` in order, then the inline values; of an umbrella chart only what reaches Cilium. */
function valuesOf(release: Tree, objects: readonly Tree[], files: Files): Tree {
  const spec = treeAt(release, 'spec');
  const texts = listAt(spec, 'valuesFrom')
    .filter((reference) => !('targetPath' in reference))
    .map((reference) => textOfObject(reference, objects, files));
  const merged = [...texts.flatMap((text) => treesIn(text)), treeAt(spec, 'values')].reduce(merge, {});
  return objects.some((object) => 'dependencies' in object) ? treeAt(merged, 'cilium') : merged;
}

function textOfObject(reference: Tree, objects: readonly Tree[], files: Files): string {
  const name = textAt(reference, 'name');
  const key = 'valuesKey' in reference ? textAt(reference, 'valuesKey') : 'values.yaml';
  const object = objects.find(
    (one) => one['kind'] === reference['kind'] && textAt(treeAt(one, 'metadata'), 'name') === name,
  );
  if (object !== undefined)
    return textAt(treeAt(object, 'data'), key) || textAt(treeAt(object, 'stringData'), key);
  for (const [file, text] of files) {
    const generator = treesIn(text)
      .flatMap((tree) => listAt(tree, 'configMapGenerator'))
      .find((one) => textAt(one, 'name') === name);
    const entries = generator?.['files'];
    const entry = Array.isArray(entries)
      ? entries.map(String).find((one) => one.startsWith(`${key}=`))
      : undefined;
    if (entry !== undefined) {
      return files.get(posix.join(posix.dirname(file), entry.slice(key.length + 1))) ?? '';
    }
  }
  throw new Error(`Nothing makes ${name}.`);
}

/** A release after the patches of a kustomization: partial objects in files and texts, or operations on its values. */
function patched(release: Tree, kustomization: Tree, folder: string, files: Files): Tree {
  return listAt(kustomization, 'patches').reduce<Tree>((before, patch) => {
    const text = textAt(patch, 'patch') || (files.get(posix.join(folder, textAt(patch, 'path'))) ?? '');
    const [object] = treesIn(text);
    if (object !== undefined) {
      return merge(before, { spec: treeAt(object, 'spec') });
    }
    return listAt(treesIn(`operations:\n${text}`)[0] ?? {}, 'operations')
      .filter((operation) => textAt(operation, 'path').startsWith('/spec/values/'))
      .reduce((tree, operation) => merge(tree, treeOf(operation)), before);
  }, release);
}

/** What an operation sets, as a tree from the root of the object. */
function treeOf(operation: Tree): Tree {
  const keys = textAt(operation, 'path').split('/').slice(1);
  const last = { [keys.at(-1) ?? '']: operation['value'] };
  return keys.slice(0, -1).reduceRight<Tree>((below, key) => ({ [key]: below }), last);
}
