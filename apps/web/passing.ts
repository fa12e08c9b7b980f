/** Gives the engine ports that keep nothing: everything is in the memory of this page, and ends with it. */
import { memoryLog } from "./adapters/device-log-memory.ts";
import { memoryBox } from "./adapters/draft-box-memory.ts";
import type { NearPorts } from "./engine/ports/ports.ts";

/** The ports that replace those over the browser's stores. No other tab takes part. */
export const passingPorts = (): Pick<
  NearPorts,
  "drafts" | "keeping" | "log" | "marks" | "meta" | "neighbours" | "turn"
> => {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    log: memoryLog(),
    drafts: memoryBox(),
    meta: memoryBox(),
    marks: memoryBox(),
    keeping: { persist: async () => false, usage: async () => null },
    turn: {
      exclusive: (work) => {
        const done = turn.then(work);
        turn = done.catch(() => undefined);
        return done;
      },
    },
    neighbours: { tell: () => undefined, heard: () => undefined },
  };
};
