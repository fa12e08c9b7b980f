import { messagesEn, stepCatalogue } from "@belay/content";
import { pathNames } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { sampleExperiment, sampleOutcome } from "../sample-experiment.ts";
import { cornerStep } from "../try/corner.ts";
import { nextOf, sayingOf, withSaying, type Around } from "./next.ts";

const around = (change: Partial<Around> = {}): Around => ({
  experiment: null,
  stepThere: false,
  smaller: null,
  owed: "",
  reminded: false,
  plan: "",
  counted: false,
  ...change,
});

const noted = (outcome: "no" | "hurtful" | "silence") =>
  sampleExperiment({ stage: "closed", outcome: sampleOutcome({ outcome }) });

const ids = (...given: Parameters<typeof nextOf>): readonly string[] => nextOf(...given).map(({ id }) => id);

describe("the small things at the end", () => {
  it.each(pathNames)("%s always leaves rest or nothing open, and has words for all of them", (path) => {
    for (const owed of ["", "yes", "no"]) {
      const list = ids(path, around({ owed, experiment: noted("no"), smaller: cornerStep(), plan: "Ask Raj" }));
      expect(list.some((id) => id === "rest" || id === "nothing")).toBe(true);
      expect(new Set(list).size).toBe(list.length);
      for (const id of list) {
        expect(messagesEn).toHaveProperty([`path.do.${id}`]);
        expect(messagesEn).toHaveProperty([`path.why.${id}`]);
      }
    }
  });

  it("no path offers the same person again until it works", () => {
    const all = pathNames.flatMap((path) =>
      nextOf(path, around({ experiment: noted("no"), stepThere: true, smaller: cornerStep() })),
    );
    const tries = all.filter(({ screen }) => screen === "try");
    expect(tries.length).toBeGreaterThan(0);
    // Whom it goes to is asked anew: the place names a step and nobody.
    for (const { about } of tries) expect(about).not.toContain("~");
  });

  it.each([
    ["yes", ["duty-in-charge", "duty-formal", "duty-advice", "duty-beside"]],
    ["unsure", ["duty-advice"]],
    ["no", []],
    ["", []],
  ])("owed %j: what comes first is %j, and no other way of a duty", (owed, first) => {
    const list = ids("after-no", around({ owed }));
    expect(list.slice(0, first.length)).toEqual(first);
    expect(list.filter((id) => id.startsWith("duty-"))).toEqual(first);
  });

  it("what is owed is neither made smaller nor put off", () => {
    const list = ids("after-no", around({ owed: "yes", smaller: cornerStep(), experiment: noted("no") }));
    expect(list).not.toContain("ask-smaller");
    expect(list).not.toContain("another-day");
    expect(ids("after-no", around({ owed: "no", smaller: cornerStep() }))).toContain("ask-smaller");
  });

  it("after something hurtful nobody is asked for anything", () => {
    const list = nextOf("after-no", around({ experiment: noted("hurtful"), stepThere: true, owed: "yes" }));
    expect(list.map(({ id }) => id)).toEqual(["sit-with", "help-line", "by-choice", "rest"]);
    expect(list.some(({ screen }) => screen === "try")).toBe(false);
  });

  it("the same step goes to somebody else, or to the room of steps when it is not there any more", () => {
    const there = nextOf("after-no", around({ experiment: noted("no"), stepThere: true }));
    expect(there.find(({ id }) => id === "ask-other")).toMatchObject({ screen: "try", about: "ask-for-a-lift" });
    const gone = nextOf("after-no", around({ experiment: noted("no") }));
    expect(gone.find(({ id }) => id === "ask-other")).toMatchObject({ screen: "steps", about: null });
  });

  it("an ask is reminded of once and never twice", () => {
    expect(ids("after-silence", around())).toContain("remind");
    expect(ids("after-silence", around({ reminded: true }))).not.toContain("remind");
  });

  it("what was decided for silence comes first, and is left out where nothing was", () => {
    expect(ids("after-silence", around({ plan: "Ask Raj" }))[0]).toBe("go-with-plan");
    expect(ids("after-silence", around())).not.toContain("go-with-plan");
  });

  it("silence is counted as no answer only where there is an ask, and only once", () => {
    const experiment = sampleExperiment({ stage: "waiting" });
    expect(ids("after-silence", around({ experiment }))).toContain("no-answer");
    expect(ids("after-silence", around({ experiment, counted: true }))).not.toContain("no-answer");
    expect(ids("after-silence", around())).not.toContain("no-answer");
  });

  it("a low day holds no step at all", () => {
    const screens = nextOf("low-day", around({ smaller: cornerStep() })).map(({ screen }) => screen);
    expect(screens).not.toContain("try");
    expect(screens).not.toContain("steps");
    expect(screens).toContain("together");
    expect(screens).toContain("help");
  });

  it("the step to take somebody along is one of the catalogue", () => {
    const beside = nextOf("after-no", around({ owed: "yes" })).find(({ id }) => id === "duty-beside");
    expect(stepCatalogue.some(({ id }) => id === beside?.about)).toBe(true);
  });

  it("three small things open a sentence first", () => {
    expect(withSaying.map(sayingOf)).toEqual(withSaying);
    expect(sayingOf("rest")).toBeNull();
  });
});
