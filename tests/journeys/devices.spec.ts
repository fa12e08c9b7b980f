import { expect as expectNow } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { keepCopy, letIn, readCode, showCode, sixWords, toJoin, writeDown } from "../world/devices.ts";
import { sayAgain, setLock } from "../world/lock.ts";
import { begin, button, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

const expect = expectNow.configure({ timeout: 60_000 });

test("a second browser joins, both write without a network, meet and are equal; then it is removed", async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(600_000);
  const { complaints } = watchPage(page, server.origin);
  await begin(byPointer(page), server.origin, schoolRun);
  await setLock(page);
  await visit(page, { screen: "devices", id: null });
  await look(page, "devices-one");
  await visit(page, { screen: "add-device", id: null });
  await look(page, "devices-no-copy");
  await keepCopy(page);
  await visit(page, { screen: "add-device", id: null });
  await look(page, "devices-add");

  const other = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "en-GB" });
  const second = await other.newPage();
  await toJoin(second, server.origin);
  await look(second, "devices-join");
  const { picture, digits } = await showCode(second);
  await look(second, "devices-code");
  await readCode(page, picture);
  await expect(page.locator("main")).toContainText(digits);
  await look(page, "devices-digits");
  await letIn(page, "Laptop", () => sayAgain(page));
  await expect(second.getByRole("heading", { level: 1, name: m("devices.back") })).toBeVisible();
  await look(second, "devices-in");
  await button(second, m("devices.toToday")).click();
  await expect(second.getByText(schoolRun.carrying).first()).toBeVisible();

  await page.context().setOffline(true);
  await other.setOffline(true);
  await writeDown(page, "Carried the boxes up");
  await writeDown(second, "Mended the lamp");
  await page.context().setOffline(false);
  await other.setOffline(false);
  await expect
    .poll(async () => (await sixWords(page)) === (await sixWords(second)), { timeout: 120_000, intervals: [2_000] })
    .toBe(true);
  const words = await sixWords(page);
  expect(words.split(" ")).toHaveLength(6);
  await visit(page, { screen: "devices", id: null });
  await look(page, "devices-two");
  await page.setViewportSize({ width: 1280, height: 860 });
  await look(page, "devices-two");
  await page.setViewportSize({ width: 390, height: 844 });

  await button(page, m("devices.remove", { name: "Laptop" })).click();
  await look(page, "devices-remove");
  await button(page, m("devices.removeYes")).click();
  await sayAgain(page);
  await expect(page.getByText(m("devices.removedNow", { name: "Laptop" }))).toBeVisible();
  await expect(page.getByText(m("devices.removed"))).toBeVisible();
  await writeDown(page, "Only for this device");
  await second.waitForTimeout(5_000);
  await expect(second.locator("body")).not.toContainText("Only for this device");
  expect(await sixWords(second)).not.toBe(await sixWords(page));
  expect(complaints()).toEqual([]);
  await other.close();
});
