import type { Span } from '../yaml/node.ts';

/** A comment that keeps rules from speaking, with the place that it is about. */
export interface SuppressionFact {
  readonly kind: 'suppression';
  readonly scope: 'next-line' | 'file';
  /** The rules as written. */
  readonly rules: readonly { readonly name: string; readonly span: Span }[];
  /** Why, as written; empty where nothing is said. */
  readonly reason: string;
  /** Findings that begin here are meant: a line with all that continues it, or the whole file. */
  readonly target: Span;
  /** From the sign of the comment to its end. */
  readonly span: Span;
}
