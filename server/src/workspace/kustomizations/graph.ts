import type { Placed } from '../../facts/fact.ts';
import type { KustomizationFact } from '../../facts/kustomization.ts';
import { pathOf } from '../../source/file.ts';
import { ofKind } from '../of-kind.ts';
import { folderOf, foldersUpwards, joinPath, nameOf } from '../paths.ts';
import { remembered } from '../remembered.ts';
import { append } from '../group.ts';

/** A kustomization, or an object that has folders applied, and what it takes in. Paths are decoded. */
export interface KustomizationNode {
  readonly uri: string;
  readonly path: string;
  readonly folder: string;
  /** Without its place: the graph stays as it is where that alone changes. */
  readonly fact: Omit<KustomizationFact, 'span'>;
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
  const nodes = ofKind(facts, 'kustomization').map(nodeOf);
  const byFolder = new Map(
    nodes.flatMap((node) => (node.fact.role === 'applier' ? [] : [[node.folder, node] as const])),
  );
  const paths = nodes.length === 0 ? [] : [...new Set(facts.map(({ uri }) => pathOf(uri)))];
  const tree = folderTree(paths, byFolder);
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

/** For the same fact always the same: with one kustomization edited, the others need not be looked into again. */
const nodeOf = remembered(({ uri, fact }: Placed<KustomizationFact>): KustomizationNode => {
  const path = pathOf(uri);
  return { uri, path, folder: folderOf(path), fact };
});

/** The files that facts stand in, and the folders above them. */
interface FolderTree {
  /** Everything right in a folder. */
  readonly contents: ReadonlyMap<string, FolderContents>;
  /** Folders by their own name. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly byFolder: ReadonlyMap<string, KustomizationNode>;
}

interface FolderContents {
  readonly files: string[];
  readonly folders: string[];
}

function folderTree(paths: readonly string[], byFolder: FolderTree['byFolder']): FolderTree {
  const contents = new Map<string, FolderContents>();
  const byName = new Map<string, string[]>();
  const contentsAt = (folder: string): FolderContents => {
    const known = contents.get(folder);
    if (known !== undefined) return known;
    const own: FolderContents = { files: [], folders: [] };
    contents.set(folder, own);
    append(byName, nameOf(folder), folder);
    if (folder !== '') contentsAt(folderOf(folder)).folders.push(folder);
    return own;
  };
  for (const path of paths) contentsAt(folderOf(path)).files.push(path);
  return { contents, byName, byFolder };
}

interface Taken {
  readonly files: readonly string[];
  readonly bases: readonly KustomizationNode[];
  readonly components: readonly KustomizationNode[];
}

/** What a kustomization.yaml names: files, and folders with a kustomization of their own. */
function listed(node: KustomizationNode, { byFolder }: FolderTree): Taken {
  const nodesAmong = (paths: readonly string[]): readonly KustomizationNode[] =>
    paths.flatMap((path) => byFolder.get(path) ?? []);
  const { resources, files, components } = pathsNamed(node);
  return {
    files: [...resources.filter((path) => !byFolder.has(path)), ...files],
    bases: nodesAmong(resources),
    components: nodesAmong(components),
  };
}

/** The decoded paths that a kustomization.yaml names. */
const pathsNamed = remembered(({ folder, fact }: KustomizationNode) => {
  const from = (entries: readonly string[]): readonly string[] =>
    entries.map((entry) => joinPath(folder, entry));
  const patchFiles = fact.patches.flatMap((patch) => (patch.from.kind === 'file' ? [patch.from.path] : []));
  return {
    resources: from(fact.resources),
    files: [...from(fact.files), ...from(patchFiles)],
    components: from(fact.components),
  };
});

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

function contentsOf(root: string, { contents, byFolder }: FolderTree): Pick<Taken, 'files' | 'bases'> {
  const files: string[] = [];
  const bases: KustomizationNode[] = [];
  const visit = (folder: string): void => {
    const node = byFolder.get(folder);
    if (node !== undefined) {
      bases.push(node);
      return;
    }
    const own = contents.get(folder);
    for (const file of own?.files ?? []) files.push(file);
    own?.folders.forEach(visit);
  };
  visit(root);
  return { files, bases };
}

/** The folders that a path from the root of a repository can mean: under the outermost folder where it leads somewhere. */
function foldersMeant(pattern: string, folder: string, tree: FolderTree): readonly string[] {
  const relative = pattern.replaceAll(/^(?:\.?\/)+|\/+$/g, '').replace(/^\.$/, '');
  if (relative.includes('*')) return foldersLike(relative, tree);
  const root = foldersUpwards(folder)
    .map((from) => joinPath(from, relative).replace(/\/$/, ''))
    .findLast((candidate) => tree.contents.has(candidate));
  return root === undefined ? [] : [root];
}

/** Every folder whose path ends as a pattern does; in a pattern `*` stands for anything. */
function foldersLike(pattern: string, { contents, byName }: FolderTree): readonly string[] {
  const escaped = pattern.replaceAll(/[\\^$.+?()[\]{}|]/g, '\\$&').replaceAll(/\*+/g, '.*');
  const wanted = new RegExp(`/${escaped}$`);
  const name = nameOf(pattern);
  const candidates = name.includes('*') ? [...contents.keys()] : (byName.get(name) ?? []);
  return candidates.filter((candidate) => wanted.test(candidate));
}
