/** `npm run bench:relay`: loads the built relay on this machine and prints each figure beside the raw disk and its goal. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { writeBlock } from "../blocks.ts";
import { capacityText, type Figures } from "./capacity.ts";
import { goalTable, mediansOf, newSheet, shown } from "./lines.ts";
import { measureIdle } from "./load.ts";
import { measureDisk, measurePostgres, withMeasured } from "./parts.ts";
import { packRounds } from "./packs.ts";
import { noting, playRound, type Wish } from "./rounds.ts";

const help = `npm run bench:relay -- [--rounds N] [--seconds N] [--ops N] [--connections N] [--no-postgres] [--write] [--capacity]
       npm run bench:relay -- --store postgres [--rounds N] [--ops N]: a cold pull from PostgreSQL alone, of single rows and of packs
--write puts the table into bench/README.md, the medians into bench/relay/figures.json and what follows from them into
docs/scale.md; --capacity only reckons that again from the medians that are there.
`;
const kept = "bench/relay/figures.json";
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "3" },
    ops: { type: "string", default: "75000" },
    connections: { type: "string", default: "200" },
    postgres: { type: "boolean", default: true },
    store: { type: "string", default: "sqlite" },
    write: { type: "boolean", default: false },
    capacity: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
  allowNegative: true,
});
const say = (text: string): void => void process.stderr.write(`${text}\n`);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

const isFigures = (value: unknown): value is Figures =>
  typeof value === "object" && value !== null && Object.values(value).every((one) => typeof one === "number");

/** Reckons the table of `docs/scale.md` from the medians that were kept. */
const capacity = (): boolean => {
  const figures: unknown = existsSync(kept) ? JSON.parse(readFileSync(kept, "utf8")) : {};
  if (!isFigures(figures)) return false;
  const text = capacityText(figures);
  print(text);
  return !values.write || writeBlock("docs/scale.md", "capacity", text);
};

const measure = async (): Promise<boolean> => {
  const sheet = newSheet();
  const rounds = Number(values.rounds);
  const wish: Wish = {
    connections: Number(values.connections),
    ms: Number(values.seconds) * 1_000,
    ops: Number(values.ops),
  };
  const load = loadavg()[0] ?? Number.NaN;
  const note = noting(sheet);
  await withMeasured(async (measured) => {
    const { target } = measured;
    note("base", "memory of a relay that has done nothing", "MiB", { most: 90 }, target.used().memory / 1_048_576);
    note(
      "idle",
      "memory of a waiting device, of 3,000",
      "KiB",
      { most: 16 },
      (await measureIdle(target, 3_000)) / 1_024,
    );
    for (let i = 1; i <= rounds; i += 1)
      await playRound(sheet, measured, wish, (text) => say(`round ${i} of ${rounds}: ${text}`));
  });
  say("what lies on the disk");
  await measureDisk(sheet, wish);
  if (values.postgres) {
    say("PostgreSQL");
    await measurePostgres(sheet, wish, rounds);
  }
  const text = `${rounds} rounds of ${values.seconds} s, Node ${process.versions.node}, load of ${shown(load)} at the start.\n\n${goalTable(sheet.lines())}`;
  print(text);
  if (!values.write) return true;
  writeFileSync(kept, `${JSON.stringify(mediansOf(sheet.lines()), null, 2)}\n`);
  return writeBlock("bench/README.md", "relay", text) && capacity();
};

const packs = async (): Promise<boolean> => {
  const sheet = newSheet();
  await packRounds(sheet, Number(values.ops), Number(values.rounds), say);
  print(goalTable(sheet.lines()));
  return true;
};

const run = async (): Promise<number> => {
  if (values.help) {
    say(help);
    return 2;
  }
  const measured = values.store === "postgres" ? packs : measure;
  if (values.capacity ? capacity() : await measured()) return 0;
  say("There is no place for the table: its marks are missing.");
  return 1;
};

process.exitCode = await run();
