/** Works each thing out once, for as long as somebody holds the thing. */

/**
 * The same function, which remembers what it gave for a thing. Entries of a state are changed by copy and shared where
 * nothing changed, so after one event only what it touched is worked out anew. `work` must go by the thing alone.
 */
export const once = <K extends object, V>(work: (thing: K) => V): ((thing: K) => V) => {
  const known = new WeakMap<K, { readonly value: V }>();
  return (thing) => {
    const found = known.get(thing);
    if (found !== undefined) return found.value;
    const value = work(thing);
    known.set(thing, { value });
    return value;
  };
};
