/** E-4: who reads too often is told to wait, and nobody else is. */
import { inParallel } from "../relay/begin.ts";
import { brokenRelay, withChild } from "../relay/child.ts";
import { call, callAsk, newTestAsk } from "../relay/client.ts";
import type { Proof } from "./proof.ts";

const greedy = "127.0.44.1";
const calm = "127.0.44.2";
/** Reads by somebody else in the meantime. */
const calmReads = 20;
/** The default allowance: so many at first, as many again in each minute. */
const allowance = 60;

interface Outcome {
  readonly done: number;
  readonly refused: number;
  /** What the one who reads too often got through, beyond what the allowance and the time that passed give. */
  readonly beyond: number;
  /** Refusals that do not say how long to wait. */
  readonly mute: number;
  /** What the calm one was refused. */
  readonly bystander: number;
}

const flood = (reads: number, path?: string, env: Readonly<Record<string, string>> = {}): Promise<Outcome> =>
  withChild(
    env,
    async ({ origin }) => {
      const ask = newTestAsk(Date.now());
      await callAsk(origin, "put", ask.put);
      const read = (from: string) =>
        call(origin, {
          method: "POST",
          path: "/api/ask/read",
          headers: { "content-type": "application/json", origin },
          body: JSON.stringify({ id: ask.id, proof: ask.read }),
          from,
        });
      const started = performance.now();
      let [done, refused, mute, bystander, others] = [0, 0, 0, 0, 0];
      const one = async (): Promise<void> => {
        const answer = await read(greedy);
        done += 1;
        if (answer.status !== 429) return;
        refused += 1;
        if (!(Number(answer.headers["retry-after"]) >= 1)) mute += 1;
      };
      const other = async (): Promise<void> => {
        others += 1;
        if ((await read(calm)).status !== 200) bystander += 1;
      };
      await inParallel(Array.from({ length: reads }), 8, async (_, i) => {
        await one();
        if (i % Math.floor(reads / calmReads) === 0 && others < calmReads) await other();
      });
      const given = allowance + ((performance.now() - started) / 60_000) * allowance + 1;
      return { done, refused, mute, bystander, beyond: Math.max(0, Math.ceil(done - refused - given)) };
    },
    path,
  );

/** The number of reads is not scaled: a fifth of them would hardly go over the allowance. */
export const proof: Proof = {
  id: "E-4",
  number: 1_000,
  control: "a relay without the allowance, and one that has one allowance for everybody",
  run: async ({ note }) => {
    const found = await flood(1_000);
    const open = await flood(200, undefined, { MAX_ASK_READS_PER_ADDRESS_MINUTE: "1000000" });
    const shared = await flood(
      200,
      await brokenRelay("one-allowance", {
        file: "apps/relay/edge/limits.ts",
        find: "keyOf(kind, who);",
        put: 'keyOf(kind, "everybody");',
      }),
    );
    const few = found.refused < found.done * 0.9 ? 1 : 0;
    const failures = found.beyond + found.mute + found.bystander + few;
    const why = `${found.refused} of ${found.done} refused, ${found.beyond} too many read, ${found.mute} without a time, ${found.bystander} of the other refused`;
    note(`E-4: ${why}`);
    return {
      done: found.done,
      failures,
      control: open.beyond > 0 && shared.bystander > 0,
      ...(failures === 0 ? {} : { why }),
    };
  },
};
