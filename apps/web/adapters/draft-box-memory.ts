/** Sealed boxes in the memory of one page, for a visit that keeps nothing. */
import { ok } from "@belay/basics";
import type { DraftBox } from "../engine/ports/store.ts";

/** An empty box. What it holds ends with the page. */
export const memoryBox = (): DraftBox => {
  const held = new Map<string, Uint8Array>();
  return {
    get: async (name) => ok(held.get(name) ?? null),
    put: async (name, sealed) => {
      held.set(name, sealed);
      return ok(null);
    },
    drop: async (name) => {
      held.delete(name);
      return ok(null);
    },
    clear: async () => {
      held.clear();
      return ok(null);
    },
    names: async () => ok([...held.keys()]),
  };
};
