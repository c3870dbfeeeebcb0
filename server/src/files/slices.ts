/** How long work may hold the event loop before others get a turn: a keystroke must not wait longer. */
const sliceMilliseconds = 12;

/** Calls back after the messages that wait. Browsers know no `setImmediate`. */
const giveWay: (resume: () => void) => void =
  'setImmediate' in globalThis ? (resume) => void setImmediate(resume) : (resume) => void setTimeout(resume);

/**
 * Works through items in short slices and lets waiting messages in between. One item is never divided.
 * Ends early when the signal aborts, or when `work` returns false.
 */
export async function inSlices<T>(
  items: Iterable<T>,
  signal: AbortSignal,
  work: (item: T) => boolean,
): Promise<void> {
  let sliceStart = performance.now();
  for (const item of items) {
    if (signal.aborted || !work(item)) return;
    if (performance.now() - sliceStart >= sliceMilliseconds) {
      await new Promise<void>(giveWay);
      sliceStart = performance.now();
    }
  }
}
