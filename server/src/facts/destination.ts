import type { Span } from '../yaml/node.ts';

/** The cluster that something of a file goes to, as an Argo CD Application names it. */
export interface DestinationFact {
  readonly kind: 'destination';
  /** A name, or the address of an API server. */
  readonly cluster: string;
  readonly span: Span;
}
