import { beliefCatalogue, beliefGroups, beliefSteps, stepCatalogue, type BeliefContent } from "@belay/content";
import { beliefs } from "@belay/domain";
import { beforeEach, describe, expect, it } from "vitest";
import { draw } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { noteTry } from "../../../../tests/screens/tries.ts";
import { useScreen } from "../navigation.ts";
import { Belief } from "./belief.tsx";

let pretend: Pretend;

beforeEach(() => {
  pretend = pretendEngine();
});

const all = () =>
  beliefs(
    pretend.state.value,
    beliefCatalogue.map(({ id }) => id),
  );
const shown = (id: string) => {
  const found = all().find((belief) => belief.id === id);
  if (found === undefined) throw new Error(`no belief ${id}`);
  return found;
};
const contentOf = (row: string): BeliefContent => {
  const found = beliefCatalogue.find(({ covers }) => covers.some((covered) => covered === row));
  if (found === undefined) throw new Error(`nothing covers ${row}`);
  return found;
};
const titleOf = (step: string): string => stepCatalogue.find(({ id }) => id === step)?.title ?? "";

/** A try that is over and named the belief beforehand. */
const tried = (belief: string, learnt = ""): string => {
  const experiment = pretend.say({
    kind: "steps/plan",
    step: {
      id: "ask-the-way",
      strand: "ask",
      title: "Ask the way",
      difficulty: 8,
      cost: 0.03,
      needsPerson: false,
      roles: ["stranger"],
      contexts: ["in-person"],
      disclosure: "none",
      touch: false,
    },
    person: null,
    context: null,
    origin: "self",
  });
  pretend.say({
    kind: "steps/predict",
    experiment,
    help: null,
    bad: null,
    feared: "",
    sign: "",
    beliefs: [belief],
  });
  noteTry(pretend, experiment, { outcome: "yes", learnt });
  return experiment;
};

/** What would count is fixed with the first weighing, since nothing is weighed without it. */
const weigh = (belief: string, verdict: "for" | "against" | "does-not-count", because = ""): void => {
  const known = beliefs(pretend.state.value, [belief]).find(({ id }) => id === belief);
  if (known === undefined || known.test === null)
    pretend.say({ kind: "beliefs/agree-test", belief, countsFor: "A sigh.", countsAgainst: "None." });
  pretend.say({ kind: "beliefs/weigh", belief, experiment: tried(belief), verdict, because });
};

describe("each common belief can be held up to what happens", () => {
  it.each([
    ["BEL-01", "without needing anyone"],
    ["BEL-02", "under control"],
    ["BEL-03", "end up disappointed"],
    ["BEL-04", "lets me down"],
    ["BEL-05", "what a mess I am"],
    ["BEL-06", "more of me than others"],
    ["BEL-07", "no one can turn me down"],
    ["BEL-08", "in my hands"],
    ["BEL-09", "not trouble anybody"],
    ["BEL-10", "troubles enough"],
    ["BEL-11", "count on is me"],
    ["BEL-12", "done right"],
    ["BEL-13", "a burden"],
    ["BEL-14", "weak"],
    ["BEL-15", "I get hurt"],
    ["BEL-16", "in danger"],
    ["BEL-17", "carry it all by myself"],
    ["BEL-18", "I have failed"],
    ["BEL-19", "look incompetent"],
    ["BEL-20", "a nuisance"],
    ["BEL-21", "doesn’t matter"],
    ["BEL-22", "my own judgement"],
    ["BEL-23", "earned support"],
    ["BEL-24", "anyone can be trusted"],
  ] as const)("%s “…%s…”: rated, asked about, fixed, weighed, with another way beside it", async (row, words) => {
    const { id, text, questionFact, wouldCountAgainst, alternative } = contentOf(row);
    expect(text).toContain(words);
    const screen = await draw(Belief, pretend, id);
    expect(screen.has(text)).toBe(true);
    expect(screen.has(questionFact)).toBe(true);
    await screen.slide("How true it feels", 64);
    await screen.press("Save");
    await screen.choose("Some of both");
    await screen.press("Keep this answer");
    await screen.press("Start from an example");
    await screen.press("Fix it");
    await screen.press("Take these words");
    await screen.press("Let it grow beside it");
    for (const step of beliefSteps[id] ?? []) expect(screen.has(titleOf(step))).toBe(true);
    tried(id);
    const again = await draw(Belief, pretend, id);
    await again.press("Ask the way, ");
    await again.choose("Against it");
    await again.press("Weigh it");
    expect(shown(id)).toMatchObject({
      strength: 64,
      questions: [{ answer: "both" }],
      test: { countsAgainst: wouldCountAgainst },
      moments: [{ verdict: "against" }],
      alternative,
    });
  });
});

describe("fact or old alarm", () => {
  it("SCR-11, HCH-02: is asked with the belief’s own question, and answered in one of four ways", async () => {
    const screen = await draw(Belief, pretend, "bel-13");
    await screen.press("Keep this answer");
    expect(screen.has("Choose one of the four first.")).toBe(true);
    expect(shown("bel-13").questions).toEqual([]);
    await screen.choose("An old alarm");
    await screen.type("What makes you think so?", "She never said so.");
    await screen.press("Keep this answer");
    expect(shown("bel-13").questions).toMatchObject([{ answer: "alarm", because: "She never said so." }]);
    expect(screen.has("Saved on this device.")).toBe(true);
    expect(screen.has("November 22: An old alarm")).toBe(true);
    expect(screen.has("“She never said so.”")).toBe(true);
  });

  it.each([
    ["fact", "It may well be. Then test it where it matters to you"],
    ["alarm", "Alarms can be loud and still be old."],
    ["both", "where it holds and where it does not"],
    ["unsure", "That is an answer too."],
  ] as const)("%s is never corrected", async (answer, words) => {
    pretend.say({ kind: "beliefs/question", belief: "bel-19", answer, because: "" });
    const screen = await draw(Belief, pretend, "bel-19");
    expect(screen.has(words)).toBe(true);
    expect(screen.text()).not.toMatch(/\b(wrong|irrational|distort\w+|mistaken|in fact)\b/i);
  });

  it("keeps every answer with its day, the newest first and the oldest in a fold", async () => {
    for (const [answer, days] of [
      ["fact", 0],
      ["both", 10],
      ["unsure", 10],
      ["alarm", 10],
    ] as const) {
      pretend.pass(days);
      pretend.say({ kind: "beliefs/question", belief: "bel-13", answer, because: "" });
    }
    expect((await draw(Belief, pretend, "bel-13")).text()).toMatch(
      /December 22: An old alarm[^]*December 12: Can’t tell[^]*December 2: Some of both[^]*One answer before that[^]*November 22: A fact/,
    );
  });

  it("keeps its words when saving failed", async () => {
    const screen = await draw(Belief, pretend, "bel-13");
    await screen.choose("A fact");
    await screen.type("What makes you think so?", "He said it.");
    pretend.fault = { type: "NotSaved", why: "storage" };
    await screen.press("Keep this answer");
    expect(screen.has("this browser did not keep it")).toBe(true);
    expect(screen.control("What makes you think so?").value).toBe("He said it.");
  });
});

describe("what was set aside", () => {
  it("once is not shown back", async () => {
    weigh("bel-13", "does-not-count", "luck");
    expect((await draw(Belief, pretend, "bel-13")).has("What you set aside")).toBe(false);
  });

  it("several times is shown together, with each reason, a question and no pressure", async () => {
    for (const because of ["luck", "he had to", "a good day", "it was small"])
      weigh("bel-13", "does-not-count", because);
    weigh("bel-13", "against");
    const screen = await draw(Belief, pretend, "bel-13");
    expect(screen.has("Four times you said it did not count. These were your reasons.")).toBe(true);
    for (const because of ["luck", "he had to", "a good day", "it was small"])
      expect(screen.has(`“${because}”`), because).toBe(true);
    expect(screen.has("is there a rule in them that lets nothing count?")).toBe(true);
    expect(screen.has("Nothing has to change.")).toBe(true);
  });
});

describe("another way to see it", () => {
  it("is offered, and can be put in one’s own words before it is kept", async () => {
    const screen = await draw(Belief, pretend, "bel-13");
    await screen.press("Let it grow beside it");
    expect(screen.has("It needs a sentence.")).toBe(true);
    await screen.press("Take these words");
    await screen.type("In your own words", " Some days can hold it. ");
    await screen.press("Let it grow beside it");
    expect(shown("bel-13").alternative).toBe("Some days can hold it.");
    expect(screen.has("“Some days can hold it.”")).toBe(true);
  });

  it("never takes the place of words that are there", async () => {
    const screen = await draw(Belief, pretend, "bel-13");
    await screen.type("In your own words", "Mine.");
    expect(() => screen.control("Take these words")).toThrow();
  });

  it("is rated on a line that starts empty, and drawn beside the belief", async () => {
    pretend.say({ kind: "beliefs/rate", belief: "bel-13", strength: 80 });
    pretend.say({ kind: "beliefs/set-alternative", belief: "bel-13", text: "Some days can hold it." });
    pretend.pass(20);
    weigh("bel-13", "against");
    const screen = await draw(Belief, pretend, "bel-13");
    await screen.press("Save this number");
    expect(screen.has("Set the knot on the line first.")).toBe(true);
    await screen.slide("How true this way feels today", 35);
    await screen.press("Save this number");
    expect(shown("bel-13").alternativeRatings).toMatchObject([{ strength: 35 }]);
    expect(screen.has("80 of 100 on November 22. The other way to see it: 35 of 100 on December 12.")).toBe(true);
    expect(screen.text()).toContain("December 12\nThe other way to see it\n35");
    expect(screen.text()).toContain("December 12\nA moment: Ask the way\nagainst it");
  });

  it("can change its words and keeps its numbers", async () => {
    pretend.say({ kind: "beliefs/set-alternative", belief: "bel-13", text: "First words." });
    pretend.say({ kind: "beliefs/rate-alternative", belief: "bel-13", strength: 20 });
    const screen = await draw(Belief, pretend, "bel-13");
    await screen.press("Change these words");
    expect(screen.control("In your own words").value).toBe("First words.");
    await screen.type("In your own words", "Second words.");
    await screen.press("Let it grow beside it");
    expect(shown("bel-13")).toMatchObject({ alternative: "Second words.", alternativeRatings: [{ strength: 20 }] });
  });
});

describe("a test in the world", () => {
  it("HCH-03: leads to steps that would test it", async () => {
    const screen = await draw(Belief, pretend, "bel-19");
    await screen.press(titleOf(beliefSteps["bel-19"]?.[0] ?? ""));
    expect(useScreen()).toMatchObject({ screen: "step", id: beliefSteps["bel-19"]?.[0] });
  });

  it("shows a try that names it, and leaves it to the weighing once it is fixed what would count", async () => {
    const experiment = tried("bel-13");
    const screen = await draw(Belief, pretend, "bel-13");
    expect(screen.has("over, not weighed yet")).toBe(true);
    await screen.press("Ask the way");
    expect(useScreen()).toMatchObject({ screen: "ask", id: experiment });
    pretend.say({ kind: "beliefs/agree-test", belief: "bel-13", countsFor: "a", countsAgainst: "b" });
    const fixed = await draw(Belief, pretend, "bel-13");
    expect(fixed.has("Tries that name it")).toBe(false);
    expect(fixed.has("To be weighed")).toBe(true);
  });

  it("works for a belief in one’s own words, too", async () => {
    const own = pretend.say({ kind: "beliefs/add", text: "If I ask twice, they laugh." });
    const screen = await draw(Belief, pretend, own);
    await screen.slide("How true it feels", 50);
    await screen.press("Save");
    await screen.choose("Can’t tell");
    await screen.press("Keep this answer");
    await screen.type("This would count for it", "They laugh.");
    await screen.type("This would count against it", "They answer.");
    await screen.press("Fix it");
    await screen.type("In your own words", "Some laugh, some answer.");
    await screen.press("Let it grow beside it");
    weigh(own, "for");
    expect(shown(own)).toMatchObject({
      strength: 50,
      questions: [{ answer: "unsure" }],
      test: { countsFor: "They laugh." },
      alternative: "Some laugh, some answer.",
      moments: [{ verdict: "for" }],
    });
    expect((await draw(Belief, pretend)).has("If I ask twice, they laugh.")).toBe(true);
  });
});

describe("the list", () => {
  it("HCH-01: lets the stories one tells oneself be found, by what they are about", async () => {
    const screen = await draw(Belief, pretend);
    for (const [heading, id] of [
      ["Being without people", "alone"],
      ["What asking would say about me", "self"],
      ["What it would put on others", "weight"],
      ["What others will do", "others"],
    ] as const) {
      const from = screen.text().indexOf(heading);
      expect(from, heading).toBeGreaterThan(0);
      for (const belief of beliefGroups.find((group) => group.id === id)?.beliefs ?? [])
        expect(screen.text().slice(from), belief).toContain(beliefCatalogue.find((one) => one.id === belief)?.text);
    }
  });

  it("draws how true it felt as a line from two numbers on, with the words beside it", async () => {
    pretend.say({ kind: "beliefs/rate", belief: "bel-13", strength: 90 });
    const lines = async () => (await draw(Belief, pretend)).page.all().filter((node) => node.localName === "polyline");
    expect(await lines()).toHaveLength(0);
    pretend.pass(9);
    pretend.say({ kind: "beliefs/rate", belief: "bel-13", strength: 40 });
    const drawn = await lines();
    expect(drawn.map((line) => line.getAttribute("points"))).toEqual(["4,5.6 56,13.6"]);
    expect((await draw(Belief, pretend)).has("90 → 40")).toBe(true);
  });
});
