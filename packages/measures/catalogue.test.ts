/** Tests what every instrument must say of itself. */
import { describe, expect, it } from "vitest";
import { bandOf, instrumentOf, instruments, normOf, reliabilitiesOf, scaleOf } from "./catalogue.ts";
import { instrumentIds, type InstrumentId } from "./ids.ts";
import { answersTo, rangeOf } from "./instrument.ts";

const all = instrumentIds.map((id) => [id, instruments[id]] as const);

describe.each(all)("%s", (id, instrument) => {
  it("stands under its own id and has a name", () => {
    expect(instrument.id).toBe(id);
    expect(instrument.name.length).toBeGreaterThan(3);
    expect(instrumentOf(id)).toBe(instrument);
  });

  it("uses every item, and turns only items that it uses", () => {
    const used = new Set(instrument.scales.flatMap(({ items }) => items));
    expect([...used].toSorted((a, b) => a - b)).toEqual(Array.from({ length: instrument.items }, (_, i) => i + 1));
    for (const { items, reversed } of instrument.scales) {
      expect(new Set(items).size).toBe(items.length);
      expect(items).toEqual(expect.arrayContaining([...reversed]));
    }
  });

  it("turns an item in all of its scores or in none", () => {
    for (let item = 1; item <= instrument.items; item += 1) {
      const uses = instrument.scales.filter(({ items }) => items.includes(item));
      expect(new Set(uses.map(({ reversed }) => reversed.includes(item))).size).toBe(1);
    }
  });

  it("has answers that go up in whole steps", () => {
    expect([1, instrument.items]).toContain(instrument.answers.length);
    for (let item = 1; item <= instrument.items; item += 1) {
      const { from, to, step } = answersTo(instrument, item);
      expect(to).toBeGreaterThan(from);
      expect(Number.isInteger((to - from) / step)).toBe(true);
    }
  });

  it("allows a gap only where an average makes up for it", () => {
    expect(instrument.least).toBeGreaterThan(0);
    expect(instrument.least).toBeLessThanOrEqual(instrument.items);
    const allowsGaps = instrument.least < instrument.items;
    if (allowsGaps) expect(instrument.scales.every(({ how }) => how === "mean")).toBe(true);
  });

  it("has bands that rise to the end of their score and name their source", () => {
    for (const { scale, steps, source } of instrument.bands) {
      const found = scaleOf(instrument, scale);
      if (found === null) throw new Error(`${id} has bands for ${scale}, which it does not give`);
      const [low, high] = rangeOf(instrument, found);
      const ends = steps.map((step) => step.upTo);
      expect(ends).toEqual(ends.toSorted((a, b) => a - b));
      expect(ends.at(-1)).toBe(high);
      expect(ends[0]).toBeGreaterThan(low);
      expect(source).not.toBe("");
      expect(bandOf(instrument, scale, low)?.tag).toBe(steps[0]?.tag);
      expect(bandOf(instrument, scale, high)?.tag).toBe(steps.at(-1)?.tag);
    }
  });

  it("has reliabilities and norms of scores that it gives, each with its source", () => {
    for (const { scale, value, kind, days, source } of instrument.reliabilities) {
      expect(scaleOf(instrument, scale)).not.toBeNull();
      expect(value).toBeGreaterThan(0.5);
      expect(value).toBeLessThan(1);
      if (kind === "alpha") expect(days).toBeNull();
      expect(source).not.toBe("");
    }
    for (const { scale, mean, sd, source, who } of instrument.norms) {
      const found = scaleOf(instrument, scale);
      if (found === null) throw new Error(`${id} has a norm for ${scale}`);
      const [low, high] = rangeOf(instrument, found);
      expect(sd).toBeGreaterThan(0);
      expect(sd).toBeLessThan(high - low);
      if (mean !== null) expect(mean > low && mean < high).toBe(true);
      expect(`${source}${who}`.length).toBeGreaterThan(8);
    }
  });
});

describe("an id from outside", () => {
  it.each(["", "PHQ9", "phq9 ", "phq-9", "__proto__", "constructor", "toString", "ecr36"])(
    "%j is none of ours",
    (id) => {
      expect(instrumentOf(id)).toBeNull();
    },
  );
});

describe("the reliability to decide by", () => {
  it.each<[InstrumentId, string, string, number]>([
    ["phq9", "total", "retest", 0.783],
    ["phq8", "total", "retest", 0.775],
    ["phq4", "total", "retest", 0.747],
    ["gad7", "total", "retest", 0.753],
    ["ucla20-v3", "total", "retest", 0.68],
    ["mspss", "total", "retest", 0.85],
    ["mspss", "friends", "retest", 0.75],
    ["pss10", "total", "retest", 0.64],
    ["ecr-s", "avoidance", "retest", 0.83],
    ["keep8", "total", "alpha", 0.799],
    ["ucla3", "total", "alpha", 0.72],
    ["who5", "total", "alpha", 0.86],
  ])("of %s, %s, is its %s of %d: a retest before alpha", (id, scale, kind, value) => {
    expect(reliabilitiesOf(instruments[id], scale)[0]).toMatchObject({ kind, value, scale });
  });

  it("of two retests is the one whose interval is nearest to the app's own", () => {
    const first = (days: number): number | undefined =>
      reliabilitiesOf(instruments["ucla20-v3"], "total", days)[0]?.value;
    expect(first(28)).toBe(0.68);
    expect(first(180)).toBe(0.73);
  });

  it("is not known of every score, and then there is none", () => {
    expect(reliabilitiesOf(instruments.phq4, "anxiety")).toEqual([]);
    expect(normOf(instruments.rses, "total")).toBeNull();
    expect(normOf(instruments.phq9, "total")).toMatchObject({ mean: 7.48, sd: 5.96, n: 403 });
  });
});

describe("a band", () => {
  it.each<[InstrumentId, string, number, string]>([
    ["phq9", "total", 4, "minimal"],
    ["phq9", "total", 5, "mild"],
    ["phq9", "total", 9, "mild"],
    ["phq9", "total", 10, "moderate"],
    ["phq9", "total", 15, "more"],
    ["phq9", "total", 20, "severe"],
    ["gad7", "total", 14, "moderate"],
    ["gad7", "total", 15, "severe"],
    ["phq4", "total", 2, "minimal"],
    ["phq4", "total", 6, "moderate"],
    ["phq4", "total", 9, "severe"],
    ["phq4", "anxiety", 2, "below"],
    ["phq4", "depression", 3, "screen"],
    ["who5", "total", 28, "very-low"],
    ["who5", "total", 50, "low"],
    ["who5", "total", 52, "usual"],
    ["osss3", "total", 8, "poor"],
    ["osss3", "total", 9, "moderate"],
    ["osss3", "total", 12, "strong"],
    ["dejong6", "total", 1, "not"],
    ["dejong6", "total", 2, "moderate"],
    ["dejong6", "total", 5, "severe"],
    ["wsas", "total", 9, "below"],
    ["wsas", "total", 10, "marked"],
    ["wsas", "total", 20, "marked"],
    ["wsas", "total", 21, "severe"],
    ["cbi-personal", "total", 49.9, "below"],
    ["cbi-personal", "total", 50, "high"],
    ["ucla3", "total", 5, "below"],
    ["ucla3", "total", 6, "lonely"],
  ])("of %s, %s: %d is %s", (id, scale, value, tag) => {
    expect(bandOf(instruments[id], scale, value)?.tag).toBe(tag);
  });

  it("is not made up where none is published", () => {
    expect(bandOf(instruments["ecr-rs"], "avoidance", 6.5)).toBeNull();
    expect(bandOf(instruments.keep8, "total", 6.5)).toBeNull();
    expect(bandOf(instruments.mspss, "total", 2)).toBeNull();
  });

  it("that is a convention says so", () => {
    expect(bandOf(instruments.ucla3, "total", 7)?.bands.standing).toBe("convention");
    expect(bandOf(instruments["cbi-personal"], "total", 75)?.bands.standing).toBe("convention");
    expect(bandOf(instruments.phq9, "total", 12)?.bands.standing).toBe("published");
  });
});
