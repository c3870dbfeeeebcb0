import type { EnrolmentFact } from '../../facts/enrolment.ts';
import type { Placed } from '../../facts/fact.ts';
import type { MeshMarkFact } from '../../facts/mesh-mark.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { meshSubjects, type MeshSubject } from '../../workspace/mesh-subjects.ts';
import { ofKind } from '../../workspace/of-kind.ts';

type Enrolment = Placed<EnrolmentFact>;

/**
 * Two meshes, or two modes of one, that take hold of the same pods.
 *
 * - `ztunnels`: Cilium's own ztunnel, and another mesh.
 * - `sidecar-over-ambient`: both modes of Istio; the sidecar wins.
 * - `proxies`: two meshes that each bring their proxy.
 */
export interface TwoMeshes {
  readonly kind: 'ztunnels' | 'sidecar-over-ambient' | 'proxies';
  readonly subject: MeshSubject;
  /** The one that wins, where one does; else in the order of the names of the meshes. */
  readonly first: Enrolment;
  /** Cilium's ztunnel, or the one that has no effect; where the finding stands. */
  readonly second: Enrolment;
  /** Labels and annotations behind the two, where they are known. */
  readonly marks: readonly Placed<MeshMarkFact>[];
}

/** Every pair of meshes that some pods of a cluster are in, each pair of places once. */
export function twoMeshesIn({ facts }: Cluster): readonly TwoMeshes[] {
  const markOf = marksByPlace(facts);
  const found = new Map<string, TwoMeshes>();
  for (const subject of meshSubjects(facts)) {
    for (const first of subject.enrolments) {
      for (const second of subject.enrolments) {
        const kind = kindOf(first, second, markOf);
        const id = `${placeOf(first)} ${placeOf(second)}`;
        if (kind === undefined || found.has(id)) continue;
        const marks = [first, second].flatMap((each) => markOf(each) ?? []);
        found.set(id, { kind, subject, first, second, marks });
      }
    }
  }
  return [...found.values()];
}

type MarkLookup = (enrolment: Enrolment) => Placed<MeshMarkFact> | undefined;

function marksByPlace(facts: readonly Placed[]): MarkLookup {
  const marks = new Map(ofKind(facts, 'mesh-mark').map((mark) => [placeOf(mark), mark]));
  return (enrolment) => marks.get(placeOf(enrolment));
}

function placeOf({ uri, fact }: Enrolment | Placed<MeshMarkFact>): string {
  return `${uri} ${fact.span.start}`;
}

/** Of the two orders of a pair only one has a kind. */
function kindOf(first: Enrolment, second: Enrolment, markOf: MarkLookup): TwoMeshes['kind'] | undefined {
  if (first.fact.mesh === 'cilium-mesh') return undefined;
  if (second.fact.mesh === 'cilium-mesh') return 'ztunnels';
  if (!isOfOneMind(first, second, markOf)) return undefined;
  if (first.fact.mesh !== second.fact.mesh) return first.fact.mesh < second.fact.mesh ? 'proxies' : undefined;
  const isModes = first.fact.mode === 'sidecar' && second.fact.mode === 'ambient';
  // A pod that asks for a sidecar in an ambient namespace means it.
  const isMeant = first.fact.scope === 'workload' && second.fact.scope === 'namespace';
  return isModes && !isMeant ? 'sidecar-over-ambient' : undefined;
}

/**
 * Whether two enrolments are meant for the same thing. Two of a namespace are only if one object says both: several files
 * may describe the namespace of several clusters, or the way from one mesh to the other.
 */
function isOfOneMind(first: Enrolment, second: Enrolment, markOf: MarkLookup): boolean {
  if (first.fact.scope !== second.fact.scope) return true;
  const owner = markOf(first)?.fact.owner;
  return first.uri === second.uri && owner !== undefined && owner === markOf(second)?.fact.owner;
}
