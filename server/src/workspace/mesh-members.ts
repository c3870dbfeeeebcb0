import type { EnrolmentFact } from '../facts/enrolment.ts';
import type { Placed } from '../facts/fact.ts';
import type { WorkloadFact } from '../facts/kubernetes.ts';
import { isInjectedByDefault } from '../knowledge/mesh-installs.ts';
import { podEnrolment, type MeshSignal } from '../knowledge/meshes.ts';
import { groupBy } from './group.ts';
import { ofKind } from './of-kind.ts';

type Pods = Pick<WorkloadFact, 'namespace' | 'name' | 'hostNetwork'>;

/** What namespaces and workloads say of themselves. A workload is known by its namespace and its name. */
export interface Members {
  readonly namespaceSignals: ReadonlyMap<string | undefined, readonly EnrolmentFact[]>;
  readonly podSignals: ReadonlyMap<string, readonly EnrolmentFact[]>;
  /** Those whose pods are in a namespace, charts included. */
  readonly workloadsIn: ReadonlyMap<string | undefined, readonly Pods[]>;
  readonly onHostNetwork: ReadonlySet<string>;
  readonly workloads: readonly WorkloadFact[];
}

/** What the facts of a cluster say of its namespaces and workloads. */
export function membersIn(facts: readonly Placed[]): Members {
  const signals = ofKind(facts, 'enrolment').map(({ fact }) => fact);
  const workloads = ofKind(facts, 'workload').map(({ fact }) => fact);
  return {
    workloads,
    namespaceSignals: groupBy(
      signals.filter(({ scope }) => scope === 'namespace'),
      ({ namespace }) => namespace,
    ),
    podSignals: groupBy(
      signals.filter(({ scope }) => scope === 'workload'),
      ({ namespace, workload }) => workloadId(namespace, workload),
    ),
    workloadsIn: groupBy<Pods, string | undefined>(
      [...workloads, ...chartPodsIn(facts)],
      ({ namespace }) => namespace,
    ),
    onHostNetwork: new Set(
      workloads
        .filter(({ hostNetwork }) => hostNetwork)
        .map(({ namespace, name }) => workloadId(namespace, name)),
    ),
  };
}

/** Charts are workloads that no file shows; only what is said of all their pods counts for them. */
export function chartPodsIn(facts: readonly Placed[]): readonly Pods[] {
  return ofKind(facts, 'chart-pods').map(({ fact: { namespace, name } }) => ({
    namespace,
    name,
    hostNetwork: false,
  }));
}

/** Whether an enrolment puts at least one pod into the mesh, as far as the files show. */
export function takesPart(fact: EnrolmentFact, members: Members): boolean {
  if (!fact.enrolled) return false;
  if (fact.scope === 'workload') {
    if (members.onHostNetwork.has(workloadId(fact.namespace, fact.workload))) return false;
    const outer = fact.namespace === undefined ? [] : (members.namespaceSignals.get(fact.namespace) ?? []);
    return holds(fact, outer, [fact]);
  }
  const pods = fact.namespace === undefined ? [] : (members.workloadsIn.get(fact.namespace) ?? []);
  return (
    pods.length === 0 ||
    pods.some(
      ({ namespace, name, hostNetwork }) =>
        !hostNetwork && holds(fact, [fact], members.podSignals.get(workloadId(namespace, name)) ?? []),
    )
  );
}

/**
 * Whether a mesh that injects every pod by default injects one at all: some workload outside the namespaces that it
 * leaves alone does not opt out, or none is to be seen.
 */
export function takesPartByDefault(fact: EnrolmentFact, members: Members): boolean {
  const pods = members.workloads.filter(
    ({ namespace, hostNetwork }) => !hostNetwork && isInjectedByDefault(fact.mesh, namespace),
  );
  return (
    pods.length === 0 ||
    pods.some(({ namespace, name }) => {
      const own = namespace === undefined ? [] : (members.namespaceSignals.get(namespace) ?? []);
      const isOfMesh = own.some(({ mesh, mode }) => mesh === fact.mesh && mode === fact.mode);
      const ofNamespace = isOfMesh ? own : [...own, fact];
      return holds(fact, ofNamespace, members.podSignals.get(workloadId(namespace, name)) ?? []);
    })
  );
}

/** Whether a pod with these signals, of its namespace and its own, is in the mesh and mode of an enrolment. */
function holds(
  { mesh, mode }: EnrolmentFact,
  ofNamespace: readonly EnrolmentFact[],
  ofPod: readonly EnrolmentFact[],
): boolean {
  return podEnrolment(ofNamespace.map(signalOf), ofPod.map(signalOf)).some(
    (signal) => signal.enrolled && signal.mesh === mesh && signal.mode === mode,
  );
}

/** A fact as the signal that it was read from; what its value meant is in `enrolled`. */
function signalOf({ mesh, mode, enrolled, key }: EnrolmentFact): MeshSignal {
  return { mesh, mode, enrolled, key, value: '' };
}

/** A workload within a cluster: by its namespace, as far as that is known, and its name. */
export function workloadId(namespace: string | undefined, name: string | undefined): string {
  return `${namespace ?? ''}/${name ?? ''}`;
}
