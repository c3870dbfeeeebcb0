import type { KustomizationGraph, KustomizationNode } from './graph.ts';

/** A way in which a file comes into a cluster: the kustomizations that it passes through, innermost first. */
export type Variant = readonly KustomizationNode[];

/** No file is built upon in more ways by people. */
const maxVariants = 64;

/** Every way in which a file comes into a cluster; one without any kustomization where none takes it in. */
export function variantsOf(
  path: string,
  graph: KustomizationGraph,
  isOff: (path: string) => boolean,
): readonly Variant[] {
  const areOn = (nodes: readonly KustomizationNode[]): readonly KustomizationNode[] =>
    nodes.filter((node) => !isOff(node.path));
  const variants: KustomizationNode[][] = [];
  const walk = (node: KustomizationNode, before: readonly KustomizationNode[]): void => {
    if (variants.length >= maxVariants) return;
    const passed = [...before, node];
    const users = areOn(graph.usersOf(node)).filter((user) => !passed.includes(user));
    if (users.length === 0) variants.push(passed);
    for (const user of users) walk(user, passed);
  };
  for (const node of areOn(graph.includersOf(path))) walk(node, []);
  return variants.length === 0 ? [[]] : variants;
}

/**
 * The kustomizations whose patches a file meets on its way, in the order in which they are applied: the components of a
 * kustomization come before its own patches (https://kubectl.docs.kubernetes.io/guides/config_management/components/).
 */
export function patchersOf(variant: Variant, graph: KustomizationGraph): readonly KustomizationNode[] {
  const patchers = new Set<KustomizationNode>();
  const visit = (node: KustomizationNode, depth: number): void => {
    if (patchers.has(node) || depth > 10) return;
    for (const component of graph.componentsOf(node)) visit(component, depth + 1);
    patchers.add(node);
  };
  for (const node of variant) visit(node, 0);
  return [...patchers];
}
