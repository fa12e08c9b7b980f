/** Runs the contract of packs over a file. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { numberIn, openFile } from "./driver.ts";
import { packContract } from "./pack-contract.ts";
import { openSqlite } from "./sqlite.ts";

const quiet = { onBroken: () => undefined, onFull: () => undefined, onUnreadable: () => undefined };

packContract("SQLite", async (caps) => {
  const folder = mkdtempSync(join(tmpdir(), "relay-pack-"));
  const opened = openSqlite(folder, { ...caps, dataBytes: 2 ** 33 }, quiet);
  if (!opened.ok) throw new Error(opened.error.code);
  return {
    store: opened.value,
    rows: async () => {
      const db = openFile(join(folder, "relay.db"));
      const rows = numberIn(db.prepare("SELECT count(*) AS n FROM chunk").get() ?? {}, "n");
      db.close();
      return rows;
    },
    stop: async () => {
      await opened.value.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
