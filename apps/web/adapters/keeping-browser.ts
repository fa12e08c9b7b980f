/** Asks the browser to keep this app's storage, and how full it is. */
import type { Keeping } from "../engine/ports/store.ts";

/** The browser's storage manager; `null` wherever it does not say. */
export const browserKeeping: Keeping = {
  persist: async () => {
    try {
      return (await navigator.storage.persisted()) || (await navigator.storage.persist());
    } catch {
      return null;
    }
  },
  usage: async () => {
    try {
      const { usage, quota } = await navigator.storage.estimate();
      return usage === undefined || quota === undefined || quota === 0 ? null : usage / quota;
    } catch {
      return null;
    }
  },
};
