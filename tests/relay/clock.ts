/** Gives a process of its own a wall clock that a test may set: the machine's own clock is nobody's to move. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What a process is started with so that its `Date` is `startMs` off, and `jumpMs` more from the signal SIGUSR2 on.
 * Nothing else of it changes; its monotonic clock stays the machine's. The file is written into `folder`.
 */
export const clockEnv = (folder: string, startMs: number, jumpMs = 0): Readonly<Record<string, string>> => {
  const path = join(folder, "clock.cjs");
  writeFileSync(
    path,
    `const real = Date.now;
let off = ${startMs};
process.on("SIGUSR2", () => { off = ${startMs} + ${jumpMs}; });
Date.now = () => real.call(Date) + off;
globalThis.Date = new Proxy(Date, {
  construct: (Real, given) => (given.length === 0 ? new Real(Date.now()) : new Real(...given)),
});
`,
  );
  return { NODE_OPTIONS: `--require ${path}` };
};
