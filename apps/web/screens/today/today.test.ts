import { stepCatalogue } from "@belay/content";
import { checkins, experiment as experimentOf, restedOn } from "@belay/domain";
import type { Numbers } from "@belay/guidance";
import { describe, expect, it } from "vitest";
import type { Engine } from "../../engine/engine.ts";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw } from "../../../../tests/screens/pretend-page.ts";
import { useScreen } from "../navigation.ts";
import { cornerId } from "../try/corner-id.ts";
import { cornerStep } from "../try/corner.ts";
import { Offer } from "./offer.tsx";
import { Today } from "./today.tsx";

const answers = { hurt: "no", used: "no", risky: "no", debt: "no", work: null } as const;

/** Noor was asked by her own message, with a guess of 30 % before. */
const waiting = () => {
  const pretend = pretendEngine();
  const noor = pretend.say({
    kind: "circle/add",
    nickname: "Noor",
    role: "friend",
    ring: "near",
    trust: null,
    comfort: null,
  });
  pretend.say({ kind: "circle/screen", person: noor, strand: "ask", depth: "first", answers });
  const id = pretend.say({ kind: "steps/plan", step: cornerStep(), person: noor, context: null, origin: "self" });
  pretend.say({ kind: "steps/predict", experiment: id, help: 30, bad: 50, feared: "", sign: "", beliefs: [] });
  pretend.say({
    kind: "asks/send",
    ask: null,
    experiment: id,
    person: noor,
    words: "Could you call?",
    channel: "own-message",
    silence: null,
  });
  pretend.calls.length = 0;
  return { pretend, noor, id };
};

describe("a check-in", () => {
  it("starts with nothing set, and cannot be noted while it is empty", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Today, pretend);
    expect(screen.has("not set")).toBe(true);
    await screen.press("Note it");
    expect(pretend.calls).toEqual([]);
  });

  it("is noted with the energy, the cues and the load, and then stands as one line", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Today, pretend);
    await screen.slide("Energy", 30);
    await screen.press("tight chest");
    await screen.type("What you are carrying", "the school run");
    await screen.press("Note it");
    expect(checkins(pretend.state.value)[0]).toMatchObject({
      energy: 30,
      cues: ["cue-chest"],
      carrying: "the school run",
    });
    expect(screen.has("Energy: low")).toBe(true);
    expect(screen.has("tight chest")).toBe(true);
  });

  it("can be changed without saying everything again", async () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "checkin/note", energy: 30, cues: ["cue-chest"], carrying: "the school run" });
    const screen = await draw(Today, pretend);
    await screen.press("Change");
    await screen.slide("Energy", 60);
    await screen.press("Note it");
    expect(checkins(pretend.state.value)[0]).toMatchObject({
      energy: 60,
      cues: ["cue-chest"],
      carrying: "the school run",
    });
  });

  it("keeps everything in its place when it was not saved", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Today, pretend);
    await screen.type("What you are carrying", "the school run");
    pretend.fault = { type: "NotSaved", why: "storage" };
    await screen.press("Note it");
    expect(screen.has("Your words are still here.")).toBe(true);
    expect(screen.control("What you are carrying").value).toBe("the school run");
  });
});

describe("the load", () => {
  it("leads to asking somebody for a corner of it", async () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "checkin/note", energy: null, cues: [], carrying: "the school run" });
    const screen = await draw(Today, pretend);
    expect(screen.has("“the school run”")).toBe(true);
    await screen.press("Ask someone for a corner");
    expect(useScreen()).toMatchObject({ screen: "try", id: cornerId });
  });
});

describe("what is under way", () => {
  it("waits beside the guess that was made, and is never late", async () => {
    const { pretend } = waiting();
    pretend.pass(40);
    const text = (await draw(Today, pretend)).text();
    expect(text).toContain("you guessed 30 % yes");
    expect(text).not.toMatch(/overdue|late|missed/i);
  });

  it("is noted in two taps when it happened elsewhere", async () => {
    const { pretend, id } = waiting();
    const screen = await draw(Today, pretend);
    await screen.press("It went another way");
    await screen.press("Part of it, or another time");
    expect(experimentOf(pretend.state.value, id)?.outcome).toMatchObject({
      status: "done",
      outcome: "partly",
      bad: null,
    });
    expect(useScreen()).toMatchObject({ screen: "outcome", id });
  });
});

/** What a first step may be reckoned to be like. */
const numbers: Numbers = {
  peak: { mean: 40.4, low: 12, high: 71 },
  done: 0.74,
  over: 0.034,
  yes: null,
  reach: { mean: 32, low: 16, high: 48 },
  tries: 0,
  pairs: [],
  strain: 0,
  context: "call",
};

/** An engine that offers these steps, one after the other as they are turned down. */
const offering = (pretend: Pretend, smaller: boolean): Pretend => {
  const stepOffer: Engine["stepOffer"] = (exclude) => {
    const step = stepCatalogue.find(({ id, smaller: below }) => !exclude.includes(id) && below !== null);
    if (step === undefined) return { kind: "rest", reasons: [{ type: "NothingWithinReach" }] };
    const easier = stepCatalogue.find(({ id }) => id === step.smaller);
    return {
      kind: "step",
      step,
      person: null,
      reasons: [{ type: "WithinReach", peak: numbers.peak, done: numbers.done, tries: 0 }],
      numbers,
      smaller: smaller ? (easier ?? null) : null,
      smallerNumbers: smaller ? { ...numbers, peak: { mean: 21, low: 2, high: 55 }, done: 0.93, tries: 6 } : null,
    };
  };
  return { ...pretend, engine: { ...pretend.engine, stepOffer } };
};
const LeadingOffer = () => Offer({ plain: false });

describe("the step within reach", () => {
  it("says why, and can be exchanged for another or a smaller one without a trace", async () => {
    const pretend = pretendEngine();
    const screen = await draw(LeadingOffer, offering(pretend, true));
    const first = screen.text();
    expect(first).toContain("about as hard as a first one should be");
    await screen.press("Another");
    expect(screen.text()).not.toBe(first);
    await screen.press("Smaller");
    expect(screen.has("Smaller")).toBe(false);
    expect(pretend.calls).toEqual([]);
  });

  it("shows the numbers it was chosen by, and what they do not know, on a sheet of its own", async () => {
    const screen = await draw(LeadingOffer, offering(pretendEngine(), true));
    expect(screen.has("Why this step?")).toBe(false);
    await screen.press("Why this?");
    const text = screen.text();
    expect(text).toContain("At its worst it may feel like 40 of 100.");
    expect(text).toContain("between 12 and 71");
    expect(text).toContain("too much, above 80, is about 3 in 100");
    expect(text).toContain("on the phone");
    expect(text).toContain("You have no tries like this yet");
    expect(text).toContain("You would more likely do it than not: about 7 in 10.");
    expect(text).toContain("You have tried nothing yet");
    expect(text).toContain("made-up people, not from real ones");
    expect(text).not.toMatch(/says yes|may say yes|[{}]/);
  });

  it("gives the numbers of the smaller one once that was asked for", async () => {
    const screen = await draw(LeadingOffer, offering(pretendEngine(), true));
    await screen.press("Smaller");
    expect(screen.has("It looks light for you: about 21 of 100, most likely between 2 and 55.")).toBe(true);
    await screen.press("Why this?");
    expect(screen.has("At its worst it may feel like 21 of 100.")).toBe(true);
    expect(screen.has("At its worst it may feel like 40 of 100.")).toBe(false);
  });

  it("says where it was thought of, where there is more than one way", async () => {
    const pretend = offering(pretendEngine(), false);
    const choice = pretend.engine.stepOffer([]);
    const screen = await draw(LeadingOffer, pretend);
    const ways = choice.kind === "step" ? choice.step.contexts.length : 0;
    expect(screen.has("For example on the phone.")).toBe(ways !== 1);
  });

  it("is taken as offered", async () => {
    const screen = await draw(LeadingOffer, offering(pretendEngine(), false));
    await screen.press("I’ll try this");
    expect(useScreen().screen).toBe("try");
    expect(useScreen().id).toMatch(/~offered\.call$/);
  });

  it("can be left for today, and that is recorded as rest", async () => {
    const pretend = pretendEngine();
    const screen = await draw(LeadingOffer, offering(pretend, false));
    await screen.press("Not today");
    expect(restedOn(pretend.state.value, pretend.engine.today())).toBe(true);
  });

  it("is rest where nothing is within reach, and says that this is about the list", async () => {
    const none = { ...pretendEngine() };
    const rest: Engine["stepOffer"] = () => ({ kind: "rest", reasons: [{ type: "NothingWithinReach" }] });
    const screen = await draw(LeadingOffer, { ...none, engine: { ...none.engine, stepOffer: rest } });
    expect(screen.has("That is about the list, not about you.")).toBe(true);
  });
});

describe("while the rest of a long record is being read", () => {
  it.each(["as-now", "quieter"] as const)("shows nothing that needs the whole record: %s", async (pace) => {
    const { pretend } = waiting();
    pretend.say({ kind: "settings/choose-pace", pace });
    pretend.phase.value = { kind: "glance" };
    const early = (await draw(Today, pretend)).text();
    pretend.phase.value = { kind: "open" };
    const whole = (await draw(Today, pretend)).text();
    expect(early).toContain("Energy");
    expect(early).not.toContain("1 open");
    expect(whole).toContain("Energy");
    expect(whole).toContain("1 open");
  });
});
