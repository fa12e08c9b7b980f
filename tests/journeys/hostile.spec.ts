import { expect, type Page } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { begin, button, schoolRun } from "../world/loop.ts";
import { everyStop, visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { test, watchPage } from "./journey.ts";

/** Texts that forms are given: nothing, far too much, and what tries to be more than text. */
const texts = [
  "",
  "x".repeat(100_000),
  `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`,
  "\u202Egnirts desrever\u202C \u0000 \uD800 \u{1F9D7}\u200D\u2640\uFE0F",
  "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324".repeat(200),
] as const;

/** Fills every field of the screen with `text`, as far as it takes it, and presses everything that saves. */
const fillAll = async (page: Page, text: string): Promise<void> => {
  for (const field of await page.locator("main textarea:visible, main input[type=text]:visible").all())
    await field.fill(text);
  for (const press of await page.locator("main button:visible").all()) {
    const name = (await press.textContent().catch(() => null)) ?? "";
    if (!/^(Note|Save|Go on|Keep|Add|Put it in|Fix it|Write it down)/.test(name.trim())) continue;
    await press.click({ timeout: 2_000 }).catch(() => undefined);
    break;
  }
};

test("no form can be made to lose words, run a script or show a stack", async ({ page, server }) => {
  test.setTimeout(420_000);
  const seen = watchPage(page, server.origin);
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  for (const stop of everyStop()) {
    for (const text of texts) {
      await visit(page, stop);
      await fillAll(page, text);
      await expect(page, stop.screen).toHaveTitle("Belay");
      await expect(
        page.getByText(/TypeError|ReferenceError|\bat [\w.]+ \(|\[object Object\]|undefined/),
        stop.screen,
      ).toHaveCount(0);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        stop.screen,
      ).toBeLessThanOrEqual(0);
    }
  }
  expect(seen.complaints()).toEqual([]);
});

test("a yes to a safety question stops the step, offers another way, and sends nothing", async ({ page, server }) => {
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  await actor.tap(button(page, m("today.carryAsk")));
  await actor.write(page.getByLabel(m("who.nickname"), { exact: true }), "Kim");
  await actor.choose(page.getByRole("radio", { name: m("steps.role.friend"), exact: true }));
  await actor.tap(button(page, m("who.next")));
  const groups = page
    .getByRole("group")
    .filter({ has: page.getByRole("radio", { name: m("screening.yes"), exact: true }) });
  await expect(groups.first()).toBeVisible();
  const count = await groups.count();
  for (let at = 0; at < count; at += 1) {
    await actor.choose(
      groups.nth(at).getByRole("radio", { name: m(at === 0 ? "screening.yes" : "screening.no"), exact: true }),
    );
  }
  await actor.tap(button(page, m("screening.next")));
  await expect(page.getByRole("heading", { level: 1, name: m("screening.stopTitle", { name: "Kim" }) })).toBeVisible();
  for (const way of [
    "screening.stopElse",
    "screening.stopLines",
    "screening.stopAlone",
    "screening.stopToday",
  ] as const) {
    await expect(button(page, m(way))).toBeVisible();
  }
  await actor.tap(button(page, m("screening.stopElse")));
  // Whoever hurt is not named again, not even as one who cannot be chosen.
  await expect(page.getByRole("heading", { level: 1, name: m("who.title") })).toBeVisible();
  await expect(page.getByText("Kim")).toHaveCount(0);
});

test("help is two taps away from every screen, before anything is opened, and without a network", async ({
  page,
  server,
}) => {
  test.setTimeout(180_000);
  await page.goto(`${server.origin}/`);
  await page
    .getByRole("button", { name: m("shell.helpLabel") })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: m("help.title") })).toBeVisible();
  await page.reload();
  const actor = byPointer(page);
  await page.evaluate(() => history.replaceState(null, ""));
  await begin(actor, server.origin, schoolRun);
  for (const stop of everyStop()) {
    await visit(page, stop);
    await page
      .getByRole("button", { name: m("shell.helpLabel") })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1, name: m("help.title") }), stop.screen).toBeVisible();
  }
});

test("an address without TLS that is not this machine opens nothing and says why", async ({ browser, server }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => Object.defineProperty(globalThis, "isSecureContext", { value: false }));
  await page.goto(`${server.origin}/`);
  await expect(page.getByText(m("shell.stuckInsecure"))).toBeVisible();
  await context.close();
});
