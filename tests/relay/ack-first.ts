/** A mutant of the relay that acknowledges an append before it is kept. Only the proof of durability ever runs it. */
import { readConfig } from "../../apps/relay/config.ts";
import { createReport, processSink } from "../../apps/relay/report.ts";
import { start } from "../../apps/relay/start.ts";
import type { Store } from "../../apps/relay/store/port.ts";

const lateMs = 30;

const ackFirst = (store: Store): Store => ({
  ...store,
  appendMany: async (appends) => {
    setTimeout(() => void store.appendMany(appends), lateMs);
    return appends.map(() => ({ ok: true, value: { head: 0, added: [] } }));
  },
});

const config = readConfig(process.env, "");
if (!config.ok) process.exit(2);
await start(config.value, {
  report: createReport(processSink),
  halt: () => process.exit(1),
  through: ackFirst,
});
