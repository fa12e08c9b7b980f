import { expect as expectNow, type Page } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { beEqual, everything, keepCopy, secondBrowser, upToDate, writeDown } from "../world/devices.ts";
import { begin, button, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { restorableRelay } from "../world/restored-relay.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

const expect = expectNow.configure({ timeout: 90_000 });

const seen = async (page: Page, ...kinds: readonly ("own-rolled-back" | "rolled-back")[]): Promise<void> => {
  await visit(page, { screen: "today", id: null });
  await expect(page.getByText(m("shell.alarm"))).toBeVisible();
  await look(page, "restored-today");
  await button(page, m("shell.alarmOpen")).click();
  for (const kind of kinds) await expect(page.getByText(m(`devices.alarm.${kind}`))).toBeVisible();
};

test("a relay restored from yesterday's copy is noticed, said in words, and has everything in the end", async ({
  page,
  browser,
}) => {
  test.setTimeout(400_000);
  const relay = await restorableRelay();
  try {
    const { complaints } = watchPage(page, relay.origin);
    await begin(byPointer(page), relay.origin, schoolRun);
    await keepCopy(page);
    const { other, second } = await secondBrowser(page, browser, relay.origin);
    await relay.copyAway();
    await writeDown(page, "Carried the boxes up");
    await writeDown(second, "Mended the lamp");
    await beEqual(page, second);
    await upToDate(page);
    await upToDate(second);
    const before = relay.holds();

    // The second device sleeps meanwhile: whoever comes first finds the old copy, tells it, and fills it again for both.
    await second.goto("about:blank");
    await relay.stop();
    await relay.putBack();
    expect(relay.holds()).toBeLessThan(before);
    await seen(page, "own-rolled-back");
    await second.goto(`${relay.origin}/`);
    await upToDate(page);
    await upToDate(second);
    await expect.poll(() => relay.holds(), { timeout: 60_000 }).toBeGreaterThanOrEqual(before);
    await beEqual(page, second);
    for (const one of [page, second])
      expect(await everything(one)).toMatch(/(?=.*Carried the boxes up)(?=.*Mended the lamp)(?=.*school run)/s);
    await visit(page, { screen: "devices", id: null });
    await look(page, "restored-devices");
    const away = button(page, m("devices.alarmSeen"));
    while ((await away.count()) > 0) await away.first().click();
    await page.reload();
    await visit(page, { screen: "devices", id: null });
    await expect(page.getByText(m("devices.lead"))).toBeVisible();
    await expect(page.getByText(m("devices.alarmTitle.own-rolled-back"))).toHaveCount(0);
    expect(complaints()).toEqual([]);
    await other.close();
  } finally {
    await relay.end();
  }
});
