/** Joins two browsers as a person does: a picture of the one's code is given to the other. */
import { readFile } from "node:fs/promises";
import { expect as expectNow, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { button } from "./loop.ts";
import { visit } from "./places.ts";
import { m } from "./words.ts";

const expect = expectNow.configure({ timeout: 60_000 });

/** Opens the app on a new device and goes to where it can join. */
export const toJoin = async (page: Page, origin: string): Promise<void> => {
  await page.goto(`${origin}/`);
  await button(page, m("welcome.elsewhere")).click();
  await expect(page.getByRole("heading", { level: 1, name: m("devices.joinTitle") })).toBeVisible();
};

/** The new device's code as a picture, and its six digits. */
export const showCode = async (page: Page): Promise<{ readonly picture: Buffer; readonly digits: string }> => {
  await button(page, m("devices.codeNew")).click();
  const code = page.getByRole("img", { name: m("devices.joinCode") });
  await expect(code).toBeVisible();
  const text = await page.locator("main").innerText();
  return { picture: await code.screenshot(), digits: /\b\d{3} ?\d{3}\b/.exec(text)?.[0] ?? "" };
};

/** On the old device: gives it the picture; ends where the digits are compared. */
export const readCode = async (page: Page, picture: Buffer): Promise<void> => {
  await visit(page, { screen: "add-device", id: null });
  await page.locator('input[type="file"]').setInputFiles({ name: "code.png", mimeType: "image/png", buffer: picture });
  await expect(page.getByText(m("devices.digits"))).toBeVisible();
};

/** On the old device: the digits are the same; the new one gets its name. `guard` says the passphrase where asked. */
export const letIn = async (page: Page, name: string, guard: () => Promise<void>): Promise<void> => {
  await button(page, m("devices.same")).click();
  await page.getByLabel(m("devices.nameField"), { exact: true }).fill(name);
  await button(page, m("devices.add")).click();
  await guard();
  await expect(page.getByText(m("devices.joined", { name }))).toBeVisible();
};

/** Switches the sealed copy on in Mine and waits until everything is there. */
export const keepCopy = async (page: Page): Promise<void> => {
  await visit(page, { screen: "mine", id: null });
  await page.getByText(m("mine.copySwitch"), { exact: true }).click();
  await expect(page.getByText("The copy is up to date.")).toBeVisible();
};

/** The six words of all that a device has seen. */
export const sixWords = async (page: Page): Promise<string> => {
  await visit(page, { screen: "devices", id: null });
  await button(page, m("devices.wordsShow")).click();
  const words = page.getByRole("status").filter({ hasText: /^\S+( \S+){5}$/ });
  await expect(words).toBeVisible();
  return words.innerText();
};

/** Notes something done alone: the quickest thing to write. */
export const writeDown = async (page: Page, what: string): Promise<void> => {
  await visit(page, { screen: "alone", id: null });
  await page.getByLabel(m("outcome.aloneWhat"), { exact: true }).fill(what);
  await button(page, m("outcome.note")).click();
  await expect(page.getByText(m("outcome.aloneSaved"))).toBeVisible();
};

/** Lets a second browser in where there is no lock; ends where it says that it has everything. */
export const secondBrowser = async (
  page: Page,
  browser: Browser,
  origin: string,
  before: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<{ readonly other: BrowserContext; readonly second: Page }> => {
  const other = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "en-GB" });
  const second = await other.newPage();
  await before(second);
  await toJoin(second, origin);
  const { picture } = await showCode(second);
  await readCode(page, picture);
  await letIn(page, "Laptop", () => Promise.resolve());
  await expect(second.getByRole("button", { name: m("devices.toToday"), exact: true })).toBeVisible();
  return { other, second };
};

/** Waits until two devices show the same six words: both have seen the same. */
export const beEqual = (one: Page, other: Page): Promise<void> =>
  expect
    .poll(async () => (await sixWords(one)) === (await sixWords(other)), { timeout: 90_000, intervals: [1_000] })
    .toBe(true);

/** Waits until the relay has everything of a device. */
export const upToDate = async (page: Page): Promise<void> => {
  await visit(page, { screen: "mine", id: null });
  await expect(page.getByText("The copy is up to date.")).toBeVisible();
};

/** Everything readable that a device holds where there is no lock, as its file says it. */
export const everything = async (page: Page): Promise<string> => {
  await visit(page, { screen: "mine", id: null });
  await button(page, m("mine.openMake")).click();
  const save = button(page, m("mine.openJson"));
  await expect(save).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
  await button(page, m("mine.openDrop")).click();
  return readFile(await download.path(), "utf8");
};
