import type { Placed } from '../../facts/fact.ts';
import type { KustomizationFact } from '../../facts/kustomization.ts';
import { pathOf } from '../../source/file.ts';
import { folderOf, foldersUpwards, joinPath } from '../paths.ts';

/** A kustomization, or an object that has folders applied, and what it takes in. Paths are decoded. */
export interface KustomizationNode {
  readonly uri: string;
  readonly path: string;
  readonly folder: string;
  readonly fact: KustomizationFact;
}

/** Which kustomizations there are, and which of them take in what. */
export interface KustomizationGraph {
  readonly nodes: readonly KustomizationNode[];
  /** kustomization.yaml files by their folder. */
  readonly byFolder: ReadonlyMap<string, KustomizationNode>;
  /** Who takes in a file as a resource, a patch or a source of something; appliers that go through its folder among them. */
  readonly includersOf: (path: string) => readonly KustomizationNode[];
  /** Who builds upon a kustomization: as a resource, as a component, or by applying its folder. */
  readonly usersOf: (node: KustomizationNode) => readonly KustomizationNode[];
  /** The components of a kustomization, in order. */
  readonly componentsOf: (node: KustomizationNode) => readonly KustomizationNode[];
}

/** The graph of all kustomizations of a workspace; `paths` are the files that any fact stands in. */
export function kustomizationGraph(facts: readonly Placed[]): KustomizationGraph {
  const nodes = facts.flatMap(({ uri, fact }) =>
    fact.kind === 'kustomization' ? [{ uri, path: pathOf(uri), folder: folderOf(pathOf(uri)), fact }] : [],
  );
  const byFolder = new Map(
    nodes.flatMap((node) => (node.fact.role === 'applier' ? [] : [[node.folder, node] as const])),
  );
  const paths = nodes.length === 0 ? [] : [...new Set(facts.map(({ uri }) => pathOf(uri)))];
  const tree: FolderTree = {
    paths,
    folders: new Set(paths.flatMap((path) => foldersUpwards(folderOf(path)))),
    byFolder,
  };
  const includers = new Map<string, KustomizationNode[]>();
  const users = new Map<KustomizationNode, KustomizationNode[]>();
  const components = new Map<KustomizationNode, readonly KustomizationNode[]>();
  for (const node of nodes) {
    const taken = node.fact.role === 'applier' ? applied(node, tree) : listed(node, tree);
    for (const path of taken.files) append(includers, path, node);
    for (const other of taken.bases) append(users, other, node);
    for (const other of taken.components) append(users, other, node);
    components.set(node, taken.components);
  }
  return {
    nodes,
    byFolder,
    includersOf: (path) => includers.get(path) ?? [],
    usersOf: (node) => users.get(node) ?? [],
    componentsOf: (node) => components.get(node) ?? [],
  };
}

/** The files that facts stand in, and the folders above them. */
interface FolderTree {
  readonly paths: readonly string[];
  readonly folders: ReadonlySet<string>;
  readonly byFolder: ReadonlyMap<string, KustomizationNode>;
}

interface Taken {
  readonly files: readonly string[];
  readonly bases: readonly KustomizationNode[];
  readonly components: readonly KustomizationNode[];
}

/** What a kustomization.yaml names: files, and folders with a kustomization of their own. */
function listed({ folder, fact }: KustomizationNode, { byFolder }: FolderTree): Taken {
  const from = (entries: readonly string[]): readonly string[] =>
    entries.map((entry) => joinPath(folder, entry));
  const nodesAmong = (paths: readonly string[]): readonly KustomizationNode[] =>
    paths.flatMap((path) => byFolder.get(path) ?? []);
  const resources = from(fact.resources);
  const patchFiles = fact.patches.flatMap((patch) => (patch.from.kind === 'file' ? [patch.from.path] : []));
  return {
    files: [...resources.filter((path) => !byFolder.has(path)), ...from(fact.files), ...from(patchFiles)],
    bases: nodesAmong(resources),
    components: nodesAmong(from(fact.components)),
  };
}

/**
 * What lies in the folders that an object has applied: their kustomizations, or without one every file, down to the next
 * kustomization (https://fluxcd.io/flux/components/kustomize/kustomizations/#generating-a-kustomizationyaml-file).
 */
function applied({ folder, fact }: KustomizationNode, tree: FolderTree): Taken {
  const roots = [...new Set(fact.resources.flatMap((pattern) => foldersMeant(pattern, folder, tree)))];
  const below = roots.map((root) => contentsOf(root, tree));
  return {
    files: below.flatMap(({ files }) => files),
    bases: [...new Set(below.flatMap(({ bases }) => bases))],
    components: roots.flatMap((root) =>
      fact.components.flatMap((entry) => tree.byFolder.get(joinPath(root, entry)) ?? []),
    ),
  };
}

function contentsOf(root: string, { paths, byFolder }: FolderTree): Pick<Taken, 'files' | 'bases'> {
  const own = byFolder.get(root);
  if (own !== undefined) return { files: [], bases: [own] };
  const files: string[] = [];
  const bases = new Set<KustomizationNode>();
  for (const path of paths) {
    if (!path.startsWith(`${root}/`)) continue;
    const node = outermostBelow(root, path, byFolder);
    if (node === undefined) files.push(path);
    else bases.add(node);
  }
  return { files, bases: [...bases] };
}

/** The kustomization nearest to `root` among the folders between it and a file. */
function outermostBelow(
  root: string,
  path: string,
  byFolder: FolderTree['byFolder'],
): KustomizationNode | undefined {
  const between = foldersUpwards(folderOf(path)).filter((folder) => folder.length > root.length);
  const folder = between.findLast((candidate) => byFolder.has(candidate));
  return folder === undefined ? undefined : byFolder.get(folder);
}

/** The folders that a path from the root of a repository can mean: under the outermost folder where it leads somewhere. */
function foldersMeant(pattern: string, folder: string, { folders }: FolderTree): readonly string[] {
  const relative = pattern.replaceAll(/^(?:\.?\/)+|\/+$/g, '').replace(/^\.$/, '');
  if (relative.includes('*')) return foldersLike(relative, folders);
  const root = foldersUpwards(folder)
    .map((from) => joinPath(from, relative).replace(/\/$/, ''))
    .findLast((candidate) => folders.has(candidate));
  return root === undefined ? [] : [root];
}

/** Every folder whose path ends as a pattern does; in a pattern `*` stands for anything. */
function foldersLike(pattern: string, folders: ReadonlySet<string>): readonly string[] {
  const escaped = pattern.replaceAll(/[\\^$.+?()[\]{}|]/g, '\\$&').replaceAll(/\*+/g, '.*');
  const wanted = new RegExp(`/${escaped}$`);
  return [...folders].filter((candidate) => wanted.test(candidate));
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
