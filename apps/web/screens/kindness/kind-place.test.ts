import { practiceCatalogue } from "@belay/content";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inTurn, readKind, writeKind, type KindMoment } from "./kind-place.ts";

const moments = ["before-ask", "after-no", "after-silence", "after-let-down", "low-day", "carried-all", "any"] as const;

describe("the id of a place in the kindness room", () => {
  it("comes back as it was written", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<KindMoment>(...moments),
        fc.option(fc.stringMatching(/^[a-z0-9]{1,40}$/)),
        (moment, experiment) => {
          expect(readKind(writeKind(moment, experiment))).toEqual({ moment, experiment });
        },
      ),
    );
  });

  it.each([[null], [""], ["after-a-win"], ["~x"]])("leads to the list where it says %j", (id) => {
    expect(readKind(id)).toBe(null);
  });
});

describe("the practices of a moment", () => {
  const ids = (moment: KindMoment, done: readonly string[] = []): readonly string[] =>
    inTurn(practiceCatalogue, moment, done).map(({ id }) => id);

  it("are those that the catalogue names for it, and all of them where none is asked for", () => {
    for (const id of ids("after-no")) {
      expect(practiceCatalogue.find((practice) => practice.id === id)?.moments).toContain("after-no");
    }
    expect(ids("any")).toEqual(practiceCatalogue.map(({ id }) => id));
  });

  it("come in turn: never done before done, long ago before lately", () => {
    const [first = "", second = "", third = ""] = ids("before-ask");
    expect(ids("before-ask", [first])[0]).toBe(second);
    const others = ids("before-ask").slice(2);
    expect(ids("before-ask", [second, first])).toEqual([...others, first, second]);
    expect(third).toBe(others[0]);
  });
});
