import type { Scalar, Span } from '../../yaml/node.ts';
import type { JsonValue } from './json.ts';

/** Helm's flags that take `key=value` text; each reads values in its own way. */
export type SetKind = 'set' | 'set-string' | 'set-json' | 'set-literal' | 'set-file';

/** Where an assignment leads: a string is a key of a map, a number an index of a list. */
export type SetPath = readonly (string | number)[];

/** What an assignment gives: lists come from `{a,b}`, `json` from `--set-json`, `file` from `--set-file`. */
export type SetValue =
  | { readonly kind: 'scalar'; readonly value: Scalar }
  | { readonly kind: 'list'; readonly items: readonly Scalar[] }
  | { readonly kind: 'json'; readonly value: JsonValue }
  | { readonly kind: 'file'; readonly path: string };

/** One `key=value`. All spans count UTF-16 code units of the argument's text, escapes included. */
export interface SetAssignment {
  /** Never empty, except for `--set-json '{…}'`, which assigns to the root of the values. */
  readonly path: SetPath;
  readonly value: SetValue;
  /** The key with its dots and indexes, up to the equals sign. */
  readonly keySpan: Span;
  /** One for each element of the path, without dots and brackets. */
  readonly segments: readonly Span[];
  readonly valueSpan: Span;
}

/** Why Helm refuses the argument, and where. */
export interface SetProblem {
  readonly at: number;
  readonly message: string;
}

/** The assignments of one argument; with a problem, those in front of it. */
export interface ParsedSet {
  readonly assignments: readonly SetAssignment[];
  readonly problem?: SetProblem;
}
