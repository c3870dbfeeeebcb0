import type { MeshMode, MeshName } from '../knowledge/meshes.ts';
import type { Span } from '../yaml/node.ts';

/** A label or annotation by which a namespace or a workload joins a mesh or stays out of it. */
export interface EnrolmentFact {
  readonly kind: 'enrolment';
  readonly mesh: MeshName;
  readonly mode: MeshMode;
  readonly enrolled: boolean;
  readonly scope: 'namespace' | 'workload';
  /** The namespace itself, or the one the workload names; absent where a kustomization or a command will say. */
  readonly namespace: string | undefined;
  /** The workload, such as `Deployment reviews`; absent for namespaces. */
  readonly workload: string | undefined;
  /** It stands in values of a chart or in a resource of an operator, which make the workload. */
  readonly inValues?: true;
  /** It holds for every namespace that does not opt out: the mesh is installed so. */
  readonly isDefault?: true;
  /** The label or annotation, such as `istio-injection`; by default the key of the mesh's installation. */
  readonly key: string;
  /** The label or annotation with its value. */
  readonly span: Span;
}

/** A Gateway that is an ambient waypoint, or a resource that asks for one. */
export interface WaypointFact {
  readonly kind: 'waypoint';
  readonly name: string;
  readonly namespace: string | undefined;
  /** It is the Gateway itself: the value of `metadata.name`. */
  readonly gatewayName?: Span;
  readonly span: Span;
}
