/** A relay whose files can be copied away and put back, as a host does who restores yesterday's copy. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFile } from "../../apps/relay/store/driver.ts";
import { startServer } from "./server.ts";

/** Starts it over a folder of its own; it keeps its address over every stop. */
export const restorableRelay = async () => {
  const home = mkdtempSync(join(tmpdir(), "belay-restored-"));
  const [dataDir, kept] = [join(home, "data"), join(home, "kept")];
  mkdirSync(dataDir);
  let server = await startServer({ dataDir });
  const { origin, port } = server;
  const stop = async (): Promise<void> => void (await server.stop());
  const start = async (): Promise<void> => {
    server = await startServer({ dataDir, port });
  };
  return {
    origin,
    stop,
    /** Stops it, keeps its files as they are now, and starts it again. */
    copyAway: async (): Promise<void> => {
      await stop();
      cpSync(dataDir, kept, { recursive: true });
      await start();
    },
    /** Starts it with the files that were kept; it has to be stopped. */
    putBack: async (): Promise<void> => {
      rmSync(dataDir, { recursive: true });
      cpSync(kept, dataDir, { recursive: true });
      await start();
    },
    /** How many bytes of sealed entries it holds. */
    holds: (): number => {
      const db = openFile(join(dataDir, "relay.db"));
      const row = db.prepare("SELECT coalesce(sum(length(body)), 0) AS n FROM chunk").get();
      db.close();
      return Number(row?.["n"]);
    },
    end: async (): Promise<void> => {
      await stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
};
