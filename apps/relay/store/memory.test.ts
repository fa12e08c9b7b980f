/** Runs the store contract over the store in memory. */
import { storeContract } from "./contract.ts";
import { memoryStore } from "./memory.ts";

storeContract("memory", async (caps) => {
  const store = memoryStore(caps);
  return { store, stop: store.close };
});
