import type { Span } from '../yaml/node.ts';

/** A resource of a mesh that has no effect once the mesh is bypassed: what a workspace stands to lose. */
export interface MeshResourceFact {
  readonly kind: 'mesh-resource';
  readonly mesh: 'istio' | 'gateway-api' | 'linkerd' | 'kuma' | 'consul';
  /** The Kubernetes kind, such as `VirtualService`. */
  readonly resource: string;
  readonly name: string;
  readonly namespace: string | undefined;
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
