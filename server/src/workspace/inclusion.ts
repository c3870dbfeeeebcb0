import type { Fact, Placed } from '../facts/fact.ts';
import { pathOf, sourceKindOf } from '../source/file.ts';
import { groupBy } from './group.ts';
import type { KustomizationGraph, KustomizationNode } from './kustomizations/graph.ts';
import { folderOf, foldersUpwards, joinPath, withinFolders } from './paths.ts';

/**
 * The files that lie in a repository but are not deployed, by decoded path: what stands beside a kustomization that lists
 * its resources, but not this one; what is commented out; what only such files bring in; what lies in an archive. In
 * doubt a file is deployed: whoever applies a folder by hand leaves no trace.
 */
export function notDeployed(facts: readonly Placed[], graph: KustomizationGraph): ReadonlySet<string> {
  const byPath = groupBy(facts, ({ uri }) => pathOf(uri));
  const charts = new Set(
    facts.flatMap(({ uri, fact }) => (fact.kind === 'chart' ? [folderOf(pathOf(uri))] : [])),
  );
  const disabled = new Set(graph.nodes.flatMap(disabledPaths));
  const isArchived = withinFolders(archives, [...byPath.keys()]);
  const isLeftOut = (path: string, own: readonly Placed[]): boolean => {
    if (isArchived(path)) return true;
    const node = graph.byFolder.get(folderOf(path));
    if (node?.path === path) return isUnused(node, graph, disabled);
    if (graph.includersOf(path).length > 0) return false;
    const isListable = sourceKindOf(path) === 'yaml' && isManifest(own);
    return disabled.has(path) || (isListable && isPassedOver(path, graph, charts));
  };
  const off = new Set([...byPath].filter(([path, own]) => isLeftOut(path, own)).map(([path]) => path));
  spread(off, [...byPath.keys()], graph);
  return off;
}

/** What people name folders for things they keep but do not use. A workspace may itself lie in one. */
const archives = /^[._]?(?:archived?|attic|graveyard)$/i;

/** Adds what only files that are switched off bring in, until nothing more follows. What includes itself stays on. */
function spread(off: Set<string>, paths: readonly string[], graph: KustomizationGraph): void {
  const bringersOf = (path: string): readonly KustomizationNode[] => {
    const node = graph.byFolder.get(folderOf(path));
    return node?.path === path ? graph.usersOf(node) : graph.includersOf(path);
  };
  const follows = (path: string): boolean => {
    const bringers = off.has(path) ? [] : bringersOf(path);
    return bringers.length > 0 && bringers.every((node) => off.has(node.path));
  };
  for (let size = -1; size !== off.size;) {
    size = off.size;
    for (const path of paths) if (follows(path)) off.add(path);
  }
}

/** A kustomization that nothing builds upon is applied by itself; a component never is. */
function isUnused(
  node: KustomizationNode,
  graph: KustomizationGraph,
  disabled: ReadonlySet<string>,
): boolean {
  if (graph.usersOf(node).length > 0) return false;
  return node.fact.role === 'component' || disabled.has(node.folder);
}

function disabledPaths({ folder, fact }: KustomizationNode): readonly string[] {
  return fact.commentedOut.map((entry) => joinPath(folder, entry));
}

/**
 * Whether the nearest kustomization above lists resources, but not this manifest. Further down that only says something
 * where it goes into folders of the same kind for single files.
 */
function isPassedOver(path: string, graph: KustomizationGraph, charts: ReadonlySet<string>): boolean {
  const folder = folderOf(path);
  const above = foldersUpwards(folder);
  const home = above.find((candidate) => graph.byFolder.has(candidate));
  const node = home === undefined ? undefined : graph.byFolder.get(home);
  if (home === undefined || node === undefined || node.fact.resources.length === 0) return false;
  if (above.some((candidate) => candidate.length >= home.length && charts.has(candidate))) return false;
  if (folder === home) return true;
  const foldersOfFiles = node.fact.resources
    .filter((entry) => /\.ya?ml$/.test(entry))
    .map((entry) => folderOf(joinPath(home, entry)));
  return foldersOfFiles.some((listed) => listed === folder || isSibling(listed, folder));
}

function isSibling(one: string, other: string): boolean {
  return one !== other && folderOf(one) === folderOf(other);
}

/** Facts that only Kubernetes objects give. */
const objectFacts: readonly Fact['kind'][] = [
  'enrolment',
  'mesh-mark',
  'mesh-member',
  'chart-pods',
  'deprecated-use',
  'waypoint',
  'mesh-resource',
  'mesh-sign',
  'service',
  'workload',
  'network-policy',
  'peer-authentication',
  'plain-text-calls',
  'field-problem',
  'namespace',
  'chart-source',
  'deployment-patch',
];

/** Whether a file is Kubernetes manifests alone, so that a kustomization could list it. Values, charts and scripts are not. */
function isManifest(facts: readonly Placed[]): boolean {
  return (
    facts.some(({ fact }) => isOfObject(fact)) &&
    facts.every(({ fact }) => isOfObject(fact) || besideObjects.includes(fact.kind))
  );
}

/** What stands in manifests and elsewhere. */
const besideObjects: readonly Fact['kind'][] = ['settings', 'values-object', 'mesh-revision'];

function isOfObject(fact: Fact): boolean {
  if (fact.kind === 'enrolment') return fact.inValues !== true;
  if (fact.kind === 'deployment') return fact.object !== undefined;
  if (fact.kind === 'mesh-install' || fact.kind === 'mesh-release') return fact.isObject === true;
  // The first Application of a cluster is applied by hand.
  if (fact.kind === 'kustomization') return fact.tool === 'flux';
  if (fact.kind === 'settings') return fact.carrier === 'cilium-config';
  return objectFacts.includes(fact.kind);
}
