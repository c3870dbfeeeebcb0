import { mapAt, stringsAt } from '../yaml/navigate.ts';
import { groupOf, textAt, type KubernetesObject } from './objects.ts';

/**
 * The Namespace that Argo CD makes for an Application, or for each one of an ApplicationSet, as an object of its own. It
 * gets the labels and annotations of `managedNamespaceMetadata`, if Argo CD is told to create it
 * (https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#namespace-metadata).
 */
export function managedNamespaceOf(object: KubernetesObject): readonly KubernetesObject[] {
  const path = specPaths.get(object.kind);
  if (path === undefined || groupOf(object) !== 'argoproj.io') return [];
  const spec = mapAt(object.root, path);
  const inSpec = ['syncPolicy', 'managedNamespaceMetadata'];
  const metadata = mapAt(spec, inSpec);
  const isCreated = stringsAt(spec, ['syncPolicy', 'syncOptions']).some(
    (option) => option === 'CreateNamespace=true',
  );
  if (metadata === undefined || !isCreated) return [];
  const name = textAt(mapAt(spec, ['destination']), 'namespace');
  const { metadataAt: own } = object;
  const metadataAt = own && { document: own.document, path: [...own.path.slice(0, -1), ...path, ...inSpec] };
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      name,
      namespace: undefined,
      metadata,
      nameSpan: metadata.span,
      root: metadata,
      metadataAt,
    },
  ];
}

/** The keys to the spec of an Application, or of those that an ApplicationSet makes; absent for other kinds. */
export function applicationSpecPath(kind: string): readonly string[] | undefined {
  return specPaths.get(kind);
}

const specPaths: ReadonlyMap<string, readonly string[]> = new Map([
  ['Application', ['spec']],
  ['ApplicationSet', ['spec', 'template', 'spec']],
]);
