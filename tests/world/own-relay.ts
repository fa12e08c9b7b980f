/** The shipped relay inside the test's own process, over a folder of its own, with the page's way of reaching it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { configOf, startRelay } from "../../apps/relay/index.ts";
import { asBrowserOf } from "./network.ts";
import { freePort } from "./server.ts";

/** Starts it. `stored` is everything in its files, one byte a letter; `end` stops it and deletes them. */
export const ownRelay = async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "belay-own-"));
  const [webDir, pagesDir] = [join(process.cwd(), "build/web"), join(process.cwd(), "build/pages")];
  const relay = await startRelay(configOf({ dataDir, webDir, pagesDir, port: await freePort() }));
  const origin = `http://127.0.0.1:${relay.port}`;
  const restore = asBrowserOf(origin);
  return {
    origin,
    stored: (): string =>
      readdirSync(dataDir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString("latin1"))
        .join(""),
    end: async (): Promise<void> => {
      restore();
      await relay.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
