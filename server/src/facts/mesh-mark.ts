import type { SignalPlace } from '../knowledge/meshes.ts';
import type { KeyPath, Span } from '../yaml/node.ts';
import type { LayerAddress } from './settings.ts';

/**
 * A label or annotation that a mesh reads, as it stands, whether or not another one overrules it. What follows from all of
 * an object's marks together is an `EnrolmentFact`.
 */
export interface MeshMarkFact {
  readonly kind: 'mesh-mark';
  readonly place: SignalPlace;
  readonly key: string;
  readonly value: string;
  /** The namespace itself, or the one the workload names. */
  readonly namespace: string | undefined;
  /** The workload, such as `Deployment reviews`; absent for namespaces. */
  readonly workload: string | undefined;
  /** Marks of one object, or of one command, have this in common: where it begins in the file. */
  readonly owner: number;
  /** How an edit takes it out of a manifest; absent where only people can. */
  readonly inManifest: { readonly address: LayerAddress; readonly path: KeyPath } | undefined;
  /** The label or annotation with its value. */
  readonly span: Span;
}
