/** `npm run bench:guidance`: plays simulated people with every policy and prints the goals table of each world. */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { quantile } from "../figures.ts";
import { figuresOf, type Figure } from "./figures.ts";
import { overPipes } from "./pipes.ts";
import { policies } from "./play.ts";
import { doWork, gathered, shareOut, type Played, type Work } from "./shift.ts";
import { speedOf } from "./speed.ts";
import { between, engineTable, ratioTable, summary, worldTable, type Row } from "./tables.ts";
import { worldSets } from "./worlds.ts";

const help = `npm run bench:guidance -- [--worlds report|tuning] [--world NAME] [--people N] [--policies engine,staircase]
  [--jobs N] [--rounds N] [--details] [--write] [--pipes N]
Rest and the oracle are always played. --write puts the tables into bench/README.md; --pipes plays N people a world over
"npm run -s guidance" and compares each answer; --details prints every policy's figures.`;

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** What the command line asks for. */
interface Wish {
  readonly set: keyof typeof worldSets;
  readonly worlds: (typeof worldSets)["report"];
  readonly people: number;
  readonly policies: readonly string[];
  readonly jobs: number;
  readonly rounds: number;
  readonly details: boolean;
  readonly write: boolean;
  readonly pipes: number;
}

const wishOf = (): Wish | null => {
  const { values } = parseArgs({
    options: {
      worlds: { type: "string", default: "report" },
      world: { type: "string" },
      people: { type: "string", default: "80" },
      policies: { type: "string" },
      jobs: { type: "string", default: "2" },
      rounds: { type: "string", default: "400" },
      details: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      pipes: { type: "string", default: "0" },
      help: { type: "boolean", default: false },
    },
  });
  const set = values.worlds === "tuning" ? "tuning" : "report";
  const only = values.world;
  const worlds = worldSets[set].filter(({ name }) => only === undefined || name === only);
  const names = policies.map(({ name }) => name);
  const asked = values.policies?.split(",") ?? names;
  if (values.help || worlds.length === 0 || asked.some((name) => !names.includes(name))) return null;
  return {
    set,
    worlds,
    people: Math.max(2, Number(values.people)),
    policies: names.filter((name) => name === "always rest" || name === "oracle" || asked.includes(name)),
    jobs: Math.max(1, Number(values.jobs)),
    rounds: Number(values.rounds),
    details: values.details,
    write: values.write,
    pipes: Number(values.pipes),
  };
};

/** People a worker plays at a time. */
const portion = 25;

const worksOf = (wish: Wish): readonly Work[] =>
  wish.worlds.flatMap(({ name }) =>
    Array.from({ length: Math.ceil(wish.people / portion) }, (_, i) => ({
      set: wish.set,
      world: name,
      policies: wish.policies,
      from: i * portion,
      to: Math.min(wish.people, (i + 1) * portion),
    })),
  );

const rowsOf = (wish: Wish, works: readonly Work[], parts: readonly Played[]): readonly Row[] =>
  wish.worlds.flatMap(({ name }) => {
    const here = parts.filter((_, i) => works[i]?.world === name);
    const [rest, oracle] = [gathered(here, "always rest"), gathered(here, "oracle")];
    return wish.policies.map((policy): Row => {
      const figures: readonly Figure[] = figuresOf({ policy: gathered(here, policy), rest, oracle }, wish.rounds);
      return { world: name, policy, figures };
    });
  });

const speedLine = (wish: Wish): string => {
  const [world] = wish.worlds;
  if (world === undefined) return "";
  const { events, load, append } = speedOf(world, 10_000, 3);
  const ms = (samples: readonly number[]): string => `${quantile(samples, 0.5).toFixed(2)} ms`;
  return `Speed, medians in one thread: ${events} events loaded and a step chosen ${ms(load)} (goal 250 ms); one more event heard and a step chosen ${ms(append)} (goal 1 ms).`;
};

const pieces = (wish: Wish, rows: readonly Row[]): readonly string[] => [
  `${wish.people} people a world, ${wish.set} worlds, 90 % intervals from ${wish.rounds} resamplings of people.`,
  ...(wish.policies.includes("engine") ? [summary(rows), engineTable(rows)] : []),
  `Ratio of every policy:\n\n${ratioTable(rows)}`,
];

const writeInto = (path: string, name: string, text: string): boolean => {
  const next = between(readFileSync(path, "utf8"), name, text);
  if (next === null) return false;
  writeFileSync(path, next);
  return true;
};

const main = async (): Promise<number> => {
  const wish = wishOf();
  if (wish === null) {
    say(help);
    return 2;
  }
  if (wish.pipes > 0) {
    const { people, same, different, first } = await overPipes(wish.worlds, wish.pipes);
    print(
      `${people} people over pipes: ${same} answers the same, ${different} others; first after ${first.toFixed(0)} ms.`,
    );
    return different === 0 ? 0 : 1;
  }
  const works = worksOf(wish);
  const from = performance.now();
  const parts = await shareOut(new URL(import.meta.url), works, wish.jobs, (done) => {
    const seconds = (performance.now() - from) / 1000;
    say(`${done} of ${works.length} portions played, ${seconds.toFixed(0)} s`);
  });
  say("drawing people again for the intervals");
  const rows = rowsOf(wish, works, parts);
  say("timing 10,000 events");
  const speed = speedLine(wish);
  const base = wish.worlds.some(({ name }) => name === "base")
    ? `In the base world:\n\n${worldTable(rows, "base")}`
    : "";
  const text = [...pieces(wish, rows), base, speed].filter((part) => part !== "").join("\n\n");
  print(text);
  if (wish.details) for (const { name } of wish.worlds) print(`\n${name}\n\n${worldTable(rows, name)}`);
  if (wish.write && !writeInto("bench/README.md", `guidance ${wish.set}`, text)) {
    say("bench/README.md has no place for these tables");
    return 1;
  }
  return 0;
};

if (isMainThread) process.exitCode = await main();
else parentPort?.postMessage(doWork(workerData));
