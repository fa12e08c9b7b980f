/** L-4: once an ask is closed or over, its full link opens nothing, and within a minute no byte of it is on the disk. */
import { configOf, startRelay, type Store } from "../../apps/relay/index.ts";
import { generousCaps, withFolder } from "../relay/begin.ts";
import { callAsk, newTestAsk, newTestReply, type TestAsk } from "../relay/client.ts";
import { markIn, marksLeft, marksOn } from "../relay/disk.ts";
import type { Proof } from "./proof.ts";

/** How an ask ends: closed by who sent it, over by its time, or filled to its cap and fetched. */
const ways = ["closed", "expired", "filled"] as const;

/** The page's promise, in ms. */
const minute = 60_000;
const hour = 3_600_000;

/** Ends one ask; gives what was wrong on the way. */
const end = async (origin: string, ask: TestAsk, way: (typeof ways)[number]): Promise<readonly string[]> => {
  if (way === "expired") return [];
  if (way === "closed") {
    const closed = await callAsk(origin, "close", { id: ask.id, owner: ask.owner });
    return closed.status === 200 ? [] : [`close: ${closed.status}`];
  }
  const reply = newTestReply();
  await callAsk(origin, "reply", { id: ask.id, proof: ask.reply, ...reply });
  const taken = await callAsk(origin, "taken", { id: ask.id, owner: ask.owner, replyIds: [reply.replyId] });
  return taken.status === 200 ? [] : [`taken: ${taken.status}`];
};

/** Puts, ends and looks for `count` asks; what was wrong. `wait` is how long the disk may still hold them, in ms. */
const run = (count: number, wait: number, through?: (store: Store) => Store): Promise<readonly string[]> =>
  withFolder(async (folder) => {
    let now = Date.UTC(2026, 10, 22, 12);
    const caps = { ...generousCaps, sweepMs: 250 };
    const relay = await startRelay(configOf({ dataDir: folder, caps }), {
      now: () => now,
      ...(through === undefined ? {} : { through }),
    });
    const wrong: string[] = [];
    try {
      const asks = Array.from({ length: count }, (_, n) => {
        const way = ways[n % ways.length] ?? "closed";
        return { way, ask: newTestAsk(now, { days: 1, cap: way === "filled" ? 1 : 3 }) };
      });
      for (const { ask } of asks) await callAsk(relay.origin, "put", ask.put);
      const marks = asks.map(({ ask }) => markIn(ask.body));
      if (marksOn(folder, marks) !== count) wrong.push("the marks are not where they are looked for");
      for (const { ask, way } of asks) wrong.push(...(await end(relay.origin, ask, way)));
      now += 25 * hour;
      for (const { ask, way } of asks) {
        const read = await callAsk(relay.origin, "read", { id: ask.id, proof: ask.read });
        const reply = await callAsk(relay.origin, "reply", { id: ask.id, proof: ask.reply, ...newTestReply() });
        if (read.status !== 404 || reply.status !== 404) wrong.push(`${way}: ${read.status} and ${reply.status}`);
      }
      const left = await marksLeft(folder, marks, wait);
      if (left > 0) wrong.push(`${left} asks still on the disk`);
    } finally {
      await relay.close();
    }
    return wrong;
  });

/** The mutant: rows are deleted, and their bytes stay in the write-ahead log. */
const neverSettles = (store: Store): Store => ({ ...store, settle: async () => ({ ok: true, value: null }) });

/** A case is an ask. */
export const proof: Proof = {
  id: "L-4",
  number: 100,
  control: "a relay that deletes rows and leaves their bytes in the write-ahead log",
  run: async ({ asked, note }) => {
    const wrong = await run(asked, minute);
    for (const line of wrong.slice(0, 10)) note(`L-4: ${line}`);
    const mutant = await run(6, 3_000, neverSettles);
    const [why] = wrong;
    return {
      done: asked,
      failures: wrong.length,
      control: mutant.some((line) => line.includes("still on the disk")),
      ...(why === undefined ? {} : { why }),
    };
  },
};
