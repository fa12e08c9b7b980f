import { parseDay } from "@belay/basics";
import { describe, expect, it } from "vitest";
import { emptyAsk, silenceOf, waitDay } from "./ask-form.ts";

const parsed = parseDay("2026-11-22");
if (!parsed.ok) throw new Error("no day");
const today = parsed.value;

describe("the day that is waited for", () => {
  it.each([
    ["nothing decided", { wait: "", by: "2026-11-25" }, null],
    ["no date, on purpose", { wait: "none", by: "2026-11-25" }, null],
    ["a day next week", { wait: "set", by: "2026-11-29" }, "2026-11-29"],
    ["today is too soon to have waited", { wait: "set", by: "2026-11-22" }, null],
    ["a day long gone", { wait: "set", by: "1999-01-01" }, null],
    ["a day next year", { wait: "set", by: "2027-11-22" }, null],
    ["no day at all", { wait: "set", by: "Friday" }, null],
    ["a day no calendar has", { wait: "set", by: "2026-02-30" }, null],
    ["half a date", { wait: "set", by: "2026-11-" }, null],
  ])("%s", (_name, form, day) => {
    expect(waitDay(form, today)).toBe(day);
  });

  it("is recorded with what will be done then, without its margins", () => {
    expect(silenceOf({ wait: "set", by: "2026-11-25", then: " ask Ilse \n" }, today)).toEqual({
      by: "2026-11-25",
      then: "ask Ilse",
    });
  });

  it("is not made up when nothing was decided", () => {
    expect(silenceOf(emptyAsk, today)).toBeNull();
  });
});

describe("an empty ask", () => {
  it("asks nothing of the other person that was not switched on", () => {
    expect(emptyAsk.howItWas).toBe(false);
    expect(emptyAsk.by).toBe("");
  });
});
