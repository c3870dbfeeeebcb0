/** The only element of a list; anything else fails the test. */
export function only<T>(list: readonly T[]): T {
  const [first, ...others] = list;
  if (first === undefined || others.length > 0) throw new Error(`Wanted one, found ${list.length}.`);
  return first;
}
