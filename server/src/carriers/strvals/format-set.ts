import type { Scalar } from '../../yaml/node.ts';
import type { SetKind, SetPath } from './assignment.ts';
import { typedValue } from './typed-value.ts';

/** An assignment as text, and the flag whose rules make Helm read back the same value. */
export interface FormattedSet {
  readonly kind: SetKind;
  readonly text: string;
}

/**
 * `a.b=true` for a path and a value. Text that `--set` would take for a number or a boolean becomes a
 * `--set-string`, a fraction a `--set-json`. A path that is empty or has an empty key has no text in Helm's grammar.
 */
export function formatSet(path: SetPath, value: Scalar): FormattedSet | undefined {
  const key = formatKey(path);
  const kind = setKindFor(value);
  const text = formatValue(value, kind);
  return key === undefined || text === undefined ? undefined : { kind, text: `${key}=${text}` };
}

/** The flag that can say this value. */
export function setKindFor(value: Scalar): SetKind {
  if (typeof value === 'string') return typedValue(value) === value ? 'set' : 'set-string';
  return typeof value === 'number' && !Number.isSafeInteger(value) ? 'set-json' : 'set';
}

/** The text of a key, such as `a.b\.c[0]`; undefined where Helm has none. */
export function formatKey(path: SetPath): string | undefined {
  if (path.length === 0 || typeof path[0] === 'number' || path.includes('')) return undefined;
  return path
    .map((part, index) =>
      typeof part === 'number'
        ? `[${part}]`
        : `${index === 0 ? '' : '.'}${part.replace(/[\\.,=[{]/g, '\\$&')}`,
    )
    .join('');
}

/** The text of a value behind a flag of this kind; undefined where that flag would read something else. */
export function formatValue(value: Scalar, kind: SetKind): string | undefined {
  switch (kind) {
    case 'set':
      if (setKindFor(value) !== 'set') return undefined;
      return escaped(String(value));
    case 'set-string':
      return typeof value === 'string' ? escaped(value) : undefined;
    case 'set-json':
      return JSON.stringify(value);
    case 'set-literal':
      return typeof value === 'string' ? value : undefined;
    case 'set-file':
      return undefined;
  }
}

function escaped(value: string): string {
  return value.replace(/[\\,]/g, '\\$&').replace(/^\{/, '\\{');
}
