/** Hints between relays of one process: for tests, and to say in a few lines what the others must do. */
import type { Hints } from "./port.ts";

/** Gives every relay of this process its end. Each hint comes in a later turn, as over a wire. */
export const createHub = (): (() => Hints) => {
  const ears = new Set<Map<string, (upTo: number) => void>>();
  return () => {
    const mine = new Map<string, (upTo: number) => void>();
    ears.add(mine);
    return {
      tell: (topic, upTo) => {
        if (ears.has(mine)) for (const each of ears) setImmediate(() => each.get(topic)?.(upTo));
      },
      hear: (topic, listener) => {
        mine.set(topic, listener);
        return () => void mine.delete(topic);
      },
      close: async () => {
        ears.delete(mine);
        mine.clear();
      },
    };
  };
};
