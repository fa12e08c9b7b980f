/** Tests that a build stops where an owner forbids it, and goes on where nobody does. */
import { allowedIn } from "@belay/measures";
import { describe, expect, it } from "vitest";
import { licenceFault, wordsLeftOut, type Wish } from "./licences.ts";

const of = (wish: Partial<Wish>): string | null =>
  licenceFault({ use: undefined, instruments: undefined, switchedOn: undefined, ...wish });

describe("a build", () => {
  it("that nobody earns by goes on", () => {
    expect(of({})).toBeNull();
    expect(of({ use: "free" })).toBeNull();
  });

  it("that is sold stops while it holds everything, and names what it may not hold", () => {
    const fault = of({ use: "commercial" });
    expect(fault).toMatch(/^LicenceForbids: a commercial build may not hold /);
    expect(fault).toContain("who5 (World Health Organization)");
    expect(fault).toContain("pss10");
    expect(fault).not.toContain("phq9");
  });

  it("that is sold goes on once those are left out", () => {
    const sold = allowedIn({ use: "commercial", switchedOn: [] }).map(({ id }) => id);
    expect(of({ use: "commercial", instruments: sold.join(", ") })).toBeNull();
    expect(of({ use: "commercial", instruments: [...sold, "who5"].join(",") })).toBe(
      "LicenceForbids: a commercial build may not hold who5 (World Health Organization)",
    );
  });

  it("holds what is behind a switch only when it is on, and never when it is sold", () => {
    expect(of({ instruments: "ecr-rs" })).toContain("ecr-rs");
    expect(of({ instruments: "ecr-rs", switchedOn: "ecr-rs" })).toBeNull();
    expect(of({ use: "commercial", instruments: "ecr-rs", switchedOn: "ecr-rs" })).toContain("ecr-rs");
  });

  it.each([
    [{ use: "Commercial" }, 'BELAY_USE is "Commercial", and neither free nor commercial'],
    [{ use: "" }, 'BELAY_USE is "", and neither free nor commercial'],
    [{ instruments: "phq9,phq10" }, 'BELAY_INSTRUMENTS names "phq10", which is no instrument'],
    [{ switchedOn: "all" }, 'BELAY_SWITCH_ON names "all", which is no instrument'],
  ])("with a slip of the pen in %j stops", (wish, fault) => {
    expect(of(wish)).toBe(fault);
  });
});

describe("the words a build leaves out", () => {
  const left = (wish: Partial<Wish>): ReadonlySet<string> =>
    wordsLeftOut({ use: undefined, instruments: undefined, switchedOn: undefined, ...wish });
  const [closeness, wellbeing, mood] = ["measures.ecr-rs.1", "measures.who5.1", "measures.phq9.9"] as const;

  it("are those behind a switch that nobody switched on, with the line of credit", () => {
    expect([...left({})].filter((id) => !id.includes("ecr-rs"))).toEqual([]);
    expect(left({}).has(closeness) && left({}).has("measures.credit.ecr-rs")).toBe(true);
    expect(left({ switchedOn: "ecr-rs" }).size).toBe(0);
  });

  it("are those that nobody may earn by, in a build that earns", () => {
    const gone = left({ use: "commercial", switchedOn: "ecr-rs" });
    expect([closeness, wellbeing, mood].map((id) => gone.has(id))).toEqual([true, true, false]);
  });

  it("are those of instruments that were not asked for, unless another one shows them", () => {
    const gone = left({ instruments: "phq2" });
    expect(gone.has(mood) && gone.has("measures.gad7.1")).toBe(true);
    expect(gone.has("measures.phq9.1") || gone.has("measures.credit.phq")).toBe(false);
  });

  it("are all of them where the wish is no good", () => {
    for (const wish of [{ use: "private" }, { switchedOn: "all" }]) expect(left(wish).has(mood)).toBe(true);
  });
});
