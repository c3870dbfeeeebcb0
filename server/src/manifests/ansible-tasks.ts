import { keyName, knownText, nodeAt, resolve } from '../yaml/navigate.ts';
import type { MapNode, YamlNode } from '../yaml/node.ts';

const modules = new Set(['kubernetes.core.k8s', 'community.kubernetes.k8s', 'k8s']);
/** Plays, blocks and tasks are not nested deeper. */
const maxDepth = 20;

/** The manifests that tasks of Ansible apply by its `k8s` module, in a playbook or a file of tasks: both are lists. */
export function definitionsInTasks(root: YamlNode | undefined): readonly YamlNode[] {
  return root?.kind === 'sequence' ? definitionsBelow(root, 0) : [];
}

function definitionsBelow(node: YamlNode, depth: number): readonly YamlNode[] {
  if (depth > maxDepth) return [];
  if (node.kind === 'sequence') return node.items.flatMap((item) => definitionsBelow(item, depth + 1));
  if (node.kind !== 'map') return [];
  return node.entries.flatMap(({ key, value }) => {
    const call = modules.has(keyName(key)) ? resolve(value) : undefined;
    return call?.kind === 'map' ? definitionsOf(call) : definitionsBelow(value, depth + 1);
  });
}

function definitionsOf(call: MapNode): readonly YamlNode[] {
  if (knownText(nodeAt(call, ['state'])) === 'absent') return [];
  return ['definition', 'resource_definition', 'inline'].flatMap((name) => {
    const found = nodeAt(call, [name]);
    const node = typeof found === 'string' ? undefined : resolve(found);
    return node?.kind === 'sequence' ? node.items : (node ?? []);
  });
}
