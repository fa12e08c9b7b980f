/** D-9: a relay is killed while it changes the shape of its store; the store opens as the old one or as the new one. */
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import type { Store } from "../../apps/relay/index.ts";
import { openPostgres } from "../../apps/relay/store/postgres.ts";
import { openSqlite } from "../../apps/relay/store/sqlite.ts";
import { withFolder } from "../relay/begin.ts";
import { bundle } from "../relay/child.ts";
import { newRoom } from "../relay/postgres.ts";
import {
  fillingOf,
  olderDatabase,
  olderFile,
  shapeOfDatabase,
  shapeOfFile,
  shapes,
  wrongIn,
  type Filling,
} from "../relay/shapes.ts";
import type { Proof, ProofInput } from "./proof.ts";

const quiet = { onBroken: () => undefined, onFull: () => undefined, onUnreadable: () => undefined };
const caps = { dataBytes: 2 ** 33, vaultBytes: 2 ** 30, vaultDevices: 256 };
/** Enough rows that a step takes longer than a kill takes to arrive. */
const rows = 6_000;
/** Cases under way at once: each is a process that mostly waits. */
const together = 2;
/** The mutant is caught well before so many kills. */
const controlKills = 40;

/** One engine, over places that each case has to itself. */
interface Engine {
  readonly name: "sqlite" | "postgres";
  readonly shapes: number;
  readonly withPlace: <T>(use: (place: string) => Promise<T>) => Promise<T>;
  readonly lay: (place: string, shape: number, filling: Filling) => Promise<void>;
  readonly shapeOf: (place: string) => Promise<number>;
  /** Opens it as a relay does; a text says why it cannot. */
  readonly open: (place: string) => Promise<Store | string>;
}

const sqlite: Engine = {
  name: "sqlite",
  shapes: shapes.sqlite,
  withPlace: withFolder,
  lay: async (place, shape, filling) => olderFile(place, shape, filling),
  shapeOf: async (place) => shapeOfFile(place),
  open: async (place) => {
    const opened = openSqlite(place, caps, quiet);
    return opened.ok ? opened.value : opened.error.code;
  },
};

const postgres: Engine = {
  name: "postgres",
  shapes: shapes.postgres,
  withPlace: async (use) => {
    const room = await newRoom();
    try {
      return await use(room.url);
    } finally {
      await room.drop();
    }
  },
  lay: olderDatabase,
  shapeOf: shapeOfDatabase,
  open: async (place) => {
    const opened = await openPostgres(place, caps, quiet);
    return opened.ok ? opened.value : opened.error.code;
  },
};

/** Starts the change and kills it `delay` ms after it began; gives how long it took when it was let to its end. */
const changeAndKill = (script: string, args: readonly string[], delay: number | null): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: process.cwd(), stdio: ["ignore", "pipe", "pipe"] });
    let [begun, took, trouble] = [0, 0, ""];
    child.stderr.on("data", (part) => (trouble += String(part)));
    child.stdout.on("data", (part) => {
      const text = String(part);
      if (text.includes("begin") && begun === 0) {
        begun = performance.now();
        if (delay !== null) void pause(delay).then(() => child.kill("SIGKILL"));
      }
      if (text.includes("end") && took === 0) took = performance.now() - begun;
    });
    child.once("exit", (code, signal) => {
      if (code === 0 || signal === "SIGKILL") resolve(took);
      else reject(new Error(`the change of shape failed by itself: ${trouble}`));
    });
  });

/** What is wrong with a store after its change was killed; null when it is old or new, and whole. */
const afterKill = async (engine: Engine, place: string, shape: number, filling: Filling): Promise<string | null> => {
  const left = await engine.shapeOf(place);
  if (left < shape || left > engine.shapes) return `shape ${left} came of shape ${shape}`;
  const store = await engine.open(place);
  if (typeof store === "string") return `cannot be opened: ${store}`;
  const wrong = await wrongIn(store, shape, filling);
  await store.close();
  return wrong;
};

interface Tally {
  readonly kills: number;
  /** Kills that came before the change was through. */
  readonly onTheWay: number;
  readonly wrong: readonly string[];
}

const killAt = async (
  engine: Engine,
  script: string,
  how: "shipped" | "pieces",
  shape: number,
  points: number,
  { note }: ProofInput,
): Promise<Tally> => {
  const filling = fillingOf(rows);
  const whole = await engine.withPlace(async (place) => {
    await engine.lay(place, shape, filling);
    return changeAndKill(script, [engine.name, place, how], null);
  });
  const wrong: string[] = [];
  let [next, onTheWay] = [0, 0];
  const oneAfterAnother = async (): Promise<void> => {
    for (let point = next++; point < points; point = next++) {
      const found = await engine.withPlace(async (place) => {
        await engine.lay(place, shape, filling);
        const ended = await changeAndKill(script, [engine.name, place, how], (whole * point) / points);
        if (ended === 0) onTheWay += 1;
        return afterKill(engine, place, shape, filling);
      });
      if (found !== null) wrong.push(`${engine.name}, shape ${shape}, point ${point}: ${found}`);
      if (how === "pieces" && wrong.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: together }, oneAfterAnother));
  note(`D-9: ${engine.name} from shape ${shape}, ${how}: ${onTheWay} of ${points} on the way, ${wrong.length} wrong`);
  return { kills: points, onTheWay, wrong };
};

/** A case is a point at which each change of each engine is killed. */
export const proof: Proof = {
  id: "D-9",
  number: 50,
  control: "a change of shape that is made statement by statement",
  run: async (input) => {
    const script = await bundle("tests/relay/migrate.ts", "migrate");
    const tallies: Tally[] = [];
    const caught: boolean[] = [];
    for (const engine of [sqlite, postgres]) {
      for (let shape = 0; shape < engine.shapes; shape += 1)
        tallies.push(await killAt(engine, script, "shipped", shape, input.asked, input));
      const mutant = await killAt(engine, script, "pieces", engine.shapes - 1, controlKills, input);
      caught.push(mutant.wrong.length > 0);
    }
    const wrong = tallies.flatMap((tally) => tally.wrong);
    // A kill that always comes too late would prove nothing.
    const idle = tallies.filter(({ onTheWay }) => onTheWay === 0).length;
    const failures = wrong.length + idle;
    return {
      done: Math.min(...tallies.map(({ kills }) => kills)),
      failures,
      control: caught.every(Boolean),
      ...(failures === 0 ? {} : { why: wrong[0] ?? `${idle} changes were never killed on the way` }),
    };
  },
};
