/** Lists the built files an installed app needs offline, each with its hash, for the offline worker. */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A file's address and its subresource-integrity hash. */
export type Precached = readonly [url: string, integrity: string];

/** Every file below `folder` that is served, `/index.html` under the address `/`, sorted by address. */
export const precacheList = (folder: string): readonly Precached[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "sw.js")
    .map((entry): Precached => {
      const full = join(entry.parentPath, entry.name);
      const url = full.slice(folder.length).replaceAll("\\", "/");
      const hash = createHash("sha256").update(readFileSync(full)).digest("base64");
      return [url === "/index.html" ? "/" : url, `sha256-${hash}`];
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

/** A short name for exactly this list, so that two equal builds share one cache. */
export const precacheVersion = (list: readonly Precached[]): string =>
  createHash("sha256").update(JSON.stringify(list)).digest("hex").slice(0, 16);
