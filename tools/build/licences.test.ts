/** Tests that a build stops where an owner forbids it, and goes on where nobody does. */
import { allowedIn } from "@belay/measures";
import { describe, expect, it } from "vitest";
import { licenceFault, type Wish } from "./licences.ts";

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
