import type { DeprecatedUseFact } from '../facts/deprecated-use.ts';
import { deprecatedFields, type DeprecatedField } from '../knowledge/deprecated-features.ts';
import type { Reader } from '../source/reader.ts';
import { entryAt, itemsAt, knownText, nodeAt, resolve } from '../yaml/navigate.ts';
import type { KeyPath, MapEntry, YamlNode } from '../yaml/node.ts';
import { groupOf, objectsOf, type KubernetesObject } from './objects.ts';

/** Reads Cilium's objects for fields that some version deprecates or does not know any more. */
export const deprecatedUseReader: Reader = {
  kinds: ['yaml'],
  hints: [...new Set(deprecatedFields.flatMap(({ kinds }) => kinds))],
  read: (file) => objectsOf(file.yaml()).flatMap(deprecatedUsesOf),
};

function deprecatedUsesOf(object: KubernetesObject): readonly DeprecatedUseFact[] {
  if (groupOf(object) !== 'cilium.io') return [];
  const found = nodeAt(object.root, ['spec']);
  const specs = [...(typeof found === 'string' ? [] : [found]), ...itemsAt(object.root, ['specs'])];
  return deprecatedFields
    .filter(({ kinds }) => kinds.includes(object.kind))
    .flatMap((field) => {
      const entry = specs.flatMap((spec) => entriesOf(spec, field)).at(0);
      const name = `${object.kind} ${object.name ?? ''}`.trim();
      return entry === undefined
        ? []
        : [{ kind: 'deprecated-use', use: field.use, object: name, span: entry.key.span }];
    });
}

function entriesOf(spec: YamlNode, { paths, value }: DeprecatedField): readonly MapEntry[] {
  return paths
    .flatMap((path) => entriesAt(spec, path))
    .filter((entry) => value === undefined || knownText(entry.value) === value);
}

/** The entries at a path; `*` stands for each item of a list. */
function entriesAt(node: YamlNode | undefined, [key, ...rest]: KeyPath): readonly MapEntry[] {
  const resolved = resolve(node);
  if (key === '*') return itemsAt(resolved, []).flatMap((item) => entriesAt(item, rest));
  const entry = key !== undefined && resolved?.kind === 'map' ? entryAt(resolved, key) : undefined;
  if (entry === undefined) return [];
  return rest.length === 0 ? [entry] : entriesAt(entry.value, rest);
}
