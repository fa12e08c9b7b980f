/** Reads a log of ninety days in the running app: the step of the day, why it was chosen, and the ladder for this person. */
import { expect, type Page } from "@playwright/test";
import { bringLog, checkedIn, longTasks, plainWork } from "../world/kept-log.ts";
import { button } from "../world/loop.ts";
import { repeated } from "../world/ninety-days.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

const widths = [390, 1280] as const;

/** The whole numbers of a sentence, in their order. */
const numbersIn = (text: string): readonly number[] => (text.match(/\d+/g) ?? []).map(Number);

const whyButton = (page: Page) => button(page, m("today.why"));
const sheet = (page: Page) => page.getByRole("dialog", { name: m("today.whyTitle"), exact: true });

test("after ninety days the step of the day says why, and shows the numbers it went by", async ({
  page,
  server,
}, info) => {
  test.setTimeout(240_000);
  const seen = watchPage(page, server.origin);
  const log = checkedIn();
  await bringLog(page, server.origin, log, info.outputPath("ninety.bin"));
  await visit(page, { screen: "today", id: null });
  await expect(page.getByText(m("today.stepEyebrow"), { exact: true })).toBeVisible({ timeout: 60_000 });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await look(page, "guidance-offer");
  }

  await whyButton(page).focus();
  await page.keyboard.press("Enter");
  await expect(sheet(page)).toBeVisible();
  const said = await sheet(page).getByText("At its worst it may feel like").innerText();
  const [mean = -1, , low = -1, high = 101] = numbersIn(said);
  expect(low).toBeLessThan(mean);
  expect(mean).toBeLessThan(high);
  expect(mean).toBeLessThanOrEqual(70);
  const tries =
    numbersIn(
      await sheet(page)
        .getByText(/^It rests on/)
        .innerText(),
    )[0] ?? 0;
  // A try rests on an outcome in the log; more of them than there are would be made up.
  expect(tries).toBeGreaterThan(5);
  expect(tries).toBeLessThanOrEqual(log.events.filter(({ k }) => k === "steps/outcome-noted@1").length);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await look(page, "guidance-why");
  }
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
  await expect(whyButton(page)).toBeFocused();

  // Another is another, and leaves no trace.
  const title = page.locator("main").getByRole("heading", { level: 2 });
  const first = await title.allInnerTexts();
  await button(page, m("today.stepAnother")).click();
  await expect.poll(() => title.allInnerTexts()).not.toEqual(first);
  await page.reload();
  await expect.poll(() => title.allInnerTexts(), { timeout: 60_000 }).toEqual(first);
  expect(seen.complaints()).toEqual([]);
});

test("the ladder stands by how hard steps look for this person, each with how unsure that is", async ({
  page,
  server,
}, info) => {
  test.setTimeout(240_000);
  await bringLog(page, server.origin, checkedIn(), info.outputPath("ladder.bin"));
  await visit(page, { screen: "steps", id: null });
  const rungs = page.locator("main ol > li");
  await expect(rungs.first()).toContainText(/hard for you: about \d+ of 100, likely \d+ to \d+/, { timeout: 60_000 });
  const heard = await rungs.allTextContents();
  const hard = heard.map((text) => Number(/about (\d+) of 100/.exec(text)?.[1]));
  expect(hard).toEqual(hard.toSorted((a, b) => b - a));
  expect(heard.some((text) => text.includes(m("steps.within")))).toBe(true);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await look(page, "guidance-ladder");
  }
  await visit(page, { screen: "step", id: "ask-small-favour" });
  await expect(page.getByRole("heading", { name: m("steps.hard"), exact: true })).toBeVisible();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await look(page, "guidance-step");
  }
});

test("with 10,000 events a step is chosen, and another, without holding the page up", async ({
  page,
  server,
}, info) => {
  test.setTimeout(240_000);
  await bringLog(page, server.origin, repeated(checkedIn(), 10_000), info.outputPath("long.bin"));
  const offered = page.getByText(m("today.stepEyebrow"), { exact: true });
  interface Stretch {
    readonly long: readonly number[];
    readonly plain: number;
  }
  const openings: Stretch[] = [];
  // A guard against all the work in one piece, which takes many times the plain work; what a frame really takes is
  // measured in the bench. The bound grows with what the machine is busy with at that moment.
  const fits = ({ long, plain }: Stretch): boolean => Math.max(0, ...long) < 50 + 4 * plain;
  // Other work on the machine lengthens some openings; what the app does in one piece would lengthen all of them.
  for (let round = 0; round < 6 && !openings.some(fits); round += 1) {
    await page.reload();
    await expect(page.getByRole("navigation", { name: m("shell.rooms") })).toBeVisible({ timeout: 60_000 });
    const opened = await page.evaluate(() => performance.now());
    await visit(page, { screen: "today", id: null });
    await expect(offered).toBeVisible({ timeout: 60_000 });
    openings.push({ long: await longTasks(page, opened), plain: await plainWork(page) });
  }
  const title = page.locator("main").getByRole("heading", { level: 2 });
  const first = await title.allInnerTexts();
  const asked = await page.evaluate(() => performance.now());
  await button(page, m("today.stepAnother")).click();
  await expect.poll(() => title.allInnerTexts()).not.toEqual(first);
  const another = { long: await longTasks(page, asked), plain: await plainWork(page) };
  for (const { long, plain } of [...openings, another]) {
    process.stdout.write(`A step, 10,000 events: plain work ${plain.toFixed(0)} ms, long tasks: ${long.join(" ")}\n`);
  }
  expect(openings.some(fits)).toBe(true);
  expect(fits(another)).toBe(true);
});
