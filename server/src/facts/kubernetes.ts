import type { MeshTrait } from '../knowledge/mesh-resources.ts';
import type { MeshName } from '../knowledge/meshes.ts';
import type { Span } from '../yaml/node.ts';

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
  readonly span: Span;
}

/** A pod, or a controller that makes pods. */
export interface WorkloadFact {
  readonly kind: 'workload';
  /** The Kubernetes kind and name, such as `Deployment reviews`. */
  readonly name: string;
  readonly namespace: string | undefined;
  readonly hostNetwork: boolean;
  readonly span: Span;
}

/** A sign that a mesh is about, whether or not anybody takes part in it, and what the sign says beyond that. */
export interface MeshSignFact {
  readonly kind: 'mesh-sign';
  readonly mesh: MeshName;
  readonly trait: MeshTrait | undefined;
  readonly span: Span;
}
