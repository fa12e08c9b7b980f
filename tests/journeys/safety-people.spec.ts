import { expect as expectNow, type Page } from "@playwright/test";
import { byPointer, type Actor } from "../world/actor.ts";
import {
  answerLink,
  begin,
  button,
  checkIn,
  chooseSomeoneNew,
  composeAndExpect,
  noteOutcome,
  schoolRun,
  sendLink,
} from "../world/loop.ts";
import { visit } from "../world/places.ts";
import { m } from "../world/words.ts";
import { look, test, watchPage } from "./journey.ts";

/** Patient, since a busy machine is no failure of a journey. */
const expect = expectNow.configure({ timeout: 25_000 });

const h1 = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });

/** Names somebody new for the step; ends at the questions. */
const nameSomeone = async (actor: Actor, nickname: string): Promise<void> => {
  const { page } = actor;
  await actor.write(page.getByLabel(m("who.nickname"), { exact: true }), nickname);
  await actor.choose(page.getByRole("radio", { name: m("steps.role.friend"), exact: true }));
  await actor.tap(button(page, m("who.next")));
  await expect(h1(page, m("screening.title"))).toBeVisible();
};

/** Answers the questions with no, and the one that is named by its place with yes. */
const answerQuestions = async (actor: Actor, yes: number | null): Promise<void> => {
  const { page } = actor;
  const groups = page
    .getByRole("group")
    .filter({ has: page.getByRole("radio", { name: m("screening.yes"), exact: true }) });
  await expect(groups.first()).toBeVisible();
  for (let at = 0; at < (await groups.count()); at += 1) {
    const reply = m(at === yes ? "screening.yes" : "screening.no");
    await actor.choose(groups.nth(at).getByRole("radio", { name: reply, exact: true }));
  }
  await actor.tap(button(page, m("screening.next")));
};

/** Puts a friend on the circle by its form; ends on their page. */
const addFriend = async (actor: Actor, nickname: string): Promise<void> => {
  const { page } = actor;
  await visit(page, { screen: "person", id: "~new" });
  await actor.write(page.getByLabel(m("circle.nickname"), { exact: true }), nickname);
  await actor.choose(page.getByRole("radio", { name: m("steps.role.friend"), exact: true }));
  await actor.choose(page.getByRole("radio", { name: m("circle.ringIs.close"), exact: true }));
  await actor.tap(button(page, m("circle.save")));
  await expect(h1(page, nickname)).toBeVisible();
};

/** Marks the person whose page is open as not safe. */
const markUnsafe = async (actor: Actor): Promise<void> => {
  const { page } = actor;
  await actor.choose(page.getByRole("radio", { name: m("circle.safety.unsafe") }));
  await actor.tap(button(page, m("circle.safetySave")).last());
  await expect(page.getByText(m("circle.savedUnsafe"))).toBeVisible();
};

/** Asks Today for one offer after another; gives everything it said. */
const offersOf = async (actor: Actor): Promise<string> => {
  const { page } = actor;
  await visit(page, { screen: "today", id: null });
  const another = button(page, m("today.stepAnother"));
  const rest = page.getByText(m("today.restTitle"));
  await expect(another.or(rest).first()).toBeVisible();
  let said = "";
  for (let press = 0; press < 8 && (await another.isVisible()); press += 1) {
    said += await page.locator("main").innerText();
    await actor.tap(another);
  }
  return said + (await page.locator("main").innerText());
};

test("an unsafe person named as supporter: the step ends, another way is offered, and they are not named again", async ({
  page,
  server,
}) => {
  test.setTimeout(240_000);
  const actor = byPointer(page);
  const seen = watchPage(page, server.origin);
  await begin(actor, server.origin, schoolRun);
  await actor.tap(button(page, m("today.carryAsk")));
  await nameSomeone(actor, "Raj");
  await answerQuestions(actor, 1);
  await expect(h1(page, m("screening.stopTitle", { name: "Raj" }))).toBeVisible();
  await expect(page.getByText(m("screening.stopNothing"))).toBeVisible();
  for (const way of [
    "screening.stopElse",
    "screening.stopLines",
    "screening.stopAlone",
    "screening.stopToday",
  ] as const)
    await expect(button(page, m(way))).toBeVisible();
  await look(page, "safety-people-1-stopped");

  // Another way is one press away, and Raj is not in the list of it.
  await actor.tap(button(page, m("screening.stopElse")));
  await expect(h1(page, m("who.title"))).toBeVisible();
  await expect(page.getByText("Raj")).toHaveCount(0);
  await chooseSomeoneNew(actor, "Noor");
  await expect(page.getByLabel(m("ask.yourWords"), { exact: true })).toBeVisible();

  // Neither the guidance nor Help now names him.
  expect(await offersOf(actor)).not.toContain("Raj");
  await visit(page, { screen: "help", id: null });
  await expect(page.getByText("Noor").first()).toBeVisible();
  await expect(page.getByText("Raj")).toHaveCount(0);

  // His page takes the person's side, and only the person can change the answers.
  await visit(page, { screen: "circle", id: null });
  await actor.tap(page.getByRole("button", { name: /^Raj, / }).first());
  await expect(page.getByText(m("circle.hurtText"))).toBeVisible();
  await expect(button(page, m("circle.ask", { name: "Raj" }))).toHaveCount(0);
  await look(page, "safety-people-2-person");
  expect(seen.complaints()).toEqual([]);
});

test("nobody in the circle: real ways on, and no number of people", async ({ page, server }) => {
  test.setTimeout(180_000);
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  await actor.tap(button(page, m("today.carryAsk")));
  await actor.tap(button(page, m("who.noOne")));
  await expect(h1(page, m("who.noOneTitle"))).toBeVisible();
  await expect(button(page, m("who.noOneSteps"))).toBeVisible();
  await look(page, "safety-people-3-no-one");
  await actor.tap(button(page, m("who.noOneLines")));
  await expect(page.getByText(m("help.ownEmpty"))).toBeVisible();
  await visit(page, { screen: "circle", id: null });
  await expect(page.getByText(m("circle.emptyLead"))).toBeVisible();
  expect(await page.locator("main").innerText()).not.toMatch(/\b0\b|no friends|alone in the world/i);
  const offered = await offersOf(actor);
  expect(offered).toContain(m("steps.why.nobodyFirst").slice(0, 20));
});

test("distress 90 before a step: rest and care come first, the reason is said, nothing is locked", async ({
  page,
  server,
}) => {
  test.setTimeout(240_000);
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  await checkIn(actor, 60);
  await actor.tap(button(page, m("today.carryAsk")));
  await chooseSomeoneNew(actor, "Noor");
  await actor.write(page.getByLabel(m("ask.yourWords"), { exact: true }), schoolRun.words);
  await actor.tap(button(page, m("ask.wordsNext")));
  const bad = page.getByLabel(m("predict.bad"), { exact: true });
  await actor.slide(bad, 89);
  await expect(page.getByText(m("steps.care.title"))).toHaveCount(0);
  await actor.slide(bad, 90);
  await expect(page.getByText(m("predict.veryHigh", { n: 90 }))).toBeVisible();
  for (const way of ["predict.restToday", "steps.care.plan", "steps.care.professional", "steps.care.help"] as const)
    await expect(button(page, m(way)).last()).toBeVisible();
  await look(page, "safety-people-4-ninety");

  // The step is the person's all the same.
  await actor.tap(button(page, m("predict.keep")));
  await expect(h1(page, m("ask.sendTitle", { name: "Noor" }))).toBeVisible();
  await visit(page, { screen: "today", id: null });
  await expect(page.getByText(m("steps.care.HighBefore", { n: 90 }))).toBeVisible();
  await expect(page.getByText(m("today.restTitle"))).toBeVisible();
  expect(await page.locator("main").innerText()).not.toMatch(/you(’re| are) safe|\bscore\b|at risk/i);
  await look(page, "safety-people-5-today");
  await actor.tap(button(page, m("steps.care.professional")));
  await expect(h1(page, m("care.title"))).toBeVisible();
});

test("a refusal on a low day: what was owed comes first, nothing hard is named, rest is enough", async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  await checkIn(actor, 12);
  await actor.tap(button(page, m("today.carryAsk")));
  await chooseSomeoneNew(actor, "Noor");
  await composeAndExpect(actor, schoolRun);
  const url = await sendLink(actor, schoolRun);
  const other = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "en-GB" });
  await answerLink(byPointer(await other.newPage()), url, { answer: "no", words: "" });
  await other.close();
  await visit(page, { screen: "today", id: null });
  await expect(button(page, m("today.see"))).toBeVisible();
  await noteOutcome(actor, "");
  await expect(page.getByText(m("path.entry.after-no"))).toBeVisible();
  await actor.tap(button(page, m("path.entryOpen")));
  await expect(h1(page, m("path.owed.title"))).toBeVisible();
  await look(page, "safety-people-6-after-no");
  await visit(page, { screen: "today", id: null });
  await expect(page.getByText(m("path.lowText"))).toBeVisible();
  await expect(page.getByText(m("today.restTitle"))).toBeVisible();
  await expect(page.getByText(m("today.stepEyebrow"))).toHaveCount(0);
  await look(page, "safety-people-7-low-day");
});

test("independent because it is safer: guarding oneself is judgement, here and in the evidence", async ({
  page,
  server,
}) => {
  test.setTimeout(240_000);
  const actor = byPointer(page);
  await begin(actor, server.origin, schoolRun);
  // A step is taken up, and then it is clear that it cannot go to him.
  await actor.tap(button(page, m("today.carryAsk")));
  await chooseSomeoneNew(actor, "Raj");
  await expect(page.getByLabel(m("ask.yourWords"), { exact: true })).toBeVisible();
  const place = await page.evaluate(() => history.state);
  await visit(page, { screen: "circle", id: null });
  await actor.tap(page.getByRole("button", { name: /^Raj, / }).first());
  await markUnsafe(actor);
  await look(page, "safety-people-8-marked");
  await visit(page, { screen: "ask", id: place.id });
  await expect(page.getByText(m("screening.awayText"))).toBeVisible();
  await look(page, "safety-people-9-ended");
  await actor.tap(button(page, m("screening.away")));
  // It leads to Today once it is kept; the next place waits for that.
  await expect(page.getByText(m("screening.awayText"))).toHaveCount(0);

  // What is done alone is a choice.
  await visit(page, { screen: "alone", id: null });
  await actor.write(page.getByLabel(m("outcome.aloneWhat"), { exact: true }), "The move");
  await actor.choose(page.getByRole("radio", { name: m("outcome.aloneGlad"), exact: true }));
  await actor.tap(button(page, m("outcome.note")));
  await expect(page.getByText(m("outcome.aloneGladText"))).toBeVisible();

  await visit(page, { screen: "evidence", id: null });
  await expect(page.getByText("with someone you keep away from. That is good judgement")).toBeVisible();
  await look(page, "safety-people-10-evidence");
  expect(await offersOf(actor)).not.toContain("Raj");

  // Taken back by the person alone, and by a rating of their own.
  await addFriend(actor, "Mei");
  await visit(page, { screen: "plan", id: null });
  await expect(button(page, m("plan.addName", { name: "Mei" })).first()).toBeVisible();
  await expect(button(page, m("plan.addName", { name: "Raj" }))).toHaveCount(0);
});
