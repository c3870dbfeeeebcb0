import type { ValuesObjectFact } from '../../facts/deployment.ts';
import { itemsAt, nodeAt, stringAt, stringOf, stringsAt } from '../../yaml/navigate.ts';
import type { MapNode, YamlNode } from '../../yaml/node.ts';

const generators = [
  { field: 'configMapGenerator', object: 'ConfigMap' },
  { field: 'secretGenerator', object: 'Secret' },
] as const;

/**
 * The keys of ConfigMaps and Secrets that a kustomization makes of files, such as `values.yaml=cilium.yaml`. A reference
 * may have the name with or without the prefix and the suffix that the kustomization adds to names; the hash behind it
 * is kustomize's own affair.
 */
export function generatedObjects(kustomization: MapNode): readonly ValuesObjectFact[] {
  const prefix = stringAt(kustomization, ['namePrefix']) ?? '';
  const suffix = stringAt(kustomization, ['nameSuffix']) ?? '';
  return generators.flatMap(({ field, object }) =>
    itemsAt(kustomization, [field]).flatMap((generator) => {
      const name = stringAt(generator, ['name']);
      if (name === undefined) return [];
      const names = new Set([name, `${prefix}${name}${suffix}`]);
      return [...names].flatMap((objectName) =>
        keysOf(generator).map(({ key, holds, node }): ValuesObjectFact => ({
          kind: 'values-object',
          object,
          name: objectName,
          namespace: namespaceOf(kustomization, generator),
          key,
          holds,
          span: node.span,
        })),
      );
    }),
  );
}

/** The files that generators read, as written. */
export function generatorFiles(kustomization: MapNode): readonly string[] {
  return generators.flatMap(({ field }) =>
    itemsAt(kustomization, [field]).flatMap((generator) => [
      ...stringsAt(generator, ['files']).map((entry) => fileEntry(entry).path),
      ...stringsAt(generator, ['envs']),
      ...stringsAt(generator, ['env']),
    ]),
  );
}

interface GeneratedKey {
  readonly key: string;
  readonly holds: ValuesObjectFact['holds'];
  readonly node: YamlNode;
}

function keysOf(generator: YamlNode): readonly GeneratedKey[] {
  const files = itemsAt(generator, ['files']).flatMap((node): readonly GeneratedKey[] => {
    const text = stringOf(node);
    if (text === undefined) return [];
    const { key, path } = fileEntry(text);
    return [{ key, holds: { kind: 'file', path }, node }];
  });
  const literals = itemsAt(generator, ['literals']).flatMap((node): readonly GeneratedKey[] => {
    const key = stringOf(node)?.split('=')[0];
    return key === undefined ? [] : [{ key, holds: { kind: 'unknown' }, node }];
  });
  return [...files, ...literals];
}

/** `values.yaml=./cilium.yaml`, or a path whose last segment is the key. */
function fileEntry(text: string): { readonly key: string; readonly path: string } {
  const separator = text.indexOf('=');
  if (separator !== -1) return { key: text.slice(0, separator), path: text.slice(separator + 1) };
  return { key: text.slice(text.lastIndexOf('/') + 1), path: text };
}

/**
 * Where the kustomization puts all its resources into one namespace, whoever refers to the object is in it too, whatever
 * his own file says.
 */
function namespaceOf(kustomization: MapNode, generator: YamlNode): string | undefined {
  return nodeAt(kustomization, ['namespace']) === 'absent' ? stringAt(generator, ['namespace']) : undefined;
}
