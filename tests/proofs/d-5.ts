/** D-5: when the disk does not take what was written, nothing more is acknowledged, and the relay ends; a start finds all that was. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generousEnv, withFolder } from "../relay/begin.ts";
import { bareEnv, brokenRelay, relayBundle, spawnRelay } from "../relay/child.ts";
import type { Fault } from "../relay/planting.ts";
import { login, newTestVault, testEnvelope } from "../relay/client.ts";
import { canTrace, endTraced } from "../relay/system.ts";
import { contentOf } from "../relay/writers.ts";
import { createHash } from "node:crypto";
import type { Proof } from "./proof.ts";

const device = new Uint8Array(16).fill(5);
/** Syncs that a start and the making of a vault take; the fault comes some time after them. */
const syncsBefore = 30;
/** Appends after which somebody who never fails is believed to ignore the fault. */
const patience = 120;

interface Life {
  /** The tracer hit a sync. */
  readonly hit: boolean;
  readonly acked: number;
  /** Acknowledged although the sync that it waited for had failed. */
  readonly after: number;
  readonly code: number | null;
  /** Acknowledged, and not there after a start. */
  readonly lost: number;
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("base64url");

/** Moments at which a sync was answered with an error, in ms since 1970, as the tracer wrote them down. */
const faultsIn = (trace: string): readonly number[] =>
  existsSync(trace)
    ? [...readFileSync(trace, "utf8").matchAll(/^\d+\s+(\d+\.\d+) .*\(INJECTED\)/gm)].map(
        ([, at]) => Number(at) * 1_000,
      )
    : [];

/**
 * The system's clock in parts of a ms, as the tracer reads it. What a process counts by itself from its start drifts away
 * from it, because the system's clock is put right meanwhile.
 */
const systemClock = (): (() => number) => {
  const before = Date.now();
  let now = before;
  while (now === before) now = Date.now();
  const origin = now - performance.now();
  return () => origin + performance.now();
};

/** One life in which the sync with the number `nth` and all after it fail. One append at a time, each after its answer. */
const oneLife = (path: string, nth: number): Promise<Life> =>
  withFolder(async (folder) => {
    const [data, trace] = [join(folder, "data"), join(folder, "trace")];
    const env = { ...bareEnv, ...generousEnv, DATA_DIR: data };
    const tracer = ["strace", "-f", "-ttt", "-o", trace, "-e", "trace=fsync,fdatasync"];
    const inject = ["-e", `inject=fsync,fdatasync:error=EIO:when=${nth}+`];
    const relay = await spawnRelay(path, env, [...tracer, ...inject, "--seccomp-bpf"]);
    const ended = new Promise<number | null>((resolve) => relay.process.once("exit", resolve));
    const end = (): void => endTraced(relay.process.pid);
    // A run that is given up on ends the process without coming back here.
    process.once("exit", end);
    const vault = newTestVault();
    const kept: { readonly hash: string; readonly at: number }[] = [];
    const { socket } = await login(relay.origin, vault);
    const clock = systemClock();
    for (let seq = 1; seq <= patience; seq += 1) {
      const envelope = testEnvelope(vault, device, seq);
      if (socket.ws.readyState !== socket.ws.OPEN) break;
      socket.send({ kind: "append", ref: seq, envelopes: [envelope] });
      const answer = await socket.next(3_000);
      if (answer?.kind !== "ack") break;
      kept.push({ hash: hashOf(envelope), at: clock() });
    }
    const over = new Promise<number | null>((resolve) => setTimeout(() => resolve(-1), 2_000).unref());
    const code = await Promise.race([ended, over]);
    end();
    await ended;
    process.off("exit", end);
    const [first = Number.POSITIVE_INFINITY] = faultsIn(trace);
    const second = await spawnRelay(await relayBundle(), env);
    const found = (await contentOf(second.origin, vault)).get(Buffer.from(device).toString("hex")) ?? [];
    await second.end("SIGTERM");
    return {
      hit: Number.isFinite(first),
      acked: kept.length,
      after: kept.filter(({ at }) => at > first).length,
      code,
      lost: kept.filter(({ hash }, i) => found[i] !== hash).length,
    };
  });

const isWrong = ({ hit, after, code, lost }: Life): boolean =>
  !hit || after > 0 || lost > 0 || code === 0 || code === -1;

const retrying: readonly Fault[] = [
  {
    file: "apps/relay/store/sqlite-turn.ts",
    find: 'const halt = !code.startsWith("SQLITE_CORRUPT");',
    put: "const halt = false;",
  },
  {
    file: "apps/relay/relay.ts",
    find: 'answer(session, [], "close");\n\nconst welcome',
    put: 'answer(session, [{ kind: "ack", ref, head: 1 }]);\n\nconst welcome',
  },
];

/** A case is a life that ends by a failed sync. */
export const proof: Proof = {
  id: "D-5",
  number: 20,
  control: "a relay that tries again and acknowledges",
  run: async ({ asked, seed, note }) => {
    if (!canTrace())
      return { done: 0, failures: 0, control: false, why: "SKIPPED: strace is not there or may not trace" };
    const path = await relayBundle();
    const lives: Life[] = [];
    for (let n = 0; n < asked; n += 1) lives.push(await oneLife(path, syncsBefore + ((seed * 5 + n * 3) % 17)));
    const mutant = await oneLife(await brokenRelay("retries", ...retrying), syncsBefore + 3);
    const wrong = lives.filter(isWrong);
    for (const life of wrong) note(`D-5: ${JSON.stringify(life)}`);
    note(`D-5: ${lives.reduce((sum, { acked }) => sum + acked, 0)} acknowledged; the mutant ${JSON.stringify(mutant)}`);
    const why = wrong[0] === undefined ? undefined : JSON.stringify(wrong[0]);
    return {
      done: lives.length,
      failures: wrong.length,
      control: mutant.hit && (mutant.after > 0 || mutant.code === -1),
      ...(why === undefined ? {} : { why }),
    };
  },
};
