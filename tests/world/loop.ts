/** The main job, step by step, as somebody does it on the real screens. */
import { expect as expectNow, type Locator, type Page } from "@playwright/test";
import { safetyQuestions } from "@belay/content";
import type { Actor } from "./actor.ts";
import { a, m } from "./words.ts";

/** Patient, since a busy machine is no failure of the loop. */
const expect = expectNow.configure({ timeout: 25_000 });

/** What one run of the loop is about. */
export interface Story {
  readonly carrying: string;
  readonly nickname: string;
  readonly words: string;
  readonly help: number;
  readonly bad: number;
  readonly feared: string;
  readonly sign: string;
  readonly from: string;
}

/** An ordinary first ask. */
export const schoolRun: Story = {
  carrying: "The school run, all week, and the move on top of it",
  nickname: "Noor",
  words: "I feel stretched thin this week. Could you take the school run on Friday at 8:15? Yes or no is fine.",
  help: 30,
  bad: 60,
  feared: "She’ll think less of me",
  sign: "A short answer, no question back",
  from: "Sam",
};

/** A button by its exact words. */
export const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });

const heading = (page: Page, name: string): Locator => page.getByRole("heading", { level: 1, name });

/** First visit up to the first screen: the load, the notes, begin. */
export const begin = async (actor: Actor, origin: string, story: Story): Promise<void> => {
  await actor.page.goto(`${origin}/`);
  await beginHere(actor, story);
};

/** The same on a page that is there already. */
export const beginHere = async (actor: Actor, story: Story): Promise<void> => {
  const { page } = actor;
  await actor.write(page.getByLabel(m("welcome.carrying"), { exact: true }), story.carrying);
  await actor.tap(button(page, m("welcome.next")));
  await actor.tap(button(page, m("welcome.begin")));
  await expect(button(page, m("today.carryAsk"))).toBeVisible();
};

/** Notes the day: how much is in the tank. What is carried was written at the start. */
export const checkIn = async (actor: Actor, energy: number): Promise<void> => {
  const { page } = actor;
  await actor.slide(page.getByLabel(m("today.energy"), { exact: true }), energy);
  await actor.tap(button(page, m("today.note")));
  await expect(button(page, m("today.change"))).toBeVisible();
};

/** Adds somebody new and answers the safety questions with no. */
export const chooseSomeoneNew = async (actor: Actor, nickname: string): Promise<void> => {
  const { page } = actor;
  await actor.write(page.getByLabel(m("who.nickname"), { exact: true }), nickname);
  await actor.choose(page.getByRole("radio", { name: m("steps.role.friend"), exact: true }));
  await actor.tap(button(page, m("who.next")));
  await expect(heading(page, m("screening.title"))).toBeVisible();
  const groups = page
    .getByRole("group")
    .filter({ has: page.getByRole("radio", { name: m("screening.no"), exact: true }) });
  const count = await groups.count();
  expect(count).toBeGreaterThanOrEqual(Math.min(4, safetyQuestions.length));
  for (let at = 0; at < count; at += 1) {
    await actor.choose(groups.nth(at).getByRole("radio", { name: m("screening.no"), exact: true }));
  }
  await actor.tap(button(page, m("screening.next")));
};

/** Looks at the page half-way through, where a walk has to. */
type Look = () => Promise<void>;
const noLook: Look = () => Promise.resolve();

/** Writes the words and what is expected; ends where the ways of sending stand. */
export const composeAndExpect = async (actor: Actor, story: Story, look: Look = noLook): Promise<void> => {
  const { page } = actor;
  await actor.write(page.getByLabel(m("ask.yourWords"), { exact: true }), story.words);
  await actor.tap(button(page, m("ask.wordsNext")));
  await actor.slide(page.getByLabel(m("predict.help", { name: story.nickname }), { exact: true }), story.help);
  await actor.slide(page.getByLabel(m("predict.bad"), { exact: true }), story.bad);
  await actor.write(page.getByLabel(m("predict.feared"), { exact: true }), story.feared);
  await actor.write(page.getByLabel(m("predict.sign"), { exact: true }), story.sign);
  await look();
  await actor.tap(button(page, m("predict.keep")));
  await expect(heading(page, m("ask.sendTitle", { name: story.nickname }))).toBeVisible();
};

/** Makes a private link and hands it over; gives the link. */
export const sendLink = async (actor: Actor, story: Story, look: Look = noLook): Promise<string> => {
  const { page } = actor;
  await actor.tap(page.getByRole("button", { name: m("ask.link") }));
  await actor.write(page.getByLabel(m("ask.linkFrom"), { exact: true }), story.from);
  await look();
  await actor.tap(button(page, m("ask.linkMake")));
  const address = page.getByLabel(m("ask.linkAddress"), { exact: true });
  await expect(address).toBeVisible();
  const url = (await address.inputValue().catch(() => address.textContent())) ?? "";
  await actor.tap(button(page, m("ask.linkCopy")));
  await expect(page.getByText(m("ask.linkGiven"))).toBeVisible();
  return url.trim();
};

/** The first ask, from the empty app to the link in somebody's hand. */
export const firstAsk = async (actor: Actor, origin: string, story: Story): Promise<string> => {
  await begin(actor, origin, story);
  await checkIn(actor, 55);
  await actor.tap(button(actor.page, m("today.carryAsk")));
  await chooseSomeoneNew(actor, story.nickname);
  await composeAndExpect(actor, story);
  return sendLink(actor, story);
};

/** What a supporter answers. */
export interface Answering {
  readonly answer: "yes" | "partly" | "no" | "talk";
  readonly words: string;
}

/** The other person's side: open the link, read, answer. */
export const answerLink = async (
  actor: Actor,
  url: string,
  { answer, words }: Answering,
  look: Look = noLook,
): Promise<void> => {
  const { page } = actor;
  await page.goto(url);
  await actor.tap(button(page, a("answer.sealed.open")));
  await actor.choose(page.getByRole("radio", { name: a(`answer.ask.${answer}`), exact: true }));
  await actor.write(page.getByRole("textbox"), words);
  await look();
  await actor.tap(button(page, a("answer.send", { answer: a(`answer.ask.${answer}`) })));
  await expect(page.getByRole("heading", { name: a("answer.sent.heading") })).toBeVisible();
};

/** Back to Today by the rooms' bar. */
export const toToday = (actor: Actor): Promise<void> => toRoom(actor, m("shell.room.today"));

/** To one of the rooms, by the bar at the bottom. */
export const toRoom = async (actor: Actor, name: string): Promise<void> => {
  const bar = actor.page.getByRole("navigation", { name: m("shell.rooms") });
  await actor.tap(bar.getByRole("button", { name, exact: true }).or(bar.getByRole("link", { name, exact: true })));
};

/** Notes how it was, after the answer has come. Ends on the look back. */
export const noteOutcome = async (actor: Actor, learnt: string): Promise<void> => {
  const { page } = actor;
  if (
    await heading(page, m("today.title"))
      .or(heading(page, m("today.titleEnergy")))
      .isHidden()
  )
    await toToday(actor);
  await actor.tap(button(page, m("today.see")));
  await actor.tap(button(page, m("ask.openNote")));
  await actor.slide(page.getByLabel(m("outcome.when.peak"), { exact: true }), 45);
  await actor.slide(page.getByLabel(m("outcome.bad"), { exact: true }), 25);
  await actor.choose(page.getByRole("radio", { name: m("outcome.fearedDidNot"), exact: true }));
  await actor.write(page.getByLabel(m("outcome.learnt"), { exact: true }), learnt);
  await actor.tap(button(page, m("outcome.note")));
  await expect(heading(page, m("ask.closedTitle"))).toBeVisible();
};

/** Another ask of somebody new, from Today: the load is written anew, so that it can be asked about. */
export const nextAsk = async (actor: Actor, _origin: string, story: Story): Promise<string> => {
  const { page } = actor;
  await toToday(actor);
  const change = button(page, m("today.change"));
  if (await change.isVisible()) await actor.tap(change);
  await actor.write(page.getByLabel(m("today.carrying"), { exact: true }), story.carrying);
  await actor.tap(button(page, m("today.note")));
  await actor.tap(button(page, m("today.carryAsk")));
  await actor.choose(page.getByRole("radio", { name: m("who.other"), exact: true }));
  await chooseSomeoneNew(actor, story.nickname);
  await composeAndExpect(actor, story);
  return sendLink(actor, story);
};
