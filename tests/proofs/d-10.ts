/** D-10: under steady work nothing piles up: not memory, not open files, not the write-ahead log, not the wait. */
import { readdirSync, statSync, existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { generousEnv } from "../relay/begin.ts";
import { brokenRelay, residentOf, withChild, type ChildRelay } from "../relay/child.ts";
import { login, newTestVault, testEnvelope, type TestSocket } from "../relay/client.ts";
import { quantile } from "../relay/figures.ts";
import { noiseNow } from "../relay/noise.ts";
import type { Proof } from "./proof.ts";

const sockets = 200;
const perSecond = 50;
/** Less than the full number is sent so many times as fast: a fifth of ten minutes takes twenty seconds. */
const hurry = 6;
/** The page's lines. */
const logMax = 16 * 1024 * 1024;
const ackMs = 100;
const growthMax = 0.1;
/** What a heap may gain while it still finds its size, in a run that is over before it has. */
const settling = 24 * 1024 * 1024;

interface Outcome {
  readonly seconds: number;
  readonly growth: number;
  readonly files: number;
  readonly log: number;
  readonly ack: number;
  /** Lines that the relay printed and that are no log lines, such as a warning about listeners. */
  readonly noise: number;
}

const filesOf = ({ process: { pid } }: ChildRelay): number =>
  existsSync(`/proc/${String(pid)}/fd`) ? readdirSync(`/proc/${String(pid)}/fd`).length : 0;

const soak = (seconds: number, times: number, path?: string): Promise<Outcome> =>
  withChild(
    generousEnv,
    async (relay, folder) => {
      const inside: { readonly socket: TestSocket; readonly next: () => Uint8Array }[] = [];
      for (let n = 0; n < sockets; n += 1) {
        const vault = newTestVault();
        let seq = 0;
        const next = (): Uint8Array => testEnvelope(vault, new Uint8Array(16).fill(n), (seq += 1));
        inside.push({ socket: (await login(relay.origin, vault)).socket, next });
      }
      const waits: number[] = [];
      const resident: number[] = [];
      let [files, log, at] = [0, 0, 0];
      const before = filesOf(relay);
      const started = performance.now();
      for (let second = 0; second < seconds; second += 1) {
        const asked = Array.from({ length: perSecond }, async () => {
          const one = inside[at++ % inside.length];
          if (one === undefined) return;
          const from = performance.now();
          one.socket.send({ kind: "append", ref: 1, envelopes: [one.next()] });
          await one.socket.nextOf("ack", 20_000);
          waits.push(performance.now() - from);
        });
        await Promise.all(asked);
        resident.push(residentOf(relay) ?? 0);
        files = Math.max(files, filesOf(relay) - before);
        log = Math.max(log, statSync(join(folder, "relay.db-wal")).size);
        await pause(Math.max(0, started + ((second + 1) * 1_000) / times - performance.now()));
      }
      // The lowest of the second quarter against the lowest of the last: what a collection gives back is no growth.
      const part = (from: number, to: number): number =>
        Math.min(...resident.slice(Math.floor(seconds * from), Math.max(1, Math.ceil(seconds * to))));
      const growth = part(0.75, 1) - part(0.25, 0.5);
      const allowed = times === 1 ? part(0.25, 0.5) * growthMax : settling;
      const lines = relay.said().err.split("\n");
      const noise = lines.filter((line) => line !== "" && !line.startsWith("{")).length;
      return { seconds, growth: growth / allowed, files, log, ack: quantile(waits, 0.99), noise };
    },
    path,
  );

/** What a busy machine or a collection at a bad moment can bring about. */
const chancy: ReadonlySet<string> = new Set(["memory", "wait"]);

/** What went past its line, each by a name that a second look can be held against. */
const wrongs = (one: Outcome, noise: number): ReadonlyMap<string, string> =>
  new Map([
    ...(one.growth < 1 ? [] : [["memory", `memory grew by ${Math.round(one.growth * 100)} % of what it may`] as const]),
    ...(one.files <= 2 ? [] : [["files", `${one.files} more open files`] as const]),
    ...(one.log < logMax ? [] : [["log", `the log grew to ${one.log} bytes`] as const]),
    ...(one.ack < ackMs * noise ? [] : [["wait", `p99 ${Math.round(one.ack)} ms`] as const]),
    ...(one.noise === 0 ? [] : [["warning", "it printed a warning"] as const]),
  ]);

/** A case is a second's work: fifty appends. */
export const proof: Proof = {
  id: "D-10",
  number: 600,
  control: "a relay that leaves one listener behind with every frame",
  run: async ({ asked, note }) => {
    const times = asked < 600 ? hurry : 1;
    const look = async () => {
      const noise = await noiseNow();
      const found = await soak(asked, times);
      const at = `log ${found.log}, p99 ${Math.round(found.ack)} ms`;
      note(`D-10: memory at ${Math.round(found.growth * 100)} % of what it may gain, ${at}`);
      return { found, wrong: wrongs(found, noise) };
    };
    const first = await look();
    // What a heap that finds its size or a neighbour did once it does not do twice; every line stays where it is. What
    // no neighbour can do, a file left open or a warning, counts whenever it is seen.
    const again = first.wrong.size === 0 ? first : await look();
    const twice = (name: string): boolean => first.wrong.has(name) && again.wrong.has(name);
    const wrong = [...new Map([...first.wrong, ...again.wrong])]
      .filter(([name]) => !chancy.has(name) || twice(name))
      .map(([, what]) => what);
    const mutant = await soak(
      40,
      20,
      await brokenRelay("listening", {
        file: "apps/relay/edge/wire-socket.ts",
        find: "    running += 1;",
        put: '    running += 1; ws.on("close", () => void frame);',
      }),
    );
    return {
      done: again.found.seconds,
      failures: wrong.length,
      control: mutant.noise > 0,
      ...(wrong.length === 0 ? {} : { why: wrong.join(", ") }),
    };
  },
};
