import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { draw, pressAll, tell, times } from "../../../../tests/screens/told-tries.ts";
import { useScreen } from "../navigation.ts";
import { Evidence } from "./evidence.tsx";

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
    expect(text).toContain("Of 6 tries, 5 felt less bad than feared, 1 worse, 0 the same within 5.");
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
    await pressAll(screen, "Picture and numbers");
    expect(screen.has("The newest 24 of 30 are drawn; the table has them all.")).toBe(true);
    expect(screen.text().match(/Ask the way\nNovember 22\n50\n20/g)?.length).toBe(30);
  });

  it("leaves the card out while nothing was both feared and felt", async () => {
    const pretend = pretendEngine();
    tell(pretend, { outcome: "yes", bad: 50 });
    expect((await draw(Evidence, pretend)).has("Feared and felt")).toBe(false);
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

describe("a page with much on it", () => {
  const long = async () => {
    const pretend = pretendEngine();
    times(pretend, 20, { outcome: "yes", help: 40, bad: 60, felt: 20 });
    times(pretend, 3, { outcome: "hurtful", help: 60, bad: 30, felt: 90 });
    return draw(Evidence, pretend);
  };
  const drawings = (screen: Awaited<ReturnType<typeof long>>) =>
    screen.page.all().filter(({ localName }) => localName === "table").length;

  it("says each finding, and keeps what went badly in sight before anything is unfolded", async () => {
    const screen = await long();
    expect(drawings(screen)).toBe(1);
    expect(screen.has("20 yes, 0 in part, 0 no, 0 no answer, 3 that hurt.")).toBe(true);
    expect(screen.has("Where something was owed to you, it should have been met.")).toBe(true);
    expect(screen.has("3 of all 23 felt worse than feared, by a little or a lot. They count too.")).toBe(true);
    expect(screen.has("20 felt less bad than feared, 3 worse")).toBe(true);
  });

  it("draws one figure when it is wanted, and folds it up again", async () => {
    const screen = await long();
    await screen.press("Picture and numbers");
    expect(drawings(screen)).toBe(2);
    await pressAll(screen, "Fold up");
    expect(drawings(screen)).toBe(1);
    expect(screen.has("20 yes, 0 in part, 0 no, 0 no answer, 3 that hurt.")).toBe(true);
  });

  it("stands open while there is little", async () => {
    const pretend = pretendEngine();
    times(pretend, 6, { outcome: "yes", help: 40, bad: 60, felt: 20 });
    const screen = await draw(Evidence, pretend);
    expect(screen.has("Picture and numbers")).toBe(false);
    expect(drawings(screen)).toBeGreaterThan(3);
  });
});
