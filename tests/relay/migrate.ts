/** A process that brings a store to today's shape, made to be killed on the way: by others, or by itself before a statement. */
import { writeSync } from "node:fs";
import { openPostgres } from "../../apps/relay/store/postgres.ts";
import { openSqlite } from "../../apps/relay/store/sqlite.ts";

const quiet = { onBroken: () => undefined, onFull: () => undefined, onUnreadable: () => undefined };
const caps = { dataBytes: 2 ** 33, vaultBytes: 2 ** 30, vaultDevices: 256 };
const say = (word: string): void => void writeSync(1, `${word}\n`);

// The engine, where its data is, and the statement before which this process kills itself; 0 for none.
const [engine = "", place = "", last = "0"] = process.argv.slice(2);
let statements = 0;
// Called by the drivers of the bundle before each statement (`stepwise` in the proof D-9).
Reflect.set(globalThis, "beforeStatement", () => {
  statements += 1;
  if (statements === Number(last)) process.kill(process.pid, "SIGKILL");
});

say("begin");
const store = engine === "sqlite" ? openSqlite(place, caps, quiet) : await openPostgres(place, caps, quiet);
if (!store.ok) throw new Error(store.error.code);
say(`end ${statements}`);
await store.value.close();
