/** A relay's store that remembers what it was asked to do, so that an operator's older copy of it can be put back. */
import { memoryStore } from "../../apps/relay/store/memory.ts";
import type { Store, StoreCaps } from "../../apps/relay/store/port.ts";

/** A store with its past. */
export interface KeptStore extends Store {
  /** How many changes it has taken so far. */
  readonly age: () => number;
  /** The store as it was after so many changes. */
  readonly asOf: (age: number) => Promise<KeptStore>;
}

type Change = (store: Store) => Promise<unknown>;

/** A store in memory that has taken these changes. */
export const keptStore = async (caps: StoreCaps, past: readonly Change[] = []): Promise<KeptStore> => {
  const inner = memoryStore(caps);
  for (const change of past) await change(inner);
  const changes = [...past];
  const noted =
    <A extends readonly unknown[], T>(work: (store: Store, ...args: A) => Promise<T>) =>
    (...args: A): Promise<T> => {
      changes.push((store) => work(store, ...args));
      return work(inner, ...args);
    };
  return {
    ...inner,
    createVault: noted((store, ...args: Parameters<Store["createVault"]>) => store.createVault(...args)),
    rotate: noted((store, ...args: Parameters<Store["rotate"]>) => store.rotate(...args)),
    appendMany: noted((store, ...args: Parameters<Store["appendMany"]>) => store.appendMany(...args)),
    erase: noted((store, ...args: Parameters<Store["erase"]>) => store.erase(...args)),
    age: () => changes.length,
    asOf: (age) => keptStore(caps, changes.slice(0, age)),
  };
};
