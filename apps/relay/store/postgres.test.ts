/** Runs the store contract over a real PostgreSQL, and shows what only a shared database can get wrong. */
import { newRoom } from "../../../tests/relay/postgres.ts";
import { storeContract } from "./contract.ts";
import type { Store, StoreCaps } from "./port.ts";
import { openPostgres } from "./postgres.ts";

const quiet = { onFull: () => undefined, onUnreadable: () => undefined };
const open = async (url: string, caps: StoreCaps): Promise<Store> => {
  const opened = await openPostgres(url, caps, quiet);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};

storeContract("PostgreSQL", async (caps) => {
  const room = await newRoom();
  const store = await open(room.url, caps);
  return { store, stop: () => store.close().then(room.drop) };
});
