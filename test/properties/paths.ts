import { keyName } from '../../server/src/yaml/navigate.ts';
import type { KeyPath, YamlNode } from '../../server/src/yaml/node.ts';

/** The paths of all nodes below a node, as keys are written in the file: merges and aliases are not followed. */
export function pathsOf(node: YamlNode | undefined): readonly KeyPath[] {
  const below = (key: string, value: YamlNode): readonly KeyPath[] => [
    [key],
    ...pathsOf(value).map((path) => [key, ...path]),
  ];
  if (node?.kind === 'map') return node.entries.flatMap(({ key, value }) => below(keyName(key), value));
  return node?.kind === 'sequence' ? node.items.flatMap((item, index) => below(String(index), item)) : [];
}
