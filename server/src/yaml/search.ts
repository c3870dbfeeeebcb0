import type { Span } from './node.ts';

/** The first index of `0…count` for which a condition holds that holds for all behind it; `count` if for none. */
export function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Of spans in order that do not overlap, the first that ends behind an offset. */
export function firstEndingBehind<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  return spans[firstIndex(spans.length, (index) => (spans[index]?.end ?? Infinity) > offset)];
}
