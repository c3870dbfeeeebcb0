import type { EnrolmentFact, WaypointFact } from '../facts/enrolment.ts';
import type { Placed } from '../facts/fact.ts';
import type { ServiceFact, WorkloadFact } from '../facts/kubernetes.ts';
import type { MeshMode, MeshName } from '../knowledge/meshes.ts';

/** A mesh that really carries traffic of a cluster: what proves it, strongest first. */
export interface MeshPresence {
  readonly mesh: MeshName;
  readonly mode: MeshMode;
  /** Labels and annotations that enrol somebody, never empty. Opt-outs have been taken off. */
  readonly enrolments: readonly Placed<EnrolmentFact>[];
  readonly waypoints: readonly Placed<WaypointFact>[];
}

/** The meshes that a cluster's facts prove, by mesh and mode. A mesh that nobody is enrolled in is not among them. */
export function meshPresences(facts: readonly Placed[]): readonly MeshPresence[] {
  const sorted = sortFacts(facts);
  if (sorted.services.length > 0 && sorted.services.every(({ fact }) => fact.headless)) return [];
  const byMesh = new Map<string, Placed<EnrolmentFact>[]>();
  for (const enrolment of sorted.enrolments.filter((placed) => counts(placed.fact, sorted))) {
    const key = `${enrolment.fact.mesh}/${enrolment.fact.mode}`;
    byMesh.set(key, [...(byMesh.get(key) ?? []), enrolment]);
  }
  return [...byMesh.values()].flatMap((enrolments) => {
    const first = enrolments[0]?.fact;
    if (first === undefined) return [];
    const waypoints = first.mode === 'ambient' ? sorted.waypoints : [];
    return [{ mesh: first.mesh, mode: first.mode, enrolments, waypoints }];
  });
}

interface SortedFacts {
  readonly enrolments: readonly Placed<EnrolmentFact>[];
  readonly workloads: readonly WorkloadFact[];
  readonly waypoints: readonly Placed<WaypointFact>[];
  readonly services: readonly Placed<ServiceFact>[];
}

/** Whether an enrolment puts at least one pod into the mesh, as far as the files show. */
function counts(fact: EnrolmentFact, facts: SortedFacts): boolean {
  if (!fact.enrolled) return false;
  if (fact.scope === 'workload') return !isNamespaceOptedOut(fact, facts) && !isOnHostNetwork(fact, facts);
  const members = facts.workloads.filter((workload) => workload.namespace === fact.namespace);
  if (members.length === 0 || fact.namespace === undefined) return true;
  return members.some((workload) => !workload.hostNetwork && !isOptedOut(workload, fact, facts));
}

/** A namespace that keeps a mesh out wins over its pods' own labels. */
function isNamespaceOptedOut(fact: EnrolmentFact, facts: SortedFacts): boolean {
  if (fact.namespace === undefined) return false;
  return facts.enrolments.some(
    ({ fact: other }) =>
      other.scope === 'namespace' &&
      !other.enrolled &&
      other.mesh === fact.mesh &&
      other.mode === fact.mode &&
      other.namespace === fact.namespace,
  );
}

function isOptedOut(workload: WorkloadFact, enrolment: EnrolmentFact, facts: SortedFacts): boolean {
  return facts.enrolments.some(
    ({ fact }) =>
      fact.scope === 'workload' &&
      !fact.enrolled &&
      fact.mesh === enrolment.mesh &&
      fact.mode === enrolment.mode &&
      fact.workload === workload.name &&
      fact.namespace === workload.namespace,
  );
}

function isOnHostNetwork(fact: EnrolmentFact, facts: SortedFacts): boolean {
  return facts.workloads.some(
    (workload) =>
      workload.hostNetwork && workload.name === fact.workload && workload.namespace === fact.namespace,
  );
}

function sortFacts(facts: readonly Placed[]): SortedFacts {
  const enrolments: Placed<EnrolmentFact>[] = [];
  const workloads: WorkloadFact[] = [];
  const waypoints: Placed<WaypointFact>[] = [];
  const services: Placed<ServiceFact>[] = [];
  for (const { uri, fact } of facts) {
    if (fact.kind === 'enrolment') enrolments.push({ uri, fact });
    else if (fact.kind === 'workload') workloads.push(fact);
    else if (fact.kind === 'waypoint') waypoints.push({ uri, fact });
    else if (fact.kind === 'service') services.push({ uri, fact });
  }
  return { enrolments, workloads, waypoints, services };
}
