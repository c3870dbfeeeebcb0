import type { Span } from '../../../yaml/node.ts';

/** Attributes and blocks between braces, or of a whole file. Offsets are 0-based UTF-16 code units of the file. */
export interface Body {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

export interface Attribute {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Expression;
}

/** `resource "helm_release" "cilium" { … }`. */
export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  readonly span: Span;
}

/** A part of a quoted text: characters as they are meant, or what stands between `${` and `}`. */
export type StringPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'expression'; readonly value: Expression };

/** A value as it is written. `other`: something that only Terraform works out, such as a reference or a condition. */
export type Expression =
  | {
      readonly kind: 'string';
      readonly parts: readonly StringPart[];
      readonly span: Span;
      /** Between the quotes. */
      readonly inner: Span;
    }
  | {
      readonly kind: 'heredoc';
      /** The lines, without the one that ends them. */
      readonly body: Span;
      /** `<<-`: the indentation that all lines share does not count. */
      readonly stripsIndent: boolean;
      readonly span: Span;
    }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly span: Span }
  | {
      readonly kind: 'object';
      readonly entries: readonly ObjectEntry[];
      readonly open: boolean;
      readonly span: Span;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly arguments: readonly Expression[];
      readonly span: Span;
    }
  | { readonly kind: 'other'; readonly text: string; readonly span: Span };

export interface ObjectEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Expression;
}

/** What a string says, if Terraform puts nothing into it. */
export function plainText(expression: Expression | undefined): string | undefined {
  if (expression?.kind === 'literal') return expression.value === null ? undefined : String(expression.value);
  if (expression?.kind !== 'string') return undefined;
  const texts = expression.parts.flatMap((part) => (part.kind === 'text' ? part.text : []));
  return texts.length === expression.parts.length ? texts.join('') : undefined;
}

/** The value of an attribute; of one written twice, which Terraform refuses, the last. */
export function attributeOf({ attributes }: Body, name: string): Expression | undefined {
  return attributes.findLast((attribute) => attribute.name === name)?.value;
}
