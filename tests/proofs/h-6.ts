/** H-6: a browser that drops what the app stored is noticed, explained, and everything that was copied comes back. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkins } from "@belay/domain";
import { configOf, startRelay } from "../../apps/relay/index.ts";
import { fetchBoxes } from "../../apps/web/adapters/box-fetch.ts";
import { browserClock } from "../../apps/web/adapters/clock-browser.ts";
import { socketLines } from "../../apps/web/adapters/lines-websocket.ts";
import type { Running } from "../../apps/web/engine/create.ts";
import type { Ports } from "../../apps/web/engine/ports/ports.ts";
import { good, startEngine, testWorld, type TestWorld } from "../world/engine-world.ts";
import { asBrowserOf } from "../world/network.ts";
import { freePort } from "../world/server.ts";
import type { Proof } from "./proof.ts";

const copy = { kind: "settings/choose", country: null, signAs: null, keepCopy: true, touch: null } as const;
const checkin = (energy: number) => ({ kind: "checkin/note", energy, cues: [], carrying: null }) as const;

/** Waits until it is so, 20 s at most. */
const until = async (isSo: () => boolean): Promise<boolean> => {
  for (let waited = 0; waited < 20_000; waited += 20) {
    if (isSo()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
};

/** What a browser may drop: the database of the log, or everything of the origin, keys too. */
type Eviction = "log" | "log while open" | "everything";
const evictions: readonly Eviction[] = ["log", "log while open", "everything"];

const drop = async (world: TestWorld, what: Eviction): Promise<void> => {
  await world.log.clear();
  await world.meta.clear();
  await world.drafts.clear();
  if (what !== "everything") return;
  await world.marks.clear();
  good(await world.keystore.destroy());
};

interface Bench {
  readonly start: (world: TestWorld, over?: Partial<Ports>) => Promise<Running>;
  readonly note: (text: string) => void;
}

/** Writes, has it copied, loses it, starts again. Gives what was wrong, null for nothing. */
const evict = async ({ start }: Bench, seed: string, what: Eviction, mutant: boolean): Promise<string | null> => {
  const world = testWorld(seed);
  const one = await start(world);
  good(await one.engine.dispatch(copy));
  for (let at = 0; at < 4; at += 1) good(await one.engine.dispatch(checkin(at)));
  const words = good(await one.engine.recovery.words(null)).words.join(" ");
  const isCopied = (): boolean => one.engine.sync.value.kind === "connected" && one.engine.sync.value.pending === 0;
  if (!(await until(isCopied))) return "nothing was copied";
  const before = checkins(one.engine.state.value).length;
  if (what === "log while open") {
    await drop(world, what);
    await one.engine.dispatch(checkin(9));
  }
  one.stop();
  if (what !== "log while open") await drop(world, what);
  if (mutant) await world.marks.clear();
  const again = await start(world);
  if (what === "everything") {
    if (checkins(again.engine.state.value).length > 0) return "something was left";
    const restored = await again.engine.recovery.restore(words, null, "again");
    if (!restored.ok) return `the words were not taken: ${JSON.stringify(restored.error)}`;
  } else if (!(await until(() => again.engine.alarms.value.some(({ kind }) => kind === "storage-lost"))))
    return "nobody was told";
  const isBack = (): boolean => checkins(again.engine.state.value).length >= before;
  const back = mutant ? isBack() : await until(isBack);
  again.stop();
  return back ? null : `${checkins(again.engine.state.value).length} of ${before} came back`;
};

const withRelay = async <T>(use: (bench: Omit<Bench, "note">) => Promise<T>): Promise<T> => {
  const dataDir = mkdtempSync(join(tmpdir(), "belay-evicted-"));
  const [webDir, pagesDir] = [join(process.cwd(), "build/web"), join(process.cwd(), "build/pages")];
  const caps = { vaultsPerHour: 1_000_000, connectionsPerAddress: 2_000, socketsPerMinute: 1_000_000 };
  const relay = await startRelay(configOf({ dataDir, webDir, pagesDir, port: await freePort(), caps }));
  const origin = `http://127.0.0.1:${relay.port}`;
  const restore = asBrowserOf(origin);
  const over: Partial<Ports> = {
    clock: browserClock,
    lines: socketLines(origin),
    boxes: fetchBoxes(origin),
    origin,
  };
  try {
    return await use({ start: (world, more = {}) => startEngine(world, { ...over, ...more }) });
  } finally {
    restore();
    await relay.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

/** A third each: between two sessions, under an open app, and the whole origin with its keys. */
export const proof: Proof = {
  id: "H-6",
  number: 50,
  control: "an app without the note that there was a log",
  run: ({ asked, seed, note }) =>
    withRelay(async (bench) => {
      const found: string[] = [];
      for (let at = 0; at < asked; at += 1) {
        const what = evictions[at % evictions.length] ?? "log";
        const wrong = await evict({ ...bench, note }, `h-6/${seed}/${at}`, what, false);
        if (wrong !== null) found.push(`${what}: ${wrong}`);
      }
      const blind = await evict({ ...bench, note }, `h-6/${seed}/mutant`, "log", true);
      for (const line of found.slice(0, 10)) note(line);
      const [why] = found;
      return { done: asked, failures: found.length, control: blind !== null, ...(why === undefined ? {} : { why }) };
    }),
};
