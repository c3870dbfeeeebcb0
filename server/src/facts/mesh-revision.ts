import type { Span } from '../yaml/node.ts';

/** A name by which pods may ask for a control plane of a mesh: a revision that something installs, or a tag for one. */
export interface MeshRevisionFact {
  readonly kind: 'mesh-revision';
  readonly name: string;
  readonly span: Span;
}
