/** Tests that answers become the published scores, by golden rows, by a second path, and by laws. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instruments } from "./catalogue.ts";
import { instrumentIds, type InstrumentId } from "./ids.ts";
import { answersTo, rangeOf, type AnswerScale } from "./instrument.ts";
import { rows, signs } from "./sample-rows.ts";
import { score, turned, type Scores } from "./score.ts";

const scoresOf = (id: InstrumentId, answers: readonly unknown[]): Scores => {
  const scored = score(instruments[id], answers);
  if (!scored.ok) throw new Error(`${id} refused: ${JSON.stringify(scored.error)}`);
  return scored.value;
};

const faultOf = (id: InstrumentId, answers: readonly unknown[]): unknown => {
  const scored = score(instruments[id], answers);
  return scored.ok ? "scored" : scored.error;
};

/** Every answer that a scale allows, lowest first. */
const allowedBy = ({ from, to, step }: AnswerScale): readonly number[] =>
  Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step);

const anyAnswers = (id: InstrumentId): fc.Arbitrary<number[]> => {
  const instrument = instruments[id];
  const one = (item: number) => fc.constantFrom(...allowedBy(answersTo(instrument, item)));
  return fc.tuple(...Array.from({ length: instrument.items }, (_, i) => one(i + 1)));
};

const anyInstrument = fc.constantFrom(...instrumentIds);
const anySitting = anyInstrument.chain((id) => fc.tuple(fc.constant(id), anyAnswers(id)));

describe("the answers of a row", () => {
  it.each(rows)("of %s, %s, give what a second program made of them", (id, text, expected) => {
    const answers = (text.includes(" ") ? text.split(" ") : [...text]).map(Number);
    const scores = scoresOf(id, answers);
    expect(Object.keys(scores).toSorted()).toEqual(Object.keys(expected).toSorted());
    for (const [name, value] of Object.entries(expected)) expect(scores[name]).toBeCloseTo(value, 10);
  });

  it("are there for every instrument", () => {
    expect(new Set(rows.map(([id]) => id))).toEqual(new Set(instrumentIds));
  });
});

/** The other way round: from the sign tables, item by item, without looking at the lists of items. */
const bySigns = (id: InstrumentId, name: string, answers: readonly number[]): number => {
  const mask = signs[id][name] ?? "";
  const how = instruments[id].scales.find((scale) => scale.name === name)?.how;
  const points = [...mask].flatMap((sign, i) => {
    const [answer, { from, to }] = [answers[i] ?? Number.NaN, answersTo(instruments[id], i + 1)];
    if (sign === ".") return [];
    return [sign === "-" ? from + to - answer : answer];
  });
  const sum = points.reduce((total, each) => total + each, 0);
  if (how === "count") return points.filter((each) => each > 1).length;
  if (how === "mean") return sum / points.length;
  return id === "who5" ? sum * 4 : sum;
};

describe("every key", () => {
  it.each(instrumentIds)("of %s agrees with its sign table on any answers", (id) => {
    fc.assert(
      fc.property(anyAnswers(id), (answers) => {
        const scores = scoresOf(id, answers);
        expect(Object.keys(scores).toSorted()).toEqual(Object.keys(signs[id]).toSorted());
        for (const [name, value] of Object.entries(scores)) expect(value).toBeCloseTo(bySigns(id, name, answers), 10);
      }),
      { numRuns: 60 },
    );
  });

  it.each(instrumentIds)("of %s notices any single item that is turned by mistake", (id) => {
    const { items } = instruments[id];
    const lowest = Array.from({ length: items }, (_, i) => answersTo(instruments[id], i + 1).from);
    for (const [i, answer] of lowest.entries()) {
      const other = lowest.with(i, turned(answer, answersTo(instruments[id], i + 1)));
      expect(scoresOf(id, other)).not.toEqual(scoresOf(id, lowest));
    }
  });
});

describe("the laws of scoring", () => {
  it("turning an answer twice gives the answer", () => {
    fc.assert(
      fc.property(anySitting, ([id, answers]) => {
        for (const [i, answer] of answers.entries()) {
          const scale = answersTo(instruments[id], i + 1);
          expect(turned(turned(answer, scale), scale)).toBe(answer);
          expect(allowedBy(scale)).toContain(turned(answer, scale));
        }
      }),
    );
  });

  it("no score leaves its range", () => {
    fc.assert(
      fc.property(anySitting, ([id, answers]) => {
        const scores = scoresOf(id, answers);
        for (const scale of instruments[id].scales) {
          const [low, high] = rangeOf(instruments[id], scale);
          expect(scores[scale.name]).toBeGreaterThanOrEqual(low);
          expect(scores[scale.name]).toBeLessThanOrEqual(high);
        }
      }),
    );
  });

  it("the ends of every range are reached", () => {
    for (const id of instrumentIds) {
      for (const scale of instruments[id].scales) {
        const end = (high: boolean): number[] =>
          Array.from({ length: instruments[id].items }, (_, i) => {
            const { from, to } = answersTo(instruments[id], i + 1);
            return scale.reversed.includes(i + 1) === high ? from : to;
          });
        const reached = [scoresOf(id, end(false))[scale.name], scoresOf(id, end(true))[scale.name]];
        expect(reached, `${id} ${scale.name}`).toEqual(rangeOf(instruments[id], scale));
      }
    }
  });

  it("a higher answer never lowers a score it goes into as it is, nor raises one it is turned for", () => {
    fc.assert(
      fc.property(anySitting, fc.nat(), ([id, answers], at) => {
        const i = at % answers.length;
        const { to } = answersTo(instruments[id], i + 1);
        const [before, after] = [scoresOf(id, answers), scoresOf(id, answers.with(i, to))];
        for (const { name, items, reversed } of instruments[id].scales) {
          const [was, is] = [before[name] ?? 0, after[name] ?? 0];
          if (!items.includes(i + 1)) expect(is).toBe(was);
          else if (reversed.includes(i + 1)) expect(is).toBeLessThanOrEqual(was);
          else expect(is).toBeGreaterThanOrEqual(was);
        }
      }),
    );
  });

  it("scoring does not touch the answers", () => {
    const answers = Object.freeze([4, 3, 2, 1, 4, 3, 2, 1, 4, 3]);
    expect(scoresOf("rses", answers)).toEqual({ total: 24 });
    expect(answers).toEqual([4, 3, 2, 1, 4, 3, 2, 1, 4, 3]);
  });

  it("the form of 1 to 5 and the form of 1 to 7 keep the same key and different scores", () => {
    const answers = Array.from({ length: 36 }, (_, i) => (i % 5) + 1);
    expect(scoresOf("ecr36-5", answers)).not.toEqual(scoresOf("ecr36-7", answers));
    expect(instruments["ecr36-5"].scales).toEqual(instruments["ecr36-7"].scales);
  });
});

describe("known sittings", () => {
  it.each<[InstrumentId, readonly number[], Scores]>([
    ["phq9", [0, 1, 2, 3, 0, 1, 2, 3, 0], { total: 12 }],
    ["phq8", [3, 3, 3, 3, 3, 3, 3, 3], { total: 24 }],
    ["phq4", [3, 2, 1, 0], { total: 6, anxiety: 5, depression: 1 }],
    ["gad7", [1, 1, 1, 1, 1, 1, 1], { total: 7 }],
    ["who5", [5, 5, 5, 5, 5], { total: 100 }],
    ["who5", [2, 3, 2, 3, 3], { total: 52 }],
    ["cbi-personal", [100, 75, 50, 25, 0, 50], { total: 50 }],
    ["osss3", [4, 5, 5], { total: 14 }],
    ["osss3", [1, 1, 1], { total: 3 }],
    ["pss4", [0, 4, 4, 0], { total: 0 }],
    ["pss4", [4, 0, 0, 4], { total: 16 }],
    ["pss10", [4, 4, 4, 0, 0, 4, 0, 0, 4, 4], { total: 40 }],
    ["rses", [4, 4, 1, 4, 1, 4, 4, 1, 1, 1], { total: 40 }],
    ["ucla3", [3, 3, 3], { total: 9 }],
    ["wsas", [8, 8, 8, 8, 8], { total: 40 }],
    ["sscs-s", [5, 1, 5, 1, 1, 5], { total: 5 }],
    ["scs-sf", [1, 5, 5, 1, 5, 5, 5, 1, 1, 5, 1, 1], { total: 5, positive: 5, negativeReversed: 5 }],
    ["scs-sf", [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5], { total: 3, positive: 5, negativeReversed: 1 }],
    ["ecr-rs", [7, 7, 7, 7, 1, 1, 4, 4, 4], { avoidance: 1, anxiety: 4 }],
    ["ecr-s", [1, 7, 7, 7, 1, 7, 7, 1, 1, 7, 7, 7], { avoidance: 42, anxiety: 42 }],
    ["keep8", [7, 1, 7, 7, 7, 7, 7, 1], { total: 7 }],
    ["keep6", [1, 7, 7, 7, 7, 1], { total: 7 }],
    ["trust5", [6, 6, 6, 6, 1], { total: 6 }],
    ["expressiveness5", [6, 1, 6, 1, 6], { total: 6 }],
  ])("%s with %j", (id, answers, expected) => {
    expect(scoresOf(id, answers)).toEqual(expected);
  });

  it("of De Jong Gierveld count “more or less” as lonely either way round", () => {
    expect(scoresOf("dejong6", [2, 2, 2, 2, 2, 2])).toEqual({ total: 6, emotional: 3, social: 3 });
  });

  it("of De Jong Gierveld: no emptiness, nobody missed, not rejected, and people to rely on is not lonely", () => {
    expect(scoresOf("dejong6", [1, 3, 3, 1, 3, 1])).toEqual({ total: 0, emotional: 0, social: 0 });
    expect(scoresOf("dejong6", [3, 3, 3, 3, 3, 3])).toEqual({ total: 3, emotional: 3, social: 0 });
    expect(scoresOf("dejong6", [1, 1, 1, 1, 1, 1])).toEqual({ total: 3, emotional: 0, social: 3 });
  });

  it("of the two UCLA scales differ in item 4 alone", () => {
    const answers = Array.from({ length: 20 }, () => 1);
    for (let item = 1; item <= 20; item += 1) {
      const other = answers.with(item - 1, 4);
      const moved = (id: InstrumentId): number =>
        (scoresOf(id, other)["total"] ?? 0) - (scoresOf(id, answers)["total"] ?? 0);
      expect(moved("ucla20-v3") === moved("ucla20-1980")).toBe(item !== 4);
    }
  });

  it("of keep6 are the answers to keep8 without distrust and being left alone", () => {
    fc.assert(
      fc.property(anyAnswers("keep8"), (answers) => {
        const six = [1, 2, 3, 5, 6, 7].map((i) => answers[i]);
        const sum8 = (scoresOf("keep8", answers)["total"] ?? 0) * 8;
        const sum6 = (scoresOf("keep6", six)["total"] ?? 0) * 6;
        expect(sum8 - sum6).toBeCloseTo((answers[0] ?? 0) + (answers[4] ?? 0), 9);
      }),
    );
  });

  it("of the PHQ-4 are those of GAD-2 and PHQ-2 side by side", () => {
    fc.assert(
      fc.property(anyAnswers("phq4"), (answers) => {
        const { anxiety, depression, total } = scoresOf("phq4", answers);
        expect(scoresOf("gad2", answers.slice(0, 2))["total"]).toBe(anxiety);
        expect(scoresOf("phq2", answers.slice(2))["total"]).toBe(depression);
        expect((anxiety ?? 0) + (depression ?? 0)).toBe(total);
      }),
    );
  });
});

describe("what is refused", () => {
  it.each<[string, InstrumentId, readonly unknown[], unknown]>([
    ["no answers", "phq2", [], { type: "WrongCount", expected: 2, got: 0 }],
    ["one too few", "gad7", [0, 0, 0, 0, 0, 0], { type: "WrongCount", expected: 7, got: 6 }],
    ["one too many", "ucla3", [1, 1, 1, 1], { type: "WrongCount", expected: 3, got: 4 }],
    ["a text", "phq2", ["1", 1], { type: "NotANumber", item: 1 }],
    ["yes and no", "phq2", [1, true], { type: "NotANumber", item: 2 }],
    ["a list", "phq2", [1, [1]], { type: "NotANumber", item: 2 }],
    ["an object", "phq2", [{}, 1], { type: "NotANumber", item: 1 }],
    ["nothing at all", "phq2", [undefined, 1], { type: "NotANumber", item: 1 }],
    ["no number", "phq2", [Number.NaN, 1], { type: "NotANumber", item: 1 }],
    ["without an end", "phq2", [1, Number.POSITIVE_INFINITY], { type: "NotANumber", item: 2 }],
    ["too low", "ucla3", [1, 0, 1], { type: "NotOnScale", item: 2, allowed: { from: 1, to: 3, step: 1 } }],
    [
      "four points for three",
      "ucla3",
      [1, 4, 1],
      { type: "NotOnScale", item: 2, allowed: { from: 1, to: 3, step: 1 } },
    ],
    ["a half", "phq2", [0.5, 1], { type: "NotOnScale", item: 1, allowed: { from: 0, to: 3, step: 1 } }],
    ["below zero", "phq2", [-1, 1], { type: "NotOnScale", item: 1, allowed: { from: 0, to: 3, step: 1 } }],
    [
      "a five in the item of four",
      "osss3",
      [5, 5, 5],
      { type: "NotOnScale", item: 1, allowed: { from: 1, to: 4, step: 1 } },
    ],
    [
      "between two steps",
      "cbi-personal",
      [0, 25, 50, 75, 100, 30],
      { type: "NotOnScale", item: 6, allowed: { from: 0, to: 100, step: 25 } },
    ],
    [
      "one to five",
      "cbi-personal",
      [1, 2, 3, 4, 5, 1],
      { type: "NotOnScale", item: 1, allowed: { from: 0, to: 100, step: 25 } },
    ],
  ])("%s, for %s", (_what, id, answers, fault) => {
    expect(faultOf(id, answers)).toEqual(fault);
  });

  it("a seven on the form of 1 to 5, which the form of 1 to 7 takes", () => {
    const answers = Array.from({ length: 36 }, () => 7);
    expect(faultOf("ecr36-5", answers)).toMatchObject({ type: "NotOnScale", item: 1 });
    expect(faultOf("ecr36-7", answers)).toBe("scored");
  });

  it("a minus before a zero is no fault and leaves no trace", () => {
    expect(Object.is(scoresOf("phq2", [-0, -0])["total"], 0)).toBe(true);
  });
});

describe("a missing answer", () => {
  const gapped = instrumentIds.filter((id) => id !== "cbi-personal");

  it.each(gapped)("leaves %s without a score: nothing is prorated", (id) => {
    const { items } = instruments[id];
    const full = Array.from({ length: items }, (_, i) => answersTo(instruments[id], i + 1).from);
    for (let i = 0; i < items; i += 1)
      expect(
        faultOf(
          id,
          full.with(i, 0).map((answer, at) => (at === i ? null : answer)),
        ),
      ).toEqual({
        type: "TooManyMissing",
        answered: items - 1,
        needed: items,
      });
  });

  it.each<[string, readonly (number | null)[], number]>([
    ["one", [null, 50, 50, 50, 50, 100], 60],
    ["two", [null, 50, 50, null, 50, 100], 62.5],
    ["three", [null, 50, null, null, 50, 100], 200 / 3],
  ])("is left out of the mean of the CBI: %s of six", (_n, answers, expected) => {
    expect(scoresOf("cbi-personal", answers)["total"]).toBeCloseTo(expected, 12);
  });

  it("leaves the CBI without a score where fewer than three are answered", () => {
    expect(faultOf("cbi-personal", [null, 50, null, null, 50, null])).toEqual({
      type: "TooManyMissing",
      answered: 2,
      needed: 3,
    });
    expect(faultOf("cbi-personal", [null, null, null, null, null, null])).toMatchObject({ answered: 0 });
  });

  it("counts as missing only where it is null, and a wrong answer beside it is still named", () => {
    expect(faultOf("cbi-personal", [null, 50, 51, 50, 50, 50])).toMatchObject({ type: "NotOnScale", item: 3 });
    expect(faultOf("cbi-personal", [null, 50, "", 50, 50, 50])).toMatchObject({ type: "NotANumber", item: 3 });
  });
});
