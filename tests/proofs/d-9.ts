/** D-9: a relay is killed while it changes the shape of its store; the store opens as the old one or as the new one. */
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import type { Store } from "../../apps/relay/index.ts";
import { openPostgres } from "../../apps/relay/store/postgres.ts";
import { openSqlite } from "../../apps/relay/store/sqlite.ts";
import { withFolder } from "../relay/begin.ts";
import { bundle } from "../relay/child.ts";
import type { Fault } from "../relay/planting.ts";
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
import type { Proof } from "./proof.ts";

const quiet = { onBroken: () => undefined, onFull: () => undefined, onUnreadable: () => undefined };
const caps = { dataBytes: 2 ** 33, vaultBytes: 2 ** 30, vaultDevices: 256 };
/** Enough rows that a step takes longer than a kill takes to arrive. */
const rows = 6_000;
/** Cases under way at once: each is a process that mostly waits. */
const together = 2;
/** Rows of a store that is killed between statements: there the time does not matter. */
const fewRows = 400;

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

const driver = "apps/relay/store/driver.ts";
const pool = "apps/relay/store/postgres-pool.ts";
const told = 'Reflect.get(globalThis, "beforeStatement")();';
const pieces = (text: string): string => `${text}.split(";").filter((one) => one.trim() !== "")`;

/** The shipped code, which sends each statement by itself, as the engine would take them, and says so before. */
const stepwise: readonly Fault[] = [
  {
    file: driver,
    find: "exec: (sql) => void db.exec(sql),",
    put: `exec: (sql) => { for (const piece of ${pieces("sql")}) { ${told} db.exec(piece); } },`,
  },
  {
    file: pool,
    find: "const { rows } = await client.query<Record<string, unknown>>(text, [...values]);",
    put: `let rows: Row[] = [];
      for (const piece of ${pieces("text")}) { ${told} ({ rows } = await client.query<Row>(piece, [...values])); }`,
  },
  { file: pool, find: 'await client.query("COMMIT");', put: `${told} await client.query("COMMIT");` },
];

/** As above, but without the transaction around a step: what a kill between two statements leaves is neither old nor new. */
const untied: readonly Fault[] = [
  ...stepwise.slice(0, 2),
  { file: "apps/relay/store/sqlite-turn.ts", find: "BEGIN IMMEDIATE; ${sql}", put: "${sql}" },
  { file: "apps/relay/store/sqlite-turn.ts", find: "${step + 1}; COMMIT`", put: "${step + 1};`" },
  { file: pool, find: 'await client.query("BEGIN ISOLATION LEVEL READ COMMITTED");', put: "" },
  { file: pool, find: 'await client.query("COMMIT");', put: told },
];

/** How a change ended. */
interface Change {
  /** How long it took from its beginning, in ms; 0 when it was killed on the way. */
  readonly ms: number;
  /** How many statements it made of it, when it came to its end. */
  readonly statements: number;
}

/** Starts the change, and kills it `delay` ms after it began unless that is null. */
const change = (script: string, args: readonly string[], delay: number | null): Promise<Change> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: process.cwd(), stdio: ["ignore", "pipe", "pipe"] });
    let [begun, ms, said, trouble] = [0, 0, "", ""];
    child.stderr.on("data", (part) => (trouble += String(part)));
    child.stdout.on("data", (part) => {
      said += String(part);
      if (said.includes("begin") && begun === 0) {
        begun = performance.now();
        if (delay !== null) void pause(delay).then(() => child.kill("SIGKILL"));
      }
      if (said.includes("end") && ms === 0) ms = performance.now() - begun;
    });
    child.once("close", (code, signal) => {
      if (code === 0 || signal === "SIGKILL") resolve({ ms, statements: Number(/end (\d+)/.exec(said)?.[1] ?? 0) });
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

/** Runs `kill` for each of so many points, some at once, until all are through or `enough` is said of what was found. */
const eachPoint = async (
  points: number,
  kill: (point: number) => Promise<{ readonly onTheWay: boolean; readonly wrong: string | null }>,
  enough: (wrong: number) => boolean,
): Promise<Tally> => {
  const wrong: string[] = [];
  let [next, kills, onTheWay] = [0, 0, 0];
  const oneAfterAnother = async (): Promise<void> => {
    for (let point = next++; point < points && !enough(wrong.length); point = next++) {
      const found = await kill(point);
      kills += 1;
      if (found.onTheWay) onTheWay += 1;
      if (found.wrong !== null) wrong.push(found.wrong);
    }
  };
  await Promise.all(Array.from({ length: together }, oneAfterAnother));
  return { kills, onTheWay, wrong };
};

/** A store of that shape on which `use` runs. */
const withOlder = <T>(
  engine: Engine,
  shape: number,
  filling: Filling,
  use: (place: string) => Promise<T>,
): Promise<T> =>
  engine.withPlace(async (place) => {
    await engine.lay(place, shape, filling);
    return use(place);
  });

/** Kills the change at so many moments, spread over the time that it takes. */
const killInTime = async (engine: Engine, script: string, shape: number, points: number): Promise<Tally> => {
  const filling = fillingOf(rows);
  const undisturbed = () => withOlder(engine, shape, filling, (place) => change(script, [engine.name, place], null));
  // The first run warms up what the others find warm.
  await undisturbed();
  const { ms } = await undisturbed();
  return eachPoint(
    points,
    (point) =>
      withOlder(engine, shape, filling, async (place) => {
        const ended = await change(script, [engine.name, place], (ms * point) / points);
        const wrong = await afterKill(engine, place, shape, filling);
        return {
          onTheWay: ended.ms === 0,
          wrong: wrong && `${engine.name}, shape ${shape}, moment ${point}: ${wrong}`,
        };
      }),
    () => false,
  );
};

/** Kills the change before each of its statements. */
const killBetween = async (
  engine: Engine,
  script: string,
  shape: number,
  enough: (wrong: number) => boolean = () => false,
): Promise<Tally> => {
  const filling = fillingOf(fewRows);
  const { statements } = await withOlder(engine, shape, filling, (place) => change(script, [engine.name, place], null));
  return eachPoint(
    statements,
    (point) =>
      withOlder(engine, shape, filling, async (place) => {
        const ended = await change(script, [engine.name, place, String(point + 1)], null);
        const wrong = await afterKill(engine, place, shape, filling);
        const where = `${engine.name}, shape ${shape}, before statement ${point + 1}`;
        return { onTheWay: ended.ms === 0, wrong: wrong && `${where}: ${wrong}` };
      }),
    enough,
  );
};

/** A case is a moment at which each change of each engine is killed; each is killed before each of its statements too. */
export const proof: Proof = {
  id: "D-9",
  number: 50,
  control: "the relay whose change of shape has no transaction around it",
  run: async ({ asked, note }) => {
    const shipped = await bundle("tests/relay/migrate.ts", "migrate");
    const inSteps = await bundle("tests/relay/migrate.ts", "migrate-stepwise", ...stepwise);
    const mutant = await bundle("tests/relay/migrate.ts", "migrate-untied", ...untied);
    const wrong: string[] = [];
    const done: number[] = [];
    const caught: boolean[] = [];
    for (const engine of [sqlite, postgres]) {
      for (let shape = 0; shape < engine.shapes; shape += 1) {
        const between = await killBetween(engine, inSteps, shape);
        const inTime = await killInTime(engine, shipped, shape, asked);
        wrong.push(...between.wrong, ...inTime.wrong);
        // A kill that always comes too late would prove nothing.
        if (between.kills === 0 || between.onTheWay < between.kills)
          wrong.push(`${engine.name}, shape ${shape}: ${between.onTheWay} of ${between.kills} between statements`);
        if (inTime.onTheWay === 0) wrong.push(`${engine.name}, shape ${shape}: never killed on the way`);
        done.push(inTime.kills);
        const moments = `${inTime.onTheWay} of ${inTime.kills} moments on the way`;
        note(`D-9: ${engine.name} from shape ${shape}: ${between.kills} statements, ${moments}`);
      }
      const bent = await killBetween(engine, mutant, 0, (found) => found > 0);
      note(`D-9: ${engine.name}, the mutant: ${bent.wrong[0] ?? "not caught"}`);
      caught.push(bent.wrong.length > 0);
    }
    const [why] = wrong;
    return {
      done: Math.min(...done),
      failures: wrong.length,
      control: caught.every(Boolean),
      ...(why === undefined ? {} : { why }),
    };
  },
};
