import { expect, type Browser, type BrowserContext } from "@playwright/test";
import { byKeyboard, byPointer } from "../world/actor.ts";
import { answerLink, button, firstAsk, noteOutcome, schoolRun, toRoom } from "../world/loop.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

/** The other person's phone: a browser context of its own, 360 px wide. */
const supporter = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 360, height: 740 }, locale: "en-GB" });

const yes = { answer: "yes", words: "Of course. I’m going past anyway." } as const;

for (const [way, actorOf] of [
  ["mouse or touch", byPointer],
  ["the keyboard alone", byKeyboard],
] as const) {
  test(`the whole loop, by ${way}`, async ({ page, browser, server }) => {
    test.setTimeout(240_000);
    const asker = actorOf(page);
    const seen = watchPage(page, server.origin);
    const url = await firstAsk(asker, server.origin, schoolRun);
    expect(asker.acts()).toBeLessThanOrEqual(25);

    const other = await supporter(browser);
    const otherPage = await other.newPage();
    const otherSeen = watchPage(otherPage, server.origin);
    await toRoom(asker, m("shell.room.today"));
    await answerLink(actorOf(otherPage), url, yes);
    await look(otherPage, "answer-sent");

    await expect(button(page, m("today.see"))).toBeVisible({ timeout: 15_000 });
    await noteOutcome(asker, "She said it before I had finished.");
    expect(seen.complaints()).toEqual([]);
    expect(otherSeen.complaints()).toEqual([]);
    await other.close();
  });
}
