import type { ObjectUse } from '../knowledge/deprecated-features.ts';
import type { Span } from '../yaml/node.ts';

/** A field of one of Cilium's objects that some version deprecates or does not know any more. */
export interface DeprecatedUseFact {
  readonly kind: 'deprecated-use';
  readonly use: ObjectUse;
  /** The object, such as `CiliumNetworkPolicy orders`. */
  readonly object: string;
  /** The first such field of the object, by its key. */
  readonly span: Span;
}
