import { expect, type Locator, type Page } from "@playwright/test";
import { measureWords } from "@belay/content";
import { instruments, type InstrumentId } from "@belay/measures";
import { byKeyboard, byPointer, type Actor } from "../world/actor.ts";
import { begin, button, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

const words: ReadonlyMap<string, string> = new Map(Object.entries(measureWords));
const said = (id: string | undefined): string => words.get(id ?? "") ?? `no words: ${id}`;

/** The answer at `place` (from 0) to item `item` (from 1). */
const answerTo = (page: Page, id: InstrumentId, item: number, place: number): Locator => {
  const its = instruments[id].words;
  const list = its?.answers[its.answers.length === 1 ? 0 : item - 1];
  return page
    .getByRole("group", { name: said(its?.items[item - 1]), exact: true })
    .getByRole("radio", { name: said(list?.[place]), exact: true });
};

const answerAll = async (actor: Actor, id: InstrumentId, places: readonly number[]): Promise<void> => {
  for (const [index, place] of places.entries()) await actor.choose(answerTo(actor.page, id, index + 1, place));
};

const heading = (page: Page, name: string): Locator => page.getByRole("heading", { level: 1, name, exact: true });
const save = (page: Page): Locator =>
  page.getByRole("button", { name: new RegExp(`^(${m("measuring.save")}|${m("measuring.saveOne")})$`) });

for (const width of [390, 1280] as const) {
  test(`the week is counted, a page is answered, and item 9 is answered to at once, ${width} px wide`, async ({
    page,
    server,
  }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: 844 });
    const seen = watchPage(page, server.origin);
    const actor = byPointer(page);
    await page.clock.setFixedTime(new Date("2026-11-27T10:00:00"));
    await begin(actor, server.origin, schoolRun);
    await actor.tap(button(page, m("shell.more")));
    await actor.tap(button(page, m("shell.drawer.measures")));
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
    // This build has no switch on: what its owners keep behind one is not there.
    await expect(page.getByText(m("measuring.people"), { exact: true })).toBeHidden();
    await look(page, "measures-1-first");

    await actor.tap(button(page, m("measuring.weekOpen")));
    const asked = m("measures.own.asked");
    await actor.tap(button(page, m("measuring.moreOf", { what: asked })));
    await actor.tap(button(page, m("measuring.moreOf", { what: asked })));
    await actor.tap(button(page, `${m("measuring.none")}: ${m("measures.own.offered")}`));
    // Drafts are written once nothing was chosen for a moment; then the tab may go.
    await page.waitForTimeout(1_000);
    await page.reload();
    await expect(page.getByRole("group", { name: asked }).getByRole("status")).toHaveText("2 times");
    await look(page, "measures-2-week");
    await actor.tap(save(page));
    await expect(page.getByText("asked 2 times and offered help 0 times", { exact: false })).toBeVisible();
    await look(page, "measures-3-week-said");

    await visit(page, { screen: "measure", id: "phq4" });
    await answerAll(actor, "phq4", [1, 1, 1, 0]);
    await look(page, "measures-4-asked");
    await actor.tap(save(page));
    await expect(page.getByText(m("measuring.sum", { n: "3" }), { exact: true })).toBeVisible();
    await page.getByText(m("measuring.rangeTitle"), { exact: true }).click();
    await look(page, "measures-5-said");

    await visit(page, { screen: "measures", id: null });
    await actor.choose(page.getByRole("checkbox", { name: m("measuring.mood"), exact: true }));
    await actor.choose(page.getByRole("checkbox", { name: m("measuring.nine"), exact: true }));
    await page.getByText(m("measuring.oneTitle"), { exact: true }).click();
    await page.getByText(m("measuring.saidTitle"), { exact: true }).click();
    await look(page, "measures-6-all");
    await visit(page, { screen: "measure", id: "phq9" });
    await actor.choose(answerTo(page, "phq9", 9, 1));
    const panel = page.getByRole("status").filter({ hasText: m("measuring.nineTitle") });
    await expect(panel).toBeVisible();
    await look(page, "measures-7-nine");
    // It locks nothing: the other questions go on, and so does saving.
    await answerAll(actor, "phq9", [0, 1, 0, 1, 0, 0, 0, 0]);
    await actor.tap(save(page));
    await expect(panel).toBeVisible();
    await expect(page.getByText(m("measuring.sum", { n: "3" }), { exact: true })).toBeVisible();
    await look(page, "measures-8-nine-said");
    await actor.tap(button(page, m("measuring.nineHelp")));
    await expect(heading(page, m("help.title"))).toBeVisible();
    await visit(page, { screen: "evidence", id: null });
    await expect(page.getByText(said("measures.phq9.9"))).toBeHidden();
    expect(seen.complaints()).toEqual([]);
  });
}

test("by the keyboard alone: a look every four weeks, split over two days", async ({ page, server }) => {
  test.setTimeout(240_000);
  const actor = byKeyboard(page);
  await page.clock.setFixedTime(new Date("2026-11-27T10:00:00"));
  await begin(byPointer(page), server.origin, schoolRun);
  await visit(page, { screen: "measures", id: null });
  const on = page.getByRole("checkbox", { name: m("measuring.fourWeekly"), exact: true });
  await on.focus();
  await page.keyboard.press("Space");
  await actor.tap(button(page, m("measuring.open")));
  await answerAll(actor, "keep8", [0, 6, 1, 5, 2, 4, 3, 3]);
  await actor.tap(save(page));
  await answerAll(actor, "cbi-personal", [0, 1, 2, 3]);
  // Half a part waits with the tab gone, and the day gone too.
  await page.waitForTimeout(1_000);
  await page.clock.setFixedTime(new Date("2026-11-28T10:00:00"));
  await page.reload();
  await expect(answerTo(page, "cbi-personal", 4, 3)).toBeChecked();
  await actor.choose(answerTo(page, "cbi-personal", 5, 2));
  await actor.tap(save(page));
  await answerAll(actor, "who5", [5, 4, 3, 2, 1]);
  await look(page, "measures-9-who5");
  await actor.tap(save(page));
  await actor.tap(button(page, m("measuring.skip")));
  await actor.slide(page.getByLabel(m("measures.own.helpSources.friend"), { exact: true }), 8);
  await look(page, "measures-10-sources");
  await actor.tap(save(page));
  await expect(heading(page, m("measuring.doneTitle"))).toBeVisible();
  // Raw 1, 7, 2, 6, 3, 5, 4, 4 with items 2 and 8 turned: 26 over 8.
  await expect(page.getByText(m("measuring.mean", { n: "3.25" }), { exact: true })).toBeVisible();
  await expect(page.getByText(m("measuring.sum", { n: "60" }), { exact: true })).toBeVisible();
  await look(page, "measures-11-four-weekly");
});
