/** D-1: the relay is killed again and again under sixteen writers, and nothing that it acknowledged is lost. */
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openFile } from "../../apps/relay/store/driver.ts";
import { generousEnv, withFolder } from "../relay/begin.ts";
import { bundle, relayBundle, spawnRelay } from "../relay/child.ts";
import { noiseNow } from "../relay/noise.ts";
import { contentOf, sixteenWriters, type Writer } from "../relay/writers.ts";
import type { Proof, ProofInput } from "./proof.ts";

/** Acknowledgements before each kill: 200 kills make the 40,000 that the page asks for. */
const acksPerLife = 200;
/** The page's line for the 95th percentile of the time until the relay answers again, on a quiet machine. */
const readyMs = 1_000;
/** The mutant is caught well before so many kills. */
const controlKills = 10;

interface Tally {
  readonly kills: number;
  readonly acked: number;
  readonly lost: number;
  readonly damaged: number;
  /** 95th percentile of the times until ready, in ms. */
  readonly ready: number;
}

/** Whether the file is whole, as SQLite itself judges it. */
const isWhole = (folder: string): boolean => {
  const db = openFile(join(folder, "relay.db"));
  const row = db.prepare("PRAGMA integrity_check").get() ?? {};
  db.close();
  return row["integrity_check"] === "ok";
};

/** One life: start, write until enough is acknowledged, kill at some moment after. */
const oneLife = async (path: string, folder: string, writers: readonly Writer[], graceMs: number) => {
  const noise = await noiseNow();
  const started = performance.now();
  const relay = await spawnRelay(path, {
    DATA_DIR: folder,
    PORT: "0",
    WEB_DIR: "none",
    PAGES_DIR: "none",
    ...generousEnv,
  });
  const ready = (performance.now() - started) / noise;
  // All are in before the first one writes: a kill must not come while somebody still knocks.
  const lives = await Promise.all(writers.map((writer) => writer.enter(relay.origin)));
  let acked = 0;
  let over = false;
  const kill = async (): Promise<void> => {
    while (acked < acksPerLife) await pause(1);
    await pause(graceMs);
    await relay.end("SIGKILL");
    over = true;
  };
  const writing = lives.map((life) =>
    life.write(
      () => over,
      () => (acked += 1),
    ),
  );
  await Promise.all([kill(), ...writing]);
  return { ready, acked, lost: lives.reduce((sum, { lost }) => sum + lost, 0) };
};

/** How many acknowledged envelopes are not there, byte for byte, at the end. */
const missingAtEnd = async (path: string, folder: string, writers: readonly Writer[]): Promise<number> => {
  const relay = await spawnRelay(path, {
    DATA_DIR: folder,
    PORT: "0",
    WEB_DIR: "none",
    PAGES_DIR: "none",
    ...generousEnv,
  });
  let missing = 0;
  for (const writer of writers) {
    const kept = (await contentOf(relay.origin, writer.vault)).get(Buffer.from(writer.device).toString("hex")) ?? [];
    missing += writer.acked.filter((hash, i) => kept[i] !== hash).length;
  }
  await relay.end("SIGTERM");
  return missing;
};

const killAgainAndAgain = (
  path: string,
  kills: number,
  { seed, note }: ProofInput,
  stopAtLoss: boolean,
): Promise<Tally> =>
  withFolder(async (folder) => {
    const writers = sixteenWriters();
    const times: number[] = [];
    let tally: Tally = { kills: 0, acked: 0, lost: 0, damaged: 0, ready: 0 };
    for (let kill = 0; kill < kills; kill += 1) {
      // Spread over the moments of a commit; the same seed gives the same spread.
      const life = await oneLife(path, folder, writers, (seed * 7 + kill * 3) % 11);
      times.push(life.ready);
      tally = {
        ...tally,
        kills: kill + 1,
        acked: tally.acked + life.acked,
        lost: tally.lost + life.lost,
        damaged: tally.damaged + (isWhole(folder) ? 0 : 1),
      };
      if (kill % 20 === 19) note(`D-1: ${kill + 1} kills, ${tally.acked} acknowledged, ${tally.lost} lost`);
      if (stopAtLoss && tally.lost > 0) return tally;
    }
    const lost = tally.lost + (await missingAtEnd(path, folder, writers));
    const ready = times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0;
    return { ...tally, lost, ready };
  });

/** A kill counts as done when it came after its acknowledgements. */
export const proof: Proof = {
  id: "D-1",
  number: 200,
  control: "a relay that acknowledges before it commits",
  run: async (input) => {
    const tally = await killAgainAndAgain(await relayBundle(), input.asked, input, false);
    const mutant = await killAgainAndAgain(
      await bundle("tests/relay/ack-first.ts", "ack-first"),
      controlKills,
      input,
      true,
    );
    input.note(`D-1: ready p95 ${Math.round(tally.ready)} ms; the mutant lost ${mutant.lost} of ${mutant.acked}`);
    const tooFew = tally.acked < tally.kills * acksPerLife ? 1 : 0;
    const slow = tally.ready < readyMs ? 0 : 1;
    const failures = tally.lost + tally.damaged + tooFew + slow;
    const found = `${tally.lost} lost, ${tally.damaged} damaged, ${tally.acked} acknowledged, ready p95 ${Math.round(tally.ready)} ms`;
    return { done: tally.kills, failures, control: mutant.lost > 0, ...(failures === 0 ? {} : { why: found }) };
  },
};
