/** Looks for marks in everything that a relay has on its disk. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Every byte of every file in a folder: database, write-ahead log, shared memory. */
export const diskOf = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );

/** How many of the marks lie in a folder. */
export const marksOn = (folder: string, marks: readonly Uint8Array[]): number => {
  const disk = diskOf(folder);
  return marks.filter((mark) => disk.includes(Buffer.from(mark))).length;
};

/** Waits until no mark is left, at most `ms`; gives how many still are. */
export const marksLeft = async (folder: string, marks: readonly Uint8Array[], ms: number): Promise<number> => {
  const until = Date.now() + ms;
  for (;;) {
    const left = marksOn(folder, marks);
    if (left === 0 || Date.now() > until) return left;
    await pause(200);
  }
};

/** 48 bytes of a body in base64url, from its middle: what is searched for on the disk. */
export const markIn = (body: string): Uint8Array => Buffer.from(body, "base64url").subarray(120, 168);
