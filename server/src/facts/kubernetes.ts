import type { Answer } from '../knowledge/condition.ts';
import type { MeshTrait } from '../knowledge/mesh-resources.ts';
import type { MeshName } from '../knowledge/meshes.ts';
import type { Span } from '../yaml/node.ts';
import type { LabelSet } from './labels.ts';

/** A resource of a mesh that has no effect once the mesh is bypassed: what a workspace stands to lose. */
export interface MeshResourceFact {
  readonly kind: 'mesh-resource';
  /** The meshes that act on it. */
  readonly meshes: readonly MeshName[];
  /** The Kubernetes kind, such as `VirtualService`. */
  readonly resource: string;
  readonly name: string;
  readonly namespace: string | undefined;
  /** It is lost only where the mesh has this trait. */
  readonly lostWith: MeshTrait | undefined;
  readonly span: Span;
}

/** A Service, so far as the socket load balancer cares: a headless one has no ClusterIP to rewrite. */
export interface ServiceFact {
  readonly kind: 'service';
  readonly name: string;
  readonly namespace: string | undefined;
  readonly headless: boolean;
  /** The labels of the pods that it is for; absent where it names none, or only a template knows. */
  readonly selector: Readonly<Record<string, string>> | undefined;
  readonly span: Span;
}

/** A pod, or a controller that makes pods. */
export interface WorkloadFact {
  readonly kind: 'workload';
  /** The Kubernetes kind and name, such as `Deployment reviews`. */
  readonly name: string;
  readonly namespace: string | undefined;
  readonly hostNetwork: boolean;
  /** The labels of its pods. */
  readonly labels: LabelSet;
  /** The ports of its containers that have names. */
  readonly namedPorts: Readonly<Record<string, number>>;
  /** `default` where it names none; absent where a template decides. */
  readonly serviceAccount: string | undefined;
  /** Whether the kubelet asks its pods over the network how they are. */
  readonly isProbed: Answer;
  /** The value of `metadata.name`. */
  readonly nameSpan: Span;
  readonly span: Span;
}

/** A namespace that a manifest makes, with its labels. */
export interface NamespaceFact {
  readonly kind: 'namespace';
  readonly name: string;
  readonly labels: LabelSet;
  /** The value of `metadata.name`. */
  readonly nameSpan: Span;
  readonly span: Span;
}

/** A sign that a mesh is about, whether or not anybody takes part in it, and what the sign says beyond that. */
export interface MeshSignFact {
  readonly kind: 'mesh-sign';
  readonly mesh: MeshName;
  readonly trait: MeshTrait | undefined;
  readonly span: Span;
}
