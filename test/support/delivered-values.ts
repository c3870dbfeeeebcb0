import { posix } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

/** What a tool hands to Helm for Cilium. */
export interface Delivery {
  /** A version or a range, as written. */
  readonly version: string;
  /** What it passes as values files, merged in their order. */
  readonly values: Tree;
  /** Arguments behind them, such as `--set`, `a=b`. */
  readonly flags: readonly string[];
}

/** Values as Helm sees them. */
export type Tree = Readonly<Record<string, unknown>>;

type Files = ReadonlyMap<string, string>;

/** What Argo CD hands to Helm for the one source with a chart in an Application, or in the template of an ApplicationSet. */
export function deliveredByArgo(manifest: string, files: Files): Delivery {
  const root = treesIn(manifest)[0] ?? {};
  const spec = treeAt(root, ...(root['kind'] === 'ApplicationSet' ? ['spec', 'template', 'spec'] : ['spec']));
  const sources = [...listAt(spec, 'sources'), treeAt(spec, 'source')];
  const source = sources.find((one) => 'helm' in one) ?? {};
  const helm = treeAt(source, 'helm');
  const chart = chartIn(textAt(source, 'path'), files);
  const fromFiles = listOf(helm['valueFiles']).map((path) => {
    const name = String(path);
    return files.get(
      name.startsWith('$') ? name.slice(name.indexOf('/') + 1) : posix.join(chart.folder, name),
    );
  });
  const own = 'valuesObject' in helm ? treeAt(helm, 'valuesObject') : textAt(helm, 'values');
  return {
    version: chart.version ?? textAt(source, 'targetRevision'),
    ...belowKey(chart.key, [files.get(posix.join(chart.folder, 'values.yaml')), ...fromFiles, own]),
    flags: listAt(helm, 'parameters').flatMap((one) => [
      one['forceString'] === true ? '--set-string' : '--set',
      `${withoutKey(textAt(one, 'name'), chart.key)}=${textAt(one, 'value').replaceAll(',', '\\,')}`,
    ]),
  };
}

/** What helmfile hands to Helm for the release of this name; paths count from the helmfile's folder. */
export function deliveredByHelmfile(helmfile: string, folder: string, files: Files): Delivery {
  const root = treesIn(helmfile).find((tree) => 'releases' in tree) ?? {};
  const own = listAt(root, 'releases').find((release) => release['name'] === 'cilium') ?? {};
  const inherited = listAt(own, 'inherit').map((one) => treeAt(root, 'templates', textAt(one, 'template')));
  const release: Tree = [...inherited, own].reduce((below, above) => ({ ...below, ...above }), {});
  const values = listOf(release['values']).map((item) =>
    typeof item === 'string' ? files.get(posix.join(folder, item)) : item,
  );
  const escaped = (value: string): string => value.replace(/[{},]/g, '\\$&');
  return {
    version: textAt(release, 'version'),
    ...belowKey(undefined, values),
    flags: listAt(release, 'set').flatMap((one) => [
      '--set',
      `${escaped(textAt(one, 'name'))}=${escaped(textAt(one, 'value'))}`,
    ]),
  };
}

/** The umbrella chart in a folder: which version of Cilium it depends on, and below which key. */
function chartIn(
  folder: string,
  files: Files,
): { readonly folder: string; readonly key?: string; readonly version?: string } {
  const chart = treesIn(files.get(posix.join(folder, 'Chart.yaml')) ?? '')[0];
  const dependency = chart && listAt(chart, 'dependencies')[0];
  if (dependency === undefined) return { folder };
  return { folder, key: textAt(dependency, 'name'), version: textAt(dependency, 'version') };
}

function belowKey(key: string | undefined, layers: readonly unknown[]): { readonly values: Tree } {
  const merged = layers
    .flatMap((layer) => (typeof layer === 'string' ? treesIn(layer) : isTree(layer) ? [layer] : []))
    .reduce(merge, {});
  return { values: key === undefined ? merged : treeAt(merged, key) };
}

function withoutKey(name: string, key: string | undefined): string {
  return key === undefined ? name : name.replace(`${key}.`, '');
}

/** Helm's merge: maps are merged, everything else is replaced. */
export function merge(below: Tree, above: Tree): Tree {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const old = merged[key];
    merged[key] = isTree(old) && isTree(value) ? merge(old, value) : value;
  }
  return merged;
}

/** The maps of a YAML text; what templates would write is some word. */
export function treesIn(text: string): readonly Tree[] {
  const plain = text.replace(/\{\{.*?\}\}/g, 'x');
  return parseAllDocuments(plain, { version: '1.1', merge: true }).flatMap((document) => {
    const content: unknown = parse(document.toString(), { version: '1.1', merge: true });
    return isTree(content) ? [content] : [];
  });
}

export function treeAt(tree: Tree, ...path: readonly string[]): Tree {
  return path.reduce<Tree>((at, key) => {
    const below = at[key];
    return isTree(below) ? below : {};
  }, tree);
}

export function listAt(tree: Tree, key: string): readonly Tree[] {
  return listOf(tree[key]).filter(isTree);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textAt(tree: Tree, key: string): string {
  const value = tree[key];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
