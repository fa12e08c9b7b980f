/** Tests plain lists of facts: each counts once, in the log's order. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEvent, type Recorded } from "../index.ts";
import { deviceNamed } from "../rehearsal.ts";
import { newestFirst, noEntries, oldestFirst, withFact, type Entries } from "./entries.ts";

type Body = { readonly energy: number };

const fact = (id: string, ms: number, d = "2026-05-01"): Recorded => {
  const b = { energy: 1, cues: [], carrying: null };
  const parsed = parseEvent({ id, k: "checkin/noted@1", t: [ms, 0], d, b }, deviceNamed("a"));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};
const listOf = (...facts: readonly (readonly [Recorded, number])[]): Entries<Body> =>
  facts.reduce<Entries<Body>>((list, [event, energy]) => withFact(list, event, { energy }), noEntries);
const energies = (list: Entries<Body>) => oldestFirst(list).map(({ energy }) => energy);

describe("a list of facts", () => {
  test("is empty at first", () => {
    expect([oldestFirst(noEntries), newestFirst(noEntries)]).toEqual([[], []]);
  });

  test("shows the body with the fact's id, day and place", () => {
    expect(oldestFirst(listOf([fact("event-1", 7, "2026-05-03"), 40]))).toEqual([
      { energy: 40, id: "event-1", day: "2026-05-03", at: [7, 0, deviceNamed("a")] },
    ]);
  });

  test("is in the log's order from either end, however it came", () => {
    const list = listOf([fact("event-3", 3), 30], [fact("event-1", 1), 10], [fact("event-2", 2), 20]);
    expect(energies(list)).toEqual([10, 20, 30]);
    expect(newestFirst(list).map(({ energy }) => energy)).toEqual([30, 20, 10]);
  });

  test("goes by the place in the log, not by the day", () => {
    expect(energies(listOf([fact("event-1", 2, "2026-05-01"), 20], [fact("event-2", 1, "2026-05-09"), 10]))).toEqual([
      10, 20,
    ]);
  });

  test("counts the same fact once, at its earlier place", () => {
    expect(energies(listOf([fact("event-1", 9), 90], [fact("event-1", 1), 10], [fact("event-1", 9), 90]))).toEqual([
      10,
    ]);
  });

  test("leaves the list it was made from as it was", () => {
    const one = listOf([fact("event-1", 1), 10]);
    withFact(one, fact("event-2", 2), { energy: 20 });
    expect(energies(one)).toEqual([10]);
  });

  test("is the same in any order of arrival", () => {
    const place = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 3 }), fc.integer());
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (places) => {
        const facts = places.map(([n, ms, energy]) => [fact(`event-${n}`, ms), energy] as const);
        expect(oldestFirst(listOf(...facts))).toEqual(oldestFirst(listOf(...facts.toReversed())));
      }),
    );
  });
});
