import { readFile, writeFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import {
  answerLink,
  begin,
  button,
  checkIn,
  chooseSomeoneNew,
  composeAndExpect,
  firstAsk,
  noteOutcome,
  schoolRun,
} from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { cached, look, test } from "./journey.ts";

/** Makes a backup file on Mine; gives its path and its words. */
const backUp = async (page: Page, path: string): Promise<readonly string[]> => {
  await visit(page, { screen: "mine", id: null });
  await button(page, m("mine.backupMake")).click();
  await expect(page.getByRole("heading", { name: m("mine.wordsTitle") })).toBeVisible();
  const words = await page
    .getByRole("listitem")
    .filter({ hasText: /^\s*[a-z]{3,8}\s*$/ })
    .allInnerTexts();
  expect(words).toHaveLength(12);
  await page.getByText(m("mine.wordsWritten"), { exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, m("mine.fileSave")).click()]);
  expect(download.suggestedFilename()).not.toMatch(/noor|ask|help|alone/i);
  await download.saveAs(path);
  return words.map((word) => word.trim());
};

const bringBack = async (page: Page, file: string, words: string): Promise<void> => {
  await page.getByLabel(m("mine.restoreFile")).or(page.locator('input[type="file"]')).first().setInputFiles(file);
  await page.getByLabel(m("mine.restoreWords"), { exact: true }).fill(words);
  await button(page, m("mine.restoreGo")).click();
};

const wipe = async (page: Page): Promise<void> => {
  await button(page, m("mine.deleteOpen")).click();
  await button(page, m("mine.deleteYes")).click();
  await expect(page.getByText(m("shell.stuckWiped"))).toBeVisible();
};

test("what happened is there after a reload, without a network, and after export, wipe and import", async ({
  page,
  browser,
  server,
}, info) => {
  test.setTimeout(240_000);
  const actor = byPointer(page);
  const url = await firstAsk(actor, server.origin, schoolRun);
  const other = await browser.newContext();
  await answerLink(byPointer(await other.newPage()), url, { answer: "yes", words: "Of course." });
  await other.close();
  await noteOutcome(actor, "It was easier than I thought.");

  await visit(page, { screen: "evidence", id: null });
  await expect(
    page.getByRole("heading", { level: 1, name: m("evidence.titleFew", { yes: 1, total: 1 }) }),
  ).toBeVisible();
  await expect(page.getByText(m("evidence.expected"), { exact: true }).first()).toBeVisible();
  await look(page, "evidence-one");
  await page.getByText(m("evidence.show"), { exact: true }).first().click();
  await expect(page.getByRole("table").first()).toBeVisible();

  await page.reload();
  await expect(
    page.getByRole("heading", { level: 1, name: m("evidence.titleFew", { yes: 1, total: 1 }) }),
  ).toBeVisible();

  await cached(page);
  await page.context().setOffline(true);
  await page.reload();
  await expect(
    page.getByRole("heading", { level: 1, name: m("evidence.titleFew", { yes: 1, total: 1 }) }),
  ).toBeVisible();
  for (const screen of ["today", "circle", "help", "mine", "steps"] as const) await visit(page, { screen, id: null });
  await visit(page, { screen: "alone", id: null });
  await page.getByLabel(m("outcome.aloneWhat"), { exact: true }).fill("Carried the boxes up");
  await button(page, m("outcome.note")).click();
  await expect(page.getByText(m("outcome.aloneSaved"))).toBeVisible();
  await page.context().setOffline(false);

  const file = info.outputPath("kept.bin");
  const words = await backUp(page, file);
  const bytes = await readFile(file);
  for (const text of ["Noor", "school run", "Carried the boxes"]) expect(bytes.includes(text)).toBe(false);
  await visit(page, { screen: "mine", id: null });
  await wipe(page);
  await page.reload();
  await expect(page.getByLabel(m("welcome.carrying"), { exact: true })).toHaveValue("");

  await button(page, m("welcome.skip")).click();
  await button(page, m("welcome.begin")).click();
  await expect(page.getByRole("navigation", { name: m("shell.rooms") })).toBeVisible();
  await visit(page, { screen: "mine", id: null });
  await bringBack(page, file, words.join(" "));
  await expect(page.getByText(/entries came back/)).toBeVisible();
  await visit(page, { screen: "evidence", id: null });
  await expect(
    page.getByRole("heading", { level: 1, name: m("evidence.titleFew", { yes: 1, total: 1 }) }),
  ).toBeVisible();
});

test("a file that cannot be taken is refused in one calm sentence, and nothing changes", async ({
  page,
  server,
}, info) => {
  test.setTimeout(180_000);
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  await checkIn(actor, 40);
  const good = info.outputPath("good.bin");
  const words = await backUp(page, good);
  const whole = await readFile(good);
  const bent = Buffer.from(whole);
  bent[bent.length - 30] = (bent[bent.length - 30] ?? 0) ^ 1;
  const newer = Buffer.from(whole);
  newer[4] = 9;
  const cases = [
    ["damaged", bent, words.join(" "), m("faults.backupDamaged")],
    ["cut short", whole.subarray(0, whole.length - 200), words.join(" "), m("faults.backupDamaged")],
    ["foreign", Buffer.from("a holiday picture ".repeat(400)), words.join(" "), m("faults.backupForeign")],
    ["newer", newer, words.join(" "), m("faults.backupNewer")],
    ["other words", whole, [...words].reverse().join(" "), m("faults.backupWords")],
  ] as const;
  for (const [name, file, typed, sentence] of cases) {
    const path = info.outputPath(`${name.replace(" ", "-")}.bin`);
    await writeFile(path, file);
    await visit(page, { screen: "mine", id: null });
    await bringBack(page, path, typed);
    await expect(page.getByText(sentence), name).toBeVisible();
    await expect(page.getByText(/Error|undefined|\bat .+:\d+/), name).toHaveCount(0);
    await expect(page.getByLabel(m("mine.restoreWords"), { exact: true }), `${name}: what was typed stays`).toHaveValue(
      typed,
    );
  }
  await visit(page, { screen: "today", id: null });
  await expect(page.getByText(m("today.energyLine", { words: m("today.energyBand2") }))).toBeVisible();
});

test("a half-finished form survives a reload", async ({ page, server }) => {
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  await visit(page, { screen: "alone", id: null });
  await page.getByLabel(m("outcome.aloneWhat"), { exact: true }).fill("Half a sentence about the");
  await page.waitForTimeout(1_500);
  await page.reload();
  await expect(page.getByLabel(m("outcome.aloneWhat"), { exact: true })).toHaveValue("Half a sentence about the");
});

test("two tabs show the same entries", async ({ page, server }) => {
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  const second = await page.context().newPage();
  await second.goto(`${server.origin}/`);
  await expect(button(second, m("today.note"))).toBeVisible();
  await checkIn(actor, 80);
  await expect(button(second, m("today.change"))).toBeVisible();
});

test("a full disk is said in words, and what was typed stays", async ({ page, server }) => {
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await visit(page, { screen: "alone", id: null });
  await page.getByLabel(m("outcome.aloneWhat"), { exact: true }).fill("Something that must not be lost");
  await button(page, m("outcome.note")).click();
  await expect(page.getByText(m("shell.notSavedRoom"))).toBeVisible();
  await expect(page.getByLabel(m("outcome.aloneWhat"), { exact: true })).toHaveValue("Something that must not be lost");
});

test("a link is not said to be ready before the relay holds it, and is made once it can be", async ({
  page,
  server,
}) => {
  test.setTimeout(120_000);
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  await checkIn(actor, 55);
  await actor.tap(button(page, m("today.carryAsk")));
  await chooseSomeoneNew(actor, schoolRun.nickname);
  await composeAndExpect(actor, schoolRun);
  await actor.tap(page.getByRole("button", { name: m("ask.link") }));
  await actor.write(page.getByLabel(m("ask.linkFrom"), { exact: true }), schoolRun.from);
  await cached(page);
  await page.context().setOffline(true);
  await actor.tap(button(page, m("ask.linkMake")));
  await expect(page.getByText(m("faults.linkOfflineKept"))).toBeVisible();
  const address = page.getByLabel(m("ask.linkAddress"), { exact: true });
  await expect(address).toBeHidden();
  // Nor after a reload, when nothing but the log remembers that a link was prepared.
  await page.reload();
  await expect(page.getByLabel(m("ask.linkFrom"), { exact: true })).toBeVisible();
  await expect(address).toBeHidden();
  await page.context().setOffline(false);
  await actor.tap(button(page, m("ask.linkMake")));
  await expect(address).toBeVisible();
  const other = await page.context().newPage();
  await answerLink(byPointer(other), await address.inputValue(), { answer: "yes", words: "Of course." });
});
