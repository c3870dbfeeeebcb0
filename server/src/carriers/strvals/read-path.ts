import type { Span } from '../../yaml/node.ts';
import type { SetPath } from './assignment.ts';
import { readUntil, type Scanner } from './scanner.ts';

const maxIndex = 65536;
const maxNesting = 30;

/** A key up to its equals sign; `nothing` where Helm neither assigns nor complains, as for `a.` or `a[0]`. */
export type PathResult =
  | { readonly kind: 'path'; readonly path: SetPath; readonly segments: readonly Span[]; readonly span: Span }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly at: number; readonly message: string };

/** Reads `a.b[0].c=` and stops behind the equals sign. With `literal` there are no escapes, and commas belong to keys. */
export function readPath(scanner: Scanner, literal: boolean): PathResult {
  const start = scanner.at;
  const path: (string | number)[] = [];
  const segments: Span[] = [];
  let dots = 0;
  for (;;) {
    const key = readUntil(scanner, literal ? '=[.' : '=[,.', literal);
    if (key.stop === undefined) {
      return key.text === ''
        ? { kind: 'nothing' }
        : refused(key.span.start, `key "${key.text}" has no value`);
    }
    if (key.stop === ',') {
      return refused(key.span.start, `key "${key.text}" has no value (cannot end with ,)`);
    }
    path.push(key.text);
    segments.push(key.span);
    let stop: string | undefined = key.stop;
    while (stop === '[') {
      const index = readIndex(scanner, literal);
      if (index.kind !== 'index') return index;
      path.push(index.value);
      segments.push(index.span);
      stop = index.stop;
    }
    if (stop === undefined) return { kind: 'nothing' };
    if (stop === '=') return { kind: 'path', path, segments, span: { start, end: scanner.at - 1 } };
    dots += 1;
    if (dots > maxNesting) return refused(start, `more than ${maxNesting} nested keys`);
  }
}

type IndexResult =
  | { readonly kind: 'index'; readonly value: number; readonly span: Span; readonly stop: string | undefined }
  | Exclude<PathResult, { kind: 'path' }>;

function readIndex(scanner: Scanner, literal: boolean): IndexResult {
  const inner = readUntil(scanner, ']', literal);
  if (inner.stop === undefined) return { kind: 'nothing' };
  if (!/^[+-]?\d+$/.test(inner.text)) return refused(inner.span.start, `"${inner.text}" is not a list index`);
  const value = Number(inner.text);
  if (value < 0) return refused(inner.span.start, `negative ${value} index not allowed`);
  if (value > maxIndex) return refused(inner.span.start, `index ${value} is greater than ${maxIndex}`);
  const behind = readUntil(scanner, '[.=', literal);
  if (behind.text !== '')
    return refused(behind.span.start, `unexpected "${behind.text}" behind a list index`);
  return { kind: 'index', value, span: inner.span, stop: behind.stop };
}

function refused(at: number, message: string): { kind: 'refused'; at: number; message: string } {
  return { kind: 'refused', at, message };
}
