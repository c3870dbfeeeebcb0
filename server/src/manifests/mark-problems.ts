import type { FieldProblemFact } from '../facts/field-problem.ts';
import { isSignalKey, meaningOf, type SignalPlace } from '../knowledge/meshes.ts';
import { scalarOf } from '../yaml/navigate.ts';
import type { KeyPath, MapNode } from '../yaml/node.ts';
import { addressOf } from './field-problems.ts';
import { marksOf, type KubernetesObject } from './objects.ts';
import { podTemplateOf, templatePathOf } from './workloads.ts';

/**
 * Labels and annotations by which a namespace or a pod joins a mesh, with a number or a boolean for a value: Kubernetes
 * takes only texts, so it refuses the whole object.
 */
export function markProblemsOf(object: KubernetesObject): readonly FieldProblemFact[] {
  if (object.kind === 'Namespace' && object.apiVersion === 'v1')
    return problemsIn(object, object.metadata, [], 'namespace');
  const template = podTemplateOf(object);
  return template === undefined
    ? []
    : problemsIn(object, template.metadata, templatePathOf(object.kind) ?? [], 'pod');
}

function problemsIn(
  object: KubernetesObject,
  metadata: MapNode | undefined,
  path: KeyPath,
  of: 'namespace' | 'pod',
): readonly FieldProblemFact[] {
  const fields = [
    ['labels', `${of}-label`],
    ['annotations', `${of}-annotation`],
  ] as const satisfies readonly (readonly [string, SignalPlace])[];
  return fields.flatMap(([field, place]) =>
    [...marksOf(metadata, field)].flatMap(([key, { value, entry }]): readonly FieldProblemFact[] => {
      const scalar = scalarOf(entry.value);
      if (!isSignalKey(place, key) || typeof scalar === 'string') return [];
      return [
        {
          kind: 'field-problem',
          object: `${object.kind} ${object.name ?? ''}`.trim(),
          path: [...path, 'metadata', field, key],
          found: { kind: 'scalar', text: value },
          expected: { kind: 'type', types: ['string'] },
          meant: typeof scalar === 'boolean' ? meaningOf(place, key, scalar) : value,
          address: addressOf(object),
          span: entry.value.span,
        },
      ];
    }),
  );
}
