import type { Named } from '../../facts/deployment.ts';
import { attributeOf, plainText, type Body, type Expression } from './hcl/node.ts';

/** Texts that a file gives names to: its `locals`. A variable may always be set from outside. */
export type Locals = ReadonlyMap<string, Expression>;

/** What the `locals` blocks of a file define, by name; of two that are called alike the last. */
export function localsOf({ blocks }: Body): Locals {
  const locals = blocks.filter(({ type }) => type === 'locals').flatMap(({ body }) => body.attributes);
  return new Map(locals.map(({ name, value }) => [name, value]));
}

/** The value that an expression stands for, where it is a local of the same file or a text that is nothing but a value. */
export function resolvedExpression(expression: Expression, locals: Locals): Expression {
  const only =
    expression.kind === 'string' && expression.parts.length === 1 ? expression.parts[0] : undefined;
  const inner = only?.kind === 'expression' ? only.value : expression;
  const name = inner.kind === 'other' ? /^local\.([\w-]+)$/.exec(inner.text)?.[1] : undefined;
  const local = name === undefined ? undefined : locals.get(name);
  return local ?? inner;
}

/** The text of an attribute; nothing where it is absent or null. */
export function namedText(body: Body, name: string, locals: Locals): Named | undefined {
  const value = attributeOf(body, name);
  if (value === undefined || (value.kind === 'literal' && value.value === null)) return undefined;
  const text = plainText(resolvedExpression(value, locals));
  const span = value.kind === 'string' ? value.inner : value.span;
  return text === undefined ? { kind: 'unknown', span } : { kind: 'text', text, span };
}

/**
 * A path in the file's own terms: what `${path.module}` (or the root module, which is a folder above) stands before
 * counts from the file.
 */
export function pathText(expression: Expression, locals: Locals): string | undefined {
  const value = resolvedExpression(expression, locals);
  if (value.kind !== 'string') return undefined;
  const [first, ...rest] = value.parts;
  const isFolder = first?.kind === 'expression' && isModuleFolder(first.value);
  const texts = (isFolder ? rest : value.parts).flatMap((part) => (part.kind === 'text' ? part.text : []));
  if (texts.length !== value.parts.length - (isFolder ? 1 : 0)) return undefined;
  const path = texts.join('');
  return isFolder ? path.replace(/^\/+/, '') : path;
}

function isModuleFolder(value: Expression): boolean {
  return value.kind === 'other' && /^path\.(?:module|root|cwd)$/.test(value.text);
}
