import type { Fact } from '../facts/fact.ts';
import { meshResourceKinds } from '../knowledge/mesh-resources.ts';
import { meshHints } from '../knowledge/meshes.ts';
import type { Reader } from '../source/reader.ts';
import { enrolmentsOf } from './enrolment.ts';
import { kustomizedEnrolments, pointerHints } from './kustomized-enrolment.ts';
import { managedNamespaceOf } from './managed-namespace.ts';
import { meshMarksOf } from './mesh-marks.ts';
import { meshMembersOf } from './mesh-members.ts';
import { meshResourcesOf } from './mesh-resources.ts';
import { meshSignsOf } from './mesh-signs.ts';
import { objectsOf, type KubernetesObject } from './objects.ts';
import { valuesEnrolments } from './values-enrolment.ts';
import { waypointsOf } from './waypoints.ts';

/** Reads Kubernetes manifests for what concerns a mesh: who takes part, what it routes, how it shows. */
export const kubernetesReader: Reader = {
  kinds: ['yaml'],
  hints: [...meshHints, ...pointerHints, ...meshResourceKinds],
  read: (file) => [
    ...objectsOf(file.yaml())
      .flatMap((object) => [object, ...managedNamespaceOf(object)])
      .flatMap(factsOf),
    ...kustomizedEnrolments(file),
    ...valuesEnrolments(file),
  ],
};

function factsOf(object: KubernetesObject): readonly Fact[] {
  return [
    ...enrolmentsOf(object),
    ...meshMarksOf(object),
    ...meshMembersOf(object),
    ...waypointsOf(object),
    ...meshResourcesOf(object),
    ...meshSignsOf(object),
  ];
}
