import { expect as expectNow, type Page } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { atTheDoor, lockNow, setLock, unlock } from "../world/lock.ts";
import { begin, button, chooseSomeoneNew, schoolRun } from "../world/loop.ts";
import { coloursIn } from "../world/pixels.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, test } from "./journey.ts";

const expect = expectNow.configure({ timeout: 60_000 });

/** The page goes out of sight, or comes back, as the browser tells it. */
const sight = (page: Page, hidden: boolean): Promise<void> =>
  page.evaluate((now) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => now });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);

test("out of sight nothing is drawn, not one letter, whatever was open", async ({ page, server }) => {
  await begin(byPointer(page), server.origin, schoolRun);
  const shot = (): Promise<number> =>
    page.screenshot({ animations: "disabled" }).then((png) => coloursIn(page.context(), png));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await visit(page, { screen: "mine", id: null });
    await button(page, m("mine.deleteOpen")).click();
    await expect(page.getByText(m("mine.deleteGoes"))).toBeVisible();
    expect(await shot()).toBeGreaterThan(20);
    await sight(page, true);
    expect(await shot()).toBe(1);
    await sight(page, false);
    expect(await shot()).toBeGreaterThan(20);
    await button(page, m("mine.deleteNo")).click();
  }
});

test("it locks by itself when nobody is there, and what was half written is there afterwards", async ({
  page,
  server,
}) => {
  test.setTimeout(240_000);
  const actor = byPointer(page);
  await page.clock.install();
  await begin(actor, server.origin, schoolRun);
  await setLock(page);
  await visit(page, { screen: "today", id: null });
  await button(page, m("today.carryAsk")).click();
  await chooseSomeoneNew(actor, schoolRun.nickname);
  const words = page.getByLabel(m("ask.yourWords"), { exact: true });
  await actor.write(words, "Could you take the");
  // Two quiet minutes.
  await page.clock.fastForward(121_000);
  await atTheDoor(page);
  await expect(page.locator("body")).not.toContainText(/Noor|school|Could you/);
  await unlock(page);
  await expect(words).toHaveValue("Could you take the");
  // One minute out of sight: covered at once, closed before it is seen again.
  await actor.write(words, "Could you take the school run");
  await sight(page, true);
  await page.clock.fastForward(61_000);
  await atTheDoor(page);
  await unlock(page);
  await expect(words).toHaveValue("Could you take the school run");
});

test("after some wrong guesses it says how long to wait, also after a reload, and deletes nothing", async ({
  page,
  server,
}) => {
  test.setTimeout(240_000);
  await begin(byPointer(page), server.origin, schoolRun);
  await setLock(page);
  await lockNow(page);
  const open = button(page, m("lock.open"));
  for (let guess = 0; guess < 4; guess += 1) {
    await expect(open).not.toHaveAttribute("aria-disabled", "true");
    await unlock(page, `something else entirely ${guess}`);
    await expect(page.getByText(m("lock.wrong"))).toBeVisible();
    await expect(page.getByText(m("lock.opening"))).toBeHidden();
  }
  await expect(page.getByText(/The next try is taken in \d seconds/)).toBeVisible();
  await look(page, "lock-waiting");
  await page.reload();
  await atTheDoor(page);
  await expect(page.getByText(/The next try is taken in/)).toBeVisible();
  await expect(open).toHaveAttribute("aria-disabled", "true");
  await expect(open).not.toHaveAttribute("aria-disabled", "true");
  await unlock(page);
  await expect(page.getByRole("heading", { level: 1, name: m("mine.title") })).toBeVisible();
});
