/** G-3: an app that nobody is at closes by itself; no frame shows content before the door, and the draft is kept sealed. */
import { seededRandom } from "@belay/testkit";
import { chromium, type Browser, type Page } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { chromiumFlags, chromiumPath } from "../world/chromium.ts";
import { film, inkContent, inked } from "../world/frames.ts";
import { atTheDoor, setLock, unlock } from "../world/lock.ts";
import { begin, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { startServer } from "../world/server.ts";
import { m } from "../world/words.ts";
import type { Proof } from "./proof.ts";

/** The mark of a covered page (`apps/web/screens/lock/cover.ts`). */
const coveredMark = "data-covered";
const second = 1_000;
const day = 86_400 * second;

/** How a device is left alone. */
const kinds = ["idle", "background", "sleep", "clock-on", "clock-back", "bfcache", "discard"] as const;
type Kind = (typeof kinds)[number];

/**
 * Says that the page is out of sight, or back; a browser without a screen never hides a page by itself. Gives whether it
 * was covered before anything else could happen, so before another frame.
 */
const setHidden = (page: Page, hidden: boolean): Promise<boolean> =>
  page.evaluate(
    ([is, mark]) => {
      Object.defineProperty(document, "hidden", { value: is, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
      return document.documentElement.hasAttribute(mark);
    },
    [hidden, coveredMark] as const,
  );

const setClock = async (page: Page, by: number): Promise<void> => {
  const now = await page.evaluate(() => Date.now());
  await page.clock.setSystemTime(now + by);
};

/** Leaves the page alone until shortly before it is time; gives whether it was covered at once, where nobody sees it. */
const leaveAlone = async (page: Page, kind: Kind, more: number): Promise<boolean> => {
  if (kind === "idle") {
    await page.clock.runFor(110 * second + more * 30);
    return true;
  }
  if (kind === "bfcache")
    return page.evaluate((mark) => {
      dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
      return document.documentElement.hasAttribute(mark);
    }, coveredMark);
  const covered = await setHidden(page, true);
  if (kind === "background") await page.clock.runFor(50 * second);
  // Timers stand still in a sleeping device; only the clock on the wall goes on.
  if (kind === "sleep") await setClock(page, 120 * second + more * 3_600);
  if (kind === "clock-on") await setClock(page, (more + 1) * (day / 50));
  if (kind === "clock-back") await setClock(page, -(more + 1) * (day / 50));
  return covered;
};

/** Lets it be time, and comes back. */
const comeBack = async (page: Page, kind: Kind): Promise<void> => {
  switch (kind) {
    case "idle":
      return page.clock.runFor(18 * second).catch(() => undefined);
    case "background":
      await page.clock.runFor(15 * second).catch(() => undefined);
      return void (await setHidden(page, false).catch(() => undefined));
    case "sleep":
    case "clock-on":
    case "clock-back":
      return void (await setHidden(page, false));
    case "bfcache":
      return page.evaluate(() => void dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    case "discard":
      return void (await page.reload());
  }
};

/** Whether a text lies in clear among the drafts, or nothing lies there at all. */
const draftsWrong = (page: Page, text: string): Promise<boolean> =>
  page.evaluate(async (sought) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open("belay");
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(new Error("no database"));
    });
    const all = await new Promise<readonly Uint8Array[]>((resolve) => {
      const asked = database.transaction("drafts").objectStore("drafts").getAll();
      asked.onsuccess = () => resolve(asked.result);
    });
    database.close();
    return all.length === 0 || all.some((bytes) => new TextDecoder("latin1").decode(bytes).includes(sought));
  }, text);

/** What is wrong with one case; null when nothing is. */
const runCase = async (page: Page, eye: Page, kind: Kind, more: number, text: string): Promise<string | null> => {
  await visit(page, { screen: "alone", id: null });
  await page.getByLabel(m("outcome.aloneWhat"), { exact: true }).fill(text);
  const covered = await leaveAlone(page, kind, more);
  // The page is covered by now, or fails below; the screen still shows the frame before that, until it draws the next.
  await page.waitForTimeout(150);
  const camera = await film(page);
  await comeBack(page, kind);
  await atTheDoor(page);
  await page.waitForTimeout(100);
  const seen = await inked(eye, await camera.stop());
  // An idle page is in sight until it closes: then it must not be seen again. All others must not be seen at all.
  const shown = kind === "idle" ? seen.slice(seen.indexOf(false)) : seen;
  if (await draftsWrong(page, text)) return `${kind}: the draft is not kept sealed`;
  await unlock(page);
  const field = page.getByLabel(m("outcome.aloneWhat"), { exact: true });
  await field.waitFor({ timeout: 60_000 });
  for (let look = 0; look < 100 && (await field.inputValue()) !== text; look += 1) await page.waitForTimeout(100);
  if ((await field.inputValue()) !== text) return `${kind}: the draft says “${await field.inputValue()}”`;
  if (seen.length === 0 || seen.at(-1) === true) return `${kind}: the door was not seen`;
  if (shown.includes(true)) return `${kind}: content on ${shown.filter(Boolean).length} frames`;
  return covered ? null : `${kind}: content stood uncovered when it went out of sight`;
};

/** A page of an open app behind a lock, under a clock that can be turned. */
const openApp = async (browser: Browser, origin: string, mutant: boolean): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.clock.install();
  await inkContent(page);
  // The mutant never covers.
  if (mutant) await context.addInitScript(() => void (Element.prototype.toggleAttribute = () => false));
  await begin(byPointer(page), origin, schoolRun);
  await setLock(page);
  return page;
};

/** Idle, out of sight, asleep, clocks set on and back, brought back from the browser's memory, thrown away. */
export const proof: Proof = {
  id: "G-3",
  number: 50,
  control: "a page that is not covered while it is out of sight",
  run: async ({ asked, seed, note }) => {
    const server = await startServer();
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
    const random = seededRandom(`g-3/${seed}`);
    try {
      const eye = await browser.newPage();
      const page = await openApp(browser, server.origin, false);
      const wrong: string[] = [];
      for (let at = 0; at < asked; at += 1) {
        const [more = 0] = random(1);
        const found = await runCase(page, eye, kinds[at % kinds.length] ?? "idle", more, `qDraft${at}of${seed}z`);
        if (found !== null) wrong.push(found);
        note(`G-3: ${kinds[at % kinds.length] ?? "idle"} ${found ?? "held"}`);
      }
      note(`G-3: ${asked} cases of ${kinds.length} kinds`);
      const bare = await openApp(browser, server.origin, true);
      const control = (await runCase(bare, eye, "sleep", 9, "qSeenByAMutantz")) !== null;
      return { done: asked, failures: wrong.length, control, ...(wrong[0] === undefined ? {} : { why: wrong[0] }) };
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};
