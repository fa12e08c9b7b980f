import { shiftCatalogue } from "@belay/content";
import { shifts } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle, type Drawn, type PretendNode } from "../../../../tests/screens/pretend-page.ts";
import { Evidence } from "../evidence/evidence.tsx";
import { useScreen } from "../navigation.ts";
import { ShiftsCard } from "./shifts-card.tsx";
import { Shifts } from "./shifts.tsx";

const words = ["not at all", "a little", "partly", "mostly", "very much"];

const rowOf = (screen: Drawn, text: string): PretendNode => {
  const row = screen.page
    .all()
    .find((node) => node.localName === "fieldset" && node.childNodes[0]?.textContent === text);
  if (row === undefined) throw new Error(`not asked: ${text}`);
  return row;
};

const choose = async (screen: Drawn, text: string, level: number): Promise<void> => {
  const radio = rowOf(screen, text)
    .all()
    .find((node) => node.localName === "input" && node.value === String(level));
  if (radio === undefined) throw new Error(`no level ${level}: ${text}`);
  radio.checked = true;
  radio.fire("change");
  await settle();
};

const figureOf = (screen: Drawn, text: string): PretendNode => {
  const figure = screen.page.all().find((node) => node.localName === "figure" && node.textContent.includes(text));
  if (figure === undefined) throw new Error(`not drawn: ${text}`);
  return figure;
};

const drawn = (figure: PretendNode, part: RegExp): readonly PretendNode[] =>
  figure.all().filter((node) => part.test(node.getAttribute("class") ?? ""));

/** Answers in rounds four weeks apart; null leaves the shift out of that round, and answers another in its place. */
const rounds = (shift: string, levels: readonly (number | null)[]): Pretend => {
  const pretend = pretendEngine();
  const other = shift === "shift-01" ? "shift-02" : "shift-01";
  levels.forEach((level, index) => {
    if (index > 0) pretend.pass(28);
    pretend.say({ kind: "shifts/answer", answers: [level === null ? { shift: other, level: 2 } : { shift, level }] });
  });
  return pretend;
};

describe("a shift is asked, and drawn over three rounds", () => {
  it.each([
    ["INT-01", "shift-01"],
    ["INT-02", "shift-02"],
    ["INT-03", "shift-03"],
    ["INT-04", "shift-04"],
    ["INT-05", "shift-05"],
    ["INT-06", "shift-06"],
    ["INT-07", "shift-07"],
    ["INT-08", "shift-08"],
    ["INT-09", "shift-09"],
    ["INT-10", "shift-10"],
    ["INT-11", "shift-11"],
    ["INT-12", "shift-12"],
    ["INT-13", "shift-13"],
    ["INT-14", "shift-14"],
    ["INT-15", "shift-15"],
    ["INT-16", "shift-16"],
    ["INT-17", "shift-17"],
  ] as const)("%s", async (row, id) => {
    const shift = shiftCatalogue.find((one) => one.id === id);
    if (shift === undefined) throw new Error(`no shift: ${id}`);
    expect(shift.covers).toEqual([row]);
    const pretend = pretendEngine();
    for (const level of [1, 2, 4]) {
      const screen = await draw(Shifts, pretend);
      await choose(screen, shift.text, level);
      await screen.press("Save what I said");
      screen.leave();
      await settle();
      if (level !== 4) pretend.pass(28);
    }
    expect(shifts(pretend.state.value, [id])[0]?.points.map(({ level }) => level)).toEqual([1, 2, 4]);
    const screen = await draw(Shifts, pretend);
    const figure = figureOf(screen, shift.text);
    expect(drawn(figure, /dot/)).toHaveLength(3);
    expect(drawn(figure, /line/)).toHaveLength(2);
    expect(figure.textContent).toContain("November 22, 2026: a little. Now: very much. It fits more than it did.");
  });
});

describe("the questions", () => {
  it("start empty, all of them, in every round", async () => {
    for (const pretend of [pretendEngine(), rounds("shift-03", [1, 3])]) {
      pretend.pass(28);
      const screen = await draw(Shifts, pretend);
      const radios = screen.page.all().filter((node) => node.localName === "input");
      expect(radios).toHaveLength(17 * 5);
      expect(radios.some(({ checked }) => checked)).toBe(false);
    }
  });

  it("give every level its words", async () => {
    const screen = await draw(Shifts, pretendEngine());
    const labels = rowOf(screen, "I can cope with stress.")
      .all()
      .filter((node) => node.localName === "label");
    expect(labels.map((label) => label.textContent)).toEqual(words);
  });

  it("say what is chosen, and let it be taken back", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Shifts, pretend);
    await choose(screen, "I can cope with stress.", 3);
    expect(rowOf(screen, "I can cope with stress.").textContent).toMatch(/mostlytake back/);
    await screen.press("take back");
    await screen.press("Save what I said");
    expect(pretend.calls).toEqual([]);
    expect(screen.has("Nothing is chosen here yet. That is fine")).toBe(true);
  });

  it("record what was chosen and leave out the rest", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Shifts, pretend);
    await choose(screen, "I have room for new ideas.", 0);
    await choose(screen, "I can cope with stress.", 2);
    await screen.press("Save what I said");
    expect(pretend.calls.map((call) => JSON.parse(call))).toEqual([
      {
        kind: "shifts/answer",
        answers: [
          { shift: "shift-08", level: 0 },
          { shift: "shift-10", level: 2 },
        ],
      },
    ]);
    expect(screen.has("Saved on this device.")).toBe(true);
  });

  it("keep half of it as a draft", async () => {
    const pretend = pretendEngine();
    const first = await draw(Shifts, pretend);
    await choose(first, "I can cope with stress.", 3);
    first.leave();
    await settle();
    const again = await draw(Shifts, pretend);
    expect(rowOf(again, "I can cope with stress.").textContent).toContain("mostlytake back");
    await again.press("Save what I said");
    again.leave();
    await settle();
    expect(pretend.kept.has("shifts")).toBe(false);
  });

  it("keep the answers on the page when they could not be saved", async () => {
    const pretend = pretendEngine();
    pretend.fault = { type: "NotSaved", why: "storage" };
    const screen = await draw(Shifts, pretend);
    await choose(screen, "I can cope with stress.", 3);
    await screen.press("Save what I said");
    expect(screen.has("this browser did not keep it")).toBe(true);
    expect(rowOf(screen, "I can cope with stress.").textContent).toContain("mostlytake back");
  });

  it("show what was said last, with its day", async () => {
    const pretend = rounds("shift-10", [3]);
    pretend.pass(28);
    expect(rowOf(await draw(Shifts, pretend), "I can cope with stress.").textContent).toContain(
      "On November 22: mostly.",
    );
  });
});

describe("once a month", () => {
  it("the questions wait in a drawer until then, and it can wait", async () => {
    const pretend = rounds("shift-10", [3]);
    pretend.pass(27);
    const screen = await draw(Shifts, pretend);
    expect(screen.has("Asked again from December 20, 2026. It can wait as long as you like.")).toBe(false);
    expect(screen.has("Asked again from December 20. It can wait as long as you like.")).toBe(true);
    expect(screen.has("How much does it fit, these weeks?")).toBe(false);
    pretend.pass(1);
    expect((await draw(Shifts, pretend)).has("How much does it fit, these weeks?")).toBe(true);
  });

  it("what was left can be added later without counting as a month of its own", async () => {
    const pretend = rounds("shift-10", [3]);
    pretend.pass(10);
    const screen = await draw(Shifts, pretend);
    await choose(screen, "I have room for new ideas.", 2);
    await screen.press("Save what I said");
    expect(screen.has("One round so far, from November 22. Too few to say.")).toBe(true);
    expect(figureOf(screen, "I have room for new ideas.").textContent).toContain("Now: partly. Too few to say.");
  });

  it("nothing is ever called late, missed or incomplete", async () => {
    const pretend = rounds("shift-10", [3]);
    pretend.pass(300);
    expect((await draw(Shifts, pretend)).text()).not.toMatch(/overdue|late\b|missed|incomplete|missing/i);
  });
});

describe("what is said of a course", () => {
  const sentence = async (levels: readonly (number | null)[]): Promise<string> =>
    figureOf(await draw(Shifts, rounds("shift-10", levels)), "I can cope with stress.").textContent;

  it.each([
    ["two rounds are too few", [0, 4], /November 22: not at all\. Now: very much\. Too few to say\.$/],
    ["one step up is about the same", [1, 3, 2], /Now: partly\. About the same\.$/],
    ["one step down is about the same", [3, 3, 2], /Now: partly\. About the same\.$/],
    ["a fall is said as it is", [4, 3, 1], /Now: a little\. It fits less than it did\.$/],
    ["an answer that was left is not of now", [4, 3, 1, null], /January 17: a little\. It fits less than it did\.$/],
  ] as const)("%s", async (_name, levels, words) => expect(await sentence(levels)).toMatch(words));

  it("is never better or worse", async () => {
    for (const levels of [
      [0, 2, 4],
      [4, 2, 0],
    ])
      expect((await draw(Shifts, rounds("shift-10", levels))).text()).not.toMatch(
        /better|worse|progress|improv|well done|score/i,
      );
  });

  it("leaves shifts that were never answered undrawn, and names them", async () => {
    const screen = await draw(Shifts, rounds("shift-10", [1]));
    expect(screen.page.all().filter(({ localName }) => localName === "figure")).toHaveLength(1);
    expect(screen.has("Left empty so far: accept freely, trusting ties, more rested,")).toBe(true);
    expect(screen.has("give and take, and own feet.")).toBe(true);
  });
});

describe("the drawings", () => {
  it("leave a gap where a round was left", async () => {
    const figure = figureOf(await draw(Shifts, rounds("shift-10", [1, null, 2, 4])), "I can cope with stress.");
    expect(drawn(figure, /dot/)).toHaveLength(3);
    expect(drawn(figure, /line/)).toHaveLength(1);
  });

  it("mark the newest by a ring, not by colour alone", async () => {
    const figure = figureOf(await draw(Shifts, rounds("shift-10", [1, 2])), "I can cope with stress.");
    expect(drawn(figure, /ring/)).toHaveLength(1);
  });

  it("are hidden from screen readers, which have the sentence and the table", async () => {
    const screen = await draw(Shifts, rounds("shift-10", [1, null, 4]));
    for (const node of screen.page.all().filter(({ localName }) => localName === "svg"))
      if (drawn(node, /grid/).length > 0) expect(node.getAttribute("aria-hidden")).toBe("true");
    const rows = screen.page.all().filter(({ localName }) => localName === "tr");
    expect(rows).toHaveLength(18);
    const row = rows.find((one) => one.childNodes[0]?.textContent === "coping");
    expect(row?.childNodes.map(({ textContent }) => textContent)).toEqual(["coping", "a little", "–", "very much"]);
  });
});

describe("the page says that this is not about becoming dependent (INT-17)", () => {
  it.each([
    ["before the first round", []],
    ["between rounds", [2, 3]],
  ])("%s", async (_name, levels) => {
    const screen = await draw(Shifts, rounds("shift-17", levels));
    expect(screen.has("This is not about becoming dependent")).toBe(true);
    expect(screen.has("Nobody has to give up what they can do alone, or become helpless.")).toBe(true);
    expect(screen.has("Doing it alone stays a good choice when you choose it.")).toBe(true);
  });
});

describe("the small card", () => {
  it("is not there before the first round", async () => {
    expect((await draw(ShiftsCard, pretendEngine())).text()).toBe("");
    expect((await draw(Evidence, pretendEngine())).has("What is shifting")).toBe(false);
  });

  it("says so while there is too little to say", async () => {
    const screen = await draw(ShiftsCard, rounds("shift-10", [0, 4]));
    expect(screen.has("2 rounds so far, since November 22. Too few to say.")).toBe(true);
    expect(screen.has("One to look at")).toBe(false);
  });

  it("shows the one that moved, down as well as up, and leads to all of them", async () => {
    const screen = await draw(ShiftsCard, rounds("shift-10", [4, 3, 1]));
    expect(screen.has("One to look at: coping")).toBe(true);
    expect(screen.has("It fits less than it did.")).toBe(true);
    await screen.press("See all of them");
    expect(useScreen().screen).toBe("shifts");
  });

  it("says when nothing clearly moved", async () => {
    const screen = await draw(ShiftsCard, rounds("shift-10", [2, 3, 3]));
    expect(screen.has("All about the same as on November 22, 2026.")).toBe(true);
  });

  it("stands on the evidence page", async () => {
    expect((await draw(Evidence, rounds("shift-10", [1, 2, 3]))).has("One to look at: coping")).toBe(true);
  });
});
