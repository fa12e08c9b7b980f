/** Brings a part of the programme when it is first wanted; one that did not come is asked for again. */
import { signal, type ReadonlySignal } from "@preact/signals";

/** A part that comes later. */
export interface Fetched<T> {
  /** Null until it is here. */
  readonly here: ReadonlySignal<T | null>;
  /** Brings it once, however often it is asked for; null when it did not come this time. */
  readonly bring: () => Promise<T | null>;
}

/** A part that `fetch` brings. Nothing is fetched before somebody asks. */
export const fetched = <T>(fetch: () => Promise<T>): Fetched<T> => {
  const here = signal<T | null>(null);
  let coming: Promise<T | null> | null = null;
  return {
    here,
    bring: () => {
      if (here.peek() !== null) return Promise.resolve(here.peek());
      coming ??= fetch()
        .then(
          (part) => {
            here.value = part;
            return part;
          },
          () => null,
        )
        .finally(() => {
          coming = null;
        });
      return coming;
    },
  };
};
