import type { EnrolmentFact } from '../facts/enrolment.ts';
import type { Placed } from '../facts/fact.ts';
import { enrolsListedMembers } from '../knowledge/meshes.ts';
import { ofKind } from './of-kind.ts';

/**
 * Pods of namespaces that a mesh lists as its members and that ask for a proxy by an annotation, which nowhere else is
 * enough.
 */
export function enrolledAsListed(facts: readonly Placed[]): readonly Placed<EnrolmentFact>[] {
  const members = ofKind(facts, 'mesh-member').map(({ fact }) => fact);
  return ofKind(facts, 'mesh-mark').flatMap(({ uri, fact }) => {
    const { place, key, value, namespace, workload, span } = fact;
    const member = members.find(
      (candidate) =>
        enrolsListedMembers(candidate.mesh, { place, key, value }) &&
        (candidate.namespace ?? namespace) === namespace,
    );
    if (member === undefined) return [];
    const { mesh } = member;
    const who = { scope: 'workload', namespace, workload } as const;
    return [{ uri, fact: { kind: 'enrolment', mesh, mode: 'sidecar', enrolled: true, ...who, key, span } }];
  });
}
