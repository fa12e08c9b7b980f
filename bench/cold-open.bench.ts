/** Measures opening a long log again in the app itself, beside a plain read of the same bytes by the browser's database. */
import { chromium, test, type BrowserContext, type Page } from "@playwright/test";
import { chromiumFlags, chromiumPath } from "../tests/world/chromium.ts";
import { openDebugger, sessionsOf, type Debugger } from "../tests/world/heap.ts";
import { bringLog, checkedIn } from "../tests/world/kept-log.ts";
import { repeated } from "../tests/world/ninety-days.ts";
import { visit } from "../tests/world/places.ts";
import { withFolder } from "../tests/world/profile.ts";
import { freePort, startServer } from "../tests/world/server.ts";
import { m } from "../tests/world/words.ts";
import { quantile } from "./figures.ts";

const sizes = [1_000, Number(process.env["ENTRIES"] ?? "75000")];
const rounds = Number(process.env["ROUNDS"] ?? "3");
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const middle = (samples: readonly number[]): number => quantile(samples, 0.5);

/** What one opening took. Times are of all processes of the browser together, in milliseconds of processor time. */
interface Opened {
  readonly plain: number;
  /** From the navigation until the first screen can be answered. */
  readonly first: number;
  /** The same until every entry is read, and a room that needs the whole record but reckons nothing opens. */
  readonly whole: number;
  /** Bytes in use by the page and its workers once what nobody holds is gone. */
  readonly held: number;
}

/** Milliseconds of processor time so far, over every process of the browser. */
const cpuOf = async (debug: Debugger): Promise<number> => {
  const { processInfo } = await debug.send(null, "SystemInfo.getProcessInfo");
  const all: readonly unknown[] = Array.isArray(processInfo) ? processInfo : [];
  return all.reduce<number>((sum, one) => {
    const time: unknown = typeof one === "object" && one !== null && "cpuTime" in one ? one.cpuTime : 0;
    return sum + (typeof time === "number" ? time * 1_000 : 0);
  }, 0);
};

/** Processor time until `work` is through, with what went on before it let come to rest. */
const spent = async (debug: Debugger, work: () => Promise<unknown>): Promise<number> => {
  const before = await cpuOf(debug);
  await work();
  return (await cpuOf(debug)) - before;
};

/** Reads every envelope in pages and does nothing with it; gives how many there are, and their bytes. */
const readPlain = (page: Page): Promise<{ readonly count: number; readonly bytes: number }> =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(new Error("the database does not answer")));
      });
    const db = await answer(indexedDB.open("belay"));
    let [at, count, bytes] = [0, 0, 0];
    for (;;) {
      const store = db.transaction("log").objectStore("log");
      const range = IDBKeyRange.lowerBound(at, true);
      const [keys, values] = await Promise.all([
        answer(store.getAllKeys(range, 64)),
        answer<{ readonly envelope: Uint8Array }[]>(store.getAll(range, 64)),
      ]);
      count += values.length;
      for (const { envelope } of values) bytes += envelope.length;
      const last = keys.at(-1);
      if (typeof last !== "number") break;
      at = last;
    }
    db.close();
    return { count, bytes };
  });

/** What page and workers hold, collected twice before it is read. */
const heldBy = async (debug: Debugger, origin: string): Promise<number> => {
  const sessions = await sessionsOf(debug, origin);
  await wait(300);
  let held = 0;
  for (const session of sessions) {
    await debug.send(session, "HeapProfiler.enable");
    for (let twice = 0; twice < 2; twice += 1) await debug.send(session, "HeapProfiler.collectGarbage");
    const usage = await debug.send(session, "Runtime.getHeapUsage");
    for (const name of ["usedSize", "backingStorageSize"]) held += Number(usage[name] ?? 0);
  }
  return held;
};

/** A page of its own, on which nothing happens yet; the one before is closed and has come to rest. */
const fresh = async (context: BrowserContext, origin: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${origin}/blank.html`);
  for (const other of context.pages()) if (other !== page) await other.close();
  await wait(1_500);
  return page;
};

const openAgain = async (context: BrowserContext, debug: Debugger, origin: string): Promise<Opened> => {
  const plainPage = await fresh(context, origin);
  const plain = await spent(debug, () => readPlain(plainPage));
  const page = await fresh(context, origin);
  let first = 0;
  const whole = await spent(debug, async () => {
    first = await spent(debug, async () => {
      await page.goto(`${origin}/`, { waitUntil: "commit" });
      await page.locator("main input").first().waitFor({ timeout: 60_000 });
    });
    await visit(page, { screen: "learn", id: null });
    await page.getByRole("heading", { level: 1, name: m("learn.title") }).waitFor({ timeout: 60_000 });
  });
  // What is fetched behind the first view comes in before the memory is read.
  await wait(4_000);
  return { plain, first, whole, held: await heldBy(debug, origin) };
};

/** Waits until nothing is put together any more and the note for the first screen is written. */
const settled = async (page: Page): Promise<{ readonly count: number; readonly bytes: number }> => {
  let before = await readPlain(page);
  for (let same = 0; same < 2;) {
    await wait(5_000);
    const now = await readPlain(page);
    same = now.count === before.count ? same + 1 : 0;
    before = now;
  }
  return before;
};

/** One row of the table. */
interface Row extends Opened {
  readonly size: number;
  readonly count: number;
  readonly bytes: number;
}

/** Brings a log of that size into a profile of its own, and opens it again and again. */
const measured = (size: number, origin: string): Promise<Row> =>
  withFolder(async (folder) => {
    const port = await freePort();
    const context = await chromium.launchPersistentContext(folder, {
      executablePath: chromiumPath(),
      args: [...chromiumFlags, `--remote-debugging-port=${port}`],
      viewport: { width: 390, height: 844 },
      locale: "en-GB",
    });
    try {
      const page = await context.newPage();
      await bringLog(page, origin, repeated(checkedIn(), size), `${folder}/log.bin`);
      const stored = await settled(page);
      const debug = await openDebugger(port);
      const all: Opened[] = [];
      for (let round = 0; round < rounds; round += 1) all.push(await openAgain(context, debug, origin));
      debug.close();
      const of = (read: (one: Opened) => number): number => middle(all.map(read));
      return {
        size,
        ...stored,
        plain: of((one) => one.plain),
        first: of((one) => one.first),
        whole: of((one) => one.whole),
        held: of((one) => one.held),
      };
    } finally {
      await context.close();
    }
  });

const ms = (value: number): string => `${value.toFixed(0)} ms`;
const times = (value: number, by: number): string => `${(value / by).toFixed(1)} x`;
const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

test("opening a long log again", async () => {
  test.setTimeout(900_000);
  const server = await startServer();
  const rows: Row[] = [];
  for (const size of sizes) rows.push(await measured(size, server.origin));
  await server.stop();
  const [short] = rows;
  const lines = rows.map((row) =>
    [
      `| ${row.size} | ${row.count} | ${mb(row.bytes)} | ${ms(row.plain)} | ${ms(row.first)}`,
      `${times(row.first, short?.first ?? 1)} | ${ms(row.whole)} | ${times(row.whole, row.plain)} | ${mb(row.held)}`,
      `${mb(row.held - (short?.held ?? 0))} |`,
    ].join(" | "),
  );
  const head = [
    "| entries | envelopes | bytes | plain read | first screen | against the short log | all read | against the plain read | held | growth |",
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
  ];
  process.stdout.write(`\n### Opening a long log again\n\n${[...head, ...lines].join("\n")}\n\n`);
});
