/** What was worked out from a list, with the list: it holds as long as the list has the same items. */
export interface Derived<Value> {
  readonly from: readonly unknown[];
  readonly value: Value;
}

/**
 * Works something out from a list, unless that was done before from the same items. An edit changes one file and what
 * follows from it; whatever else stays the same object, so that what is `remembered` of it stays too.
 */
export function derive<Value>(
  from: readonly unknown[],
  make: () => Value,
  before: Derived<Value> | undefined,
): Derived<Value> {
  return before !== undefined && haveSameItems(from, before.from) ? before : { from, value: make() };
}

/** A list, or the one before it if that has the same items. */
export function keptList<Item>(now: readonly Item[], before: readonly Item[] | undefined): readonly Item[] {
  return before !== undefined && haveSameItems(now, before) ? before : now;
}

function haveSameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
