/** The process: environment, configuration, a host’s command or start; stops cleanly when asked to. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { backupCommand } from "./backup.ts";
import { readConfig } from "./config.ts";
import { hostCommand } from "./host.ts";
import { moveCommand } from "./move.ts";
import { createReport, faultOf, processSink } from "./report.ts";
import { start, type Running } from "./start.ts";
import { knownOf } from "./store/known.ts";
import { knownInPostgres } from "./store/postgres-known.ts";
import { moveToPostgres } from "./store/move-to-postgres.ts";
import { stillFiles } from "./store/still-files.ts";

const report = createReport(processSink);

const fail = (): never => process.exit(1);

// The bundle stands in build/node; the built app and pages beside that folder.
const beside = dirname(dirname(fileURLToPath(import.meta.url)));

let running: Running | null = null;

/** Nothing is half done before the relay runs; afterwards it is closed in order, once, however often this is called. */
const stop = (): void => void (running?.close() ?? Promise.resolve()).then(() => process.exit(0));

const run = async (): Promise<void> => {
  const config = readConfig(process.env, beside);
  if (!config.ok) {
    report({ event: "bad-setting", setting: config.error.setting, wants: config.error.wants });
    return fail();
  }
  const { dataDir, store } = config.value;
  const args = process.argv.slice(2);
  const asked =
    (await backupCommand(args, dataDir, stillFiles, store !== null)) ??
    (await moveCommand(args, dataDir, store, moveToPostgres)) ??
    (await hostCommand(args, dataDir, (vault) =>
      store === null ? knownOf(dataDir, vault) : knownInPostgres(store, vault),
    ));
  if (asked !== null) {
    process.stdout.write(asked.out);
    return process.exit(asked.code);
  }
  const relay = await start(config.value, { report, halt: fail });
  if (!relay.ok) {
    report({ event: "cannot-start", code: relay.error.code });
    return fail();
  }
  running = relay.value;
};

for (const event of ["uncaughtException", "unhandledRejection"] as const) {
  process.on(event, (cause: unknown) => {
    report(faultOf(cause));
    fail();
  });
}

// Before the address is printed: whoever reads it may want the relay gone at once.
process.on("SIGTERM", stop);
process.on("SIGINT", stop);

await run();
