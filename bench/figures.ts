/** Many measurements of one thing. */
export interface Figure {
  readonly median: number;
  readonly p95: number;
  /** Half of the range between the first and the third quarter, relative to the median: how far to trust it. */
  readonly spread: number;
  readonly count: number;
}

export function figureOf(values: readonly number[]): Figure {
  const sorted = values.toSorted((left, right) => left - right);
  const median = quantile(sorted, 0.5);
  const spread = median === 0 ? 0 : (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 2 / median;
  return { median, p95: quantile(sorted, 0.95), spread, count: sorted.length };
}

/** The value below which a share of the sorted values lies, in between two where it falls between them. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
