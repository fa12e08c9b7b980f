import { randomBytes } from "node:crypto";
import { expect as expectNow, type Page } from "@playwright/test";
import { seededRandom } from "@belay/testkit";
import { byPointer } from "../world/actor.ts";
import { atTheDoor, lockNow, sayAgain, setLock } from "../world/lock.ts";
import {
  answerLink,
  begin,
  button,
  checkIn,
  chooseSomeoneNew,
  composeAndExpect,
  firstAsk,
  schoolRun,
  sendLink,
  toToday,
} from "../world/loop.ts";
import { everyStop, visit } from "../world/places.ts";
import { a, m } from "../world/words.ts";
import { putAsk, say, waiting } from "../proofs/mailbox.ts";
import { look, test, watchPage } from "./journey.ts";

const expect = expectNow.configure({ timeout: 30_000 });

const bar = (page: Page, name: string) => page.getByRole("banner").getByRole("button", { name });

/** What the network was asked while something was done. */
const asked = async (page: Page, work: () => Promise<void>): Promise<readonly string[]> => {
  const requests: string[] = [];
  const hear = (request: { readonly url: () => string }): void => void requests.push(request.url());
  page.on("request", hear);
  await work();
  page.off("request", hear);
  return requests;
};

/** Every record of every store, so that it shows when one was written. */
const stored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const counts: string[] = [];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        counts.push(`${name}/${store}: ${await asked(database.transaction(store).objectStore(store).count())}`);
      database.close();
    }
    return counts.toSorted().join(", ");
  });

test("help now: one tap from every screen, offline, and nothing is written down", async ({ page, server }) => {
  test.setTimeout(400_000);
  await page.goto(`${server.origin}/`);
  // Before the first use.
  await bar(page, m("shell.helpLabel")).click();
  await expect(page.getByRole("heading", { level: 1, name: m("help.title") })).toBeVisible();
  await page.goBack();
  await begin(byPointer(page), server.origin, schoolRun);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.waitForTimeout(1_000);
  // Looking at a card of Learn is noted; looking at Help must not be. So every screen is seen before it counts, until
  // nothing more is noted: on a busy machine a screen may be left before it has noted what was looked at.
  let before = await stored(page);
  for (let noted = ""; noted !== before;) {
    noted = before;
    for (const stop of everyStop()) if (stop.screen !== "help") await visit(page, stop);
    await page.waitForTimeout(1_000);
    before = await stored(page);
  }
  await page.context().setOffline(true);
  const requests = await asked(page, async () => {
    for (const stop of everyStop()) {
      if (stop.screen === "help") continue;
      await visit(page, stop);
      await bar(page, m("shell.helpLabel")).click();
      await expect(page.getByRole("heading", { level: 1, name: m("help.title") }), stop.screen).toBeVisible();
      await expect(page.getByText(m("help.emergency")), stop.screen).toBeVisible();
      await page.goBack();
    }
  });
  expect(await stored(page)).toBe(before);
  // What the service worker answers never left; nothing else may have been asked for.
  expect(requests.filter((url) => !url.startsWith(server.origin))).toEqual([]);
  await page.context().setOffline(false);
});

test("help now: at the door, the country’s emergency number first, and no call without a second press", async ({
  page,
  server,
}) => {
  test.setTimeout(300_000);
  await begin(byPointer(page), server.origin, schoolRun);
  await setLock(page);
  await lockNow(page);
  await page.context().setOffline(true);
  await bar(page, m("shell.helpLabel")).click();
  await page.getByLabel(m("help.country")).selectOption("GB");
  const [first] = await page.getByRole("main").getByRole("listitem").allInnerTexts();
  expect(first).toContain("999");
  await expect(page.getByRole("main").locator("a[href^='tel:']")).toHaveCount(0);
  await page.getByRole("button", { name: /^Call 999/ }).click();
  await expect(page.getByRole("dialog").locator("a[href='tel:999']")).toBeVisible();
  await button(page, m("help.notNow")).click();
  await expect(page.locator("body")).not.toContainText("Noor");
  await page.context().setOffline(false);
  await look(page, "safety-help-door");
});

test("a cruel answer: read once, in plain words, then closed in two taps, and nothing blames the asker", async ({
  page,
  server,
  browser,
}) => {
  test.setTimeout(300_000);
  const asker = byPointer(page);
  const url = await firstAsk(asker, server.origin, schoolRun);
  const cruel = "You are pathetic. <b>Never</b> ask me again. http://bad.example";
  const other = await browser.newContext();
  await answerLink(byPointer(await other.newPage()), url, { answer: "no", words: cruel });
  await toToday(asker);
  await asker.tap(button(page, m("today.see")));
  await expect(page.getByText(cruel)).toBeVisible();
  // Text and nothing else.
  await expect(page.getByRole("main").locator("b")).toHaveCount(0);
  await expect(page.getByRole("main").locator("a[href*='bad.example']")).toHaveCount(0);
  await look(page, "safety-cruel-answer");
  // Pause and Help stand beside it; no word of the screen calls it a success, a failure, or the asker's doing.
  await expect(bar(page, m("shell.helpLabel"))).toBeVisible();
  const text = await page.getByRole("main").innerText();
  expect(text.replace(cruel, "")).not.toMatch(/well done|success|fail|your fault|you should|try again/i);
  const taps = asker.acts();
  await asker.tap(button(page, m("ask.openClose")));
  await asker.tap(button(page, m("ask.openCloseYes")));
  expect(asker.acts() - taps).toBe(2);
  await expect(page.getByText(m("ask.openClosed"))).toBeVisible();
  // Whoever still has the link finds nothing, and can send no more.
  const late = await other.newPage();
  await late.goto(url);
  await late.getByRole("button", { name: a("answer.sealed.open") }).click();
  await expect(late.getByRole("alert").filter({ hasText: a("answer.fault.gone") })).toBeVisible();
  await other.close();
});

test("silence after a hard ask: one’s own plan comes back first, nothing is overdue, and nobody is blamed", async ({
  page,
  server,
}) => {
  test.setTimeout(300_000);
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  await checkIn(actor, 55);
  await actor.tap(button(page, m("today.carryAsk")));
  await chooseSomeoneNew(actor, schoolRun.nickname);
  await composeAndExpect(actor, { ...schoolRun, bad: 85 });
  await actor.choose(
    page
      .getByRole("group", { name: m("ask.silenceBy") })
      .getByRole("radio")
      .nth(1),
  );
  await actor.write(page.getByLabel(m("ask.silenceThen"), { exact: true }), "Ask Raj, and then the school");
  await sendLink(actor, schoolRun);
  await visit(page, { screen: "today", id: null });
  await expect(page.getByRole("main")).not.toContainText(/overdue|\blate\b|no reply|still nothing|ignored/i);
  await visit(page, { screen: "path", id: "after-silence" });
  await actor.tap(page.locator("main li").first().getByRole("button"));
  await expect(page.getByRole("heading", { level: 1, name: m("path.decided.title") })).toBeVisible();
  await expect(page.getByText("Ask Raj, and then the school")).toBeVisible();
  await look(page, "safety-silence");
  await actor.tap(button(page, m("path.on")));
  await expect(page.getByRole("heading", { level: 1, name: m("path.causes.title") })).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(/your fault|rejected|doesn’t care/i);
  await expect(bar(page, m("shell.helpLabel"))).toBeVisible();
});

test("a partner opens the unlocked app: can read, but takes nothing out and shuts nobody out", async ({
  page,
  server,
}) => {
  test.setTimeout(400_000);
  const seen = watchPage(page, server.origin);
  await begin(byPointer(page), server.origin, schoolRun);
  await setLock(page);
  // The phone is put down open; somebody else picks it up.
  await visit(page, { screen: "mine", id: null });
  for (const name of [m("mine.backupMake"), m("mine.openMake")]) {
    await button(page, name).click();
    await expect(page.getByRole("heading", { name: m("lock.againTitle") })).toBeVisible();
    await page.keyboard.press("Escape");
  }
  await button(page, m("mine.deleteOpen")).click();
  await button(page, m("mine.deleteYes")).click();
  await expect(page.getByRole("heading", { name: m("lock.againTitle") })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  for (const screen of ["words", "add-device"] as const) {
    await visit(page, { screen, id: null });
    await expect(page.getByRole("main")).not.toContainText(/^\s*1\W+[a-z]+/m);
  }
  // The person is back, and leaves by Shift alone; Back shows nothing.
  await visit(page, { screen: "today", id: null });
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  await page.waitForURL(/blank/);
  await page.goBack();
  await page.waitForURL(/blank/);
  expect((await page.locator("body").innerText()).trim()).toBe("");
  // Opened anew, it asks for the passphrase: leaving threw the keys away.
  await page.goto(`${server.origin}/`);
  await atTheDoor(page);
  expect(seen.complaints()).toEqual([]);
});

test("a visit that keeps nothing: it works, writes no record, and is gone with a reload", async ({ page, server }) => {
  test.setTimeout(300_000);
  const { complaints } = watchPage(page, server.origin);
  await page.goto(`${server.origin}/`);
  await button(page, m("welcome.passing")).click();
  await expect(page.getByText(m("shell.passing"))).toBeVisible();
  const actor = byPointer(page);
  await actor.write(page.getByLabel(m("welcome.carrying"), { exact: true }), "qNothingOfThisz");
  await actor.tap(button(page, m("welcome.next")));
  await actor.tap(button(page, m("welcome.begin")));
  await expect(button(page, m("today.carryAsk"))).toBeVisible();
  await look(page, "safety-passing");
  await expect.poll(async () => (await stored(page)).match(/: [1-9]/g)?.length ?? 0).toBe(0);
  await page.reload();
  await expect(page.getByLabel(m("welcome.carrying"), { exact: true })).toBeVisible();
  await expect(page.locator("body")).not.toContainText("qNothingOfThisz");
  expect(complaints()).toEqual([]);
});

test("quiet mode: one press stops reminders, and delete still stands below", async ({ page, server }) => {
  await begin(byPointer(page), server.origin, schoolRun);
  await visit(page, { screen: "mine", id: null });
  await button(page, m("mine.quietGo")).click();
  await expect(page.getByText(m("mine.quietOn"))).toBeVisible();
  await expect(button(page, m("mine.deleteOpen"))).toBeVisible();
  await look(page, "safety-quiet");
});

test("delete everything: two taps and the passphrase", async ({ page, server }) => {
  test.setTimeout(300_000);
  await begin(byPointer(page), server.origin, schoolRun);
  await setLock(page);
  await visit(page, { screen: "mine", id: null });
  const actor = byPointer(page);
  await actor.tap(button(page, m("mine.deleteOpen")));
  await expect(page.getByRole("dialog")).toContainText(m("mine.deleteStays"));
  await actor.tap(button(page, m("mine.deleteYes")));
  expect(actor.acts()).toBe(2);
  await sayAgain(page);
  await expect(page.getByText(m("shell.stuckWiped"))).toBeVisible();
});

test("a robot that previews the link gets nothing, changes nothing, and the person’s answer still counts", async ({
  server,
  page,
}) => {
  const ask = await putAsk(server.origin, seededRandom(`robot/${randomBytes(4).toString("hex")}`), {});
  const path = new URL(ask.url).pathname;
  const bare = await say(server.origin, "GET", "/a");
  for (const agent of ["facebookexternalhit/1.1", "WhatsApp/2.24", "Slackbot-LinkExpanding 1.0", "TelegramBot"]) {
    const got = await say(server.origin, "GET", path, { "user-agent": agent });
    expect(got.body.equals(bare.body), agent).toBe(true);
    expect(got.body.toString()).not.toMatch(/\bSam\b|school run|>Belay/);
    expect(String(got.headers["x-robots-tag"])).toContain("noindex");
    await say(server.origin, "HEAD", path, { "user-agent": agent });
  }
  // A robot with scripts looks, and does not tap.
  await page.goto(ask.url);
  await page.waitForTimeout(500);
  await expect(page.locator("body")).not.toContainText("Sam");
  expect(await waiting(server.origin, ask)).toEqual([]);
  await page.goto("about:blank");
  await answerLink(byPointer(page), ask.url, { answer: "yes", words: "Yes" });
  expect(await waiting(server.origin, ask)).toHaveLength(1);
});

test("a teenager is told plainly that this was made for adults, and where else to turn, and nothing is kept", async ({
  page,
  server,
}) => {
  await page.goto(`${server.origin}/`);
  await button(page, m("welcome.skip")).click();
  await expect(button(page, m("welcome.young"))).toBeVisible();
  const before = await stored(page);
  await button(page, m("welcome.young")).click();
  await expect(page.getByRole("heading", { level: 1, name: m("welcome.youngTitle") })).toBeVisible();
  await look(page, "safety-young");
  expect(await stored(page)).toBe(before);
  await button(page, m("welcome.youngHelp")).click();
  await expect(page.getByRole("heading", { level: 1, name: m("help.title") })).toBeVisible();
  await page.getByLabel(m("help.country")).selectOption("US");
  await expect(page.getByText("988 Suicide & Crisis Lifeline").first()).toBeVisible();
  // No age is asked for, none is kept, and there is no way in from here.
  await page.goBack();
  await expect(button(page, m("welcome.begin"))).toBeHidden();
});
