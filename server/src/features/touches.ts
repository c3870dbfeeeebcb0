import type { Span } from '../facts/location.ts';

/** Whether an offset stands in a span or right behind it, as a cursor does behind a word. */
export function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
