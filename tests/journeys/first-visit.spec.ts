import { readFile } from "node:fs/promises";
import { expect as expectNow } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { lockNow, sayAgain, setLock, unlock } from "../world/lock.ts";
import { beginHere, button, checkIn, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { startServer } from "../world/server.ts";
import { m } from "../world/words.ts";
import { cached, look, test, watchPage } from "./journey.ts";

const expect = expectNow.configure({ timeout: 60_000 });

test("after one visit the server may vanish: lock, delete one thing and take everything along all the same", async ({
  page,
}, info) => {
  test.setTimeout(240_000);
  const server = await startServer();
  const { complaints } = watchPage(page, server.origin);
  await page.goto(`${server.origin}/`);
  await cached(page);
  await server.stop();
  await page.context().setOffline(true);

  await page.reload();
  await beginHere(byPointer(page), schoolRun);
  await checkIn(byPointer(page), 40);
  await setLock(page);
  await lockNow(page);
  await unlock(page);
  await expect(page.getByRole("heading", { level: 1, name: m("mine.title") })).toBeVisible();

  await page.getByText(m("mine.eraseShow"), { exact: true }).click();
  await look(page, "erase-list");
  const row = page.getByRole("button", { name: m("mine.eraseNamed", { what: schoolRun.carrying }) }).first();
  await row.click();
  await expect(page.getByText(m("mine.eraseText"))).toBeVisible();
  await look(page, "erase-sure");
  await button(page, m("mine.eraseYes")).click();
  await expect(page.getByText(m("mine.erased"))).toBeVisible();

  await button(page, m("mine.openMake")).click();
  await sayAgain(page);
  await expect(page.getByText(m("mine.openMade"))).toBeVisible();
  await look(page, "export-made");
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, m("mine.openJson")).click()]);
  const file = info.outputPath("all.json");
  await download.saveAs(file);
  const text = await readFile(file, "utf8");
  expect(text).toContain("checkin/noted@1");
  expect(text.split("checkin/noted@1")).toHaveLength(2);

  // The words open nothing yet, and that is said; the backup file needs nobody.
  await visit(page, { screen: "words", id: null });
  await button(page, m("lock.wordsShow")).click();
  await sayAgain(page);
  await expect(page.getByText(m("lock.wordsUnsaved"))).toBeVisible();
  expect(complaints()).toEqual([]);
});
