import { expect, type Browser, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { byKeyboard, byPointer, type Actor } from "../world/actor.ts";
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
  sendLink,
} from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { a, m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

/** The other person's phone. */
const supporter = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 360, height: 740 }, locale: "en-GB" });

const h1 = (page: Page, name: string): Locator => page.getByRole("heading", { level: 1, name, exact: true });
const radio = (page: Page, name: string): Locator => page.getByRole("radio", { name });
/** A large thing to press; what it means stands in its name too. */
const thing = (page: Page, name: string): Locator => page.getByRole("button", { name });

/** Looks at a page on the phone and on a wide screen. */
const lookBoth = async (page: Page, name: string): Promise<void> => {
  await look(page, name);
  await page.setViewportSize({ width: 1280, height: 844 });
  await look(page, name);
  await page.setViewportSize({ width: 390, height: 844 });
};

/** One page: the heading has the focus; `act` is what is done on it. */
const onPage = async (actor: Actor, title: string, name: string, act: () => Promise<void>): Promise<void> => {
  const heading = h1(actor.page, title);
  await expect(heading).toBeFocused();
  await act();
  await look(actor.page, name);
  await actor.tap(button(actor.page, m("path.on")));
};

const nothing = (): Promise<void> => Promise.resolve();

/** Opens the list from the quiet line of Today, then one of the five. */
const fromToday = async (actor: Actor, name: string): Promise<void> => {
  await visit(actor.page, { screen: "today", id: null });
  await actor.tap(button(actor.page, m("path.quietOpen")));
  await expect(h1(actor.page, m("path.title"))).toBeVisible();
  await actor.tap(thing(actor.page, name));
};

test("a no through a real link leads to its path, what was owed first", async ({ page, browser, server }) => {
  test.setTimeout(240_000);
  const actor = byPointer(page);
  const seen = watchPage(page, server.origin);
  const url = await firstAsk(actor, server.origin, schoolRun);
  const other = await supporter(browser);
  await answerLink(byPointer(await other.newPage()), url, { answer: "no", words: "My shift moved." });
  await other.close();

  await visit(page, { screen: "today", id: null });
  await expect(button(page, m("today.see"))).toBeVisible({ timeout: 15_000 });
  await actor.tap(button(page, m("today.see")));
  await expect(page.getByText("My shift moved.")).toBeVisible();
  await expect(button(page, m("path.entryOpen"))).toBeVisible();
  await look(page, "path-open-no");
  await noteOutcome(actor, "It was said kindly.");
  await lookBoth(page, "path-look-back-no");
  await actor.tap(button(page, m("path.entryOpen")));

  await onPage(actor, m("path.owed.title"), "path-no-1-owed", () => actor.choose(radio(page, m("path.owed.yes"))));
  await onPage(actor, m("path.tells.titleOwed"), "path-no-2-tells", () =>
    actor.write(page.getByLabel(m("path.words"), { exact: true }), "It was her week."),
  );
  await onPage(actor, m("path.feared.title"), "path-no-3-feared", () =>
    actor.choose(radio(page, m("path.feared.did-not"))),
  );
  await onPage(actor, m("path.kind.title"), "path-no-4-kind", nothing);
  await expect(h1(page, m("path.next.title"))).toBeFocused();
  await lookBoth(page, "path-no-5-next");
  await actor.tap(thing(page, m("path.do.duty-in-charge")));
  await look(page, "path-no-6-saying");
  await actor.tap(button(page, m("path.sayingOther")));
  await actor.tap(thing(page, m("path.do.by-choice")));
  await expect(h1(page, m("today.title"))).toBeVisible();
  expect(seen.complaints()).toEqual([]);
});

test("a yes that came to nothing changes what the evidence counts", async ({ page, browser, server }) => {
  test.setTimeout(240_000);
  const actor = byPointer(page);
  const url = await firstAsk(actor, server.origin, schoolRun);
  const other = await supporter(browser);
  await answerLink(byPointer(await other.newPage()), url, { answer: "yes", words: "Of course." });
  await other.close();
  await visit(page, { screen: "today", id: null });
  await expect(button(page, m("today.see"))).toBeVisible({ timeout: 15_000 });
  await noteOutcome(actor, "");
  await actor.tap(button(page, m("outcome.evidence")));
  await expect(h1(page, m("evidence.titleFew", { yes: 1, total: 1 }))).toBeVisible();
  await actor.tap(
    page
      .getByRole("button", { name: m("shell.back"), exact: true })
      .or(thing(page, m("shell.room.today")))
      .first(),
  );

  await fromToday(actor, m("path.name.after-let-down"));
  await expect(h1(page, m("path.about"))).toBeVisible();
  await look(page, "path-about");
  await actor.tap(page.locator("main li").first().getByRole("button"));
  await onPage(actor, m("path.named.title"), "path-let-down-1-named", () =>
    actor.choose(radio(page, m("path.named.back"))),
  );
  await onPage(actor, m("path.often.title"), "path-let-down-2-often", async () => {
    await actor.choose(radio(page, m("path.often.often")));
    await actor.tap(button(page, m("path.often.noteDo")));
    await expect(page.getByText(m("path.often.noted"))).toBeVisible();
  });
  await onPage(actor, m("path.record.title"), "path-let-down-3-record", async () => {
    await actor.tap(button(page, m("path.record.no")));
    await expect(page.getByText(m("path.record.done"))).toBeVisible();
  });
  await onPage(actor, m("path.say.title"), "path-let-down-4-say", nothing);
  await lookBoth(page, "path-let-down-5-next");
  await actor.tap(thing(page, m("path.do.by-choice")));
  await expect(h1(page, m("today.title"))).toBeVisible();
  await visit(page, { screen: "evidence", id: null });
  await expect(h1(page, m("evidence.titleFew", { yes: 0, total: 1 }))).toBeVisible();
});

test("silence: the day is decided before, the other person sees it, and the words come back", async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  await checkIn(actor, 55);
  await actor.tap(button(page, m("today.carryAsk")));
  await chooseSomeoneNew(actor, schoolRun.nickname);
  await composeAndExpect(actor, schoolRun);
  await actor.choose(
    page
      .getByRole("group", { name: m("ask.silenceBy") })
      .getByRole("radio")
      .nth(1),
  );
  await actor.write(page.getByLabel(m("ask.silenceThen"), { exact: true }), "Ask Raj, and then the school");
  const url = await sendLink(actor, schoolRun);

  const other = await supporter(browser);
  const theirs = await other.newPage();
  await theirs.goto(url);
  await theirs.getByRole("button", { name: a("answer.sealed.open"), exact: true }).click();
  await expect(theirs.getByText(a("answer.note.by"))).toBeVisible();
  await expect(theirs.getByText("Ask Raj")).toHaveCount(0);
  await other.close();

  await fromToday(actor, m("path.name.after-silence"));
  await actor.tap(page.locator("main li").first().getByRole("button"));
  await onPage(actor, m("path.decided.title"), "path-silence-1-decided", async () => {
    await expect(page.getByText("Ask Raj, and then the school")).toBeVisible();
  });
  await onPage(actor, m("path.causes.title"), "path-silence-2-causes", nothing);
  await onPage(actor, m("path.kind.title"), "path-silence-3-kind", nothing);
  await lookBoth(page, "path-silence-4-next");
  await actor.tap(thing(page, m("path.do.remind")));
  await look(page, "path-silence-5-remind");
  await actor.tap(button(page, m("path.sayingDone")));
  await expect(h1(page, m("today.title"))).toBeVisible();
});

test("a low day and carrying it all, by the keyboard alone", async ({ page, server }) => {
  test.setTimeout(240_000);
  const actor = byKeyboard(page);
  const seen = watchPage(page, server.origin);
  await begin(actor, server.origin, schoolRun);
  await checkIn(actor, 8);
  await expect(button(page, m("path.lowOpen"))).toBeVisible();
  await look(page, "path-low-today");
  await actor.tap(button(page, m("path.lowOpen")));
  await onPage(actor, m("path.low.title"), "path-low-1", nothing);
  await onPage(actor, m("path.kind.title"), "path-low-2-kind", nothing);
  await lookBoth(page, "path-low-3-next");
  await actor.tap(thing(page, m("path.do.water")));
  await expect(button(page, m("path.lowOpen"))).toHaveCount(0);

  await fromToday(actor, m("path.name.carried-all"));
  await onPage(actor, m("path.kept.title"), "path-carried-1-kept", nothing);
  await onPage(actor, m("path.trigger.title"), "path-carried-2-trigger", () =>
    actor.choose(radio(page, m("path.trigger.work"))),
  );
  await onPage(actor, m("path.kind.title"), "path-carried-3-kind", nothing);
  await look(page, "path-carried-4-next");
  await actor.tap(thing(page, m("path.do.put-down")));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(seen.complaints()).toEqual([]);
});

test("the list, a low day and carrying it all, by mouse or touch", async ({ page, server }) => {
  test.setTimeout(240_000);
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  await checkIn(actor, 50);
  await visit(page, { screen: "path", id: null });
  await lookBoth(page, "path-list");
  await actor.tap(thing(page, m("path.name.low-day")));
  await actor.tap(button(page, m("path.toEnd")));
  await actor.tap(button(page, m("path.leave")));
  await fromToday(actor, m("path.name.carried-all"));
  await actor.tap(button(page, m("path.on")));
  await expect(h1(page, m("path.trigger.title"))).toBeVisible();
  // A draft is written after a moment of quiet.
  await page.waitForTimeout(800);
  await page.reload();
  await expect(h1(page, m("path.trigger.title"))).toBeVisible();
  await actor.tap(button(page, m("path.toEnd")));
  await actor.tap(thing(page, m("path.do.undo-fine")));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
