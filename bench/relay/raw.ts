/** Finds out what the disk can do by itself: small overwrites, each flushed before the next. */
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

const page = 4_096;

/** Flushed overwrites a second in `folder`, over `ms`. */
export const rawSyncs = (folder: string, ms: number): number => {
  const path = join(folder, "raw");
  const file = openSync(path, "w");
  try {
    const bytes = Buffer.alloc(page, 7);
    writeSync(file, Buffer.alloc(page * 256));
    fdatasyncSync(file);
    const from = performance.now();
    let done = 0;
    for (; performance.now() - from < ms; done += 1) {
      writeSync(file, bytes, 0, page, (done % 256) * page);
      fdatasyncSync(file);
    }
    return (done * 1_000) / (performance.now() - from);
  } finally {
    closeSync(file);
    rmSync(path, { force: true });
  }
};
