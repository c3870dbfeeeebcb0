import type { MeshSignFact } from '../facts/kubernetes.ts';
import {
  isMisplaced,
  isMulticlusterLabel,
  isMulticlusterResource,
  meshOfGroup,
  meshOfMark,
  type MeshName,
} from '../knowledge/meshes.ts';
import type { MeshTrait } from '../knowledge/mesh-resources.ts';
import type { Span } from '../yaml/node.ts';
import { groupOf, marksOf, spanOf, type KubernetesObject } from './objects.ts';
import { podTemplateOf } from './workloads.ts';

/** Signs of a mesh on an object: its API group, and labels and annotations that only a mesh reads. */
export function meshSignsOf(object: KubernetesObject): readonly MeshSignFact[] {
  return [...signsOfGroup(object), ...signsOfMarks(object), ...misplacedSigns(object)];
}

function signsOfGroup(object: KubernetesObject): readonly MeshSignFact[] {
  const group = groupOf(object);
  const mesh = meshOfGroup(group);
  if (mesh === undefined) return [];
  return [
    sign(mesh, isMulticlusterResource(group, object.kind) ? 'multicluster' : undefined, object.root.span),
  ];
}

function signsOfMarks(object: KubernetesObject): readonly MeshSignFact[] {
  const template = podTemplateOf(object)?.metadata;
  return [object.metadata, template]
    .flatMap((metadata) => [...marksOf(metadata, 'labels'), ...marksOf(metadata, 'annotations')])
    .flatMap(([key, mark]) => {
      const mesh = meshOfMark(key);
      return mesh === undefined
        ? []
        : [sign(mesh, isMulticlusterLabel(key) ? 'multicluster' : undefined, spanOf(mark))];
    });
}

/** Annotations of a Namespace that ask for a mesh which reads labels only. */
function misplacedSigns({ kind, metadata }: KubernetesObject): readonly MeshSignFact[] {
  if (kind !== 'Namespace') return [];
  return [...marksOf(metadata, 'annotations')].flatMap(([key, mark]) => {
    const mesh = isMisplaced('namespace-annotation', key, mark.value) ? meshOfMark(key) : undefined;
    return mesh === undefined ? [] : [sign(mesh, 'misplaced-signal', spanOf(mark))];
  });
}

function sign(mesh: MeshName, trait: MeshTrait | undefined, span: Span): MeshSignFact {
  return { kind: 'mesh-sign', mesh, trait, span };
}
