import { expect, type Page } from "@playwright/test";
import { byKeyboard, byPointer, type Actor } from "../world/actor.ts";
import { answerLink, begin, button, firstAsk, schoolRun, toRoom } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { a, m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

/** Puts somebody on the circle by its form. */
const addSomeone = async (page: Page, nickname: string): Promise<void> => {
  const actor = byPointer(page);
  await visit(page, { screen: "person", id: "~new" });
  await actor.write(page.getByLabel(m("circle.nickname"), { exact: true }), nickname);
  await actor.choose(page.getByRole("radio", { name: m("steps.role.friend"), exact: true }));
  await actor.choose(page.getByRole("radio", { name: m("circle.ringIs.further"), exact: true }));
  await actor.tap(button(page, m("circle.save")));
  await expect(page.getByRole("heading", { level: 1, name: nickname })).toBeVisible();
};

/** Answers the questions about somebody with no. */
const answerNo = async (actor: Actor): Promise<void> => {
  const { page } = actor;
  await expect(page.getByRole("heading", { level: 1, name: m("screening.title") })).toBeVisible();
  const no = page.getByRole("radio", { name: m("screening.no"), exact: true });
  for (let at = 0; at < (await no.count()); at += 1) await actor.choose(no.nth(at));
  await actor.tap(button(page, m("screening.next")));
};

const disc = (page: Page, nickname: string) => page.getByRole("button", { name: new RegExp(`^${nickname}, `) });

test("somebody is dragged to the middle, moved by the keys, and stays there", async ({ page, server }) => {
  const seen = watchPage(page, server.origin);
  await begin(byPointer(page), server.origin, schoolRun);
  await addSomeone(page, "Noor");
  await visit(page, { screen: "circle", id: null });
  await expect(disc(page, "Noor")).toHaveAccessibleName(/^Noor, Further out/);

  const [from, square] = [
    await disc(page, "Noor").boundingBox(),
    await page.getByRole("group", { name: /Your circle/ }).boundingBox(),
  ];
  if (from === null || square === null) throw new Error("nothing is drawn");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  // Next to the middle, which is the person’s own place.
  await page.mouse.move(square.x + square.width * 0.5, square.y + square.height * 0.3, { steps: 8 });
  await page.mouse.move(square.x + square.width * 0.5, square.y + square.height * 0.37, { steps: 4 });
  await page.mouse.up();
  await expect(disc(page, "Noor")).toHaveAccessibleName(/^Noor, Close/);
  await expect(page.getByText(m("circle.moved.close", { name: "Noor" }))).toBeVisible();

  await disc(page, "Noor").focus();
  await page.keyboard.press("ArrowDown");
  await expect(disc(page, "Noor")).toHaveAccessibleName(/^Noor, Near/);
  await page.reload();
  await visit(page, { screen: "circle", id: null });
  await expect(disc(page, "Noor")).toHaveAccessibleName(/^Noor, Near/);
  await look(page, "circle-one");
  await disc(page, "Noor").press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Noor" })).toBeVisible();
  await look(page, "circle-person");
  expect(seen.complaints()).toEqual([]);
});

test("an offer left with an answer stands on the circle, and is taken up with words to begin with", async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const asker = byPointer(page);
  const url = await firstAsk(asker, server.origin, schoolRun);
  const other = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const otherPage = await other.newPage();
  await answerLink(byPointer(otherPage), url, { answer: "no", words: "Not on Friday." }, async () => {
    await otherPage.getByText(a("answer.offer.heading")).click();
    await otherPage.getByLabel(a("answer.offer.what")).fill("Pick them up on any Tuesday");
    await otherPage.getByLabel(a("answer.offer.often")).fill("every week");
  });
  await other.close();

  await toRoom(asker, m("shell.room.today"));
  await expect(button(page, m("today.see"))).toBeVisible({ timeout: 15_000 });
  await visit(page, { screen: "circle", id: null });
  await expect(page.getByText("Pick them up on any Tuesday")).toBeVisible();
  await expect(page.getByText(m("circle.offerOften", { often: "every week" }))).toBeVisible();
  await look(page, "circle-offer");
  await asker.tap(button(page, m("circle.offerTake")));
  // Accepting is a strand of its own, so its questions come first.
  await answerNo(asker);
  await expect(page.getByLabel(m("ask.yourWords"), { exact: true })).toHaveValue(/Pick them up on any Tuesday/);
});

test("by the keyboard alone: a silent test becomes an ask in the composer", async ({ page, server }) => {
  const actor = byKeyboard(page);
  await begin(byPointer(page), server.origin, schoolRun);
  await addSomeone(page, "Noor");
  await visit(page, { screen: "circle", id: null });
  await actor.tap(button(page, m("circle.testOpen")));
  await actor.choose(page.getByRole("radio", { name: "Noor", exact: true }));
  await actor.write(page.getByLabel(m("circle.testHope"), { exact: true }), "call me first");
  // Drafts are written a moment after the last letter.
  await page.waitForTimeout(800);
  await page.reload();
  await expect(page.getByLabel(m("circle.testHope"), { exact: true })).toHaveValue("call me first");
  await actor.write(page.getByLabel(m("circle.testWhen"), { exact: true }), "on Sunday");
  await look(page, "circle-silent-test");
  await actor.tap(button(page, m("circle.testTake", { name: "Noor" })));
  await answerNo(actor);
  await expect(page.getByLabel(m("ask.yourWords"), { exact: true })).toHaveValue(
    "Noor, I have been hoping you would call me first. Would you, on Sunday?",
  );
});
