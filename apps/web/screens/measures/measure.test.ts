import { measureWords } from "@belay/content";
import { sittings, weeksCounted } from "@belay/domain";
import { instruments, type InstrumentId } from "@belay/measures";
import { afterEach, describe, expect, it } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { writeDrafts } from "../draft.ts";
import { useScreen } from "../navigation.ts";
import { i18n } from "../words.ts";
import { WeekLine } from "../today/week-line.tsx";
import { tell } from "../../../../tests/screens/told-tries.ts";
import { Measure } from "./measure.tsx";
import { Measures } from "./measures.tsx";

const words: ReadonlyMap<string, string> = new Map(Object.entries(measureWords));
const all = i18n.messages;
afterEach(() => i18n.loadAndActivate({ locale: "en", messages: all }));

/** Chooses the answer at `place` to item `item` (from 1). */
const answer = async (screen: Drawn, id: InstrumentId, item: number, place: number): Promise<void> => {
  const text = words.get(instruments[id].words?.items[item - 1] ?? "") ?? "";
  const row = screen.page.all().find((node) => node.localName === "fieldset" && node.textContent.startsWith(text));
  const radio = row?.all().find((node) => node.localName === "input" && node.value === String(place));
  if (text === "" || radio === undefined) throw new Error(`not asked: ${id} ${item}`);
  radio.checked = true;
  radio.fire("change");
  await settle();
};

const answerAll = async (screen: Drawn, id: InstrumentId, places: readonly number[]): Promise<void> => {
  for (const [index, place] of places.entries()) await answer(screen, id, index + 1, place);
};

const sitting = (pretend: Pretend, id: string): Promise<Drawn> => draw(Measure, pretend, id);

describe("the week", () => {
  it("asks four counts and nothing else, all without a number, and keeps them", async () => {
    const pretend = pretendEngine();
    const screen = await sitting(pretend, "week");
    expect(screen.page.all().filter(({ localName }) => localName === "output")).toHaveLength(4);
    expect(screen.page.all().filter(({ localName }) => /^(input|textarea)$/.test(localName))).toEqual([]);
    await screen.press("Save");
    expect(screen.has("Nothing is chosen here yet.")).toBe(true);
    expect(weeksCounted(pretend.state.value)).toEqual([]);
    await screen.press("More: How many times did you ask somebody");
    await screen.press("More: How many times did you ask somebody");
    await screen.press("None: How many times did you offer help?");
    await screen.press("Save");
    expect(weeksCounted(pretend.state.value)).toMatchObject([{ asked: 2, accepted: null, told: null, offered: 0 }]);
    expect(screen.has("For this week you have noted: asked 2 times and offered help 0 times.")).toBe(true);
  });

  it("can be added to: what was said stands there, and a number can be taken back", async () => {
    const pretend = pretendEngine();
    const first = await sitting(pretend, "week");
    await first.press("More: How many times did you ask somebody");
    await first.press("More: How many times did you tell");
    await first.press("Save");
    const again = await sitting(pretend, "week");
    await again.press("More: How many times did you ask somebody");
    await again.press("Fewer: How many times did you tell");
    await again.press("take back");
    await again.press("Save");
    expect(weeksCounted(pretend.state.value)).toMatchObject([{ asked: null, told: 0 }]);
  });
});

describe("half an answer", () => {
  const onPage = (screen: Drawn): readonly string[] =>
    screen.page
      .all()
      .filter(({ localName, checked }) => localName === "input" && checked)
      .map(({ value }) => value);
  /** Puts what was chosen where it waits, as half a second of quiet does. */
  const stop = async (screen: Drawn): Promise<void> => {
    await writeDrafts();
    screen.leave();
  };

  it("to a questionnaire waits two days; then it would be of other weeks, and nothing of it is chosen", async () => {
    const pretend = pretendEngine();
    const screen = await sitting(pretend, "phq4");
    await answer(screen, "phq4", 1, 2);
    await stop(screen);
    pretend.pass(2);
    const later = await sitting(pretend, "phq4");
    expect(onPage(later)).toEqual(["2"]);
    await stop(later);
    pretend.pass(1);
    const late = await sitting(pretend, "phq4");
    expect(onPage(late)).toEqual([]);
    await answerAll(late, "phq4", [0, 0, 0, 0]);
    await late.press("Save");
    expect(sittings(pretend.state.value).map(({ answers }) => answers)).toEqual([[0, 0, 0, 0]]);
  });

  it("of a week is of no other week, and not of before what was saved since", async () => {
    const pretend = pretendEngine();
    const half = await sitting(pretend, "week");
    await half.press("More: How many times did you ask somebody");
    await stop(half);
    const counts = { accepted: null, told: null, offered: null, alone: null, missed: null, reason: "", lonely: null };
    pretend.say({ kind: "measures/count", asked: 4, ...counts });
    const same = await sitting(pretend, "week");
    await same.press("More: How many times did you ask somebody");
    await same.press("Save");
    expect(weeksCounted(pretend.state.value)).toMatchObject([{ asked: 5 }]);
    const next = await sitting(pretend, "week");
    await next.press("More: How many times did you ask somebody");
    await stop(next);
    pretend.pass(1);
    const monday = await sitting(pretend, "week");
    await monday.press("More: How many times did you ask somebody");
    await monday.press("Save");
    expect(weeksCounted(pretend.state.value)).toMatchObject([{ asked: 5 }, { asked: 1 }]);
  });
});

describe("a set", () => {
  it("goes part by part; one is saved by itself, one is left out, and what is in is not asked again", async () => {
    const pretend = pretendEngine();
    const screen = await sitting(pretend, "four-weekly");
    expect(screen.has("Part 1 of 5")).toBe(true);
    expect(screen.has(words.get("measures.credit.ipip") ?? "–")).toBe(true);
    await answer(screen, "keep8", 1, 6);
    await screen.press("Save");
    expect(sittings(pretend.state.value)).toMatchObject([
      { instrument: "keep8", set: "four-weekly", answers: [7, null, null, null, null, null, null, null] },
    ]);
    expect(screen.has("Part 2 of 5")).toBe(true);
    await screen.press("Leave this part out");
    expect(screen.has("Part 3 of 5")).toBe(true);
    await screen.press("Stop here for today");
    expect(useScreen().screen).toBe("measures");
    expect((await sitting(pretend, "four-weekly")).has("Part 2 of 5")).toBe(true);
  });

  it("of which everything was left out says that this is fine", async () => {
    const screen = await sitting(pretendEngine(), "weekly");
    for (let part = 0; part < 3; part += 1) await screen.press("Leave this part out");
    expect(screen.has("Nothing was noted, and that is fine.")).toBe(true);
  });
});

describe("what comes of it", () => {
  it("is a number, its range, what it does not say, and that it is too early", async () => {
    const screen = await sitting(pretendEngine(), "phq4");
    expect(screen.has("No permission required to reproduce")).toBe(true);
    await answerAll(screen, "phq4", [1, 1, 1, 0]);
    await screen.press("Save");
    expect(screen.has("Your answers come to 3.")).toBe(true);
    expect(screen.has("Parts of it: Worry 2 and Low mood 1.")).toBe(true);
    expect(screen.has("It runs from 0 to 12, and lower is easier.")).toBe(true);
    expect(screen.has("It is no diagnosis, and it does not say why.")).toBe(true);
    expect(screen.has("Answered once so far; too early to say whether it moves.")).toBe(true);
    expect(screen.has("From 3 to 5 others write “mild”")).toBe(true);
    expect(screen.has("They are no finding about you.")).toBe(true);
    expect(screen.has("Rest comes first just now")).toBe(false);
    expect(screen.text()).not.toMatch(/you are (mild|moderate|severe|depressed|avoidant)/i);
  });

  it("is no number where a question was left, and the answers are kept", async () => {
    const pretend = pretendEngine();
    const screen = await sitting(pretend, "gad7");
    await answer(screen, "gad7", 2, 3);
    await screen.press("Save");
    expect(screen.has("A question was left, so there is no number. What you chose is kept.")).toBe(true);
    expect(sittings(pretend.state.value)[0]?.answers?.[1]).toBe(3);
  });

  it.each([
    ["phq4", [3, 2, 0, 0], false],
    ["phq4", [3, 3, 0, 0], true],
    ["phq8", [2, 2, 2, 2, 1, 0, 0, 0], false],
    ["phq8", [2, 2, 2, 2, 2, 0, 0, 0], true],
    ["gad7", [2, 2, 2, 2, 2, 0, 0], true],
  ] as const)("offers a professional from the published line on: %s %j is %s", async (id, places, offered) => {
    const screen = await sitting(pretendEngine(), id);
    await answerAll(screen, id, places);
    await screen.press("Save");
    expect(screen.has("A talk with a doctor or a therapist may help more than an app.")).toBe(offered);
  });

  it("of the sources is the highest and how many, never a sum", async () => {
    const pretend = pretendEngine();
    pretend.say({
      kind: "measures/choose",
      weekly: false,
      fourWeekly: true,
      baseline: false,
      mood: false,
      item9: false,
      people: false,
    });
    const screen = await sitting(pretend, "four-weekly");
    for (let part = 0; part < 4; part += 1) await screen.press("Leave this part out");
    await screen.slide("A friend", 8);
    await screen.slide("Nobody", 10);
    await screen.slide("A parent", 6);
    await screen.press("Save");
    expect(screen.has("One stands at 7 or more. The highest is 8 of 10.")).toBe(true);
  });
});

describe("item 9", () => {
  const title = "Thank you for saying this";

  it("is answered at once, before anything is saved and before any number, and locks nothing", async () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "circle/add", nickname: "Noor", role: "friend", ring: "close", trust: 60, comfort: 60 });
    const screen = await sitting(pretend, "phq9");
    await answer(screen, "phq9", 9, 1);
    expect(screen.has("Somebody you trust could sit with you")).toBe(false);
    expect(screen.has(title)).toBe(true);
    expect(sittings(pretend.state.value)).toEqual([]);
    expect(screen.has("Somebody you could call: Noor.")).toBe(true);
    await screen.press("Lines that listen, now");
    expect(useScreen().screen).toBe("help");
    await screen.press("My plan for hard hours");
    expect(useScreen().screen).toBe("plan");
    await answerAll(screen, "phq9", [0, 0, 0, 0, 0, 0, 0, 0]);
    await screen.press("Save");
    const text = screen.text();
    expect(text.indexOf(title)).toBeGreaterThan(0);
    expect(text.indexOf(title)).toBeLessThan(text.indexOf("Your answers come to 1."));
    // Repeatable: it comes again the next time, and not before.
    const again = await sitting(pretend, "phq9");
    expect(again.has(title)).toBe(false);
    await answer(again, "phq9", 9, 3);
    expect(again.has(title)).toBe(true);
  });

  it("with “not at all” brings nothing, and is never called safe", async () => {
    const screen = await sitting(pretendEngine(), "phq9");
    await answerAll(screen, "phq9", [1, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(screen.has(title)).toBe(false);
    await screen.press("Save");
    expect(screen.has(title)).toBe(false);
    expect(screen.text()).not.toMatch(/\bsafe\b|no risk/i);
  });

  it("is not the answer of another questionnaire, nor of another item", async () => {
    const screen = await sitting(pretendEngine(), "phq9");
    await answerAll(screen, "phq9", [3, 3, 3, 3, 3, 3, 3, 3]);
    expect(screen.has(title)).toBe(false);
  });
});

describe("a person", () => {
  it("is asked about only while on the circle", async () => {
    const pretend = pretendEngine();
    const person = pretend.say({
      kind: "circle/add",
      nickname: "Noor",
      role: "friend",
      ring: "near",
      trust: 60,
      comfort: 60,
    });
    const screen = await sitting(pretend, `ecr-rs~${person}`);
    expect(screen.has("Closeness with one person (ECR-RS): Noor")).toBe(true);
    await answer(screen, "ecr-rs", 1, 6);
    await screen.press("Save");
    expect(sittings(pretend.state.value)).toMatchObject([{ instrument: "ecr-rs", about: person }]);
    expect((await sitting(pretend, "ecr-rs~per-none")).has("There is nothing to answer here.")).toBe(true);
  });
});

describe("the page of all of them", () => {
  const on = { weekly: false, fourWeekly: false, baseline: false, mood: false, item9: false, people: false };

  it("has everything off but the four counts, and switches one thing on at a time", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Measures, pretend);
    const boxes = () => screen.page.all().filter((node) => node.getAttribute("type") === "checkbox");
    expect(boxes().map(({ checked }) => checked)).toEqual([false, false, false, false, false]);
    await screen.choose("A look every four weeks");
    expect(screen.has("About five minutes.")).toBe(true);
    await screen.press("Answer now");
    expect(useScreen()).toMatchObject({ screen: "measure", id: "four-weekly" });
    expect(screen.has("being better off dead")).toBe(false);
    await screen.choose("Low mood and worry");
    expect(screen.has("With the question about being better off dead")).toBe(true);
    expect(pretend.calls.filter((call) => call.includes("measures/choose"))).toHaveLength(2);
  });

  it("never offers what is for scoring only, nor a PHQ-9 that was not chosen", async () => {
    const pretend = pretendEngine();
    const plain = (await draw(Measures, pretend)).text();
    expect(plain).toContain("Worry and low mood, 4 questions (PHQ-4)");
    expect(plain).not.toMatch(/PSS|Rosenberg|MSPSS|WSAS|De Jong|ECR-R\b|PHQ-9\)|UCLA, 1980/);
    pretend.say({ kind: "measures/choose", ...on, mood: true, item9: true });
    expect((await draw(Measures, pretend)).text()).toContain("Low mood, 9 questions (PHQ-9)");
  });

  it("offers closeness only with people who did no harm", async () => {
    const pretend = pretendEngine();
    const add = (nickname: string) =>
      pretend.say({ kind: "circle/add", nickname, role: "friend", ring: "near", trust: 60, comfort: 60 });
    add("Noor");
    pretend.say({ kind: "circle/rate-safety", person: add("Kim"), safety: "unsafe", note: "" });
    pretend.say({ kind: "measures/choose", ...on, people: true });
    const screen = await draw(Measures, pretend);
    expect(screen.has("About Noor")).toBe(true);
    expect(screen.has("About Kim")).toBe(false);
  });

  it("does not offer closeness at all where the build holds no words for it", async () => {
    i18n.loadAndActivate({
      locale: "en",
      messages: Object.fromEntries(Object.entries(all).filter(([id]) => !id.startsWith("measures.ecr-rs."))),
    });
    expect((await draw(Measures, pretendEngine())).has("How close you feel to one person")).toBe(false);
  });

  it("lists what was answered, and deletes one", async () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "measures/answer", instrument: "phq4", about: null, set: "alone", answers: [1, 1, 1, 1] });
    const screen = await draw(Measures, pretend);
    expect(screen.has("Worry and low mood, 4 questions (PHQ-4): 4")).toBe(true);
    await screen.press("Delete for good: Worry and low mood");
    await screen.press("Delete it");
    expect(pretend.calls).toContain(`erase ${sittings(pretend.state.value)[0]?.entry ?? ""}`);
  });

  it("says nothing of weeks that were left out", async () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "measures/choose", ...on, weekly: true, fourWeekly: true });
    pretend.say({ kind: "measures/answer", instrument: "keep8", about: null, set: "four-weekly", answers: [1] });
    pretend.pass(200);
    expect((await draw(Measures, pretend)).text()).not.toMatch(/overdue|late\b|missed|missing|incomplete|behind/i);
  });
});

describe("the line on Today", () => {
  const tried = (): Pretend => {
    const pretend = pretendEngine();
    tell(pretend, { outcome: "yes", help: 30 });
    return pretend;
  };

  it("comes towards the end of a week, once something was tried, and not after the week was counted", async () => {
    expect((await draw(WeekLine, pretendEngine())).text()).toBe("");
    const pretend = tried();
    const screen = await draw(WeekLine, pretend);
    expect(screen.has("Four numbers for this week, if you like.")).toBe(true);
    await screen.press("Count this week");
    expect(useScreen()).toMatchObject({ screen: "measure", id: "week" });
    const counts = { accepted: null, told: null, offered: null, alone: null, missed: null, reason: "", lonely: null };
    pretend.say({ kind: "measures/count", asked: 0, ...counts });
    expect((await draw(WeekLine, pretend)).text()).toBe("");
    pretend.pass(4);
    expect((await draw(WeekLine, pretend)).text()).toBe("");
    pretend.pass(1);
    expect((await draw(WeekLine, pretend)).text()).not.toBe("");
  });

  it("takes a no for this week, and asks again in the next", async () => {
    const pretend = tried();
    const screen = await draw(WeekLine, pretend);
    await screen.press("Not this week");
    expect(screen.text()).toBe("");
    screen.leave();
    await settle();
    expect((await draw(WeekLine, pretend)).text()).toBe("");
    pretend.pass(7);
    expect((await draw(WeekLine, pretend)).text()).not.toBe("");
  });
});
