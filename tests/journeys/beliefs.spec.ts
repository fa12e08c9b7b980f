import { expect, type Locator, type Page } from "@playwright/test";
import { beliefCatalogue, beliefSteps, stepCatalogue } from "@belay/content";
import { byKeyboard, byPointer, type Actor } from "../world/actor.ts";
import { begin, button, schoolRun } from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

const belief = "bel-14";
const weak = beliefCatalogue.find(({ id }) => id === belief);
const step = stepCatalogue.find(({ id }) => id === beliefSteps[belief]?.[0]);
if (weak === undefined || step === undefined) throw new Error("the catalogue lost what this journey is about");

const h1 = (page: Page, name: string): Locator => page.getByRole("heading", { level: 1, name, exact: true });
const card = (page: Page, title: string): Locator => page.getByRole("region", { name: title, exact: true });
const radio = (page: Page, name: string): Locator => page.getByRole("radio", { name, exact: true });

/** Moves the clock on the wall, as weeks do. */
const on = (page: Page, day: string): Promise<void> => page.clock.setFixedTime(new Date(`${day}T10:00:00`));

const toBelief = async (page: Page): Promise<void> => {
  await visit(page, { screen: "belief", id: belief });
  await expect(h1(page, m("beliefs.quoted", { text: weak.text }))).toBeVisible();
};

const rate = async (actor: Actor, strength: number): Promise<void> => {
  const { page } = actor;
  await actor.slide(page.getByLabel(m("beliefs.rateLabel"), { exact: true }), strength);
  await actor.tap(card(page, m("beliefs.rateTitle")).getByRole("button", { name: m("beliefs.rateSave"), exact: true }));
  await expect(card(page, m("beliefs.rateTitle")).getByText(m("shell.saved"))).toBeVisible();
};

const rateOther = async (actor: Actor, strength: number): Promise<void> => {
  const { page } = actor;
  await actor.slide(page.getByLabel(m("beliefs.otherRate"), { exact: true }), strength);
  await actor.tap(button(page, m("beliefs.otherRateSave")));
  await expect(card(page, m("beliefs.otherTitle")).getByText(m("shell.saved"))).toBeVisible();
};

/** From the belief to a small step that tests it, naming the belief, to what came of it, and back. */
const tryIt = async (actor: Actor, came: string): Promise<void> => {
  const { page } = actor;
  await actor.tap(card(page, m("beliefs.testsTitle")).getByRole("button", { name: step.title }));
  await actor.tap(button(page, m("steps.take")));
  await expect(h1(page, m("predict.title"))).toBeVisible();
  const chip = page.getByRole("button", { name: weak.text, exact: true });
  if (!(await chip.isVisible())) await actor.tap(button(page, m("predict.beliefsMore")));
  await actor.tap(chip);
  await actor.tap(button(page, m("predict.keep")));
  await actor.tap(button(page, m("ask.goDone")));
  await actor.choose(radio(page, m("outcome.statusDone")));
  await actor.choose(
    page.getByRole("group", { name: m("outcome.came") }).getByRole("radio", { name: came, exact: true }),
  );
  await actor.tap(button(page, m("outcome.note")));
  await expect(h1(page, m("outcome.title"))).toBeHidden();
  await toBelief(page);
};

const weigh = async (actor: Actor, verdict: string, because: string): Promise<void> => {
  const { page } = actor;
  const moments = card(page, m("beliefs.momentsTitle"));
  await actor.tap(moments.getByRole("button", { name: new RegExp(`${step.title}.*${m("beliefs.named")}`) }));
  await actor.choose(moments.getByRole("radio", { name: verdict, exact: true }));
  if (because !== "") await actor.write(moments.getByLabel(m("beliefs.because"), { exact: true }), because);
  await actor.tap(button(page, m("beliefs.weighSave")));
  await expect(moments.getByText(m("shell.saved"))).toBeVisible();
};

for (const width of [390, 1280] as const) {
  test(`a belief over three moments, with another way beside it, ${width} px wide`, async ({ page, server }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: 844 });
    const seen = watchPage(page, server.origin);
    const actor = byPointer(page);
    await on(page, "2026-03-02");
    await begin(actor, server.origin, schoolRun);
    // Two taps from Evidence.
    await visit(page, { screen: "evidence", id: null });
    await actor.tap(button(page, m("evidence.beliefsAll")));
    await expect(h1(page, m("beliefs.title"))).toBeVisible();
    await look(page, "beliefs-1-list");
    await actor.tap(page.getByRole("button", { name: weak.text }));
    await look(page, "beliefs-2-untouched");

    await rate(actor, 85);
    await expect(page.getByText(weak.questionFact)).toBeVisible();
    await actor.choose(radio(page, m("beliefs.answer.fact")));
    await actor.write(page.getByLabel(m("beliefs.factBecause"), { exact: true }), "At my old job it was so.");
    await actor.tap(button(page, m("beliefs.factSave")));
    await expect(page.getByText(m("beliefs.then.fact"))).toBeVisible();
    await actor.tap(button(page, m("beliefs.testUse")));
    await actor.tap(button(page, m("beliefs.testSave")));
    await actor.tap(button(page, m("beliefs.otherTake")));
    await actor.tap(button(page, m("beliefs.otherSave")));
    await rateOther(actor, 20);

    await tryIt(actor, m("outcome.yes"));
    await weigh(actor, m("beliefs.doesNotCount"), "It is their job.");
    await on(page, "2026-03-16");
    await toBelief(page);
    await tryIt(actor, m("outcome.yes"));
    await weigh(actor, m("beliefs.doesNotCount"), "It was a quiet day.");
    await expect(page.getByText("Two times you said it did not count. These were your reasons.")).toBeVisible();
    await expect(page.getByText("“It was a quiet day.”")).toBeVisible();
    await rate(actor, 70);
    await rateOther(actor, 35);
    await on(page, "2026-04-06");
    await toBelief(page);
    await tryIt(actor, m("outcome.yes"));
    await weigh(actor, m("beliefs.against"), "");
    await rate(actor, 55);
    await rateOther(actor, 60);
    await actor.choose(radio(page, m("beliefs.answer.both")));
    await actor.tap(button(page, m("beliefs.factSave")));
    await expect(
      page.getByText(
        "85 of 100 on 2 March, 55 on 6 April. The other way to see it: 20 of 100 on 2 March, 60 on 6 April.",
      ),
    ).toBeVisible();
    await look(page, "beliefs-3-three-moments");

    await page.reload();
    await toBelief(page);
    await expect(page.getByText("“It is their job.”")).toBeVisible();
    await visit(page, { screen: "belief", id: null });
    await expect(page.getByText("85 → 55")).toBeVisible();
    await look(page, "beliefs-4-list-later");
    expect(seen.complaints()).toEqual([]);
  });
}

test("a belief in one’s own words, by the keyboard alone", async ({ page, server }) => {
  test.setTimeout(200_000);
  const actor = byKeyboard(page);
  await begin(actor, server.origin, schoolRun);
  await visit(page, { screen: "belief", id: null });
  await actor.write(page.getByLabel(m("beliefs.ownText"), { exact: true }), "If I ask twice, they laugh.");
  await actor.tap(button(page, m("beliefs.ownSave")));
  await expect(h1(page, m("beliefs.quoted", { text: "If I ask twice, they laugh." }))).toBeFocused();
  await rate(actor, 12);
  await actor.choose(radio(page, m("beliefs.answer.unsure")));
  await actor.tap(button(page, m("beliefs.factSave")));
  await expect(page.getByText(m("beliefs.then.unsure"))).toBeVisible();
  await actor.write(page.getByLabel(m("beliefs.otherOwn"), { exact: true }), "Some laugh, some answer.");
  await actor.tap(button(page, m("beliefs.otherSave")));
  await expect(page.getByText(m("beliefs.quoted", { text: "Some laugh, some answer." }))).toBeVisible();
  await rateOther(actor, 9);
});
