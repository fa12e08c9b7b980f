import fc from "fast-check";
import { dayFromNumber } from "@belay/basics";
import { describe, expect, it } from "vitest";
import { dayForms, dayIn, dayShare, formOf } from "./days.ts";

describe("a day in a cell", () => {
  it.each([
    ["2025-03-04", "ymd", "2025-03-04"],
    ["2025/3/4", "ymd", "2025-03-04"],
    ["2025-03-04T23:59:00Z", "ymd", "2025-03-04"],
    ["2025-03-04 08:15", "ymd", "2025-03-04"],
    ["4.3.2025", "dmy", "2025-03-04"],
    ["04. 03. 2025", "dmy", "2025-03-04"],
    ["04/03/2025", "dmy", "2025-03-04"],
    ["3/4/2025 9:30 PM", "mdy", "2025-03-04"],
    ["3.4.2025", "mdy", null],
    ["31.02.2025", "dmy", null],
    ["4.3.25", "dmy", null],
    ["4.3/2025", "dmy", null],
    ["45720", "ymd", null],
    ["today", "dmy", null],
    ["", "ymd", null],
  ] as const)("%j, read as %s, is %j", (cell, form, day) => expect(dayIn(cell, form)).toBe(day));

  it("comes back out of every way in which it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
        const day = dayFromNumber(n);
        const [year, month, date] = day.split("-");
        expect(dayIn(day, "ymd")).toBe(day);
        expect(dayIn(`${date}/${month}/${year}`, "dmy")).toBe(day);
        expect(dayIn(`${month}/${date}/${year}`, "mdy")).toBe(day);
      }),
    );
  });
});

describe("the way in which a column writes its days", () => {
  it.each([
    [["2025-01-02", ""], "ymd"],
    [["1.2.2025", "2.2.2025"], "dmy"],
    [["13/2/2025", "3/4/2025"], "dmy"],
    [["2/13/2025", "3/4/2025"], "mdy"],
    [["5/5/2025"], "dmy"],
    [["3/4/2025", "5/6/2025"], null],
    [["13/2/2025", "2/13/2025", "3/4/2025"], null],
    [["13/2/2025", "4/5/2025", "never"], null],
    [["1.2.2025", "never"], "dmy"],
    [["never"], null],
    [[], null],
  ])("of %j is %j", (cells, form) => expect(formOf(cells)).toBe(form));

  it("is never taken for sure where day and month could be changed about in every cell", () => {
    const small = fc.integer({ min: 1, max: 12 });
    const cell = fc.tuple(small, small).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (pairs) => {
        expect(formOf(pairs.map(([a, b]) => `${a}/${b}/2025`))).toBeNull();
      }),
    );
  });

  it("throws at nothing", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "binary", maxLength: 30 }), { maxLength: 8 }),
        fc.constantFrom(...dayForms),
        (cells, form) => {
          formOf(cells);
          expect(dayShare(cells)).toBeLessThanOrEqual(1);
          for (const cell of cells) dayIn(cell, form);
        },
      ),
    );
  });
});
