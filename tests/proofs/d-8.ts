/** D-8: when the machine's clock is set ten years ahead or back, or was wrong at a start, nothing ends early and no challenge counts twice. */
import { generousEnv, withFolder } from "../relay/begin.ts";
import { bareEnv, brokenRelay, relayBundle, spawnRelay } from "../relay/child.ts";
import { callAsk, callBox, connect, helloFrame, login, newTestAsk, newTestBox, newTestVault } from "../relay/client.ts";
import { clockEnv } from "../relay/clock.ts";
import type { Proof } from "./proof.ts";

const yearMs = 365.25 * 86_400_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Puts up one of each, sets the relay's clock, lets it sweep, and says what went wrong. */
const jump = (path: string, jumpMs: number): Promise<readonly string[]> =>
  withFolder(async (folder) => {
    const env = { ...bareEnv, ...generousEnv, DATA_DIR: folder, SWEEP_INTERVAL_MS: "50" };
    const relay = await spawnRelay(path, { ...env, ...clockEnv(folder, 0, jumpMs) });
    const wrong: string[] = [];
    try {
      const { origin } = relay;
      const ask = newTestAsk(Date.now(), { days: 1 });
      const boxes = [newTestBox("pairing"), newTestBox("recovery")];
      await callAsk(origin, "put", ask.put);
      for (const box of boxes) await callBox(origin, "put", box.put);
      // An empty vault, which goes after a day, and a challenge that waits for its answer.
      const vault = newTestVault();
      await (await login(origin, vault)).socket.close();
      const open = await connect(origin, `/v/${vault.id}`);
      const { nonce } = await open.nextOf("challenge");
      relay.process.kill("SIGUSR2");
      await pause(300);
      const read = await callAsk(origin, "read", { id: ask.id, proof: ask.read });
      if (read.status !== 200) wrong.push(`the ask: ${read.status}`);
      for (const box of boxes) {
        const found = await callBox(origin, "read", { id: box.id, proof: box.read });
        if (found.status !== 200) wrong.push(`a box: ${found.status}`);
      }
      open.send(helloFrame(vault, origin, nonce));
      const first = await open.next();
      if (first?.kind !== "welcome") wrong.push(`the challenge: ${first?.kind ?? "closed"}`);
      open.send(helloFrame(vault, origin, nonce, 2));
      const second = await open.next();
      if (second?.kind !== "refused" || second.code !== "unauthorised") wrong.push("the challenge counted twice");
      // The same signature on another connection: another challenge stands there.
      const other = await connect(origin, `/v/${vault.id}`);
      await other.nextOf("challenge");
      other.send(helloFrame(vault, origin, nonce));
      if ((await other.next())?.kind !== "refused") wrong.push("an old challenge counted elsewhere");
      // What is put up now ends when it should, by days that pass.
      const late = newTestAsk(Date.now(), { days: 1 });
      const put = await callAsk(origin, "put", late.put);
      if (put.status !== 201) wrong.push(`a new ask: ${put.status}`);
    } finally {
      await relay.end("SIGTERM");
    }
    return wrong;
  });

/** A case is a jump: ahead and back by turns, by ten years and by other lengths. */
const jumps = [10, -10, 1, -1, 0.1, -0.1, 10, -10, 5, -5];

/** Puts up one of each, starts once with a clock ten years ahead, then rightly again; says what went wrong. */
const wrongStart = (path: string): Promise<readonly string[]> =>
  withFolder(async (folder) => {
    const ask = newTestAsk(Date.now(), { days: 7 });
    const box = newTestBox("recovery");
    /** A relay of its own for `use`, `years` off from its start on, which sweeps before it ends. */
    const during = async <T>(years: number, use: (origin: string) => Promise<T>): Promise<T> => {
      const env = { ...bareEnv, ...generousEnv, DATA_DIR: folder, SWEEP_INTERVAL_MS: "50" };
      const relay = await spawnRelay(path, { ...env, ...clockEnv(folder, years * yearMs) });
      try {
        return await use(relay.origin);
      } finally {
        await pause(300);
        await relay.end("SIGTERM");
      }
    };
    await during(0, async (origin) => {
      await callAsk(origin, "put", ask.put);
      await callBox(origin, "put", box.put);
    });
    await during(10, async () => undefined);
    return during(0, async (origin) => {
      const read = await callAsk(origin, "read", { id: ask.id, proof: ask.read });
      const found = await callBox(origin, "read", { id: box.id, proof: box.read });
      const all = [
        { what: "the ask", status: read.status },
        { what: "a box", status: found.status },
      ];
      return all.flatMap(({ what, status }) => (status === 200 ? [] : [`a wrong start: ${what}: ${status}`]));
    });
  });

/** A case is a jump of the clock under a relay that runs. */
export const proof: Proof = {
  id: "D-8",
  number: 20,
  control: "a relay that goes by the wall clock, and one that believes every start",
  run: async ({ asked, note }) => {
    const path = await relayBundle();
    const wrong: string[] = [];
    for (let n = 0; n < asked; n += 1) {
      const years = jumps[n % jumps.length] ?? 10;
      for (const line of await jump(path, years * yearMs)) wrong.push(`${years} years: ${line}`);
    }
    wrong.push(...(await wrongStart(path)));
    const trusting = await brokenRelay("wall-clock", {
      file: "apps/relay/clock.ts",
      find: "<= slackMs;",
      put: "<= Number.POSITIVE_INFINITY;",
    });
    const hasty = await brokenRelay("hasty-start", {
      file: "apps/relay/held-clock.ts",
      find: "hour() - kept > farHours",
      put: "false",
    });
    const started = await wrongStart(hasty);
    const mutant = [...(await jump(trusting, 10 * yearMs)), ...(await jump(trusting, -10 * yearMs))];
    for (const line of wrong) note(`D-8: ${line}`);
    note(`D-8: the mutants: ${[...mutant, ...started].join("; ")}`);
    const [why] = wrong;
    return {
      done: asked,
      failures: wrong.length,
      control: mutant.some((line) => line.startsWith("the ask")) && started.length > 0,
      ...(why === undefined ? {} : { why }),
    };
  },
};
