/** Sets, opens and closes the lock as a person does. */
import { expect as expectNow, type Locator, type Page } from "@playwright/test";
import { button } from "./loop.ts";
import { visit } from "./places.ts";
import { m } from "./words.ts";

/** Patient: stretching a passphrase is slow on purpose, and slower on a busy machine. */
const expect = expectNow.configure({ timeout: 60_000 });

/** A passphrase that would do; nobody uses it. */
export const passphrase = "willow pepper over nine lanterns";

/** The field for the passphrase: behind the lock, or in the question before a guarded act. */
export const passField = (page: Page): Locator => page.getByLabel(m("lock.passphrase"), { exact: true });

/** Sets the first lock with a passphrase of one's own, up to the screen that says it is done. */
export const setLock = async (page: Page, pass = passphrase): Promise<void> => {
  await visit(page, { screen: "lock", id: null });
  await button(page, m("lock.own")).click();
  await passField(page).fill(pass);
  await page.getByLabel(m("lock.again"), { exact: true }).fill(pass);
  await expect(page.getByText(m("lock.fine"))).toBeVisible();
  await button(page, m("lock.go")).click();
  await expect(page.getByRole("heading", { level: 1, name: m("lock.doneTitle") })).toBeVisible();
};

/** Closes it from Mine. */
export const lockNow = async (page: Page): Promise<void> => {
  await visit(page, { screen: "mine", id: null });
  await button(page, m("lock.lockNow")).click();
  await atTheDoor(page);
};

/** Waits for the door. */
export const atTheDoor = async (page: Page): Promise<void> => {
  await expect(page.getByRole("heading", { level: 1, name: m("lock.openTitle") })).toBeVisible();
};

/** Says the passphrase at the door. */
export const unlock = async (page: Page, pass = passphrase): Promise<void> => {
  await passField(page).fill(pass);
  await button(page, m("lock.open")).click();
};

/** Says it again where an act is guarded. */
export const sayAgain = async (page: Page, pass = passphrase): Promise<void> => {
  await expect(page.getByRole("heading", { name: m("lock.againTitle") })).toBeVisible();
  await passField(page).fill(pass);
  await button(page, m("lock.againGo")).click();
};
