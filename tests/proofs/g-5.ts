/** G-5: from every screen, by button, touch and Shift, the page is blank at once, the neutral one follows, and Back shows nothing. */
import { chromium, type Browser, type Page } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { chromiumFlags, chromiumPath } from "../world/chromium.ts";
import { begin, schoolRun } from "../world/loop.ts";
import { everyStop, visit, type Stop } from "../world/places.ts";
import { startServer } from "../world/server.ts";
import { m } from "../world/words.ts";
import type { Proof } from "./proof.ts";

/** Ways out, in turn; `offline` is the button without a network. */
const ways = ["button", "shift", "touch", "offline"] as const;
type Way = (typeof ways)[number];

/** The page's promise, in ms, from the press to the neutral page. */
const promise = 300;
const backs = 10;

/** Notes the moment of leaving, and whether a page that was gone back to drew anything; both outlive the page by the log. */
const watch = `
  const say = (what) => console.log("watched " + JSON.stringify({ ...what, at: performance.timeOrigin + performance.now() }));
  addEventListener("pagehide", () => say({ hide: location.pathname, drew: (document.querySelector("#app")?.childElementCount ?? 0) > 0 }));
  for (const kind of ["click", "keyup"]) addEventListener(kind, () => {
    const pressed = performance.timeOrigin + performance.now();
    // After every listener of this very event: what the next frame would show.
    Promise.resolve().then(() => sessionStorage.setItem("press", JSON.stringify({ pressed, bare: (document.body?.childNodes.length ?? 0) === 0 })));
  });
`;

interface Heard {
  readonly at: number;
  readonly hide?: string;
  readonly drew?: boolean;
}

/** What the left page wrote down at the press. */
interface Pressed {
  readonly pressed: number;
  /** Nothing was left of it right after the press. */
  readonly bare: boolean;
}

/** When the page that is there now could be used, in ms of the wall clock. */
const loadedAt = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const [entry] = performance.getEntriesByType("navigation");
    return performance.timeOrigin + (entry instanceof PerformanceNavigationTiming ? entry.domInteractive : 0);
  });

const heardIn = (text: string): readonly Heard[] => (text.startsWith("watched ") ? [JSON.parse(text.slice(8))] : []);

const exit = async (page: Page, way: Way): Promise<void> => {
  const button = page.getByRole("banner").getByRole("button", { name: m("shell.exitLabel") });
  if (way === "shift") for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  else if (way === "touch") await button.tap();
  else await button.click();
};

/** Whether anything can be read on the page as it stands. */
const shows = (page: Page): Promise<boolean> =>
  page.evaluate(() => (document.body?.innerText ?? "").trim() !== "" || document.title.trim() === "Belay");

/** One exit from one screen; what was wrong. `mutant` leaves as a careless page does. */
const leaveFrom = async (
  page: Page,
  origin: string,
  stop: Stop,
  way: Way,
  heard: Heard[],
  mutant = false,
): Promise<readonly string[]> => {
  const wrong: string[] = [];
  await page.goto(`${origin}/`);
  await page.getByRole("heading", { level: 1 }).waitFor({ timeout: 30_000 });
  await visit(page, stop);
  await visit(page, { screen: "today", id: null });
  await visit(page, stop);
  const context = page.context();
  if (way === "offline") await context.setOffline(true);
  heard.length = 0;
  if (mutant) await page.evaluate(() => location.assign("/blank.html"));
  else await exit(page, way);
  await page.waitForURL(/blank/, { timeout: 10_000 });
  await page.waitForLoadState("domcontentloaded");
  // The tab's own store outlives the page that wrote it; a message to the test may be lost with that page.
  const { press, there } = await page.evaluate((): { press: string | null; there: number } => ({
    press: sessionStorage.getItem("press"),
    there: performance.timeOrigin + performance.now(),
  }));
  const { pressed, bare }: Pressed = JSON.parse(press ?? '{"pressed":0,"bare":false}');
  if (!bare && !mutant) wrong.push("was not blank at once");
  // Looked at a moment after it was there, so never less than it took.
  const took = (await loadedAt(page)) - pressed;
  if (!mutant && (took > promise || there < pressed)) wrong.push(`took ${Math.round(took)} ms`);
  heard.length = 0;
  for (let back = 0; back < backs && wrong.length === 0; back += 1) {
    await page.goBack({ timeout: 3_000 }).catch(() => null);
    await page.waitForURL(/blank/, { timeout: 3_000 }).catch(() => null);
    if (await shows(page).catch(() => false)) wrong.push(`Back ${back + 1} shows ${new URL(page.url()).pathname}`);
    if (page.url() === "about:blank") break;
  }
  if (heard.some(({ drew }) => drew === true)) wrong.push("Back drew the app for a moment");
  await context.setOffline(false);
  return wrong;
};

const ready = async (browser: Browser, origin: string): Promise<{ readonly page: Page; readonly heard: Heard[] }> => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })).newPage();
  const heard: Heard[] = [];
  page.on("console", (message) => heard.push(...heardIn(message.text())));
  await page.context().addInitScript(watch);
  await begin(byPointer(page), origin, schoolRun);
  // Without a network from here on it is the kept copy that answers.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 60_000 });
  return { page, heard };
};

const stops = everyStop();

/** Every screen, the four ways in turn. A visit that is slow because the machine is gets a second, and no third. */
export const proof: Proof = {
  id: "G-5",
  number: stops.length,
  control: "an exit that goes to the neutral page and leaves the app behind it",
  run: async ({ asked, seed, note }) => {
    const server = await startServer();
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
    try {
      const { page, heard } = await ready(browser, server.origin);
      const wrong: string[] = [];
      for (let done = 0; done < asked; done += 1) {
        const stop = stops[(done * Math.max(1, Math.floor(stops.length / asked)) + seed) % stops.length];
        const way = ways[done % ways.length];
        if (stop === undefined || way === undefined) throw new Error("no screens");
        let faults = await leaveFrom(page, server.origin, stop, way, heard);
        if (faults.length === 1 && faults[0]?.startsWith("took") === true) {
          note(`G-5: ${stop.screen} by ${way} ${faults[0]}; once more`);
          faults = await leaveFrom(page, server.origin, stop, way, heard);
        }
        wrong.push(...faults.map((fault) => `${stop.screen} by ${way}: ${fault}`));
      }
      for (const line of wrong) note(`G-5: ${line}`);
      const first = stops[0];
      const mutant = first === undefined ? [] : await leaveFrom(page, server.origin, first, "button", heard, true);
      note(`G-5: the mutant ${mutant.join("; ") || "was not caught"}`);
      const [why] = wrong;
      return { done: asked, failures: wrong.length, control: mutant.length > 0, ...(why === undefined ? {} : { why }) };
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};
