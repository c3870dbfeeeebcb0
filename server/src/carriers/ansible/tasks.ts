import { keyName, resolve } from '../../yaml/navigate.ts';
import type { KeyPath, MapNode, YamlDocument, YamlNode } from '../../yaml/node.ts';

/** A call of a module in a task of a playbook, a role or a file of tasks. */
export interface ModuleCall {
  /** The arguments. */
  readonly map: MapNode;
  /** The keys from the document's root to the arguments. */
  readonly path: KeyPath;
}

/** Plays, blocks and tasks are not nested deeper. */
const maxDepth = 20;

/** The calls of some modules in a document, in file order. A file of tasks is a list, as a playbook is. */
export function moduleCalls({ root }: YamlDocument, modules: ReadonlySet<string>): readonly ModuleCall[] {
  const calls: ModuleCall[] = [];
  const visit = (node: YamlNode, path: KeyPath): void => {
    if (path.length > maxDepth) return;
    if (node.kind === 'sequence') node.items.forEach((item, index) => visit(item, [...path, String(index)]));
    if (node.kind !== 'map') return;
    for (const { key, value } of node.entries) {
      const own = [...path, keyName(key)];
      const map = modules.has(keyName(key)) ? resolve(value) : undefined;
      if (map?.kind === 'map' && key.conditional !== true) calls.push({ map, path: own });
      else visit(value, own);
    }
  };
  if (root?.kind === 'sequence') visit(root, []);
  return calls;
}
