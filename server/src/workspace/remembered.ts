/**
 * A function that works its answer out once for each thing it is asked about, and keeps it as long as the thing itself. For
 * what several rules ask of the facts or the releases of a cluster: these are never changed, only made anew.
 */
export function remembered<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    let own = made.get(key);
    if (own === undefined) {
      own = { value: make(key) };
      made.set(key, own);
    }
    return own.value;
  };
}
