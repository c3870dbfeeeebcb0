import type { Fact } from '../facts/fact.ts';
import { meshResourceKinds } from '../knowledge/mesh-resources.ts';
import { meshHints } from '../knowledge/meshes.ts';
import type { Reader } from '../source/reader.ts';
import { enrolmentsOf } from './enrolment.ts';
import { kustomizedEnrolments, pointerHints } from './kustomized-enrolment.ts';
import { managedNamespaceOf } from './managed-namespace.ts';
import { meshResourcesOf } from './mesh-resources.ts';
import { meshSignsOf } from './mesh-signs.ts';
import { objectsOf, type KubernetesObject } from './objects.ts';
import { serviceOf } from './services.ts';
import { waypointsOf } from './waypoints.ts';
import { podTemplateOf, usesHostNetwork, workloadKinds } from './workloads.ts';

/**
 * Reads Kubernetes manifests for what concerns a mesh: who takes part, what it routes, which Services it sees. Workloads
 * and Services are read without any word of a mesh as well: only so can one tell whether all of them stay out.
 */
export const kubernetesReader: Reader = {
  kinds: ['yaml'],
  hints: [
    ...meshHints,
    ...pointerHints,
    ...meshResourceKinds,
    ...[...workloadKinds, 'Service'].map((kind) => `kind: ${kind}`),
  ],
  read: (file) => [
    ...objectsOf(file.yaml())
      .flatMap((object) => [object, ...managedNamespaceOf(object)])
      .flatMap(factsOf),
    ...kustomizedEnrolments(file),
  ],
};

function factsOf(object: KubernetesObject): readonly Fact[] {
  return [
    ...enrolmentsOf(object),
    ...waypointsOf(object),
    ...meshResourcesOf(object),
    ...meshSignsOf(object),
    ...serviceOf(object),
    ...workloadOf(object),
  ];
}

function workloadOf(object: KubernetesObject): readonly Fact[] {
  const template = podTemplateOf(object);
  if (template === undefined || object.name === undefined) return [];
  return [
    {
      kind: 'workload',
      name: `${object.kind} ${object.name}`,
      namespace: object.namespace,
      hostNetwork: usesHostNetwork(template),
      span: object.root.span,
    },
  ];
}
