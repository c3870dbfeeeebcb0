import type { EnrolmentFact, WaypointFact } from '../facts/enrolment.ts';
import type { Fact, Placed } from '../facts/fact.ts';
import type { WorkloadFact } from '../facts/kubernetes.ts';
import type { MeshTrait } from '../knowledge/mesh-resources.ts';
import { podEnrolment, type MeshMode, type MeshName, type MeshSignal } from '../knowledge/meshes.ts';
import { groupBy } from './group.ts';
import { ofKind } from './of-kind.ts';

/** A mesh that really carries traffic of a cluster: what proves it, strongest first. */
export interface MeshPresence {
  readonly mesh: MeshName;
  readonly mode: MeshMode;
  /** Labels and annotations that enrol somebody, never empty. Opt-outs have been taken off. */
  readonly enrolments: readonly Placed<EnrolmentFact>[];
  readonly waypoints: readonly Placed<WaypointFact>[];
  /** What else the workspace tells of the mesh that changes what a bypass costs. */
  readonly traits: ReadonlySet<MeshTrait>;
}

/** The meshes that a cluster's facts prove, by mesh and mode. A mesh that nobody is enrolled in is not among them. */
export function meshPresences(facts: readonly Placed[]): readonly MeshPresence[] {
  const members = membersIn(facts);
  const proofs = ofKind(facts, 'enrolment').filter(({ fact }) => takesPart(fact, members));
  if (hasHeadlessServicesOnly(facts, proofs)) return [];
  const waypoints = ofKind(facts, 'waypoint');
  return [...groupBy(proofs, ({ fact }) => `${fact.mesh}/${fact.mode}`).values()].flatMap((enrolments) => {
    const first = enrolments[0]?.fact;
    if (first === undefined) return [];
    const { mesh, mode } = first;
    return [
      {
        mesh,
        mode,
        enrolments,
        waypoints: mode === 'ambient' ? waypoints : [],
        traits: traitsOf(mesh, mode, facts),
      },
    ];
  });
}

/** Whether facts show a mesh at all, be it one that everybody stays out of. */
export function showsMesh(facts: readonly Placed[]): boolean {
  const signs: readonly Fact['kind'][] = ['enrolment', 'waypoint', 'mesh-resource', 'mesh-sign'];
  return facts.some(({ fact }) => signs.includes(fact.kind));
}

/**
 * Whether there is no ClusterIP that anyone in a mesh could call: every namespace that takes part shows its Services, and
 * all of them, anywhere, are headless. Charts make Services that no file shows, so a single Service proves nothing.
 */
function hasHeadlessServicesOnly(
  facts: readonly Placed[],
  proofs: readonly Placed<EnrolmentFact>[],
): boolean {
  const services = ofKind(facts, 'service').map(({ fact }) => fact);
  const shown = new Set(services.map(({ namespace }) => namespace));
  return (
    proofs.length > 0 &&
    services.every(({ headless }) => headless) &&
    proofs.every(({ fact: { namespace } }) => namespace !== undefined && shown.has(namespace))
  );
}

/** Only sidecars capture lookups by the nameserver's address; ambient catches them wherever they go (istio/istio cni/pkg/iptables). */
function traitsOf(mesh: MeshName, mode: MeshMode, facts: readonly Placed[]): ReadonlySet<MeshTrait> {
  const signs = ofKind(facts, 'mesh-sign').filter(({ fact }) => fact.mesh === mesh);
  const traits = signs.flatMap(({ fact: { trait } }) => (trait === undefined ? [] : [trait]));
  return new Set(traits.filter((trait) => mode === 'sidecar' || trait !== 'dns-capture'));
}

/** What namespaces and workloads say of themselves. A workload is known by its namespace and its name. */
interface Members {
  readonly namespaceSignals: ReadonlyMap<string | undefined, readonly EnrolmentFact[]>;
  readonly podSignals: ReadonlyMap<string, readonly EnrolmentFact[]>;
  readonly workloadsIn: ReadonlyMap<string | undefined, readonly WorkloadFact[]>;
  readonly onHostNetwork: ReadonlySet<string>;
}

function membersIn(facts: readonly Placed[]): Members {
  const signals = ofKind(facts, 'enrolment').map(({ fact }) => fact);
  const workloads = ofKind(facts, 'workload').map(({ fact }) => fact);
  return {
    namespaceSignals: groupBy(
      signals.filter(({ scope }) => scope === 'namespace'),
      ({ namespace }) => namespace,
    ),
    podSignals: groupBy(
      signals.filter(({ scope }) => scope === 'workload'),
      ({ namespace, workload }) => workloadId(namespace, workload),
    ),
    workloadsIn: groupBy(workloads, ({ namespace }) => namespace),
    onHostNetwork: new Set(
      workloads
        .filter(({ hostNetwork }) => hostNetwork)
        .map(({ namespace, name }) => workloadId(namespace, name)),
    ),
  };
}

/** Whether an enrolment puts at least one pod into the mesh, as far as the files show. */
function takesPart(fact: EnrolmentFact, members: Members): boolean {
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

function workloadId(namespace: string | undefined, name: string | undefined): string {
  return `${namespace ?? ''}/${name ?? ''}`;
}
