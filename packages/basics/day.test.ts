import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayFromNumber, dayNumber, parseDay, type LocalDay } from "./day.ts";

const day = (text: string): LocalDay => {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

describe("a local day", () => {
  it.each(["1970-01-01", "2000-02-29", "2024-02-29", "2026-12-31", "9999-12-31"])("takes %s", (text) => {
    expect(parseDay(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    "",
    "2026",
    "2026-1-1",
    "2026-02-30",
    "2025-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "1969-12-31",
    "2026-01-01T00:00:00Z",
    " 2026-01-01",
    "2026-01-01 ",
    "10000-01-01",
    "+2026-01-01",
    "２０２６-01-01",
    "0000-01-01",
    "2026-01-00",
  ])("refuses %j", (text) => {
    expect(parseDay(text)).toEqual({ ok: false, error: { type: "NotADay" } });
  });

  it("counts from the first of January 1970", () => {
    expect(dayNumber(day("1970-01-01"))).toBe(0);
    expect(dayNumber(day("1970-02-01"))).toBe(31);
    expect(dayNumber(day("2000-03-01"))).toBe(11_017);
    expect(dayFromNumber(2_932_896)).toBe("9999-12-31");
  });

  it("its number leads back to it, for every day there is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_932_896 }), (count) => {
        expect(dayNumber(dayFromNumber(count))).toBe(count);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["2026-02-28", 1, "2026-03-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2026-03-29", 1, "2026-03-30"],
    ["2026-10-25", 1, "2026-10-26"],
    ["2026-05-05", 0, "2026-05-05"],
    ["2024-01-01", 366, "2025-01-01"],
  ] as const)("%s and %i days is %s, clock changes or not", (from, count, to) => {
    expect(addDays(day(from), count)).toBe(to);
  });

  it("sorts as text in the order of time", () => {
    const some = fc.integer({ min: 0, max: 2_932_896 });
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(dayFromNumber(a) < dayFromNumber(b)).toBe(a < b);
      }),
    );
  });

  it.each([-1, 2_932_897, 0.5])("a day number of %d is our bug and throws", (count) => {
    expect(() => dayFromNumber(count)).toThrow();
  });
});
