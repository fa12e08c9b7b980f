import { describe, expect, it } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import "../../../../tests/screens/pretend-page.ts";
import { step, tell, times } from "../../../../tests/screens/told-tries.ts";
import { meet } from "../../../../tests/screens/tries.ts";
import type { Section } from "../../parts/document-shape.ts";
import { allSections } from "./sections.ts";
import { clipped } from "./section.ts";

const sections = (pretend: Pretend): readonly Section[] => allSections(pretend.state.value, pretend.engine.today());

const byId = (pretend: Pretend, id: string): Section => {
  const found = sections(pretend).find((section) => section.id === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
};

/** What makes a section too large for a shared document (the wire room's `shareLimits`). */
const tooLarge = ({ id, title, sentences, figure, table }: Section): readonly string[] => {
  const long = (texts: readonly string[], max: number): boolean => texts.some((text) => text.length > max);
  const pairs = figure?.kind === "pairs" ? figure.pairs : [];
  const bars = figure?.kind === "bars" ? figure.bars : [];
  const points = figure?.kind === "course" ? figure.lines.map((line) => line.points.length) : [];
  const faults: readonly (readonly [string, boolean])[] = [
    ["id", id.length > 40],
    ["title", title.length > 120],
    ["sentences", sentences.length > 12 || long(sentences, 600)],
    ["marks", pairs.length > 60 || bars.length > 60 || points.some((count) => count > 400)],
    [
      "labels",
      long(
        [...pairs, ...bars].map(({ label }) => label),
        120,
      ),
    ],
    ["rows", (table?.rows.length ?? 0) > 400 || (table?.columns.length ?? 0) > 8],
    ["cells", (table?.rows ?? []).some((row) => row.length !== table?.columns.length || long(row, 600))],
  ];
  return faults.flatMap(([name, is]) => (is ? [`${id}: ${name}`] : []));
};

describe("the sections that can be shared", () => {
  it("are none while nothing was noted", () => {
    expect(sections(pretendEngine())).toEqual([]);
  });

  it("say of four answers that this is too few, and count the no", () => {
    const pretend = pretendEngine();
    times(pretend, 3, { outcome: "yes", help: 30, bad: 70, felt: 40 });
    tell(pretend, { outcome: "no", help: 30, bad: 40, felt: 60 });
    expect(sections(pretend).map(({ id }) => id)).toEqual(["yes", "feared", "guesses", "tries"]);
    expect(byId(pretend, "yes").sentences[0]).toContain("3 of 4 said yes: too few to say");
    expect(byId(pretend, "feared").sentences[0]).toContain("3 felt less bad than feared, 1 worse");
    expect(byId(pretend, "guesses")).toMatchObject({ figure: null, table: null });
    expect(byId(pretend, "tries").table?.rows[0]).toEqual(["November 22", "Ask the way", "ask", "30 %", "No"]);
  });

  it("hold the guesses beside what came, and the measure of Brier in words", () => {
    const pretend = pretendEngine();
    times(pretend, 12, { outcome: "yes", help: 30 });
    const { sentences, figure } = byId(pretend, "guesses");
    expect(sentences[0]).toBe("It came more often than you said.");
    expect(sentences.join(" ")).toContain("Always right would be 0");
    expect(figure).toMatchObject({ kind: "pairs", pairs: [{ before: 30, after: 100 }] });
  });

  it("name nobody of the circle, not even one who has left it, and leave like words alone", () => {
    const pretend = pretendEngine();
    const gone = meet(pretend, "Noor");
    meet(pretend, "Al");
    for (const title of ["Ask Noor for salt", "Also ask AL, or noor"]) {
      const experiment = pretend.say({
        kind: "steps/plan",
        step: { ...step, title, needsPerson: true },
        person: gone,
        context: null,
        origin: "self",
      });
      pretend.say({
        kind: "steps/note-outcome",
        experiment,
        status: "done",
        outcome: "yes",
        before: null,
        peak: null,
        after: null,
        bad: null,
        feared: null,
        closer: null,
        learnt: "",
      });
    }
    pretend.say({ kind: "circle/remove", person: gone });
    const text = JSON.stringify(sections(pretend));
    expect(text).not.toMatch(/noor/i);
    expect(text).toContain("Ask somebody for salt");
    expect(text).toContain("Also ask somebody, or somebody");
  });

  it("show beliefs from the first number to the newest, with the moments for and against", () => {
    const pretend = pretendEngine();
    pretend.say({ kind: "beliefs/rate", belief: "bel-13", strength: 90 });
    expect(byId(pretend, "beliefs").sentences[0]).toContain("One belief was rated once");
    pretend.pass(7);
    pretend.say({ kind: "beliefs/rate", belief: "bel-13", strength: 55 });
    const { sentences, figure, table } = byId(pretend, "beliefs");
    expect(sentences[0]).toContain("Of one belief that you rated more than once, 1 feels less true than at first");
    expect(figure).toMatchObject({ pairs: [{ before: 90, after: 55 }] });
    expect(table?.rows[0]?.slice(1)).toEqual(["90 (November 22)", "55 (November 29)", "2", "0", "0", "0"]);
  });

  it("show shifts only as far as three rounds bear", () => {
    const pretend = pretendEngine();
    const answer = (level: number) => pretend.say({ kind: "shifts/answer", answers: [{ shift: "shift-01", level }] });
    answer(0);
    pretend.pass(30);
    answer(3);
    expect(byId(pretend, "shifts").sentences[0]).toContain("too few to say");
    pretend.pass(30);
    answer(3);
    expect(byId(pretend, "shifts").sentences[0]).toContain("1 fits clearly more than at first");
  });

  it("hold measures and weeks before the list of tries, each under its own id", () => {
    const pretend = pretendEngine();
    tell(pretend, { outcome: "yes" });
    pretend.say({ kind: "measures/answer", instrument: "ucla3", about: null, set: "weekly", answers: [2, 2, 2] });
    const none = { accepted: null, told: null, offered: null, missed: null, reason: "", lonely: null };
    pretend.say({ kind: "measures/count", asked: 2, alone: 5, ...none });
    const ids = sections(pretend).map(({ id }) => id);
    expect(ids).toEqual(["yes", "measures:ucla3", "weeks", "weeks:alone", "tries"]);
  });

  it("fit into what can be shared, however long the record", () => {
    const pretend = pretendEngine();
    times(pretend, 450, { outcome: "yes", help: 30, bad: 70, felt: 40 });
    const all = sections(pretend);
    expect(byId(pretend, "feared").table?.rows.length).toBe(400);
    expect(byId(pretend, "tries").sentences.join(" ")).toContain("The newest 400 of 450 are listed.");
    expect(all.flatMap(tooLarge)).toEqual([]);
    const first = byId(pretend, "feared");
    expect(tooLarge({ ...first, sentences: Array.from({ length: 13 }, () => "") })).toEqual(["feared: sentences"]);
  });

  it("cut a text that does not fit, and no other", () => {
    expect(clipped("a".repeat(120))).toBe("a".repeat(120));
    expect(clipped("a".repeat(121))).toBe(`${"a".repeat(119)}…`);
  });
});
