import type { Parameters } from 'fast-check';

/**
 * How properties run: with a new seed each time, which a failure prints. `SEED=… RUNS=…` repeats a run or makes it
 * longer.
 */
export function runs(count: number): Parameters<unknown> {
  const seed = Number(process.env['SEED'] ?? Number.NaN);
  const numRuns = Number(process.env['RUNS'] ?? count);
  return Number.isInteger(seed) ? { numRuns, seed } : { numRuns };
}
