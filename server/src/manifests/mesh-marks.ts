import type { MeshMarkFact } from '../facts/mesh-mark.ts';
import { isSignalKey, type SignalPlace } from '../knowledge/meshes.ts';
import type { KeyPath, MapNode } from '../yaml/node.ts';
import { marksOf, spanOf, type KubernetesObject } from './objects.ts';
import { podTemplateOf, templatePathOf } from './workloads.ts';

type Subject = Pick<MeshMarkFact, 'namespace' | 'workload'>;

/** Every label and annotation of a Namespace, or of a pod template, that some mesh reads there. */
export function meshMarksOf(object: KubernetesObject): readonly MeshMarkFact[] {
  if (object.kind === 'Namespace' && object.apiVersion === 'v1') {
    const subject = { namespace: object.name, workload: undefined };
    return marksIn(object, object.metadata, [], 'namespace', subject);
  }
  const template = podTemplateOf(object);
  if (template === undefined) return [];
  const workload = `${object.kind} ${object.name ?? ''}`.trim();
  const path = templatePathOf(object.kind) ?? [];
  return marksIn(object, template.metadata, path, 'pod', { namespace: object.namespace, workload });
}

/**
 * @param path the keys from the object to what the metadata belongs to
 */
function marksIn(
  { root, metadataAt }: KubernetesObject,
  metadata: MapNode | undefined,
  path: KeyPath,
  of: 'namespace' | 'pod',
  subject: Subject,
): readonly MeshMarkFact[] {
  const own = metadataAt && [...metadataAt.path.slice(0, -1), ...path, ...metadataAt.path.slice(-1)];
  const fields = [
    ['labels', `${of}-label`],
    ['annotations', `${of}-annotation`],
  ] as const satisfies readonly (readonly [string, SignalPlace])[];
  return fields.flatMap(([field, place]) =>
    [...marksOf(metadata, field)].flatMap(([key, mark]): readonly MeshMarkFact[] => {
      if (!isSignalKey(place, key)) return [];
      const inManifest = metadataAt &&
        own && {
          address: { document: metadataAt.document, path: [] },
          path: [...own, field, key],
        };
      const { value } = mark;
      const owner = root.span.start;
      return [{ kind: 'mesh-mark', place, key, value, ...subject, owner, inManifest, span: spanOf(mark) }];
    }),
  );
}
