import { readFile } from "node:fs/promises";
import { expect as expectNow } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { keepCopy, toJoin, writeDown } from "../world/devices.ts";
import { passphrase, sayAgain, setLock } from "../world/lock.ts";
import { begin, button, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, test } from "./journey.ts";

const expect = expectNow.configure({ timeout: 60_000 });

test("everything is lost, and the twelve words bring it back on a new device", async ({ page, browser, server }) => {
  test.setTimeout(500_000);
  await begin(byPointer(page), server.origin, schoolRun);
  await setLock(page);
  await keepCopy(page);
  await writeDown(page, "Carried the boxes up");
  await visit(page, { screen: "words", id: null });
  await button(page, m("lock.wordsShow")).click();
  await sayAgain(page);
  await expect(page.getByRole("listitem")).toHaveCount(12);
  await expect(page.getByText(m("lock.wordsSaved"))).toBeVisible();
  const words = (await page.getByRole("listitem").allInnerTexts()).map((word) => word.trim());
  await visit(page, { screen: "mine", id: null });
  await expect(page.getByText("The copy is up to date.")).toBeVisible();
  await page.context().close();

  const fresh = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "en-GB" });
  const next = await fresh.newPage();
  await toJoin(next, server.origin);
  await next.getByLabel(m("devices.wordsField"), { exact: true }).fill([...words].reverse().join(" "));
  await button(next, m("devices.wordsGo")).click();
  await expect(next.getByText(m("devices.badWords")).or(next.getByText(m("devices.nothingThere")))).toBeVisible();
  await look(next, "recovery-wrong");
  await next.getByLabel(m("devices.wordsField"), { exact: true }).fill(words.join(" "));
  await button(next, m("devices.wordsGo")).click();
  await expect(next.getByRole("heading", { level: 1, name: m("devices.back") })).toBeVisible();
  await expect(next.getByText(/Words alone cannot prove/)).toBeVisible();
  await look(next, "recovery-back");
  await button(next, m("devices.toToday")).click();
  await expect(next.getByText(schoolRun.carrying).first()).toBeVisible();
  await visit(next, { screen: "devices", id: null });
  await expect(next.getByText(m("devices.this"), { exact: true })).toBeVisible();
  await fresh.close();
});

test("a file and its words bring everything back where there was a lock", async ({ page, browser, server }, info) => {
  test.setTimeout(500_000);
  await begin(byPointer(page), server.origin, schoolRun);
  await setLock(page);
  await visit(page, { screen: "mine", id: null });
  await button(page, m("mine.backupMake")).click();
  await sayAgain(page);
  await expect(page.getByRole("heading", { name: m("mine.wordsTitle") })).toBeVisible();
  const words = await page
    .getByRole("listitem")
    .filter({ hasText: /^\s*[a-z]{3,8}\s*$/ })
    .allInnerTexts();
  expect(words).toHaveLength(12);
  await page.getByText(m("mine.wordsWritten"), { exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, m("mine.fileSave")).click()]);
  const file = info.outputPath("kept.bin");
  await download.saveAs(file);
  const bytes = await readFile(file);
  expect([passphrase, "school run"].some((text) => bytes.includes(text))).toBe(false);

  const fresh = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "en-GB" });
  const next = await fresh.newPage();
  await begin(byPointer(next), server.origin, { ...schoolRun, carrying: "Something new" });
  await visit(next, { screen: "mine", id: null });
  await next.locator('input[type="file"]').first().setInputFiles(file);
  await next.getByLabel(m("mine.restoreWords"), { exact: true }).fill(words.join(" "));
  await button(next, m("mine.restoreGo")).click();
  // Another record is taken in only after a question.
  await expect(next.getByText(m("faults.backupOther"))).toBeVisible();
  await look(next, "recovery-other");
  await button(next, m("mine.restoreBeside")).click();
  await expect(next.getByText(/entries came back/)).toBeVisible();
  await look(next, "recovery-file");
  await fresh.close();
});
