import { expect, type Locator, type Page } from "@playwright/test";
import { byKeyboard, byPointer } from "../world/actor.ts";
import { answerLink, begin, button, firstAsk, noteOutcome, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

const h1 = (page: Page, name: string): Locator => page.getByRole("heading", { level: 1, name, exact: true });
/** The card that offers itself. */
const offer = (page: Page): Locator => page.getByRole("region").filter({ has: button(page, m("learn.hereLater")) });

test("after a no its card comes by itself, is read once, and does not come again", async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const actor = byPointer(page);
  const seen = watchPage(page, server.origin);
  const url = await firstAsk(actor, server.origin, schoolRun);
  const other = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "en-GB" });
  await answerLink(byPointer(await other.newPage()), url, { answer: "no", words: "Not this week." });
  await other.close();
  await visit(page, { screen: "today", id: null });
  await expect(button(page, m("today.see"))).toBeVisible({ timeout: 15_000 });
  await noteOutcome(actor, "It was said kindly.");
  await actor.tap(button(page, m("path.entryOpen")));
  for (let stage = 0; stage < 5 && !(await h1(page, m("path.next.title")).isVisible()); stage += 1) {
    await actor.tap(button(page, m("path.on")));
  }
  await expect(h1(page, m("path.next.title"))).toBeVisible();

  await expect(offer(page)).toContainText("What a no can tell you");
  await look(page, "learn-1-after-no");
  await actor.tap(offer(page).getByRole("button", { name: m("learn.hereOpen") }));
  await expect(h1(page, "What a no can tell you")).toBeFocused();
  await look(page, "learn-2-card");
  await page.goBack();
  await expect(h1(page, m("path.next.title"))).toBeVisible();
  await expect(offer(page)).toBeHidden();

  // It stands under its group, with a word that it was read.
  await visit(page, { screen: "learn", id: null });
  await actor.tap(page.getByText(m("learn.group.after"), { exact: true }));
  await expect(page.getByRole("button", { name: /What a no can tell you.*read/ })).toBeVisible();
  await look(page, "learn-3-list");
  await page.setViewportSize({ width: 1280, height: 844 });
  await look(page, "learn-3-list");
  expect(seen.complaints()).toEqual([]);
});

test("waved away, a card leaves and the next one comes another time", async ({ page, server }) => {
  test.setTimeout(120_000);
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  await visit(page, { screen: "step", id: "handover-one-chore" });
  await expect(offer(page)).toBeVisible();
  const first = await offer(page).getByRole("heading").textContent();
  await look(page, "learn-4-offer");
  await actor.tap(offer(page).getByRole("button", { name: m("learn.hereLater") }));
  await expect(offer(page).getByRole("heading", { name: first ?? "" })).toBeHidden();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: first ?? "", exact: true })).toBeHidden();
});

test("a question is opened and the story read on by the keyboard alone", async ({ page, server }) => {
  test.setTimeout(120_000);
  const actor = byKeyboard(page);
  await begin(actor, server.origin, schoolRun);
  await visit(page, { screen: "learn", id: null });
  await look(page, "learn-5-new");
  await actor.tap(page.getByRole("button", { name: "Why do I feel guilty when I ask?" }));
  await expect(h1(page, "The guilt that comes with asking")).toBeFocused();
  await page.goBack();
  await actor.tap(page.locator("summary", { hasText: m("learn.story") }));
  await actor.tap(page.getByRole("button", { name: "Sarah, part one: the launch" }));
  await expect(page.getByText(m("learn.noClaims"))).toBeVisible();
  await look(page, "learn-6-story");
  await actor.tap(button(page, m("learn.storyNext", { title: "Sarah, part two: at home" })));
  await expect(h1(page, "Sarah, part two: at home")).toBeFocused();
});
