import { expect, type Browser, type BrowserContext } from "@playwright/test";
import { byKeyboard, byPointer, type Actor } from "../world/actor.ts";
import { answerLink, begin, button, checkIn, chooseSomeoneNew, composeAndExpect, firstAsk, schoolRun, sendLink } from "../world/loop.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

/** The other person's phone: a browser context of its own, 360 px wide. */
const supporter = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 360, height: 740 }, locale: "en-GB" });

const yes = { answer: "yes", words: "Of course. I’m going past anyway." } as const;

/** Notes how it was, after an answer has come. */
const noteOutcome = async (actor: Actor): Promise<void> => {
  const { page } = actor;
  await actor.tap(button(page, m("today.see")));
  await actor.slide(page.getByLabel(m("outcome.peak"), { exact: true }), 45);
  await actor.slide(page.getByLabel(m("outcome.bad"), { exact: true }), 25);
  await actor.choose(page.getByRole("radio", { name: m("outcome.fearedDidNot"), exact: true }));
  await actor.write(page.getByLabel(m("outcome.learnt"), { exact: true }), "She said it before I had finished.");
  await actor.tap(button(page, m("outcome.note")));
};

for (const [way, actorOf] of [["mouse or touch", byPointer], ["the keyboard alone", byKeyboard]] as const) {
  test(`the whole loop, by ${way}`, async ({ page, browser, server }) => {
    test.setTimeout(240_000);
    const asker = actorOf(page);
    const seen = watchPage(page, server.origin);
    const url = await firstAsk(asker, server.origin, schoolRun);
    expect(asker.acts()).toBeLessThanOrEqual(25);

    await page.goto(`${server.origin}/`);
    await expect(page.getByText(m("today.waiting"), { exact: true }).first()).toBeVisible();

    const other = await supporter(browser);
    const otherPage = await other.newPage();
    const otherSeen = watchPage(otherPage, server.origin);
    await answerLink(actorOf(otherPage), url, yes);

    await expect(button(page, m("today.see"))).toBeVisible({ timeout: 15_000 });
    await noteOutcome(asker);
    await page.getByRole("navigation", { name: m("shell.rooms") }).getByRole("button", { name: m("shell.evidence") }).or(
      page.getByRole("navigation", { name: m("shell.rooms") }).getByRole("link", { name: m("shell.evidence") })).first().waitFor();
    expect(seen.complaints()).toEqual([]);
    expect(otherSeen.complaints()).toEqual([]);
    await other.close();
  });
}
