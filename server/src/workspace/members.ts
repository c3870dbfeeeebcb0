import type { EnrolmentFact } from '../facts/enrolment.ts';
import type { Placed } from '../facts/fact.ts';
import type { WorkloadFact } from '../facts/kubernetes.ts';
import type { LabelSet } from '../facts/labels.ts';
import type { MeshMode, MeshName } from '../knowledge/meshes.ts';

/** That pods take part in a mesh, and by which label or annotation. */
export interface Membership {
  readonly mesh: MeshName;
  readonly mode: MeshMode;
  readonly by: Placed<EnrolmentFact>;
}

/** The pods of one workload, or those of an enrolled namespace that shows no workload. */
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
