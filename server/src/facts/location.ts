import type { Span } from '../yaml/node.ts';

export type { PlainValue, Scalar, Span } from '../yaml/node.ts';

/** A place in a file of the workspace. `uri` is a URI string, `span` counts 0-based UTF-16 code units. */
export interface Location {
  readonly uri: string;
  readonly span: Span;
}
