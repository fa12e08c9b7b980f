/** `npm run bench:relay`: loads the built relay on this machine and prints each figure beside the raw disk and its target. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generousEnv } from "../../tests/relay/begin.ts";
import { relayBundle, spawnRelay } from "../../tests/relay/child.ts";
import { quantile } from "../figures.ts";
import { fill, measureAppends, measureFanOut, measureIdle, measurePull, type Target } from "./load.ts";
import { comparePacks } from "./packs.ts";
import { rawSyncs } from "./raw.ts";
import { usedBy } from "./watched.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "3" },
    ops: { type: "string", default: "75000" },
    connections: { type: "string", default: "200" },
    store: { type: "string", default: "sqlite" },
  },
});
const rounds = Number(values.rounds);
const ms = Number(values.seconds) * 1_000;
const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** One line of the table: what, figures of every round, what it should be. */
interface Line {
  readonly what: string;
  readonly unit: string;
  readonly target: string;
  readonly figures: number[];
}

const lines = new Map<string, Line>();
const note = (what: string, unit: string, target: string, figure: number): void => {
  const line = lines.get(what) ?? { what, unit, target, figures: [] };
  line.figures.push(figure);
  lines.set(what, line);
};

/** Waits until the relay has joined what it can: its processor has rested for a second. */
const rested = async ({ pid }: Target): Promise<void> => {
  for (let last = usedBy(pid).cpuMs, calm = 0; calm < 3;) {
    await new Promise((done) => setTimeout(done, 1_000));
    const now = usedBy(pid).cpuMs;
    calm = now - last < 30 ? calm + 1 : 0;
    last = now;
  }
};

const round = async (target: Target, folder: string): Promise<void> => {
  const raw = rawSyncs(folder, 1_000);
  note("raw: flushed 4 KiB overwrites", "/s", "", raw);
  for (const [batch, times, cpu] of [
    [1, 1.5, 75],
    [10, null, 15],
    [100, 15, 8],
  ] as const) {
    say(`appending, ${batch} at a time`);
    const got = await measureAppends(target, { connections: Number(values.connections), batch, ms });
    const name = `append, ${values.connections} connections, ${batch} at a time`;
    note(name, "/s", "", got.perSecond);
    note(`${name}: as a multiple of raw`, "x", times === null ? "" : `>= ${times}`, got.perSecond / raw);
    note(`${name}: server processor an entry`, "us", `<= ${cpu}`, got.cpuUs);
    note(`${name}: written to disk an entry`, "B", batch === 1 ? "<= 3500" : "", got.writtenBytes);
    note(`${name}: acknowledged, half within`, "ms", "", got.half);
    note(`${name}: acknowledged, 95 of 100 within`, "ms", "", got.most);
  }
  say(`filling ${values.ops}, then pulling them cold`);
  const filled = await fill(target, Number(values.ops), 1);
  const name = `cold pull of ${values.ops}`;
  const early = await measurePull(target, filled);
  note(`${name}, right after they came`, "ms", "", early.ms);
  await rested(target);
  const pulled = await measurePull(target, filled);
  note(`${name}, joined`, "ms", "<= 400", pulled.ms);
  note(`${name}, joined: first entry`, "ms", "<= 25", pulled.firstMs);
  note(`${name}, joined: server processor an entry`, "us", "<= 3", pulled.cpuUs);
  note(`${name}: before joining, as a multiple of after`, "x", "", early.ms / pulled.ms);
  const fan = await measureFanOut(target, 10, 200);
  note(
    "fan-out to 10: news against the writer's own acknowledgement, medians",
    "x",
    "<= 1.2",
    fan.newsHalf / fan.ackHalf,
  );
  note("fan-out to 10: delivered of expected", "x", "1", fan.delivered / fan.expected);
};

const shown = (value: number): string => {
  if (Math.abs(value) >= 1_000) return Math.round(value).toLocaleString("en");
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
};

/** `--store postgres`: a cold pull alone, of single rows and of packs. */
const packs = async (): Promise<void> => {
  for (let i = 1; i <= rounds; i += 1) {
    say(`round ${i} of ${rounds}: filling ${values.ops} in PostgreSQL, pulling them before and after they are joined`);
    const { single, packed, rows } = await comparePacks(Number(values.ops));
    const name = `PostgreSQL, cold pull of ${values.ops}`;
    note(`${name}: from single rows`, "ms", "", single.ms);
    note(`${name}: from packs`, "ms", "", packed.ms);
    note(`${name}: before joining, as a multiple of after`, "x", "", single.ms / packed.ms);
    note(`${name}, joined: first entry`, "ms", "", packed.firstMs);
    note(`${name}: relay's processor an entry, before`, "us", "", single.cpuUs);
    note(`${name}: relay's processor an entry, joined`, "us", "", packed.cpuUs);
    note(`${name}: rows, before`, "", "", rows.single);
    note(`${name}: rows, joined`, "", "", rows.packed);
  }
};

const sqlite = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "belay-bench-"));
  const relay = await spawnRelay(await relayBundle(), {
    ...generousEnv,
    DATA_DIR: folder,
    PORT: "0",
    WEB_DIR: "none",
    PAGES_DIR: "none",
  });
  const target = { origin: relay.origin, pid: relay.process.pid ?? 0 };
  try {
    note("memory of a relay that has done nothing", "MiB", "<= 90", usedBy(target.pid).memory / 1_048_576);
    note("memory of a waiting device", "KiB", "<= 16", (await measureIdle(target, 1_000)) / 1_024);
    for (let i = 1; i <= rounds; i += 1) {
      say(`round ${i} of ${rounds}`);
      await round(target, folder);
    }
  } finally {
    await relay.end("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  }
};

const run = async (): Promise<void> => {
  await (values.store === "postgres" ? packs() : sqlite());
  const rows = [...lines.values()].map(
    ({ what, unit, target: wanted, figures }) =>
      `| ${what} | ${shown(quantile(figures, 0.5))} ${unit} | ${figures.map(shown).join(", ")} | ${wanted} |`,
  );
  process.stdout.write(`${["| what | median | rounds | target |", "| --- | --- | --- | --- |", ...rows].join("\n")}\n`);
};

await run();
