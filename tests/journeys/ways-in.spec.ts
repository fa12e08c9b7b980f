import { chromium, expect as expectNow, type Page } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import { chromiumFlags, chromiumPath } from "../world/chromium.ts";
import { keepCopy, letIn, showCode, toJoin } from "../world/devices.ts";
import { atTheDoor, lockNow, passphrase, passField, sayAgain, setLock, unlock } from "../world/lock.ts";
import { begin, button, schoolRun } from "../world/loop.ts";
import { filmOf } from "../world/pixels.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

const expect = expectNow.configure({ timeout: 60_000 });

/** A passkey of the platform, as a device with a fingerprint has one. */
const withPasskeys = async (page: Page) => {
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable");
  const { authenticatorId } = await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      automaticPresenceSimulation: true,
      isUserVerified: true,
    },
  });
  return {
    /** From now on the fingerprint is not the person's; after some tries the platform takes none any more. */
    refuse: () => browser.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false }),
    kept: async () => (await browser.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
  };
};

test("a passkey opens it too, after the words, beside the passphrase, and until it is dropped", async ({
  page,
  server,
}) => {
  test.setTimeout(300_000);
  const { complaints } = watchPage(page, server.origin);
  const keys = await withPasskeys(page);
  await begin(byPointer(page), server.origin, schoolRun);
  await setLock(page);
  await visit(page, { screen: "mine", id: null });
  await expect(page.getByText(m("lock.keyFirst"))).toBeVisible();
  await visit(page, { screen: "words", id: null });
  await button(page, m("lock.wordsShow")).click();
  await sayAgain(page);
  await expect(page.getByRole("listitem")).toHaveCount(12);

  await visit(page, { screen: "mine", id: null });
  await button(page, m("lock.keyAdd")).click();
  await expect(page.getByText(m("lock.keyAsk"))).toBeVisible();
  await look(page, "passkey-ask");
  await button(page, m("lock.keyYes")).click();
  await sayAgain(page);
  await expect(page.getByText(m("lock.keySet"))).toBeVisible();
  // What the platform keeps about it names nobody and nothing but the app.
  const [kept, ...more] = await keys.kept();
  expect(more).toEqual([]);
  expect([kept?.userName, kept?.userDisplayName]).toEqual([m("shell.product"), m("shell.product")]);

  await lockNow(page);
  await look(page, "passkey-door");
  await button(page, m("lock.withKey")).click();
  await expect(page.getByRole("heading", { level: 1, name: m("mine.title") })).toBeVisible();
  // It opens, and no more: what is guarded asks for the passphrase all the same.
  await button(page, m("mine.backupMake")).click();
  await sayAgain(page);
  await expect(page.getByRole("heading", { name: m("mine.wordsTitle") })).toBeVisible();
  await button(page, m("mine.fileDiscard")).click();
  await lockNow(page);
  // Somebody else's finger: the platform says no, once and for good, and the passphrase still opens.
  await keys.refuse();
  await button(page, m("lock.withKey")).click();
  await expect(page.getByText(m("lock.keyNot"))).toBeVisible();
  await look(page, "passkey-not");
  await unlock(page);
  await button(page, m("lock.keyDrop")).click();
  await sayAgain(page);
  await expect(page.getByText(m("lock.keyDropped"))).toBeVisible();
  await lockNow(page);
  await expect(button(page, m("lock.withKey"))).toHaveCount(0);
  expect(complaints()).toEqual([]);
});

test("a code is read through the camera, and the new device opens with a passphrase of its own", async ({
  browser,
  server,
}, info) => {
  test.setTimeout(300_000);
  const film = info.outputPath("code.y4m");
  const seeing = await chromium.launch({
    executablePath: chromiumPath(),
    args: [
      ...chromiumFlags,
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${film}`,
      "--use-fake-ui-for-media-stream",
    ],
  });
  const sizes = { viewport: { width: 390, height: 844 }, locale: "en-GB" } as const;
  const page = await (await seeing.newContext(sizes)).newPage();
  const { complaints } = watchPage(page, server.origin);
  await begin(byPointer(page), server.origin, schoolRun);
  // The app may use the camera; nothing else that looks, listens or tells a place.
  const may = await page.evaluate((): readonly string[] => {
    const policy: unknown = Reflect.get(document, "featurePolicy");
    return typeof policy === "object" && policy !== null ? Reflect.get(policy, "allowedFeatures").call(policy) : [];
  });
  expect(may).toContain("camera");
  expect(
    may.filter((name) => /microphone|geolocation|display-capture|usb|serial|bluetooth|payment/.test(name)),
  ).toEqual([]);
  // Devices meet through the copy, so it can be switched on right where it is missed.
  await visit(page, { screen: "add-device", id: null });
  await page.getByText(m("mine.copySwitch"), { exact: true }).click();
  await expect(button(page, m("devices.addCamera"))).toBeVisible();

  const second = await (await browser.newContext(sizes)).newPage();
  await toJoin(second, server.origin);
  await second.getByText(m("devices.lockSwitch"), { exact: true }).click();
  await button(second, m("lock.own")).click();
  await passField(second).fill(passphrase);
  await second.getByLabel(m("lock.again"), { exact: true }).fill(passphrase);
  await look(second, "join-lock");
  const { picture, digits } = await showCode(second);
  await filmOf(page.context(), picture, film);
  await button(page, m("devices.addCamera")).click();
  await expect(page.getByText(m("devices.digits"))).toBeVisible();
  await expect(page.locator("main")).toContainText(digits);
  await letIn(page, "Laptop", () => Promise.resolve());
  await expect(second.getByRole("heading", { level: 1, name: m("devices.back") })).toBeVisible();
  await look(second, "join-back");
  await button(second, m("devices.toToday")).click();
  await expect(second.getByText(schoolRun.carrying).first()).toBeVisible();
  await lockNow(second);
  await second.reload();
  await atTheDoor(second);
  await expect(second.locator("body")).not.toContainText(/school/);
  await unlock(second);
  await expect(second.getByRole("heading", { level: 1, name: m("mine.title") })).toBeVisible();
  // The first device has others now: a first lock would leave them behind, and that is said before anything is chosen.
  await visit(page, { screen: "lock", id: null });
  await expect(page.getByText(m("lock.othersFirst"))).toBeVisible();
  await look(page, "lock-others");
  expect(complaints()).toEqual([]);
  await second.context().close();
  await seeing.close();
});

test("where the camera may not be used it says so, and a picture of the code works as well", async ({
  page,
  server,
}) => {
  await begin(byPointer(page), server.origin, schoolRun);
  await keepCopy(page);
  await visit(page, { screen: "add-device", id: null });
  await button(page, m("devices.addCamera")).click();
  await expect(page.getByText(m("devices.cameraNot"))).toBeVisible();
  await look(page, "camera-not");
  await expect(page.locator('input[type="file"]')).toBeAttached();
});
