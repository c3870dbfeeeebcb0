import type { EnrolmentFact } from '../facts/enrolment.ts';
import type { Placed } from '../facts/fact.ts';
import type { NamespaceFact, WorkloadFact } from '../facts/kubernetes.ts';
import type { LabelSet } from '../facts/labels.ts';
import type { MeshMode, MeshName } from '../knowledge/meshes.ts';
import { groupBy } from './group.ts';
import { workloadId } from './mesh-members.ts';
import { meshSubjects } from './mesh-subjects.ts';
import { ofKind } from './of-kind.ts';
import { remembered } from './remembered.ts';

/** That pods take part in a mesh, and by which label or annotation. */
export interface Membership {
  readonly mesh: MeshName;
  readonly mode: MeshMode;
  readonly by: Placed<EnrolmentFact>;
}

/** The pods of one workload, or enrolled pods of a namespace that no file shows. */
export interface PodSet {
  /** Absent for pods that no file shows. */
  readonly workload: Placed<WorkloadFact> | undefined;
  readonly namespace: string | undefined;
  /** Of pods that no file shows nothing is known: open. */
  readonly labels: LabelSet;
  readonly namespaceLabels: LabelSet;
  /** Empty for pods outside of every mesh. */
  readonly memberships: readonly Membership[];
}

/**
 * All pods of a cluster, as far as the files tell them apart: workloads, and those who take part in a mesh unseen. Several
 * rules ask, and get the same.
 */
export const podSetsIn = remembered((facts: readonly Placed[]): readonly PodSet[] => {
  const subjects = groupBy(meshSubjects(facts), ({ namespace, workload }) => workloadId(namespace, workload));
  const workloads = ofKind(facts, 'workload');
  const shown = new Set(workloads.map(({ fact }) => workloadId(fact.namespace, fact.name)));
  const labelsOf = namespaceLabelsIn(facts);
  const membershipsOf = (id: string): readonly Membership[] =>
    (subjects.get(id) ?? []).flatMap(({ enrolments }) => enrolments.map(asMembership));
  const unseen = [...subjects].filter(([id]) => !shown.has(id));
  return [
    ...workloads.map((workload): PodSet => {
      const { namespace, name, labels } = workload.fact;
      const memberships = membershipsOf(workloadId(namespace, name));
      return { workload, namespace, labels, namespaceLabels: labelsOf(namespace), memberships };
    }),
    ...unseen.flatMap(([id, same]) =>
      same.slice(0, 1).map(({ namespace }): PodSet => {
        const namespaceLabels = labelsOf(namespace);
        const memberships = membershipsOf(id);
        return { workload: undefined, namespace, labels: anyLabels, namespaceLabels, memberships };
      }),
    ),
  ];
});

const anyLabels: LabelSet = { known: {}, unknown: [], open: true };

function asMembership(by: Placed<EnrolmentFact>): Membership {
  return { mesh: by.fact.mesh, mode: by.fact.mode, by };
}

/** The labels of namespaces by name. Each has its name as a label; of one that no manifest shows nothing else is known. */
function namespaceLabelsIn(facts: readonly Placed[]): (namespace: string | undefined) => LabelSet {
  const shown = groupBy(
    ofKind(facts, 'namespace').map(({ fact }) => fact),
    ({ name }) => name,
  );
  const known = new Map<string | undefined, LabelSet>();
  return (namespace) => {
    const labels = known.get(namespace) ?? labelsOfNamespace(namespace, shown);
    known.set(namespace, labels);
    return labels;
  };
}

function labelsOfNamespace(
  name: string | undefined,
  shown: ReadonlyMap<string, readonly NamespaceFact[]>,
): LabelSet {
  if (name === undefined) return anyLabels;
  const own = { 'kubernetes.io/metadata.name': name };
  const [first, ...others] = shown.get(name) ?? [];
  if (first === undefined) return { known: own, unknown: [], open: true };
  const { known, unknown, open } = first.labels;
  return { known: { ...known, ...own }, unknown, open: open || others.length > 0 };
}
