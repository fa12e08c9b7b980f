/** D-2: the power is cut under writers, again and again; nothing acknowledged is lost from the disk as it was then. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { configOf, startRelay } from "../../apps/relay/index.ts";
import { openFile } from "../../apps/relay/store/driver.ts";
import { generousCaps, generousEnv, withFolder } from "../relay/begin.ts";
import { bareEnv, brokenRelay, relayBundle, spawnRelay } from "../relay/child.ts";
import { dice } from "../relay/figures.ts";
import { command, isRoot, withMount } from "../relay/system.ts";
import { contentOf, createWriter, type Writer } from "../relay/writers.ts";
import { newTestVault } from "../relay/client.ts";
import type { Proof } from "./proof.ts";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Cuts in one life of the relay, so that most of the time goes into cuts. */
const cutsPerLife = 5;
/** A mutant is cut more than once: what the kernel wrote by itself just before a cut is not lost by it. */
const controlWaits = [400, 250, 300];
/** How often a disk is copied until it stood still meanwhile. */
const copiesMax = 50;

interface Cut {
  readonly acked: number;
  readonly lost: number;
  readonly damaged: boolean;
}

const isWhole = (data: string): boolean => {
  const db = openFile(join(data, "relay.db"));
  const row = db.prepare("PRAGMA integrity_check").get() ?? {};
  db.close();
  return row["integrity_check"] === "ok";
};

/** What of the acknowledged envelopes is not on the copy of the disk. */
const lostOn = async (data: string, writers: readonly Writer[], acked: readonly number[]): Promise<number> => {
  const relay = await startRelay(configOf({ dataDir: data, caps: generousCaps }));
  try {
    let lost = 0;
    for (const [i, writer] of writers.entries()) {
      const found = await contentOf(relay.origin, writer.vault).catch(() => null);
      const kept = found?.get(Buffer.from(writer.device).toString("hex")) ?? [];
      lost += writer.acked.slice(0, acked[i]).filter((hash, at) => kept[at] !== hash).length;
    }
    return lost;
  } finally {
    await relay.close();
  }
};

/** Whether two files hold the same bytes. */
const isSame = (one: string, other: string): boolean => readFileSync(one).equals(readFileSync(other));

/**
 * Copies a disk that the kernel may still be writing to. What equals the disk when it is read once more after the copy
 * stood there, all of it, at the moment between the two: a disk after a cut, and not parts of several.
 */
const copyOfOneMoment = async (image: string, copy: string): Promise<void> => {
  for (let attempt = 0; attempt < copiesMax; attempt += 1) {
    copyFileSync(image, copy);
    if (isSame(image, copy)) return;
    await pause(10);
  }
  throw new Error("the disk never stood still");
};

/** Writes on a disk of its own; at each moment freezes the relay and copies the image: the disk after a cut. */
const oneLife = (path: string, waits: readonly number[]): Promise<readonly Cut[] | null> =>
  withFolder(async (folder) => {
    const image = join(folder, "disk");
    spawnSync("truncate", ["-s", "48M", image]);
    if (command("mkfs.ext4", "-q", "-F", image) === null) return null;
    const writers = Array.from({ length: 8 }, (_, n) => createWriter(newTestVault(), n));
    const moments = await withMount(["-o", "loop", image], async (disk) => {
      const data = join(disk, "data");
      mkdirSync(data);
      const relay = await spawnRelay(path, { ...bareEnv, ...generousEnv, DATA_DIR: data });
      const end = (): void => void relay.process.kill("SIGKILL");
      process.once("exit", end);
      let over = false;
      const lives = await Promise.all(writers.map((writer) => writer.enter(relay.origin)));
      const writing = lives.map((life) =>
        life.write(
          () => over,
          () => undefined,
        ),
      );
      const counts: (readonly number[])[] = [];
      for (const [n, wait] of waits.entries()) {
        await pause(wait);
        relay.process.kill("SIGSTOP");
        // What was acknowledged before the freeze and is still on its way counts as well; nothing comes after.
        await pause(30);
        counts.push(writers.map((writer) => writer.acked.length));
        await copyOfOneMoment(image, join(folder, `copy-${n}`));
        relay.process.kill("SIGCONT");
      }
      over = true;
      await relay.end("SIGKILL");
      process.off("exit", end);
      await Promise.all(writing);
      return counts;
    });
    if (moments === null) return null;
    const cuts: Cut[] = [];
    for (const [n, counts] of moments.entries()) {
      const acked = counts.reduce((sum, count) => sum + count, 0);
      const cut = await withMount(["-o", "loop", join(folder, `copy-${n}`)], async (disk) => {
        const data = join(disk, "data");
        return isWhole(data) ? { damaged: false, lost: await lostOn(data, writers, counts), acked } : null;
      }).catch(() => null);
      // A disk that is not to be mounted, or holds no whole database, has lost everything.
      cuts.push(cut ?? { damaged: true, lost: acked, acked });
      rmSync(join(folder, `copy-${n}`), { force: true });
    }
    return cuts;
  });

const lazy = (level: string): Promise<string> =>
  brokenRelay(`sync-${level.toLowerCase()}`, {
    file: "apps/relay/store/sqlite-turn.ts",
    find: "PRAGMA synchronous = FULL",
    put: `PRAGMA synchronous = ${level}`,
  });

/** A case is a cut. */
export const proof: Proof = {
  id: "D-2",
  number: 100,
  control: "a relay that syncs now and then (NORMAL), and one that never does (OFF)",
  run: async ({ asked, seed, note }) => {
    const skipped = { done: 0, failures: 0, control: false, why: "SKIPPED: needs root and loop mounts" };
    if (!isRoot()) return skipped;
    const path = await relayBundle();
    const draw = dice(seed);
    const cuts: Cut[] = [];
    const waits = (count: number): readonly number[] => Array.from({ length: count }, () => 150 + draw(300));
    while (cuts.length < asked) {
      const life = await oneLife(path, waits(Math.min(cutsPerLife, asked - cuts.length)));
      if (life === null) return skipped;
      cuts.push(...life);
    }
    const sum = (of: (cut: Cut) => number): number => cuts.reduce((total, cut) => total + of(cut), 0);
    const [acked, lost, damaged] = [sum((cut) => cut.acked), sum((cut) => cut.lost), sum((cut) => Number(cut.damaged))];
    const mutants: number[] = [];
    for (const level of ["NORMAL", "OFF"])
      mutants.push(
        ((await oneLife(await lazy(level), controlWaits)) ?? []).reduce((total, cut) => total + cut.lost, 0),
      );
    const why = `${acked} acknowledged, ${lost} lost, ${damaged} damaged`;
    note(`D-2: ${why}; the mutants lost ${mutants.join(" and ")}`);
    const failures = lost + damaged + (acked > 0 ? 0 : 1);
    return {
      done: cuts.length,
      failures,
      control: mutants.every((one) => one > 0),
      ...(failures === 0 ? {} : { why }),
    };
  },
};
