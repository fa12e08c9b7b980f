import { describe, expect, it } from "vitest";
import { addDays } from "@belay/basics";
import { instrumentIds, instruments } from "@belay/measures";
import { dayOf } from "../../../../tests/screens/pretend-engine.ts";
import "../../../../tests/screens/pretend-page.ts";
import { measureSection, measuresSaid } from "./measure-figures.ts";
import type { SittingGiven } from "./series.ts";

const today = dayOf("2026-11-22");

const at = (instrument: string, week: number, total: number, more: Partial<SittingGiven> = {}): SittingGiven => ({
  instrument,
  about: null,
  day: addDays(dayOf("2026-01-05"), 7 * week),
  set: "weekly",
  answers: null,
  scores: { total },
  ...more,
});

const sections = (sittings: readonly SittingGiven[]) => measuresSaid(sittings, today, () => "Noor").map(measureSection);

const only = (sittings: readonly SittingGiven[]) => {
  const [one, ...others] = sections(sittings);
  if (one === undefined || others.length > 0) throw new Error(`${others.length + 1} sections`);
  return one;
};

describe("a questionnaire over time", () => {
  it("is too early to say below five times", () => {
    const { sentences, figure } = only([at("ucla3", 0, 8), at("ucla3", 1, 3)]);
    expect(sentences[0]).toBe("Answered 2 times so far; too early to say whether it moves. It takes five.");
    expect(figure).toMatchObject({ kind: "course", band: null, low: 3, high: 9 });
  });

  it("names the reliability, its kind and where it comes from", () => {
    const alpha = only([0, 1, 2, 3, 4].map((week) => at("ucla3", week, 6)));
    expect(alpha.sentences.join(" ")).toMatch(/reliability of 0\.72, found in one sitting \(alpha; Hughes.*narrower/);
    const retest = only([0, 2, 4, 6, 8].map((week) => at("phq4", week, 6)));
    expect(retest.sentences.join(" ")).toMatch(
      /reliability of 0\.75, found by asking people twice \(retest; open rows/,
    );
    const dated = only([0, 4, 8, 12, 16].map((week) => at("ucla20-v3", week, 40)));
    expect(dated.sentences.join(" ")).toContain("found by asking people twice, 28 days apart (retest;");
  });

  it("says a change only twice running, and that a high start falls by itself", () => {
    const start = [16, 16, 16].map((total, index) => at("gad7", 4 * index, total));
    const once = only([...start, at("gad7", 12, 16), at("gad7", 16, 4)]);
    expect(once.sentences[0]).toContain("but only this once");
    const twice = only([...start, at("gad7", 12, 5), at("gad7", 16, 4)]);
    expect(twice.sentences[0]).toContain("Changed: twice running");
    expect(twice.sentences[0]).toContain("the side most people find easier");
    expect(twice.sentences.join(" ")).toContain("15 was to be expected anyway");
  });

  it("has a gap where a turn was left out, in the line and in words, and no zero anywhere", () => {
    const { figure, sentences, table } = only([at("ucla3", 0, 6), at("ucla3", 1, 6), at("ucla3", 4, 6)]);
    expect(figure).toMatchObject({ lines: [{ breaks: [2] }] });
    expect(sentences.join(" ")).toContain("Once a turn was left out. The line has a gap there; it is not a zero.");
    expect(table?.rows.map(([, value]) => value)).toEqual(["6", "6", "6"]);
  });

  it("puts the days where they lie in time", () => {
    const { figure } = only([at("ucla3", 0, 6), at("ucla3", 1, 7), at("ucla3", 4, 8)]);
    expect(figure).toMatchObject({
      from: "January 5",
      to: "February 2",
      lines: [
        {
          points: [
            { at: 0, value: 6 },
            { at: 0.25, value: 7 },
            { at: 1, value: 8 },
          ],
        },
      ],
    });
  });

  it("says so where the ninth question was left out", () => {
    const answers = [1, 1, 1, 1, 1, 1, 1, 1, 3];
    const { id, title, sentences } = only([at("phq9", 0, 0, { answers, scores: null })]);
    expect([id, title]).toEqual(["measures:phq8", "Low mood, 8 questions (PHQ-8)"]);
    expect(sentences.join(" ")).toContain("The question about being better off dead is not in this line.");
  });

  it("names the person that a questionnaire is about as it is told to", () => {
    const answers = [4, 4, 4, 4, 4, 4, 2, 2, 2];
    const about = "p".repeat(22);
    const found = sections([at("ecr-rs", 0, 0, { answers, scores: null, about })]);
    expect(found.map(({ id }) => id)).toEqual([`measures:ecr-rs:${about}`, `measures:ecr-rs.1:${about}`]);
    expect(found[0]?.title).toBe("Closeness with one person (ECR-RS): Keeping distance, Noor");
    for (const { id } of found) expect(id.length).toBeLessThanOrEqual(40);
  });

  it.each(instrumentIds)("%s has a name and words for each of its numbers", (id) => {
    const scores = Object.fromEntries(instruments[id].scales.map(({ name }) => [name, 3]));
    for (const { title, table, sentences } of sections([at(id, 0, 0, { scores })])) {
      expect(title).not.toContain("change.");
      expect(`${title} ${sentences.join(" ")} ${table?.columns.join(" ")}`).not.toMatch(/[a-z][A-Z]|undefined|NaN/);
    }
  });
});
