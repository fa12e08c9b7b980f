import { expect, type Page } from "@playwright/test";
import { byKeyboard, byPointer, type Actor } from "../world/actor.ts";
import { answerLink, begin, button, chooseSomeoneNew, composeAndExpect, schoolRun, sendLink } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

/** A story whose words come from the load, so that only the rest is typed. */
const lunches = { ...schoolRun, carrying: "School lunches, every evening" };

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const field = (page: Page, id: Parameters<typeof m>[0]) => page.getByLabel(m(id), { exact: true });
const radio = (page: Page, name: string) => page.getByRole("radio", { name });

/** Writes one thing down, of one sort. */
const carry = async (actor: Actor, title: string, sort: "emotional" | "financial" | "logistical"): Promise<void> => {
  const { page } = actor;
  await actor.write(field(page, "load.addLabel"), title);
  await actor.choose(radio(page, m(`load.sortIs.${sort}`)));
  await actor.tap(button(page, m("load.add")));
  await expect(page.getByText(m("load.added"))).toBeVisible();
  await expect(page.getByRole("button", { name: title })).toBeVisible();
};

/** Opens one of them from the list. */
const open = async (actor: Actor, title: string): Promise<void> => {
  await actor.tap(actor.page.getByRole("button", { name: title }));
  await expect(heading(actor.page, title)).toBeVisible();
};

/** The same page at twice the text size, then the other way round; neither may run over. */
const inLargeAndMirrored = async (page: Page, name: string): Promise<void> => {
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  await look(page, `${name}-large`);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "";
    document.documentElement.dir = "rtl";
  });
  await look(page, `${name}-mirrored`);
  await page.evaluate(() => (document.documentElement.dir = "ltr"));
};

const toLoad = (page: Page): Promise<void> => visit(page, { screen: "load", id: null });

for (const width of [390, 1280] as const) {
  test(`what is carried is looked at, kept, handed over and refused, ${width} px wide`, async ({
    page,
    browser,
    server,
  }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 844 });
    const actor = byPointer(page);
    const seen = watchPage(page, server.origin);
    await begin(actor, server.origin, lunches);
    await actor.tap(button(page, m("load.today")));
    await look(page, "load-1-empty");

    // The words of the first page are offered, not taken.
    await expect(page.getByRole("button", { name: lunches.carrying })).toBeHidden();
    await actor.tap(button(page, m("load.offerUse")));
    await actor.choose(radio(page, m("load.sortIs.logistical")));
    await actor.tap(button(page, m("load.add")));
    await expect(page.getByText(m("load.added"))).toBeVisible();
    await carry(actor, "Being the calm one when Dad calls", "emotional");
    await carry(actor, "My sister’s phone bill", "financial");
    await carry(actor, "The club newsletter", "logistical");

    // Kept, with its reason.
    await open(actor, "My sister’s phone bill");
    await actor.choose(radio(page, m("load.choiceIs.keep")));
    await actor.write(field(page, "load.whyIs.keep"), "Until her new job starts. I chose it.");
    await look(page, "load-2-keep");
    await actor.tap(button(page, m("load.choiceSave")));
    await expect(page.getByText(m("load.keptNote"))).toBeVisible();

    // Handed over, from a standard to a real link and its answer.
    await toLoad(page);
    await open(actor, lunches.carrying);
    await actor.choose(radio(page, m("load.choiceIs.hand-over")));
    await actor.write(field(page, "load.whyIs.hand-over"), "make the lunches from Monday to Friday");
    await actor.write(field(page, "load.enough"), "something from each shelf");
    // A half-made decision survives a reload.
    await page.waitForTimeout(600);
    await page.reload();
    await expect(field(page, "load.enough")).toHaveValue("something from each shelf");
    await look(page, "load-3-hand-over");
    await actor.tap(button(page, m("load.choiceSave")));
    await look(page, "load-4-which-ask");
    await actor.tap(page.getByRole("button", { name: "Let someone else organise it" }));
    await chooseSomeoneNew(actor, lunches.nickname);
    const words = field(page, "ask.yourWords");
    await expect(words).toHaveValue(/Could you make the lunches.*something from each shelf/);
    await composeAndExpect(actor, { ...lunches, words: await words.inputValue() });
    const url = await sendLink(actor, lunches);
    const other = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "en-GB" });
    await answerLink(byPointer(await other.newPage()), url, { answer: "yes", words: "Gladly. My way, then." });
    await other.close();
    await toLoad(page);
    await expect(page.getByText(m("load.isHanded", { name: lunches.nickname }))).toBeVisible({ timeout: 25_000 });

    // Refused, with words for it.
    await open(actor, "The club newsletter");
    await actor.choose(radio(page, m("load.choiceIs.say-no")));
    await actor.tap(button(page, m("load.choiceSave")));
    await actor.tap(button(page, m("load.noOpen")));
    await actor.choose(radio(page, m("load.noToIs.friend")));
    await look(page, "load-5-no");
    await actor.tap(page.getByRole("button", { name: m("load.noUseThis", { text: "I can’t this weekend" }) }));
    await actor.choose(radio(page, lunches.nickname));
    await actor.tap(button(page, m("who.next")));
    await expect(words).toHaveValue(/^I can’t this weekend/);

    // The gauge, and a limit.
    await toLoad(page);
    await actor.slide(field(page, "load.gauge"), 72);
    await actor.write(field(page, "load.gaugeAbout"), "Nobody asks who answers Dad");
    await actor.tap(button(page, m("load.gaugeSave")));
    await expect(page.getByText(m("load.gaugePoints"))).toBeVisible();
    await actor.write(field(page, "load.limit"), "Work ends at nine");
    await actor.tap(button(page, m("load.limitSet")));
    await expect(
      page.getByRole("button", { name: m("load.limitDropThis", { text: "Work ends at nine" }) }),
    ).toBeVisible();
    await look(page, "load-6-room");
    await inLargeAndMirrored(page, "load-8-room");
    await open(actor, lunches.carrying);
    await look(page, "load-7-held");
    await actor.tap(button(page, m("load.put")));
    await expect(page.getByText(/Laid down/).first()).toBeVisible();
    expect(seen.complaints()).toEqual([]);
  });
}

test("what is carried is written down and decided about by the keyboard alone", async ({ page, server }) => {
  test.setTimeout(120_000);
  const actor = byKeyboard(page);
  const seen = watchPage(page, server.origin);
  await begin(actor, server.origin, lunches);
  await toLoad(page);
  await carry(actor, "The tax papers", "logistical");
  // A half-written one survives a reload.
  await actor.write(field(page, "load.addLabel"), "Dad’s cal");
  await page.waitForTimeout(600);
  await page.reload();
  await expect(field(page, "load.addLabel")).toHaveValue("Dad’s cal");
  await open(actor, "The tax papers");
  await actor.choose(radio(page, m("load.choiceIs.drop")));
  await actor.write(field(page, "load.whyIs.drop"), "A reminder in March.");
  await actor.tap(button(page, m("load.choiceSave")));
  await actor.tap(button(page, m("load.put")));
  await expect(page.getByText(/Laid down/).first()).toBeVisible();
  expect(seen.complaints()).toEqual([]);
});
