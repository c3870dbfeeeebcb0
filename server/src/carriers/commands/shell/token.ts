import type { Span } from '../../../yaml/node.ts';
import type { Word } from './word.ts';

/** A redirection; of a here-document also the lines that it feeds to the command. */
export interface Redirect {
  /** Without the number before it. */
  readonly operator: string;
  /** The number or name before the operator, empty where there is none. */
  readonly descriptor: string;
  readonly target: Word | undefined;
  readonly span: Span;
  /** The lines between `<<WORD` and the line that ends them. */
  readonly body?: Span;
}

/** What a script is made of. `broken`: the text ends inside a quote or a bracket, so nothing further is certain. */
export type Token =
  | { readonly kind: 'word'; readonly word: Word }
  | { readonly kind: 'redirect'; readonly redirect: Redirect }
  | { readonly kind: 'operator'; readonly text: string; readonly span: Span }
  | { readonly kind: 'broken'; readonly at: number };
