import type { KeyPath, Span } from '../yaml/node.ts';
import type { LayerAddress } from './settings.ts';

/** What a field has to hold. */
export type ExpectedField =
  | { readonly kind: 'type'; readonly types: readonly FieldType[] }
  | { readonly kind: 'one-of'; readonly values: readonly string[] };

/** The types of JSON, so far as fields have them. */
export const fieldTypes = ['string', 'integer', 'number', 'boolean', 'array', 'object'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** A field that decides about traffic, with a value that Kubernetes refuses there. */
export interface FieldProblemFact {
  readonly kind: 'field-problem';
  /** The kind and name of the object, such as `NetworkPolicy web`. */
  readonly object: string;
  /** From the root of the object. */
  readonly path: KeyPath;
  /** What stands there: a scalar as written, or which collection. */
  readonly found: { readonly kind: 'scalar'; readonly text: string } | { readonly kind: 'array' | 'object' };
  readonly expected: ExpectedField;
  /** The text that is surely meant. */
  readonly meant: string | undefined;
  /** Where the object is written, from its root on; absent where only people can change it. */
  readonly address: LayerAddress | undefined;
  readonly span: Span;
}
