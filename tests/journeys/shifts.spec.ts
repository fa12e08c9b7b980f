import { expect, type Locator, type Page } from "@playwright/test";
import { shiftCatalogue } from "@belay/content";
import { byKeyboard, byPointer, type Actor } from "../world/actor.ts";
import { begin, button, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

const textOf = (id: string): string => shiftCatalogue.find((shift) => shift.id === id)?.text ?? id;

const words = [
  m("shifts.level.0"),
  m("shifts.level.1"),
  m("shifts.level.2"),
  m("shifts.level.3"),
  m("shifts.level.4"),
] as const;

/** One level of one shift. */
const level = (page: Page, id: string, at: number): Locator =>
  page.getByRole("group", { name: textOf(id) }).getByRole("radio", { name: words[at] ?? "", exact: true });

const figure = (page: Page, id: string): Locator => page.locator("figure").filter({ hasText: textOf(id) });

/** Moves the clock on the wall, as months do. */
const on = (page: Page, day: string): Promise<void> => page.clock.setFixedTime(new Date(`${day}T10:00:00`));

/** Answers some shifts and saves them. */
const answer = async (actor: Actor, answers: Readonly<Record<string, number>>): Promise<void> => {
  const { page } = actor;
  for (const [id, at] of Object.entries(answers)) await actor.choose(level(page, id, at));
  await actor.tap(button(page, m("shifts.save")));
  await expect(page.getByText(m("shifts.saved"), { exact: true })).toBeVisible();
};

/** Another screen and back, as somebody who comes again. */
const comeBack = async (page: Page): Promise<void> => {
  await visit(page, { screen: "learn", id: null });
  await visit(page, { screen: "shifts", id: null });
};

/** What somebody may answer over four months; the second round leaves some out. */
const story = [
  { "shift-01": 1, "shift-02": 2, "shift-03": 3, "shift-05": 0, "shift-12": 1, "shift-17": 3 },
  { "shift-01": 2, "shift-03": 2, "shift-05": 1, "shift-17": 3 },
  { "shift-01": 2, "shift-02": 2, "shift-03": 1, "shift-05": 3, "shift-12": 1, "shift-17": 4 },
] as const;

for (const width of [390, 1280] as const) {
  test(`the shifts are asked three months running and drawn over time, ${width} px wide`, async ({ page, server }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: 844 });
    const seen = watchPage(page, server.origin);
    const actor = byPointer(page);
    await on(page, "2026-03-02");
    await begin(actor, server.origin, schoolRun);
    await actor.tap(button(page, m("shell.more")));
    await actor.tap(button(page, m("shell.drawer.shifts")));
    await expect(page.getByText(m("shifts.notDependentTitle"))).toBeVisible();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await look(page, "shifts-1-first");
    await actor.choose(level(page, "shift-10", 3));
    // Drafts are written once nothing was chosen for a moment; then the tab may go.
    await page.waitForTimeout(1_000);
    await page.reload();
    await expect(level(page, "shift-10", 3)).toBeChecked();
    await answer(actor, story[0]);
    await look(page, "shifts-2-one-round");

    await on(page, "2026-03-20");
    await comeBack(page);
    await expect(button(page, m("shifts.save"))).toBeHidden();
    await on(page, "2026-04-01");
    await comeBack(page);
    await answer(actor, story[1]);
    await on(page, "2026-05-03");
    await comeBack(page);
    await answer(actor, story[2]);
    await expect(figure(page, "shift-05")).toContainText("2 March: not at all. Now: mostly. It fits more than it did.");
    await expect(figure(page, "shift-03")).toContainText("2 March: mostly. Now: a little. It fits less than it did.");
    await expect(figure(page, "shift-01")).toContainText("About the same.");
    await expect(figure(page, "shift-02")).toContainText("Too few to say.");
    await page.getByText(m("shifts.tableFold"), { exact: true }).click();
    await expect(page.getByRole("table")).toBeVisible();
    await look(page, "shifts-3-three-rounds");
    await visit(page, { screen: "evidence", id: null });
    await expect(page.getByText(/^One to look at: /)).toBeVisible();
    await look(page, "shifts-4-evidence");
    expect(seen.complaints()).toEqual([]);
  });
}

test("by the keyboard alone: a round is answered, one taken back, and the table reached", async ({ page, server }) => {
  test.setTimeout(240_000);
  const actor = byKeyboard(page);
  await begin(actor, server.origin, schoolRun);
  await visit(page, { screen: "shifts", id: null });
  await actor.choose(level(page, "shift-01", 2));
  await actor.choose(level(page, "shift-02", 4));
  await actor.tap(
    page.getByRole("group", { name: textOf("shift-02") }).getByRole("button", { name: m("shell.clear"), exact: true }),
  );
  await expect(level(page, "shift-02", 4)).not.toBeChecked();
  await actor.tap(button(page, m("shifts.save")));
  await expect(figure(page, "shift-01")).toContainText("Now: partly. Too few to say.");
  await expect(figure(page, "shift-02")).toBeHidden();
  await actor.tap(page.locator("summary").filter({ hasText: m("shifts.tableFold") }));
  await expect(page.getByRole("table")).toBeVisible();
});

test("with text twice as large nothing is cut off", async ({ page, server }) => {
  test.setTimeout(120_000);
  await begin(byPointer(page), server.origin, schoolRun);
  await visit(page, { screen: "shifts", id: null });
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await level(page, "shift-01", 2).check({ force: true });
  await look(page, "shifts-5-large");
  await button(page, m("shifts.save")).click();
  await expect(page.getByText(m("shifts.saved"), { exact: true })).toBeVisible();
  await look(page, "shifts-6-large-drawn");
});
