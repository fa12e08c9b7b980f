import { expect, type Locator, type Page } from "@playwright/test";
import { signCatalogue, stepCatalogue } from "@belay/content";
import { byKeyboard, byPointer } from "../world/actor.ts";
import { begin, button, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

const textOf = (id: string): string => signCatalogue.find((sign) => sign.id === id)?.text ?? id;

/** One reply to one sign. */
const reply = (page: Page, id: string, word: string): Locator =>
  page.getByRole("group", { name: textOf(id) }).getByRole("radio", { name: word, exact: true });

const often = m("signs.reply.often");
const sometimes = m("signs.reply.sometimes");

const heading = (page: Page, name: string): Locator => page.getByRole("heading", { level: 1, name });

/** The first step that a sign leads to. */
const firstStep = (id: string): string => {
  const sign = signCatalogue.find((one) => one.id === id);
  return stepCatalogue.find((step) => step.id === sign?.steps[0])?.title ?? "";
};

for (const width of [390, 1280] as const) {
  test(`what somebody knows of themselves leads to a step, ${width} px wide`, async ({ page, server }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 844 });
    const seen = watchPage(page, server.origin);
    const actor = byPointer(page);
    await begin(actor, server.origin, schoolRun);
    await actor.tap(button(page, m("shell.more")));
    await actor.tap(button(page, m("shell.drawer.signs")));
    await expect(heading(page, m("signs.title"))).toBeVisible();
    await expect(page.getByText(m("signs.notTest"))).toBeVisible();
    await look(page, "signs-1-first");

    await actor.tap(page.getByRole("button", { name: m("signs.group.body") }));
    await expect(heading(page, m("signs.group.body"))).toBeVisible();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await actor.choose(reply(page, "sign-sp-05", often));
    await actor.choose(reply(page, "sign-sp-07", sometimes));
    await look(page, "signs-2-part");

    // Drafts are written once nothing was chosen for a moment; then the tab may go.
    await page.waitForTimeout(1_000);
    await page.reload();
    await expect(reply(page, "sign-sp-05", often)).toBeChecked();
    await expect(reply(page, "sign-sp-07", sometimes)).toBeChecked();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(2);

    await actor.tap(button(page, m("signs.save")));
    await expect(heading(page, m("signs.savedTitle"))).toBeVisible();
    await expect(page.getByText(m("signs.why", { why: textOf("sign-sp-05") })).first()).toBeVisible();
    await look(page, "signs-3-saved");
    await actor.tap(button(page, m("signs.enough")));
    await expect(heading(page, m("signs.title"))).toBeVisible();
    await page.getByText(m("signs.said"), { exact: true }).click();
    await look(page, "signs-4-again");
    await actor.tap(page.getByRole("button", { name: firstStep("sign-sp-05") }).first());
    await expect(heading(page, firstStep("sign-sp-05"))).toBeVisible();
    expect(seen.complaints()).toEqual([]);
  });
}

test("by the keyboard alone: a part is answered, a change is told in a later month", async ({ page, server }) => {
  test.setTimeout(240_000);
  await page.clock.setFixedTime(new Date("2026-03-02T10:00:00"));
  const actor = byKeyboard(page);
  await begin(actor, server.origin, schoolRun);
  await visit(page, { screen: "signs", id: null });
  await actor.tap(page.getByRole("button", { name: m("signs.group.people") }));
  await expect(heading(page, m("signs.group.people"))).toBeVisible();
  await actor.choose(reply(page, "sign-sr-03", often));
  await actor.tap(button(page, m("signs.save")));
  await expect(heading(page, m("signs.savedTitle"))).toBeVisible();
  await expect(heading(page, m("signs.savedTitle"))).toBeFocused();

  await page.clock.setFixedTime(new Date("2026-05-04T10:00:00"));
  await actor.tap(button(page, m("signs.enough")));
  await actor.tap(page.getByRole("button", { name: m("signs.group.people") }));
  await expect(page.getByText(/Last said on 2 March: often/)).toBeVisible();
  await actor.choose(reply(page, "sign-sr-03", sometimes));
  await actor.tap(button(page, m("signs.save")));
  await expect(page.getByText("On 2 March you said often, today sometimes.")).toBeVisible();
  await look(page, "signs-5-changed");
  await actor.tap(page.getByRole("button", { name: firstStep("sign-sr-03") }).first());
  await expect(heading(page, firstStep("sign-sr-03"))).toBeVisible();
});

test("with text twice as large nothing is cut off", async ({ page, server }) => {
  test.setTimeout(120_000);
  await begin(byPointer(page), server.origin, schoolRun);
  await visit(page, { screen: "signs", id: "people" });
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await reply(page, "sign-sr-03", often).check({ force: true });
  await look(page, "signs-6-large");
  await button(page, m("signs.save")).click();
  await expect(heading(page, m("signs.savedTitle"))).toBeVisible();
  await look(page, "signs-7-large-saved");
});
