import { expect } from "@playwright/test";
import { byPointer } from "../world/actor.ts";
import {
  answerLink,
  begin,
  button,
  firstAsk,
  noteOutcome,
  schoolRun,
  sendLink,
  checkIn,
  chooseSomeoneNew,
  composeAndExpect,
} from "../world/loop.ts";
import { everyStop, visit } from "../world/places.ts";
import { a, m } from "../world/words.ts";
import { look, lookLarge, test, watchPage } from "./journey.ts";

const widths = [390, 1280] as const;

for (const width of widths) {
  test(`every screen of a first visit can be handed to a friend, ${width} px wide`, async ({ page, server }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: 844 });
    const seen = watchPage(page, server.origin);
    const actor = byPointer(page);
    await page.goto(`${server.origin}/`);
    await look(page, "01-welcome");
    await actor.write(page.getByLabel(m("welcome.carrying"), { exact: true }), schoolRun.carrying);
    await actor.tap(button(page, m("welcome.next")));
    await look(page, "02-notes");
    await begin(actor, server.origin, schoolRun);
    await look(page, "03-today-first");
    await checkIn(actor, 55);
    await look(page, "04-today-carrying");
    await actor.tap(button(page, m("today.carryAsk")));
    await look(page, "05-who");
    await chooseSomeoneNew(actor, schoolRun.nickname);
    await look(page, "06-compose-empty");
    const mixed =
      "Sorry to bother you, it’s silly really. Could you take the school run on Friday at 8:15? No worries if not, I’ll figure it out.";
    await page.getByLabel(m("ask.yourWords"), { exact: true }).fill(mixed);
    await look(page, "07-compose-marked");
    await composeAndExpect(actor, schoolRun);
    await look(page, "09-send");
    const url = await sendLink(actor, schoolRun);
    await look(page, "10-link");

    const other = await page
      .context()
      .browser()
      ?.newContext({ viewport: { width: width === 390 ? 360 : 1280, height: 740 } });
    const otherPage = await other?.newPage();
    if (other === undefined || otherPage === undefined) throw new Error("no second browser context");
    await otherPage.goto(url);
    await look(otherPage, "11-answer-sealed");
    await otherPage.getByRole("button", { name: a("answer.sealed.open") }).click();
    await otherPage.getByRole("radio", { name: a("answer.ask.yes") }).waitFor({ state: "attached" });
    await look(otherPage, "12-answer-open");
    await otherPage.getByRole("button", { name: a("answer.bar.help") }).click();
    await look(otherPage, "13-answer-help");
    await otherPage.close();
    const again = await other.newPage();
    await answerLink(byPointer(again), url, { answer: "no", words: "Not this Friday, sorry." });
    await look(again, "14-answer-sent");
    await other.close();
    await noteOutcome(actor, "A no, and she asked how I was.");
    await look(page, "15-look-back");
    expect(seen.complaints()).toEqual([]);
  });

  test(`every room can be handed to a friend, ${width} px wide`, async ({ page, server }) => {
    test.setTimeout(600_000);
    await page.setViewportSize({ width, height: 844 });
    const seen = watchPage(page, server.origin);
    const actor = byPointer(page);
    await firstAsk(actor, server.origin, schoolRun);
    for (const [at, stop] of everyStop().entries()) {
      await visit(page, stop);
      await look(page, `room-${String(at).padStart(2, "0")}-${stop.screen}`);
      await lookLarge(page, `room-${String(at).padStart(2, "0")}-${stop.screen}`);
    }
    expect(seen.complaints()).toEqual([]);
  });
}
