/** One round over a relay with its file: appends, cold pulls, fan-out, each figure noted beside its goal. */
import { fill, measureAppends, measureFanOut, measurePull, type Target } from "./load.ts";
import type { Goal, Line, Sheet } from "./lines.ts";
import { rawSyncs } from "./raw.ts";
import { rested } from "./watched.ts";

/** How much of everything. */
export interface Wish {
  readonly connections: number;
  readonly ms: number;
  readonly ops: number;
}

type Note = (key: string, what: string, unit: string, goal: Goal, value: number) => void;

/** A shorter way to write a line down. */
export const noting =
  (sheet: Sheet): Note =>
  (key, what, unit, goal, value) =>
    sheet.note({ key, what, unit, goal } satisfies Omit<Line, "values">, value);

/** What the page asks for by size of a batch: a multiple of the raw disk, processor time, bytes written. */
const appendGoals = [
  { batch: 1, times: { least: 1.5 }, cpu: { most: 75 }, written: { most: 3_500 } },
  { batch: 10, times: null, cpu: { most: 15 }, written: null },
  { batch: 100, times: { least: 15 }, cpu: { most: 8 }, written: null },
] as const;

const appendRound = async (note: Note, target: Target, raw: number, { connections, ms }: Wish): Promise<void> => {
  for (const { batch, times, cpu, written } of appendGoals) {
    const got = await measureAppends(target, { connections, batch, ms });
    const [key, name] = [`append-${batch}`, `append, ${connections} connections, ${batch} at a time`];
    note(`${key}-rate`, name, "/s", null, got.perSecond);
    note(`${key}-raw`, `${name}: as a multiple of raw`, "x", times, got.perSecond / raw);
    note(`${key}-cpu`, `${name}: server processor an entry`, "us", cpu, got.cpuUs);
    note(`${key}-written`, `${name}: written to disk an entry`, "B", written, got.writtenBytes);
    note(`${key}-half`, `${name}: acknowledged, half within`, "ms", null, got.half);
    note(`${key}-most`, `${name}: acknowledged, 95 of 100 within`, "ms", null, got.most);
  }
};

const pullRound = async (note: Note, target: Target, { ops }: Wish): Promise<void> => {
  const filled = await fill(target, ops, 1);
  const early = await measurePull(target, filled);
  const fifth = await fill(target, Math.round(ops / 5), 1);
  await rested(target.used);
  const short = await measurePull(target, fifth);
  const pulled = await measurePull(target, filled);
  const name = `cold pull of ${ops.toLocaleString("en")}`;
  note("pull-early", `${name}, right after they came`, "ms", null, early.ms);
  note("pull", `${name}, joined`, "ms", { most: 400 }, pulled.ms);
  note("pull-first", `${name}, joined: first entry`, "ms", { most: 25 }, pulled.firstMs);
  note("pull-cpu", `${name}, joined: server processor an entry`, "us", { most: 3 }, pulled.cpuUs);
  const growth = pulled.ms / filled.count / (short.ms / fifth.count);
  note("pull-linear", `${name}, joined: time an entry, against a fifth as many`, "x", { most: 1.2 }, growth);
  note("pull-joined", `${name}: before joining, as a multiple of after`, "x", null, early.ms / pulled.ms);
};

/** Plays one round on the relay whose data lie in `folder`. `say` tells how far it is. */
export const playRound = async (
  sheet: Sheet,
  { target, folder }: { readonly target: Target; readonly folder: string },
  wish: Wish,
  say: (text: string) => void,
): Promise<void> => {
  const note = noting(sheet);
  const raw = rawSyncs(folder, 1_000);
  note("raw", "raw: flushed 4 KiB overwrites", "/s", null, raw);
  say("appending");
  await appendRound(note, target, raw, wish);
  say("filling a vault, then pulling it cold");
  await pullRound(note, target, wish);
  const fan = await measureFanOut(target, 10, 200);
  const times = fan.newsHalf / fan.ackHalf;
  note("fan-half", "fan-out to 10: news, half within", "ms", null, fan.newsHalf);
  note("fan", "fan-out to 10: news against the writer's own acknowledgement, medians", "x", { most: 1.2 }, times);
  note("fan-all", "fan-out to 10: delivered of expected", "x", { least: 1 }, fan.delivered / fan.expected);
};
