/** A process that does the steps of the plan on the relay's own store and marks each acknowledgement, for a tracer to see. */
import { writeSync } from "node:fs";
import { openSqlite } from "../../apps/relay/store/sqlite.ts";
import { perform, plan, planCaps } from "./trace-plan.ts";

const quiet = { onBroken: () => undefined, onFull: () => undefined, onUnreadable: () => undefined };
const [folder = ""] = process.argv.slice(2);

const open = () => {
  const opened = openSqlite(folder, planCaps, quiet);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};

let store = open();
for (const [at, step] of plan().entries()) {
  if (step.kind === "again") {
    await store.close();
    store = open();
  }
  await perform(store, step, at);
  writeSync(1, `ack ${at + 1}\n`);
}
process.exit(0);
