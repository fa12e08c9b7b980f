/** D-3: a crash at every single write of two hundred steps, on a disk that lost, tore or misled what it had not synced. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { openFile } from "../../apps/relay/store/driver.ts";
import { openSqlite } from "../../apps/relay/store/sqlite.ts";
import { withFolder } from "../relay/begin.ts";
import { bundle } from "../relay/child.ts";
import { dice } from "../relay/figures.ts";
import { eventsIn, paperDisk, tracedCalls, type DiskEvent, type DiskImage, type Mood } from "../relay/paper-disk.ts";
import { canTrace } from "../relay/system.ts";
import { plan, planCaps, wrongAfter } from "../relay/trace-plan.ts";
import type { Proof } from "./proof.ts";

const quiet = { onBroken: () => undefined, onFull: () => undefined, onUnreadable: () => undefined };
const all = plan();
/** The page's line; the trace has more moments. */
const leastPoints = 1_000;

/** Every file but the lock and the index of the log, which is shared memory and made anew at each opening. */
const counts = (name: string): boolean => name.startsWith("relay.db") && !name.endsWith("-shm");

/** What happened to the store's folder while the steps were done under a tracer. */
interface Traced {
  readonly folder: string;
  readonly events: readonly DiskEvent[];
}

const traced = (script: string): Promise<Traced> =>
  withFolder(async (made) => {
    const folder = join(realpathSync(made), "data");
    const trace = join(made, "trace");
    mkdirSync(folder);
    const tracer = ["-f", "-y", "-xx", "-s", "1000000", "-o", trace, "-e", `trace=${tracedCalls}`];
    const run = spawnSync("strace", [...tracer, process.execPath, script, folder], {
      encoding: "utf8",
      timeout: 120_000,
    });
    if (run.status !== 0) throw new Error(`the steps did not end: ${run.stderr}`);
    const events = eventsIn(readFileSync(trace, "utf8"), folder, counts);
    const disk = paperDisk(folder);
    for (const event of events) disk.play(event);
    // What was written by any way that the trace does not hold would show here.
    const [real, paper] = [readdirSync(folder).filter(counts), disk.now()];
    const same = real.every((name) => paper.get(name)?.equals(readFileSync(join(folder, name))));
    if (!same || real.length !== paper.size) throw new Error("the trace does not hold all that was written");
    return { folder, events };
  });

/** What a start on such a disk finds: what is wrong, or null; and whether the file says by itself that it is damaged. */
interface Found {
  readonly wrong: string | null;
  readonly told: boolean;
}

/** Memory where there is some to be had as files: each opening syncs, and the disk below is not what is tried here. */
const room = (): string => mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "belay-disk-"));

/** Whether the file is whole, as SQLite itself judges it; some damage keeps even that from being judged. */
const isWhole = (folder: string): boolean => {
  const db = openFile(join(folder, "relay.db"));
  try {
    return db.prepare("PRAGMA integrity_check").get()?.["integrity_check"] === "ok";
  } catch {
    return false;
  } finally {
    db.close();
  }
};

const find = async (folder: string, image: DiskImage, acked: number): Promise<Found> => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, bytes] of image) writeFileSync(join(folder, name), bytes);
  const opened = openSqlite(folder, planCaps, quiet);
  if (!opened.ok) return { wrong: `cannot be opened: ${opened.error.code}`, told: true };
  const [first] = await wrongAfter(opened.value, all, acked);
  await opened.value.close();
  const whole = isWhole(folder);
  return { wrong: first ?? (whole ? null : "it is damaged"), told: !whole };
};

/**
 * The driver lets a closed file go only when its statements are collected, and that a turn later; thousands of files
 * would use up what may be open.
 */
const collector = (): (() => Promise<void>) => {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  return async () => {
    if (typeof collect === "function") collect();
    await new Promise((resolve) => setImmediate(resolve));
  };
};

interface Tally {
  readonly points: number;
  /** Disks that were opened, all but those with a sector elsewhere. */
  readonly images: number;
  readonly wrong: readonly string[];
  /** Crashes with a sector elsewhere: survived whole; told by the file itself; seen only by who compares. */
  readonly astray: readonly [number, number, number];
}

/** What an honest disk may do, which promises what it has synced and no more; by turns, as each opening takes its time. */
const moodsAt = (point: number, isNew: boolean): readonly Mood[] => [
  ...(isNew ? (["none"] as const) : []),
  point % 3 === 0 ? "whole" : "torn",
];

/** Crashes after `count` of the events, evenly spread from the one with the number `from`. */
const crashes = async (
  { folder, events }: Traced,
  { count, from, seed, stopAtLoss }: { count: number; from: number; seed: number; stopAtLoss: boolean },
): Promise<Tally> => {
  const place = room();
  const data = join(place, "data");
  const draw = dice(seed);
  const collect = collector();
  const disk = paperDisk(folder);
  const wrong: string[] = [];
  const astray: [number, number, number] = [0, 0, 0];
  let [acked, syncs, points, images, dry] = [0, 0, 0, 0, ""];
  try {
    for (const [at, event] of events.entries()) {
      disk.play(event);
      if (event.kind === "ack") acked = event.steps;
      if (event.kind === "sync") syncs += 1;
      if (points >= ((at + 1 - from) * count) / (events.length - from)) continue;
      points += 1;
      if (points % 50 === 0) await collect();
      // What is surely there changes with a sync alone: between two of them, nothing left is the same image again.
      const isNew = dry !== `${syncs} ${acked}`;
      dry = `${syncs} ${acked}`;
      for (const mood of moodsAt(points, isNew)) {
        images += 1;
        const found = await find(data, disk.crash(mood, draw), acked);
        if (found.wrong !== null) wrong.push(`event ${at}, ${mood}: ${found.wrong}`);
      }
      if (stopAtLoss && wrong.length > 0) break;
      if (stopAtLoss || points % 2 === 0 || !disk.isWet()) continue;
      const found = await find(data, disk.crash("astray", draw), acked);
      astray[found.wrong === null ? 0 : found.told ? 1 : 2] += 1;
    }
    return { points, images, wrong, astray };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
};

/** The same events, but for one of the syncs that an acknowledgement waited for; and where that was. */
const oneSyncLess = ({ folder, events }: Traced, seed: number): { readonly less: Traced; readonly from: number } => {
  const awaited = events.flatMap(({ kind }, at) => (kind === "sync" && events[at + 1]?.kind === "ack" ? [at] : []));
  const from = awaited[seed % awaited.length] ?? 0;
  return { less: { folder, events: events.filter((_, at) => at !== from) }, from };
};

/**
 * A case is a moment between two writes, at which the power goes: of what was not synced nothing is left, or any whole
 * writes, or any sectors. A disk that lays a sector elsewhere cannot be survived by a file without checksums of its own:
 * that must end in an answer and is counted, by whether the file itself shows it or only who compares, as devices do.
 */
export const proof: Proof = {
  id: "D-3",
  number: leastPoints,
  control: "a trace without one sync that an acknowledgement waited for, and a store that syncs now and then (NORMAL)",
  run: async ({ asked, seed, note }) => {
    if (!canTrace())
      return { done: 0, failures: 0, control: false, why: "SKIPPED: strace is not there or may not trace" };
    const shipped = await traced(await bundle("tests/relay/traced.ts", "traced"));
    // A full run takes every moment there is.
    const count = asked < leastPoints ? asked : shipped.events.length;
    const found = await crashes(shipped, { count, from: 0, seed, stopAtLoss: false });
    const { less, from } = oneSyncLess(shipped, seed * 31);
    const skipped = await crashes(less, { count: less.events.length, from, seed, stopAtLoss: true });
    const lazy = await traced(
      await bundle("tests/relay/traced.ts", "traced-normal", {
        file: "apps/relay/store/sqlite-turn.ts",
        find: "PRAGMA synchronous = FULL",
        put: "PRAGMA synchronous = NORMAL",
      }),
    );
    const normal = await crashes(lazy, { count: 200, from: 0, seed, stopAtLoss: true });
    const [survived, told, compared] = found.astray;
    for (const line of found.wrong.slice(0, 20)) note(`D-3: ${line}`);
    note(`D-3: ${found.points} of ${shipped.events.length} moments, ${found.images} disks`);
    note(
      `D-3: a sector elsewhere: ${survived} survived, ${told} told by the file, ${compared} seen by whoever knows what was acknowledged`,
    );
    note(`D-3: the mutants: ${skipped.wrong[0] ?? "nothing"}; ${normal.wrong[0] ?? "nothing"}`);
    const [why] = found.wrong;
    return {
      done: found.points,
      failures: found.wrong.length,
      control: skipped.wrong.length > 0 && normal.wrong.length > 0,
      ...(why === undefined ? {} : { why }),
    };
  },
};
