import type { Span } from '../yaml/node.ts';
import type { MeshName } from '../knowledge/meshes.ts';
import type { LabelSelector } from './labels.ts';

/** A resource by which a mesh shapes or guards the traffic of workloads, such as an AuthorizationPolicy of Istio. */
export interface MeshPolicyFact {
  readonly kind: 'mesh-policy';
  /** The meshes that act on it. */
  readonly meshes: readonly MeshName[];
  /** The Kubernetes kind, such as `AuthorizationPolicy`. */
  readonly resource: string;
  readonly name: string;
  /** Absent where a kustomization or a command will say. */
  readonly namespace: string | undefined;
  readonly target: MeshPolicyTarget;
  /** The value of `metadata.name`. */
  readonly nameSpan: Span;
  readonly span: Span;
}

/**
 * Whom a policy of a mesh is for.
 *
 * - `pods`: pods of its namespace by their labels; without a selector all of them, and in the mesh's root namespace those of
 *   the whole mesh where `isMeshWide`.
 * - `services`: calls to these hosts, as written: `reviews`, `reviews.shop.svc.cluster.local`, `*`.
 * - `unknown`: something of its namespace.
 */
export type MeshPolicyTarget =
  | { readonly kind: 'pods'; readonly selector: LabelSelector | undefined; readonly isMeshWide: boolean }
  | { readonly kind: 'services'; readonly hosts: readonly string[] }
  | { readonly kind: 'unknown' };

/** What Istio's PeerAuthentication asks of callers. `UNSET` leaves it to the next wider one. */
export const mtlsModes = ['UNSET', 'DISABLE', 'PERMISSIVE', 'STRICT'] as const;
export type MtlsMode = (typeof mtlsModes)[number];

/** A PeerAuthentication of Istio: which callers its workloads answer, with mTLS or without. */
export interface PeerAuthenticationFact {
  readonly kind: 'peer-authentication';
  readonly name: string;
  /** Absent where a kustomization or a command will say. */
  readonly namespace: string | undefined;
  /** Absent for the whole namespace, or in Istio's root namespace for the whole mesh. */
  readonly selector: LabelSelector | undefined;
  readonly mode: MtlsMode | 'unknown';
  /** By the port of the workload's containers. */
  readonly portModes: Readonly<Record<string, MtlsMode | 'unknown'>>;
  /** A template may add ports that are not seen here. */
  readonly portModesOpen: boolean;
  readonly span: Span;
}

/**
 * Something by which callers speak plain text although nothing is switched off at the server: a DestinationRule with
 * `tls.mode: DISABLE`, a port that goes past the sidecar, or a mesh whose automatic mTLS is off. Whom exactly it concerns
 * is not worked out.
 */
export interface PlainTextFact {
  readonly kind: 'plain-text-calls';
  /** The name of the resource; absent for a setting of the mesh. */
  readonly name: string | undefined;
  /** The namespace that the calls go to; absent where they may go to any. */
  readonly namespace: string | undefined;
  readonly span: Span;
}
