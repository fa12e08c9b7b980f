import { expect as expectNow, type Page } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { badLine, withholding } from "../world/bad-line.ts";
import {
  keepCopy,
  readCode,
  letIn,
  secondBrowser,
  beEqual,
  showCode,
  toJoin,
  upToDate,
  writeDown,
} from "../world/devices.ts";
import { begin, button, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { restorableRelay } from "../world/restored-relay.ts";
import { m } from "../world/words.ts";
import { cached, look, test } from "./journey.ts";

const expect = expectNow.configure({ timeout: 60_000 });
const dayMs = 86_400_000;
type Alarm = "fork" | "withheld" | "clock-off" | "rotation-refused" | "storage-lost";

/** The card about it, on the page of the devices; `name` is the device it names. */
const isTold = async (page: Page, alarm: Alarm, name = ""): Promise<void> => {
  await visit(page, { screen: "devices", id: null });
  await expect(page.getByText(m(`devices.alarmTitle.${alarm}`))).toBeVisible();
  await expect(page.getByText(m(`devices.alarm.${alarm}`, { name }))).toBeVisible();
  await look(page, `alarm-${alarm}`);
};

/** As the browser does that clears what a page has stored: the entries go, the keys lie elsewhere. */
const clearStorage = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.deleteDatabase("belay");
        asked.addEventListener("success", () => resolve());
        asked.addEventListener("error", () => reject(new Error("not deleted")));
      }),
  );

/** Takes the newest entry off the disk, and what is known of copying: an old copy of this device was brought back. */
const goBack = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("belay");
        opening.addEventListener("error", () => reject(new Error("not opened")));
        opening.addEventListener("success", () => {
          const work = opening.result.transaction(["log", "meta"], "readwrite");
          const newest = work.objectStore("log").openCursor(null, "prev");
          newest.addEventListener("success", () => void newest.result?.delete());
          work.objectStore("meta").clear();
          work.addEventListener("complete", () => {
            opening.result.close();
            resolve();
          });
        });
      }),
  );

test("storage that the browser cleared, and a clock that is off, are told; what was copied comes back", async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  await begin(byPointer(page), server.origin, schoolRun);
  await keepCopy(page);
  const { other, second } = await secondBrowser(page, browser, server.origin);
  await second.clock.install({ time: Date.now() + 3 * dayMs });
  await second.reload();
  await writeDown(second, "Mended the lamp");
  await beEqual(page, second);
  await isTold(page, "clock-off", "Laptop");
  await button(page, m("devices.alarmSeen")).click();
  await expect(page.getByText(m("devices.alarmTitle.clock-off"))).toHaveCount(0);

  await clearStorage(page);
  await page.reload();
  await isTold(page, "storage-lost");
  await visit(page, { screen: "today", id: null });
  await expect(page.getByText(schoolRun.carrying).first()).toBeVisible();
  await beEqual(page, second);
  await other.close();
});

test("a relay that keeps something back, and one that does not take new keys, are told", async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  let deaf = true;
  await badLine(page, {
    toRelay: (frame) =>
      deaf && frame.kind === "rotate"
        ? { kind: "refused", ref: frame.ref, code: "slow-down", retryAfterMs: 1_000 }
        : null,
  });
  await begin(byPointer(page), server.origin, schoolRun);
  await keepCopy(page);
  for (const what of ["Mended the lamp", "Carried the boxes up", "Wrote to the landlord"]) await writeDown(page, what);
  await upToDate(page);

  const other = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "en-GB" });
  const second = await other.newPage();
  let first = "";
  await badLine(second, {
    fromRelay: (frame) => {
      if (frame.kind === "welcome") first = Buffer.from(frame.devices[0]?.deviceId ?? []).toString("hex");
      return withholding(first, 6)(frame);
    },
  });
  await toJoin(second, server.origin);
  const { picture } = await showCode(second);
  await readCode(page, picture);
  await letIn(page, "Laptop", () => Promise.resolve());
  await expect(button(second, m("devices.toToday"))).toBeVisible();
  await expect(second.getByText(m("devices.backBoth"))).toBeVisible();
  await second.clock.install({ time: Date.now() + 1.1 * dayMs });
  await second.reload();
  await expect(second.getByRole("heading", { level: 1 })).toBeVisible();
  await visit(second, { screen: "devices", id: null });
  await expect(second.getByText(m("devices.alarmTitle.withheld"))).toBeVisible();
  await look(second, "alarm-withheld");
  await other.close();

  await visit(page, { screen: "devices", id: null });
  await button(page, m("devices.remove", { name: "Laptop" })).click();
  await button(page, m("devices.removeYes")).click();
  await expect(page.getByText(m("devices.removedNow", { name: "Laptop" }))).toBeVisible();
  await isTold(page, "rotation-refused");
  // Asked again with the next line, and taken.
  deaf = false;
  await button(page, m("devices.alarmSeen")).click();
  await page.reload();
  await writeDown(page, "Only for this device");
  await upToDate(page);
  await visit(page, { screen: "devices", id: null });
  await expect(page.getByText(m("devices.removed"))).toBeVisible();
  await expect(page.getByText(m("devices.alarmTitle.rotation-refused"))).toHaveCount(0);
});

test("an old copy of a device that was brought back writes a second history, and that is told", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const relay = await restorableRelay();
  try {
    await begin(byPointer(page), relay.origin, schoolRun);
    await keepCopy(page);
    const { other, second } = await secondBrowser(page, browser, relay.origin);
    await cached(second);
    await relay.copyAway();
    await writeDown(second, "Mended the lamp");
    await beEqual(page, second);
    await page.goto("about:blank");
    await relay.stop();
    await goBack(second);
    await second.reload();
    await writeDown(second, "Left the lamp as it is");
    await relay.putBack();
    await upToDate(second);
    await page.goto(`${relay.origin}/`);
    await isTold(page, "fork", "Laptop");
    await expect(button(page, m("devices.remove", { name: "Laptop" }))).toBeVisible();
    await other.close();
  } finally {
    await relay.end();
  }
});
