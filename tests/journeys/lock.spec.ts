import { expect as expectNow } from "@playwright/test";
import { byKeyboard, byPointer } from "../world/actor.ts";
import { atTheDoor, lockNow, passField, passphrase, sayAgain, setLock, unlock } from "../world/lock.ts";
import { begin, button, chooseSomeoneNew, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

const expect = expectNow.configure({ timeout: 60_000 });

test("set a lock, write, lock, open: the words are there, and the place that was open", async ({ page, server }) => {
  test.setTimeout(400_000);
  const { complaints } = watchPage(page, server.origin);
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  await visit(page, { screen: "lock", id: null });
  await expect(page.getByText(m("lock.offered"))).toBeVisible();
  await look(page, "lock-set");
  await setLock(page);
  await look(page, "lock-done");

  // An ask that is half written when it locks.
  await visit(page, { screen: "today", id: null });
  await button(page, m("today.carryAsk")).click();
  await chooseSomeoneNew(actor, schoolRun.nickname);
  await actor.write(page.getByLabel(m("ask.yourWords"), { exact: true }), "Could you take the");
  await lockNow(page);
  await page.goBack();
  await atTheDoor(page);
  await expect(page.locator("body")).not.toContainText(/Noor|school|Could you/);
  await look(page, "lock-door");
  await page.setViewportSize({ width: 1280, height: 860 });
  await look(page, "lock-door");
  await page.setViewportSize({ width: 390, height: 844 });

  await unlock(page);
  await expect(page.getByLabel(m("ask.yourWords"), { exact: true })).toHaveValue("Could you take the");

  await lockNow(page);
  await unlock(page);
  await expect(page.getByRole("heading", { level: 1, name: m("mine.title") })).toBeVisible();
  await look(page, "lock-mine");
  expect(complaints()).toEqual([]);
});

test("a wrong passphrase waits, says so calmly, and deletes nothing", async ({ page, server }) => {
  test.setTimeout(300_000);
  await begin(byPointer(page), server.origin, schoolRun);
  await setLock(page);
  await lockNow(page);
  await unlock(page, "something else entirely");
  await expect(page.getByText(/That did not open it/)).toBeVisible();
  await look(page, "lock-wrong");
  // A reload does not shorten the wait.
  await page.reload();
  await atTheDoor(page);
  const open = button(page, m("lock.open"));
  await expect(open).not.toHaveAttribute("aria-disabled", "true");
  await unlock(page);
  await expect(page.getByRole("heading", { level: 1, name: m("mine.title") })).toBeVisible();
  await visit(page, { screen: "today", id: null });
  await expect(button(page, m("today.carryAsk"))).toBeVisible();
});

test("help is there before the passphrase, and says nothing of what is behind", async ({ page, server }) => {
  test.setTimeout(200_000);
  await begin(byPointer(page), server.origin, schoolRun);
  await setLock(page);
  await lockNow(page);
  await page.getByRole("button", { name: m("shell.helpLabel") }).click();
  await expect(page.getByRole("heading", { level: 1, name: m("help.title") })).toBeVisible();
  await expect(page.locator("body")).not.toContainText(/school run/);
  await page.goBack();
  await atTheDoor(page);
});

test("by the keyboard alone: lock, open, and look at the twelve words", async ({ page, server }) => {
  test.setTimeout(300_000);
  const actor = byKeyboard(page);
  await begin(byPointer(page), server.origin, schoolRun);
  await setLock(page);
  await visit(page, { screen: "mine", id: null });
  await actor.tap(button(page, m("lock.lockNow")));
  await atTheDoor(page);
  await actor.write(passField(page), passphrase);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: m("mine.title") })).toBeVisible();
  await actor.tap(button(page, m("lock.words")));
  await actor.tap(button(page, m("lock.wordsShow")));
  await look(page, "lock-again");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listitem")).toHaveCount(0);
  await actor.tap(button(page, m("lock.wordsShow")));
  await sayAgain(page);
  await expect(page.getByRole("listitem")).toHaveCount(12);
  await look(page, "lock-words");
  await actor.tap(button(page, m("lock.wordsCheck")));
  await look(page, "lock-words-check");
});
