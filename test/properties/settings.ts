import fc, { type Parameters } from 'fast-check';

/**
 * How properties run, for every file that imports this: with a new seed each time, which a failure prints, and in CI always with
 * the same one, so that a change is judged by itself. `SEED=… RUNS=…` repeats a run or makes it longer.
 */
const seed = Number(process.env['SEED'] ?? (process.env['CI'] === 'true' ? 20_261_122 : Number.NaN));
if (Number.isInteger(seed)) fc.configureGlobal({ seed });

/** As many runs as `RUNS` says, or `count`. */
export function runs(count: number): Parameters<unknown> {
  return { numRuns: Number(process.env['RUNS'] ?? count) };
}
