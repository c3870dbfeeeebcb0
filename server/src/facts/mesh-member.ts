import type { MeshName } from '../knowledge/meshes.ts';
import type { Span } from '../yaml/node.ts';

/** A namespace that belongs to a mesh by a list of the mesh, so that pods in it may ask for a proxy. */
export interface MeshMemberFact {
  readonly kind: 'mesh-member';
  readonly mesh: MeshName;
  /** Absent for every namespace. */
  readonly namespace: string | undefined;
  readonly span: Span;
}
