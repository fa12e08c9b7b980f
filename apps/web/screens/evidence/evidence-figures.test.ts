import { describe, expect, it } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw as drawAtOnce } from "../../../../tests/screens/pretend-page.ts";
import { draw, pressAll, step, tell, times } from "../../../../tests/screens/told-tries.ts";
import { Evidence } from "./evidence.tsx";

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
    expect(screen.has("your guesses were off by 20. Less is better.")).toBe(true);
    expect(screen.has("Always saying 83 %, the average, would have come to 14")).toBe(true);
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
    expect(screen.has("In your last 8 tries it was less bad than feared, by 45 on average (likely 41 to 49).")).toBe(
      true,
    );
    expect(screen.has("One of all 9 felt worse than feared, by a little or a lot. It counts too.")).toBe(true);
    expect(screen.text()).toContain("-70");
  });

  it("is said to be worse where it was worse", async () => {
    const pretend = pretendEngine();
    for (const felt of [60, 70, 60, 70, 60]) tell(pretend, { outcome: "no", bad: 30, felt });
    expect((await draw(Evidence, pretend)).has("worse than feared, by")).toBe(true);
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
    expect(screen.has("What you fear before a try falls by about 21 a month (likely 21 to 21).")).toBe(true);
    expect(screen.has("How bad it is in the end shows no clear trend.")).toBe(true);
    expect(screen.text()).toContain("feared before\n-21\n-21 to -21");
  });

  it("that rises is not hidden", async () => {
    const pretend = pretendEngine();
    overWeeks(pretend, 12, (week) => 20 + 5 * week);
    expect((await draw(Evidence, pretend)).has("What you fear before a try rises by about 21 a month")).toBe(true);
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
        "Of 6 answers, the burden they wrote was below what you had feared 4 times, above it once, and the same once.",
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
    await pressAll(screen, "Picture and numbers");
    const rows = () => screen.text().match(/Ask the way\nNovember 22\n60\n20/g)?.length;
    expect(rows()).toBe(60);
    // The newest come first, and a press brings older ones.
    await pressAll(screen, "Show as a table");
    await screen.press("Show older rows (100 left)");
    expect(rows()).toBe(120);
  });
});
