import type { Outcome } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { draw as drawAtOnce, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { useScreen } from "../navigation.ts";
import { Evidence } from "./evidence.tsx";

const step = {
  id: "ask-x",
  strand: "ask",
  title: "Ask the way",
  difficulty: 8,
  cost: 0.03,
  needsPerson: false,
  roles: ["stranger"],
  contexts: ["in-person"],
  disclosure: "none",
  touch: false,
} as const;

/** The screen once its last card stands; a record of more than a few tries is read and drawn in turns. */
const draw = async (screen: typeof Evidence, pretend: Pretend): Promise<Drawn> => {
  const drawn = await drawAtOnce(screen, pretend);
  for (let wait = 0; wait < 500 && !drawn.has("What it says about beliefs"); wait += 1) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  for (let wait = 0; wait < 100; wait += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  return drawn;
};

interface Told {
  readonly outcome: Outcome | null;
  readonly help?: number;
  readonly bad?: number;
  readonly felt?: number;
  readonly feared?: "happened" | "did-not" | "neither";
  readonly closer?: "more" | "same" | "less";
}

const tell = (pretend: Pretend, told: Told): string => {
  const experiment = pretend.say({ kind: "steps/plan", step, person: null, context: null, origin: "self" });
  pretend.say({
    kind: "steps/predict",
    experiment,
    help: told.help ?? null,
    bad: told.bad ?? null,
    feared: "They frown.",
    sign: "a frown",
    beliefs: [],
  });
  pretend.say({
    kind: "steps/note-outcome",
    experiment,
    status: "done",
    outcome: told.outcome,
    before: null,
    peak: null,
    after: null,
    bad: told.felt ?? null,
    feared: told.feared ?? null,
    closer: told.closer ?? null,
    learnt: "",
  });
  return experiment;
};

const times = (pretend: Pretend, count: number, told: Told): void => {
  for (let index = 0; index < count; index += 1) tell(pretend, told);
};

describe("evidence", () => {
  it("with nothing yet is no reproach", async () => {
    const screen = await draw(Evidence, pretendEngine());
    expect(screen.has("What you expect, and then what happens")).toBe(true);
    expect(screen.has("nothing is missing")).toBe(true);
    await screen.press("To Today");
    expect(useScreen().screen).toBe("today");
  });

  it("with four of five says that this is too few", async () => {
    const pretend = pretendEngine();
    times(pretend, 3, { outcome: "yes", help: 30 });
    tell(pretend, { outcome: "no", help: 30 });
    const screen = await draw(Evidence, pretend);
    expect(screen.has("3 of 4 so far; too few to say.")).toBe(true);
    expect(screen.has("too few to say how good the guess was")).toBe(true);
    expect(screen.text()).not.toContain("75 %");
  });

  it("with enough sets the guess beside what happened, and says who chose", async () => {
    const pretend = pretendEngine();
    times(pretend, 19, { outcome: "yes", help: 38 });
    times(pretend, 4, { outcome: "no", help: 38 });
    const screen = await draw(Evidence, pretend);
    expect(screen.has("19 of 23 said yes. You chose whom to ask.")).toBe(true);
    expect(
      screen.has("you guessed 38 in 100 on average. It was 83 in 100, likely 67 to 92: so far you guessed too low."),
    ).toBe(true);
    expect(screen.has("Evidence · 23 tries since November 22")).toBe(true);
  });

  it("counts refusals, silence and what hurt, and shows the kinds that did not happen", async () => {
    const pretend = pretendEngine();
    times(pretend, 2, { outcome: "yes" });
    tell(pretend, { outcome: "hurtful" });
    const text = (await draw(Evidence, pretend)).text();
    expect(text).toMatch(/It hurt\n1/);
    expect(text).toMatch(/No\n0/);
    expect(text).toContain("it is no verdict on your worth");
    expect(text).toContain("it should have been met");
  });

  it("says how many were a yes in part", async () => {
    const pretend = pretendEngine();
    times(pretend, 5, { outcome: "partly" });
    expect((await draw(Evidence, pretend)).has("5 of these were a yes in part.")).toBe(true);
  });

  it("nobody saying yes is said as it is", async () => {
    const pretend = pretendEngine();
    times(pretend, 6, { outcome: "no", help: 50 });
    const screen = await draw(Evidence, pretend);
    expect(screen.has("None of 6 said yes.")).toBe(true);
    expect(screen.has("so far you guessed too high")).toBe(true);
  });
});

describe("feared and felt", () => {
  it("has a sentence, and a table with every try in it", async () => {
    const pretend = pretendEngine();
    times(pretend, 5, { outcome: "yes", bad: 70, felt: 30 });
    tell(pretend, { outcome: "no", bad: 40, felt: 60 });
    const text = (await draw(Evidence, pretend)).text();
    expect(text).toContain("Of 6 tries, 5 felt less bad than feared, 1 worse, 0 about the same.");
    expect(text.match(/Ask the way\nNovember 22\n70\n30/g)?.length).toBe(5);
    expect(text).toContain("Ask the way\nNovember 22\n40\n60");
  });

  it("draws a worse one with a broken line, not by colour alone", async () => {
    const pretend = pretendEngine();
    tell(pretend, { outcome: "no", bad: 40, felt: 60 });
    tell(pretend, { outcome: "yes", bad: 60, felt: 40 });
    const screen = await draw(Evidence, pretend);
    const stems = screen.page.all().filter((node) => /stem/.test(node.getAttribute("class") ?? ""));
    expect(stems.map((stem) => /marked/.test(stem.getAttribute("class") ?? ""))).toEqual([true, false]);
  });

  it("keeps every try in the table where the drawing holds the newest alone", async () => {
    const pretend = pretendEngine();
    times(pretend, 30, { outcome: "yes", bad: 50, felt: 20 });
    const screen = await draw(Evidence, pretend);
    expect(screen.has("The newest 24 of 30 are drawn; the table has them all.")).toBe(true);
    expect(screen.text().match(/Ask the way\nNovember 22\n50\n20/g)?.length).toBe(30);
  });

  it("leaves the card out while nothing was both feared and felt", async () => {
    const pretend = pretendEngine();
    tell(pretend, { outcome: "yes", bad: 50 });
    expect((await draw(Evidence, pretend)).has("Feared and felt")).toBe(false);
  });
});

describe("guesses and what came", () => {
  it("are too few to set side by side below ten", async () => {
    const pretend = pretendEngine();
    times(pretend, 9, { outcome: "yes", help: 30 });
    const screen = await draw(Evidence, pretend);
    expect(screen.has("9 guesses have an answer so far; too few to set what you said beside what came.")).toBe(true);
    expect(screen.has("When you said about")).toBe(false);
  });

  it("are said group by group, with the score and what the average would have made", async () => {
    const pretend = pretendEngine();
    times(pretend, 4, { outcome: "yes", help: 30 });
    times(pretend, 2, { outcome: "no", help: 30 });
    times(pretend, 6, { outcome: "yes", help: 80 });
    const screen = await draw(Evidence, pretend);
    expect(screen.has("When you said about 30 %, it came 4 of 6 times.")).toBe(true);
    expect(screen.has("When you said about 80 %, it came 6 of 6 times.")).toBe(true);
    // (4 x 0.49 + 2 x 0.09 + 6 x 0.04) / 12, and 10/12 x 2/12.
    expect(screen.has("20 points. Always right is 0")).toBe(true);
    expect(screen.has("Always saying 83 %, the average, would have made 14 points")).toBe(true);
    expect(screen.text()).toMatch(/30 to 30 %\n4 of 6\n67 %\nlikely \d+ to \d+ %/);
  });

  it("that were followed by something that hurt count as not come", async () => {
    const pretend = pretendEngine();
    times(pretend, 10, { outcome: "hurtful", help: 90 });
    const screen = await draw(Evidence, pretend);
    expect(screen.has("It came less often than you said.")).toBe(true);
    expect(screen.has("When you said about 90 %, it came 0 of 10 times.")).toBe(true);
  });
});

describe("how far off the fear was", () => {
  it("is not said of four tries", async () => {
    const pretend = pretendEngine();
    times(pretend, 4, { outcome: "yes", bad: 70, felt: 20 });
    expect((await draw(Evidence, pretend)).has("4 tries have both numbers so far; too few to say.")).toBe(true);
  });

  it("is the mean of the last eight with its range, and the worse ones are counted", async () => {
    const pretend = pretendEngine();
    tell(pretend, { outcome: "hurtful", bad: 20, felt: 90 });
    for (const felt of [20, 30, 20, 30, 20, 30, 20, 30]) tell(pretend, { outcome: "yes", bad: 70, felt });
    const screen = await draw(Evidence, pretend);
    expect(screen.has("In your last 8 tries it was 45 points less bad than feared on average (likely 41 to 49).")).toBe(
      true,
    );
    expect(screen.has("One of all 9 felt worse than feared. It counts too.")).toBe(true);
    expect(screen.text()).toContain("-70");
  });

  it("is said to be worse where it was worse", async () => {
    const pretend = pretendEngine();
    for (const felt of [60, 70, 60, 70, 60]) tell(pretend, { outcome: "no", bad: 30, felt });
    expect((await draw(Evidence, pretend)).has("points worse than feared on average")).toBe(true);
  });
});

describe("a trend", () => {
  const overWeeks = (pretend: Pretend, weeks: number, bad: (week: number) => number): void => {
    for (let week = 0; week < weeks; week += 1) {
      tell(pretend, { outcome: "yes", bad: bad(week), felt: 30 });
      pretend.pass(7);
    }
  };

  it("is not spoken of below ten tries", async () => {
    const pretend = pretendEngine();
    overWeeks(pretend, 9, (week) => 90 - 5 * week);
    expect((await draw(Evidence, pretend)).has("not said before ten tries")).toBe(true);
  });

  it("that falls is said with its range, and one that does not is said to be none", async () => {
    const pretend = pretendEngine();
    overWeeks(pretend, 12, (week) => 90 - 5 * week);
    const screen = await draw(Evidence, pretend);
    expect(screen.has("What you fear before a try falls by about 21 points a month (likely 21 to 21).")).toBe(true);
    expect(screen.has("How bad it is in the end shows no clear trend.")).toBe(true);
    expect(screen.text()).toContain("feared before\n-21\n-21 to -21");
  });

  it("that rises is not hidden", async () => {
    const pretend = pretendEngine();
    overWeeks(pretend, 12, (week) => 20 + 5 * week);
    expect((await draw(Evidence, pretend)).has("What you fear before a try rises by about 21 points")).toBe(true);
  });
});

describe("how it was for many people asked", () => {
  it("stands beside what was feared, with a row for each answer", async () => {
    const pretend = pretendEngine();
    for (const [index, burden] of [2, 3, 8, 7, 1, 2].entries()) {
      const experiment = pretend.say({ kind: "steps/plan", step, person: null, context: null, origin: "self" });
      const predicted = { help: 40, bad: 70, feared: "", sign: "", beliefs: [] };
      pretend.say({ kind: "steps/predict", experiment, ...predicted });
      const link = { mailbox: "ab", secret: "ab", replyKey: "ab", ownerProof: "ab", closesOn: "2026-11-29" };
      const ask = pretend.say({
        kind: "asks/prepare",
        experiment,
        words: "A lift?",
        from: "Ada",
        howItWas: true,
        link,
      });
      const answer = { answer: "yes", words: "", burden, glad: 8, notThisMonth: false } as const;
      pretend.say({ kind: "asks/receive", ask, reply: `reply-${index}`, ...answer });
    }
    const screen = await draw(Evidence, pretend);
    expect(
      screen.has(
        "Of 6 answers, the burden they wrote was below what you had feared 4 times, above it once, and level once.",
      ),
    ).toBe(true);
    expect(screen.has("In the middle they wrote a burden of 2.5 of 10, and 8 of 10 for being glad.")).toBe(true);
    expect(screen.text().match(/Ask the way\nNovember 22\n40\n70/g)?.length).toBe(6);
    expect(screen.has("people are often polite")).toBe(true);
  });
});

describe("whether reach has risen", () => {
  const felt = (pretend: Pretend, count: number, how: (index: number) => number): void => {
    for (let index = 0; index < count; index += 1) {
      tell(pretend, { outcome: "yes", bad: 60, felt: how(index) });
      pretend.pass(4);
    }
  };

  it("is too few to say below ten tries", async () => {
    const pretend = pretendEngine();
    felt(pretend, 4, () => 40);
    const screen = await draw(Evidence, pretend);
    expect(screen.has("4 tries have told how it felt so far; too few to say. It takes ten.")).toBe(true);
    expect(screen.has("The chance is")).toBe(false);
  });

  it("is a chance with the reach and its range, never a promise", async () => {
    const pretend = pretendEngine();
    felt(pretend, 16, (index) => Math.max(5, 80 - 6 * index));
    const screen = await draw(Evidence, pretend);
    for (let wait = 0; wait < 200 && !screen.has("than four weeks ago"); wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const text = screen.text();
    expect(text).toMatch(/than four weeks ago\D+(The chance is|is open)/);
    expect(text).toMatch(/Your reach now\n\d+ of 100\nlikely \d+ to \d+/);
    expect(text).toContain("made-up people only");
    expect(text).not.toContain("100 in 100");
  });
});

describe("a long record", () => {
  it("is read in turns, says so, and then shows the same page", async () => {
    const pretend = pretendEngine();
    times(pretend, 160, { outcome: "yes", help: 40, bad: 60, felt: 20 });
    const early = await drawAtOnce(Evidence, pretend);
    expect(early.has("What it says about beliefs")).toBe(false);
    early.leave();
    const screen = await draw(Evidence, pretend);
    expect(screen.has("160 of 160 said yes. You chose whom to ask.")).toBe(true);
    expect(screen.has("What it says about beliefs")).toBe(true);
    const rows = () => screen.text().match(/Ask the way\nNovember 22\n60\n20/g)?.length;
    expect(rows()).toBe(60);
    // The newest come first, and a press brings older ones.
    await screen.press("Show as a table");
    const feared = screen.page.all().filter(({ localName }) => localName === "button");
    const shows = feared.filter(({ textContent }) => textContent === "Show as a table");
    for (const button of shows) button.fire("click");
    await new Promise((resolve) => setTimeout(resolve, 20));
    await screen.press("Show older rows (100 left)");
    expect(rows()).toBe(120);
  });
});

describe("the rest of the page", () => {
  it("counts what was feared and came true", async () => {
    const pretend = pretendEngine();
    times(pretend, 4, { outcome: "yes", feared: "did-not" });
    tell(pretend, { outcome: "no", feared: "happened" });
    tell(pretend, { outcome: "no", feared: "neither" });
    const text = (await draw(Evidence, pretend)).text();
    expect(text).toContain("It happened in one of 6 tries.");
    expect(text).toMatch(/Could not be seen either way\n1/);
  });

  it("asks of sharing whether it was closer, and says when it was not", async () => {
    const pretend = pretendEngine();
    tell(pretend, { outcome: null, closer: "more" });
    tell(pretend, { outcome: null, closer: "less" });
    expect((await draw(Evidence, pretend)).has("it felt closer once, the same never, further apart once")).toBe(true);
  });

  it("counts what was done alone as a choice", async () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "steps/note-alone", title: "The shelf", verdict: "glad", note: "" });
    pretend.say({ kind: "steps/note-alone", title: "The form", verdict: null, note: "" });
    const text = (await draw(Evidence, pretend)).text();
    expect(text).toContain("2 times. Glad of it: 1. Wished you had asked: 0. Not said: 1.");
    expect(text).not.toMatch(/fail|incomplete|missed/i);
  });

  it("shows how it was for the others as they wrote it, number by number", async () => {
    const pretend = pretendEngine();
    const experiment = tell(pretend, { outcome: null });
    const ask = pretend.say({
      kind: "asks/prepare",
      experiment,
      words: "A lift?",
      from: "Ada",
      howItWas: true,
      link: { mailbox: "ab", secret: "ab", replyKey: "ab", ownerProof: "ab", closesOn: "2026-11-29" },
    });
    pretend.say({
      kind: "asks/receive",
      ask,
      reply: "reply-1",
      answer: "yes",
      words: "",
      burden: 2,
      glad: 8,
      notThisMonth: false,
    });
    const screen = await draw(Evidence, pretend);
    expect(screen.has("One answer says how it was to be asked.")).toBe(true);
    expect(screen.has("A burden, from 0 to 10: 2.")).toBe(true);
    expect(screen.has("people are often polite")).toBe(true);
  });

  it("leads to the beliefs, with their counts and their course", async () => {
    const pretend = pretendEngine();
    const experiment = tell(pretend, { outcome: "yes" });
    pretend.say({ kind: "beliefs/rate", belief: "bel-13", strength: 90 });
    pretend.say({ kind: "beliefs/rate", belief: "bel-13", strength: 55 });
    pretend.say({ kind: "beliefs/agree-test", belief: "bel-13", countsFor: "A sigh.", countsAgainst: "None." });
    pretend.say({ kind: "beliefs/weigh", belief: "bel-13", experiment, verdict: "against", because: "" });
    const screen = await draw(Evidence, pretend);
    expect(screen.has("90 → 55")).toBe(true);
    expect(screen.has("1 against, 0 for, 0 that don’t count")).toBe(true);
    await screen.press("Asking for help makes me a burden.");
    expect(useScreen()).toMatchObject({ screen: "belief", id: "bel-13" });
  });

  it("every table can be shown to the eye and hidden again", async () => {
    const pretend = pretendEngine();
    tell(pretend, { outcome: "yes" });
    const screen = await draw(Evidence, pretend);
    const unseen = () => screen.page.all().filter((node) => /unseen/.test(node.getAttribute("class") ?? "")).length;
    const before = unseen();
    await screen.press("Show as a table");
    expect(unseen()).toBe(before - 1);
    await screen.press("Hide the table");
    expect(unseen()).toBe(before);
  });
});
