import { expect, type Locator, type Page } from "@playwright/test";
import { originNotes, originPrompts } from "@belay/content";
import { byKeyboard, byPointer, type Actor } from "../world/actor.ts";
import { begin, button, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

const h1 = (page: Page, name: string): Locator => page.getByRole("heading", { level: 1, name, exact: true });
const promptText = (id: string): string => originPrompts.find((prompt) => prompt.id === id)?.text ?? id;
const noteText = (id: string): string => originNotes.find((note) => note.id === id)?.text ?? id;
const timer = (page: Page): Locator => page.getByRole("timer");

/** From the first visit to the room behind “More”, at ten in the morning unless told. */
const toDoor = async (actor: Actor, origin: string, time: string = "2026-03-02T10:00:00"): Promise<void> => {
  const { page } = actor;
  await page.clock.install({ time: new Date(time) });
  await begin(actor, origin, schoolRun);
  await actor.tap(button(page, m("shell.more")));
  await actor.tap(button(page, m("shell.drawer.origins")));
  await expect(h1(page, m("origins.title"))).toBeVisible();
};

const beginSitting = async (actor: Actor, before: number): Promise<void> => {
  const { page } = actor;
  await actor.slide(page.getByLabel(m("origins.before"), { exact: true }), before);
  await actor.tap(button(page, m("origins.begin")));
};

const goOn = async (actor: Actor, said: number): Promise<void> => {
  await actor.slide(actor.page.getByLabel(m("origins.check"), { exact: true }), said);
  await actor.tap(button(actor.page, m("origins.next")));
};

for (const width of [390, 1280] as const) {
  test(`a sitting from the door to solid ground, one sentence kept, and all deleted, ${width} px wide`, async ({
    page,
    server,
  }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 844 });
    const seen = watchPage(page, server.origin);
    const actor = byPointer(page);
    await toDoor(actor, server.origin);
    await expect(page.getByText(noteText("origins-therapist"))).toBeVisible();
    await expect(button(page, m("origins.begin"))).toBeHidden();
    await look(page, "origins-1-door");
    await actor.tap(button(page, m("origins.switchOn")));
    await look(page, "origins-2-before");
    await beginSitting(actor, 30);
    await expect(h1(page, m("origins.familiarTitle"))).toBeFocused();
    await actor.choose(page.getByRole("checkbox", { name: promptText("origin-06") }));
    await page.mouse.wheel(0, 600);
    await expect(button(page, m("origins.stop"))).toBeInViewport();
    await look(page, "origins-3-familiar");
    await goOn(actor, 40);
    await actor.write(page.getByLabel(promptText("meaning-people"), { exact: true }), "That they are busy.");
    await expect(page.getByText(m("origins.beside"))).toHaveCount(4);
    await look(page, "origins-4-meaning");
    await goOn(actor, 35);
    await look(page, "origins-5-now");
    await actor.tap(button(page, m("origins.next")));
    await actor.write(page.getByLabel(m("origins.keep"), { exact: true }), "I can choose whom to ask.");
    await actor.slide(page.getByLabel(m("origins.check"), { exact: true }), 32);
    await look(page, "origins-6-close");
    await actor.tap(button(page, m("origins.end")));
    await expect(h1(page, m("origins.doneTitle"))).toBeFocused();
    await look(page, "origins-7-ground");
    await actor.tap(button(page, m("origins.nextToday")));
    await expect(page.getByText("I can choose whom to ask.")).toBeHidden();

    await page.reload();
    await visit(page, { screen: "origins", id: null });
    await expect(page.getByText("I can choose whom to ask.")).toBeVisible();
    await expect(page.getByText("That they are busy.")).toBeHidden();
    await look(page, "origins-8-kept");
    await actor.tap(button(page, m("origins.forgetAll")));
    await expect(page.getByText(m("origins.forgotten"))).toBeVisible();
    await expect(page.getByText("I can choose whom to ask.")).toBeHidden();
    await page.reload();
    await visit(page, { screen: "origins", id: null });
    await expect(h1(page, m("origins.title"))).toBeVisible();
    await expect(page.getByText(m("origins.pastTitle"))).toBeHidden();
    expect(seen.complaints()).toEqual([]);
  });
}

test("the clock ends a sitting by itself, and a reload never takes one up again", async ({ page, server }) => {
  test.setTimeout(200_000);
  const actor = byPointer(page);
  await toDoor(actor, server.origin);
  await actor.tap(button(page, m("origins.switchOn")));
  await beginSitting(actor, 20);
  await expect(timer(page)).toHaveText("15 minutes left");
  await page.clock.fastForward(6 * 60_000 + 3_000);
  await expect(timer(page)).toHaveText("9 minutes left");
  await page.clock.fastForward(8 * 60_000);
  await expect(timer(page)).toHaveText("The last minute");
  // A tab that was asleep: the clock jumps, hardly a tick has come.
  await page.clock.fastForward(60 * 60_000);
  await expect(h1(page, m("origins.timeTitle"))).toBeVisible();
  await look(page, "origins-9-time");

  await visit(page, { screen: "origins", id: null });
  await expect(h1(page, m("origins.timeTitle"))).toBeVisible();
  await visit(page, { screen: "learn", id: null });
  await visit(page, { screen: "origins", id: null });
  await beginSitting(actor, 20);
  await expect(timer(page)).toBeVisible();
  await page.reload();
  await visit(page, { screen: "origins", id: null });
  await expect(page.getByText(m("origins.leftOpenTitle"))).toBeVisible();
  await expect(button(page, m("origins.begin"))).toBeHidden();
  await look(page, "origins-10-left-open");
  await actor.tap(button(page, m("origins.leftOpenEnd")));
  await expect(h1(page, m("origins.stoppedTitle"))).toBeVisible();
});

test("it stops when it gets heavier, and does not begin on a heavy day", async ({ page, server }) => {
  test.setTimeout(200_000);
  const actor = byPointer(page);
  await toDoor(actor, server.origin);
  await actor.tap(button(page, m("origins.switchOn")));
  await beginSitting(actor, 40);
  await goOn(actor, 72);
  await expect(h1(page, m("origins.roseTitle"))).toBeFocused();
  await expect(page.getByText(m("origins.afterHeavy"))).toBeVisible();
  await look(page, "origins-11-rose");
  await visit(page, { screen: "learn", id: null });
  await visit(page, { screen: "origins", id: null });
  await beginSitting(actor, 75);
  await expect(h1(page, m("origins.tooMuchTitle"))).toBeVisible();
  await look(page, "origins-12-too-much");
  await visit(page, { screen: "today", id: null });
  await visit(page, { screen: "origins", id: null });
  await expect(page.getByRole("button", { name: /^Delete this, kept on/ })).toHaveCount(1);
});

test("at night another time is suggested first", async ({ page, server }) => {
  const actor = byPointer(page);
  await toDoor(actor, server.origin, "2026-03-02T23:10:00");
  await actor.tap(button(page, m("origins.switchOn")));
  await expect(page.getByText(m("origins.nightTitle"))).toBeVisible();
  await expect(button(page, m("origins.begin"))).toBeHidden();
  await look(page, "origins-13-night");
  await actor.tap(button(page, m("origins.nightAnyway")));
  await expect(button(page, m("origins.begin"))).toBeVisible();
});

test("in and out again by the keyboard alone", async ({ page, server }) => {
  test.setTimeout(200_000);
  const actor = byKeyboard(page);
  await toDoor(actor, server.origin);
  await actor.tap(button(page, m("origins.switchOn")));
  await beginSitting(actor, 15);
  await expect(h1(page, m("origins.familiarTitle"))).toBeFocused();
  await goOn(actor, 18);
  await expect(h1(page, m("origins.meaningTitle"))).toBeFocused();
  await actor.write(page.getByLabel(promptText("meaning-asking"), { exact: true }), "weakness");
  await actor.tap(button(page, m("origins.stop")));
  await expect(h1(page, m("origins.stoppedTitle"))).toBeFocused();
  await actor.slide(page.getByLabel(m("origins.check"), { exact: true }), 10);
  await actor.tap(button(page, m("origins.afterSave")));
  await expect(page.getByText(m("origins.afterSaved"))).toBeVisible();
});
