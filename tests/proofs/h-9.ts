/** H-9: lock, exit, help and the answer page have no serious finding of axe, and each works by the keyboard alone. */
import { seededRandom } from "@belay/testkit";
import { chromium, expect, type Browser, type Locator, type Page } from "@playwright/test";
import axe from "axe-core";
import { byKeyboard, byPointer } from "../world/actor.ts";
import { chromiumFlags, chromiumPath } from "../world/chromium.ts";
import { lockNow, passField, passphrase, setLock } from "../world/lock.ts";
import { begin, button, schoolRun } from "../world/loop.ts";
import { a, m } from "../world/words.ts";
import { withServer } from "./browser.ts";
import { putAsk } from "./mailbox.ts";
import type { Proof } from "./proof.ts";

/** Findings that keep somebody out. Lesser ones are looked at by the journeys, which allow none at all. */
const grave = new Set(["serious", "critical"]);

const findings = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(
    async (bad) => {
      const run: (context: Document) => Promise<{ violations: { id: string; impact: string | null }[] }> = Reflect.get(
        Reflect.get(globalThis, "axe"),
        "run",
      );
      const { violations } = await run(document);
      return violations.filter(({ impact }) => bad.includes(impact ?? "")).map(({ id, impact }) => `${impact}: ${id}`);
    },
    [...grave],
  );
};

/** A walk by the keyboard; it throws where something cannot be reached or does not do what it says. */
type Walk = (page: Page, origin: string) => Promise<void>;

const reach = async (page: Page, target: Locator): Promise<void> => {
  await byKeyboard(page).tap(target);
};

/** Leaves an opened lock as the last act, so that all walks start from the door. */
const walks: Readonly<Record<string, Walk>> = {
  "help at the door": async (page) => {
    await reach(page, page.getByRole("button", { name: m("shell.helpLabel") }));
    await expect(page.getByRole("heading", { level: 1, name: m("help.title") })).toBeVisible();
    await page.getByLabel(m("help.country")).focus();
    await page.keyboard.type("United K");
    await reach(page, page.getByRole("button", { name: /^Call 999/ }));
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.goBack();
  },
  "the lock": async (page) => {
    await expect(page.getByRole("heading", { level: 1, name: m("lock.openTitle") })).toBeVisible();
    await byKeyboard(page).write(passField(page), passphrase);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: m("mine.title") })).toBeVisible({ timeout: 60_000 });
  },
  pause: async (page) => {
    await reach(page, page.getByRole("banner").getByRole("button", { name: m("shell.pause") }));
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  },
  "exit, out of a dialog": async (page) => {
    await reach(page, page.getByRole("banner").getByRole("button", { name: m("shell.pause") }));
    await reach(page, page.getByRole("dialog").getByRole("button", { name: m("shell.exitLabel") }));
    await page.waitForURL(/blank/);
  },
};

const answerWalk: Walk = async (page) => {
  await reach(page, button(page, a("answer.bar.help")));
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await reach(page, button(page, a("answer.sealed.open")));
  await byKeyboard(page).choose(page.getByRole("radio", { name: a("answer.ask.no"), exact: true }));
  await reach(page, button(page, a("answer.send", { answer: a("answer.ask.no") })));
  await expect(page.getByRole("heading", { name: a("answer.sent.heading") })).toBeVisible({ timeout: 30_000 });
};

const answerExit: Walk = async (page) => {
  await reach(page, page.getByRole("banner").getByRole("button", { name: /^Exit/ }));
  await page.waitForURL(/blank/);
};

/** Walks, and looks before and after; what was wrong. */
const walked = async (page: Page, origin: string, name: string, walk: Walk): Promise<readonly string[]> => {
  const before = await findings(page);
  const went = await walk(page, origin).then(
    () => [],
    (error: unknown) => [String(error).split("\n")[0] ?? ""],
  );
  const after = page.url().includes("blank") ? [] : await findings(page);
  return [...before, ...went, ...after].map((fault) => `${name}: ${fault}`);
};

const names = [...Object.keys(walks), "the answer page", "the answer page’s exit"];

/** A case is a walk. All of them, whatever the scale. */
export const proof: Proof = {
  id: "H-9",
  number: names.length,
  control: "a screen with a field that has no name and a button that no key reaches",
  run: ({ seed, note }) =>
    withServer(async ({ origin }) => {
      const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
      try {
        const page = await opened(browser, origin);
        const wrong: string[] = [];
        for (const [name, walk] of Object.entries(walks)) wrong.push(...(await walked(page, origin, name, walk)));
        const ask = await putAsk(origin, seededRandom(`h-9/${seed}`));
        const other = await (await browser.newContext({ bypassCSP: true })).newPage();
        await other.goto(ask.url);
        wrong.push(...(await walked(other, origin, "the answer page", answerWalk)));
        wrong.push(...(await walked(other, origin, "the answer page’s exit", answerExit)));
        for (const line of wrong) note(`H-9: ${line}`);
        const [why] = wrong;
        return {
          done: names.length,
          failures: wrong.length,
          control: await caught(page, origin),
          ...(why === undefined ? {} : { why }),
        };
      } finally {
        await browser.close();
      }
    }),
};

/** An app behind its lock. */
const opened = async (browser: Browser, origin: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, bypassCSP: true });
  const page = await context.newPage();
  await begin(byPointer(page), origin, schoolRun);
  await setLock(page);
  await lockNow(page);
  return page;
};

const caught = async (page: Page, origin: string): Promise<boolean> => {
  await page.goto(`${origin}/`);
  await page.getByRole("heading", { level: 1 }).waitFor({ timeout: 30_000 });
  await page.evaluate(() => {
    const field = document.createElement("input");
    const sham = document.createElement("span");
    sham.setAttribute("role", "button");
    sham.textContent = "Only by mouse";
    document.querySelector("main")?.append(field, sham);
  });
  const faults = await walked(page, origin, "mutant", async () => {
    await reach(page, page.getByRole("button", { name: "Only by mouse" }));
  });
  return faults.length >= 2;
};
