/** E-6: a link's holder who floods an ask fills it up to its cap, and not a byte further. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { openFile } from "../../apps/relay/store/driver.ts";
import { generousEnv, inParallel, withFolder } from "../relay/begin.ts";
import { bareEnv, brokenRelay, relayBundle, spawnRelay } from "../relay/child.ts";
import { callAsk, newTestAsk, newTestReply } from "../relay/client.ts";
import type { Proof } from "./proof.ts";

/** The most that one ask may take (security page 4.10). */
const cap = 10;
/** Sealed bytes of one answer: as many as fit. */
const replyBytes = 16_000;
/** The page's line for each answer that is kept. */
const growthEach = 16 * 1024;
/** What the ask itself gives back, and the pages of the tables around it, in bytes. */
const roomAround = 16 * 1024;

interface Outcome {
  readonly done: number;
  readonly said: number;
  readonly stored: number;
  readonly growth: number;
}

const sizeOf = (folder: string): number => statSync(join(folder, "relay.db")).size;

const flood = (count: number, path: string): Promise<Outcome> =>
  withFolder(async (folder) => {
    const env = { ...bareEnv, ...generousEnv, DATA_DIR: folder };
    const ask = newTestAsk(Date.now(), { cap });
    const first = await spawnRelay(path, env);
    await callAsk(first.origin, "put", ask.put);
    await first.end("SIGTERM");
    const before = sizeOf(folder);
    const relay = await spawnRelay(path, env);
    let [done, said] = [0, 0];
    await inParallel(Array.from({ length: count }), 8, async (_, i) => {
      const from = `127.0.46.${1 + (i % 50)}`;
      const reply = { id: ask.id, proof: ask.reply, ...newTestReply(replyBytes) };
      const answer = await callAsk(relay.origin, "reply", reply, { from });
      done += 1;
      if (answer.status === 201) said += 1;
    });
    await relay.end("SIGTERM");
    const db = openFile(join(folder, "relay.db"));
    const stored = Number(db.prepare("SELECT count(*) AS n FROM reply").get()?.["n"]);
    db.close();
    return { done, said, stored, growth: sizeOf(folder) - before };
  });

const beyond = ({ said, stored, growth }: Outcome): number =>
  Math.max(0, stored - cap) + (said === stored ? 0 : 1) + (growth <= cap * growthEach + roomAround ? 0 : 1);

/** A case is an answer that is sent. */
export const proof: Proof = {
  id: "E-6",
  number: 1_000,
  control: "a relay that does not count the answers of an ask",
  run: async ({ asked, note }) => {
    const found = await flood(asked, await relayBundle());
    const mutant = await flood(
      40,
      await brokenRelay("uncounted", {
        file: "apps/relay/store/rules.ts",
        find: "replies.length >= mail.cap",
        put: "replies.length >= 1_000_000",
      }),
    );
    const why = `${found.said} taken, ${found.stored} stored, grown by ${found.growth} bytes`;
    note(`E-6: ${why}; the mutant stored ${mutant.stored}`);
    const failures = beyond(found);
    return { done: found.done, failures, control: beyond(mutant) > 0, ...(failures === 0 ? {} : { why }) };
  },
};
