/** G-10: after everything was deleted, no wrapped key and no cache is left, and no envelope that is put back opens. */
import { chromium, type Browser, type Page } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { chromiumFlags, chromiumPath } from "../world/chromium.ts";
import { writeDown } from "../world/devices.ts";
import { lockNow, sayAgain, setLock } from "../world/lock.ts";
import { begin, button, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { startServer } from "../world/server.ts";
import { m } from "../world/words.ts";
import type { Proof } from "./proof.ts";

/** How the app is taken off: without a lock, behind one, or by somebody at the door who has forgotten the passphrase. */
const ways = ["bare", "locked", "forgotten"] as const;
type Way = (typeof ways)[number];

/** Everything that a page of this origin can find on the device. */
interface Left {
  /** How many records each store of each database holds. */
  readonly records: Readonly<Record<string, number>>;
  readonly caches: number;
  readonly workers: number;
  /** Every envelope of the log. */
  readonly log: readonly (readonly number[])[];
}

const lookAround = (page: Page): Promise<Left> =>
  page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error("the database said no"));
      });
    const records: Record<string, number> = {};
    const log: number[][] = [];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const values: unknown[] = await asked(database.transaction(store).objectStore(store).getAll());
        records[`${name}/${store}`] = values.length;
        if (store === "log")
          for (const value of values) log.push([...new Uint8Array(Reflect.get(Object(value), "envelope"))]);
      }
      database.close();
    }
    const workers = await navigator.serviceWorker.getRegistrations();
    return { records, caches: (await caches.keys()).length, workers: workers.length, log };
  });

/** Puts envelopes into the log again, as somebody does who has kept a copy of the disk. */
const putBack = (page: Page, log: Left["log"]): Promise<void> =>
  page.evaluate(async (envelopes) => {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open("belay");
      request.onerror = () => reject(new Error("no database"));
      request.onsuccess = () => {
        const database = request.result;
        const work = database.transaction("log", "readwrite");
        envelopes.forEach((one, index) => {
          const envelope = Uint8Array.from(one);
          // The header names the device (16 bytes from 28 on) and the place in its chain.
          const device = [...envelope.subarray(28, 44)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
          work.objectStore("log").add({ device, seq: index + 1, envelope });
        });
        work.oncomplete = () => {
          database.close();
          resolve();
        };
        work.onerror = () => reject(new Error("not put back"));
      };
    });
  }, log);

const canary = "qLeftOnTheDevicez";

/** Takes everything off through the screens. */
const takeOff = async (page: Page, way: Way): Promise<void> => {
  if (way === "forgotten") {
    await lockNow(page);
    await page.getByText(m("lock.forgotTitle"), { exact: true }).click();
    await button(page, m("lock.startOver")).click();
    await button(page, m("lock.startOverYes")).click();
  } else {
    await visit(page, { screen: "mine", id: null });
    await button(page, m("mine.deleteOpen")).click();
    await button(page, m("mine.deleteYes")).click();
    if (way === "locked") await sayAgain(page);
  }
  await page.getByText(m("shell.stuckWiped")).waitFor({ timeout: 60_000 });
};

/** Whether the words can be read again after the log was put back and the app started anew. */
const comesBack = async (page: Page, origin: string, log: Left["log"]): Promise<boolean> => {
  await putBack(page, log);
  await page.goto(`${origin}/`);
  await page.getByRole("heading", { level: 1 }).waitFor({ timeout: 60_000 });
  const body = await page.locator("body").innerText();
  return !body.includes(m("welcome.question")) && !body.includes(m("shell.stuckTitle"));
};

const opened = async (browser: Browser, origin: string, way: Way): Promise<Page> => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await begin(byPointer(page), origin, schoolRun);
  if (way !== "bare") await setLock(page);
  await writeDown(page, canary);
  await page.waitForFunction(async () => (await caches.keys()).length > 0, null, { timeout: 60_000 });
  return page;
};

/** What is left once the app has had ten seconds to take its own files off as well. */
const settled = async (page: Page): Promise<Left> => {
  for (let tries = 0; tries < 20; tries++) {
    await page.waitForTimeout(500);
    const left = await lookAround(page);
    if (left.caches === 0 && left.workers === 0) return left;
  }
  return lookAround(page);
};

/** What is wrong after one removal; null when nothing is. */
const removed = async (browser: Browser, origin: string, way: Way): Promise<string | null> => {
  const page = await opened(browser, origin, way);
  try {
    const before = await lookAround(page);
    await takeOff(page, way);
    const left = await settled(page);
    const full = Object.entries(left.records).filter(([, count]) => count > 0);
    if (before.log.length === 0 || before.caches === 0) return `${way}: there was nothing to take off`;
    if (full.length > 0) return `${way}: ${full.map(([store, count]) => `${store} holds ${count}`).join(", ")}`;
    if (left.caches > 0 || left.workers > 0) return `${way}: ${left.caches} caches, ${left.workers} workers`;
    return (await comesBack(page, origin, before.log)) ? `${way}: what was put back opened again` : null;
  } finally {
    await page.context().close();
  }
};

/** The mutant: it deletes the log and leaves the wrapped keys where they are. */
const caught = async (browser: Browser, origin: string): Promise<boolean> => {
  const page = await opened(browser, origin, "bare");
  const { log, records } = await lookAround(page);
  await page.goto(`${origin}/blank.html`);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open("belay");
        request.onsuccess = () => {
          const work = request.result.transaction("log", "readwrite");
          work.objectStore("log").clear();
          work.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
  );
  const after = await lookAround(page);
  const keysLeft = Object.entries(after.records).some(([store, count]) => count > 0 && records[store] === count);
  return (await comesBack(page, origin, log)) && keysLeft;
};

/** Twenty removals, by each of the three ways. */
export const proof: Proof = {
  id: "G-10",
  number: 20,
  control: "a removal that deletes the log and leaves the wrapped keys",
  run: async ({ asked, note }) => {
    const server = await startServer();
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
    try {
      const wrong: string[] = [];
      for (let at = 0; at < asked; at += 1) {
        const found = await removed(browser, server.origin, ways[at % ways.length] ?? "bare");
        if (found !== null) wrong.push(found);
      }
      note(`G-10: ${asked} removals by ${ways.length} ways`);
      const control = await caught(browser, server.origin);
      return { done: asked, failures: wrong.length, control, ...(wrong[0] === undefined ? {} : { why: wrong[0] }) };
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};
