/** Measures the app as somebody feels it, each figure beside a plain one from the same run. */
import { test as base, type Browser, type Page } from "@playwright/test";
import { byPointer } from "../tests/world/actor.ts";
import { answerLink, begin, button, firstAsk, nextAsk, noteOutcome, schoolRun, toToday } from "../tests/world/loop.ts";
import { visit } from "../tests/world/places.ts";
import { startServer, type Server } from "../tests/world/server.ts";
import { m } from "../tests/world/words.ts";
import { table, type Figure } from "./figures.ts";

const rounds = Number(process.env["ROUNDS"] ?? "15");

const test = base.extend<object, { readonly server: Server }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the dependencies of a fixture from this pattern.
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
});

const show = (title: string, figures: readonly Figure[]): void => {
  process.stdout.write(`\n### ${title}\n\n${table(figures)}\n\n`);
};

/** Runs `open` on a fresh profile whose processor is four times slower; gives milliseconds since the navigation began. */
const slowly = async (browser: Browser, open: (page: Page) => Promise<void>): Promise<number> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await open(page);
  const took = await page.evaluate(() => performance.now());
  await context.close();
  return took;
};

test("from navigation to usable on a processor four times slower", async ({ browser, server }) => {
  const blank: number[] = [];
  const usable: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    blank.push(await slowly(browser, (page) => page.goto(`${server.origin}/blank.html`).then(() => undefined)));
    usable.push(
      await slowly(browser, async (page) => {
        await page.goto(`${server.origin}/`, { waitUntil: "commit" });
        await page.getByLabel(m("welcome.carrying"), { exact: true }).waitFor();
      }),
    );
  }
  show("Navigation to usable, processor four times slower, empty cache", [
    { what: "an empty page of the same server", samples: blank },
    { what: "the first question can be answered", samples: usable },
  ]);
});

/** One strict transaction with one record of an entry's size, in a database of its own. */
const rawWrite = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const open = indexedDB.open("bench", 1);
        open.onupgradeneeded = () => void open.result.createObjectStore("log", { autoIncrement: true });
        open.onerror = () => reject(new Error("no database"));
        open.onsuccess = () => {
          const from = performance.now();
          const transaction = open.result.transaction("log", "readwrite", { durability: "strict" });
          transaction.objectStore("log").add(new Uint8Array(736));
          transaction.oncomplete = () => {
            open.result.close();
            resolve(performance.now() - from);
          };
        };
      }),
  );

/** From the tap on "Note it" to the screen that says it is noted, measured in the page. */
const tapToSaved = (page: Page): Promise<number> =>
  page.evaluate(
    ([note, change]) =>
      new Promise<number>((resolve, reject) => {
        const named = (text: string): HTMLButtonElement | undefined =>
          [...document.querySelectorAll<HTMLButtonElement>("main button")].find(
            (one) => one.textContent?.trim() === text,
          );
        const press = named(note ?? "");
        if (press === undefined) return reject(new Error("nothing to press"));
        const observer = new MutationObserver(() => {
          if (named(change ?? "") === undefined) return;
          observer.disconnect();
          resolve(performance.now() - from);
        });
        observer.observe(document.body, { subtree: true, childList: true });
        const from = performance.now();
        press.click();
      }),
    [m("today.note"), m("today.change")],
  );

test("from a tap to durable", async ({ page, server }) => {
  await begin(byPointer(page), server.origin, schoolRun);
  const raw: number[] = [];
  const saved: number[] = [];
  for (let round = 0; round < rounds * 3; round += 1) {
    await page.getByLabel(m("today.energy"), { exact: true }).fill(String(10 + (round % 80)));
    raw.push(await rawWrite(page));
    saved.push(await tapToSaved(page));
    await button(page, m("today.change")).click();
  }
  show("A tap to durable and shown as saved", [
    { what: "one strict write to the same browser's database", samples: raw },
    { what: "tap, decide, seal, append, shown", samples: saved },
  ]);
});

/** Waits, in the asker's page, for the answer to be on the screen; the clock is the machine's, the same for both pages. */
const seenAt = (page: Page): Promise<number> =>
  page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const there = (): boolean =>
          [...document.querySelectorAll("main button")].some((one) => one.textContent?.trim() === text);
        const observer = new MutationObserver(() => {
          if (!there()) return;
          observer.disconnect();
          resolve(performance.timeOrigin + performance.now());
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    m("today.see"),
  );

test("from an answer sent to seen by the asker", async ({ page, browser, server }) => {
  const actor = byPointer(page);
  const trips: number[] = [];
  const seen: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const story = { ...schoolRun, nickname: `Friend ${round}` };
    const url = round === 0 ? await firstAsk(actor, server.origin, story) : await nextAsk(actor, server.origin, story);
    await toToday(actor);
    await visit(page, { screen: "today", id: null });
    const waiting = seenAt(page);
    const context = await browser.newContext();
    const other = await context.newPage();
    let sentAt = 0;
    other.on("request", (request) => {
      if (request.url().endsWith("/api/ask/reply") && request.method() === "POST") sentAt = Date.now();
    });
    await answerLink(byPointer(other), url, { answer: "yes", words: "Yes." });
    seen.push((await waiting) - sentAt);
    trips.push(
      await other.evaluate(async () => {
        const from = performance.now();
        await fetch("/healthz", { mode: "no-cors" }).catch(() => null);
        return performance.now() - from;
      }),
    );
    await context.close();
    await noteOutcome(actor, "");
  }
  show("An answer sent to seen by the asker", [
    { what: "one request to the same relay", samples: trips },
    { what: "answer sent, taken by the relay, fetched, opened, durable, on the screen", samples: seen },
  ]);
});
