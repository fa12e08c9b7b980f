import { readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";
import { byKeyboard, byPointer } from "../world/actor.ts";
import { answerLink, begin, button, firstAsk, noteOutcome, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

const h1 = (page: Page, name: string): Locator => page.getByRole("heading", { level: 1, name, exact: true });
const radio = (page: Page, name: string): Locator => page.getByRole("radio", { name });

for (const width of [390, 1280] as const) {
  test(`a look back holds what was tried, and the app says less when asked to, ${width} px wide`, async ({
    page,
    browser,
    server,
  }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 844 });
    const actor = byPointer(page);
    const seen = watchPage(page, server.origin);
    const url = await firstAsk(actor, server.origin, schoolRun);
    const other = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "en-GB" });
    await answerLink(byPointer(await other.newPage()), url, { answer: "yes", words: "Of course." });
    await other.close();
    await visit(page, { screen: "today", id: null });
    await expect(button(page, m("today.see"))).toBeVisible({ timeout: 15_000 });
    await noteOutcome(actor, "She said it before I had finished.");

    await actor.tap(button(page, m("shell.more")));
    await actor.tap(button(page, m("shell.drawer.leaving")));
    await expect(h1(page, m("leaving.title"))).toBeVisible();
    await expect(page.getByText("She said it before I had finished.")).toBeVisible();
    await expect(page.getByRole("row", { name: `${m("leaving.came.yes")} 1` })).toBeAttached();
    await look(page, "leaving-1");

    // On paper: the look back alone.
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText("She said it before I had finished.")).toBeVisible();
    await expect(page.getByText(m("leaving.paceTitle"))).toBeHidden();
    await expect(page.getByRole("navigation")).toBeHidden();
    if (process.env["SHOTS"] !== undefined) await page.screenshot({ path: `shots/leaving-print-${width}.png` });
    await page.emulateMedia({ media: "screen" });

    await actor.choose(radio(page, m("leaving.pace.quieter")));
    await expect(page.getByText(m("leaving.paceKept"))).toBeVisible();
    await visit(page, { screen: "today", id: null });
    await expect(h1(page, m("leaving.todayQuiet"))).toBeVisible();
    await expect(page.getByLabel(m("today.energy"), { exact: true })).toBeHidden();
    await expect(page.getByText(m("today.stepEyebrow"))).toBeHidden();
    await look(page, "leaving-2-quieter");

    await actor.tap(button(page, m("leaving.todayChange")));
    await actor.tap(button(page, m("leaving.restFirst")));
    await visit(page, { screen: "today", id: null });
    await expect(h1(page, m("leaving.todayRest"))).toBeVisible();
    await look(page, "leaving-3-resting");
    await actor.tap(button(page, m("leaving.todayDoor")));
    await expect(button(page, m("today.change")).or(button(page, m("today.note")))).toBeVisible();
    expect(seen.complaints()).toEqual([]);
  });
}

/** Unfolds a calendar file and reads its lines (RFC 5545, 3.1). */
const linesOf = (file: string): ReadonlyMap<string, string> =>
  new Map(
    file
      .replaceAll(/\r\n[ \t]/g, "")
      .split("\r\n")
      .filter((line) => line.includes(":"))
      .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]),
  );

test("a reminder goes into a calendar file that says nothing, by the keyboard alone", async ({ page, server }) => {
  test.setTimeout(120_000);
  const actor = byKeyboard(page);
  const seen = watchPage(page, server.origin);
  await begin(actor, server.origin, schoolRun);
  await visit(page, { screen: "mine", id: null });
  const wanted = page.getByRole("checkbox", { name: m("leaving.remindOn") });
  await expect(wanted).not.toBeChecked();
  for (let press = 0; press < 80; press += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  await expect(wanted).toBeChecked();
  await page.getByLabel(m("leaving.remindWhen"), { exact: true }).selectOption({ label: "Wednesday" });
  const time = page.getByLabel(m("leaving.remindTime"), { exact: true });
  await time.fill("18:45");
  await time.blur();
  const downloading = page.waitForEvent("download");
  await actor.tap(button(page, m("leaving.remindSave")));
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("note.ics");
  const file = readFileSync(await download.path(), "utf8");
  const lines = linesOf(file);
  expect(lines.get("RRULE")).toBe("FREQ=WEEKLY;BYDAY=WE");
  expect(lines.get("DTSTART")).toMatch(/^\d{8}T184500$/);
  expect(lines.get("SUMMARY")).toBe(m("leaving.remindWords"));
  expect(lines.get("UID")).toMatch(/^[0-9a-f-]{36}$/);
  expect(file).not.toMatch(/belay|localhost|help/i);
  await look(page, "leaving-4-reminders");
  await page.reload();
  await expect(time).toHaveValue("18:45");
  expect(seen.complaints()).toEqual([]);
});

test("the browser rings at the chosen minute with a neutral title, and says a refusal in words", async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(120_000);
  const actor = byPointer(page);
  await context.grantPermissions(["notifications"], { origin: server.origin });
  // What is shown goes to the device and not to the page, so the page keeps a list of it.
  await page.addInitScript(() => {
    const shown: unknown[] = [];
    Reflect.set(globalThis, "shown", shown);
    class Noted extends EventTarget {
      static readonly permission = "granted";
      static readonly requestPermission = (): Promise<string> => Promise.resolve("granted");
      constructor(title: string, options: unknown) {
        super();
        shown.push([title, options]);
      }
    }
    Reflect.set(globalThis, "Notification", Noted);
  });
  await page.clock.install({ time: new Date(2026, 10, 25, 18, 43, 0) });
  await begin(actor, server.origin, schoolRun);
  await visit(page, { screen: "mine", id: null });
  await page.getByRole("checkbox", { name: m("leaving.remindOn") }).check();
  await page.getByLabel(m("leaving.remindWhen"), { exact: true }).selectOption("daily");
  const time = page.getByLabel(m("leaving.remindTime"), { exact: true });
  await time.fill("18:45");
  await time.blur();
  await expect(page.getByText(m("leaving.remindYes"))).toBeVisible();
  const shown = (): Promise<unknown> => page.evaluate(() => Reflect.get(globalThis, "shown"));
  expect(await shown()).toEqual([]);
  // In small steps: what was set has to be written before its minute comes.
  const minutes = async (count: number): Promise<void> => {
    for (let step = 0; step < count * 3; step += 1) {
      await page.clock.runFor(20_000);
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    }
  };
  await page.waitForTimeout(500);
  await minutes(3);
  expect(await shown()).toEqual([[m("leaving.remindWords"), { tag: "note" }]]);
  await minutes(2);
  expect(await shown()).toHaveLength(1);
});
