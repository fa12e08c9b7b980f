/** Tests how questions are read. */
import { describe, expect, test } from "vitest";
import { anAsk, everyContext } from "../pretend.ts";
import { askIn } from "./ask.ts";

describe("an ask", () => {
  test("is read in full", () => {
    const probes = [{ step: "s1", person: null, context: "call" }];
    expect(askIn(anAsk({ probes, report: true, people: ["ana"] }))).toEqual({
      id: 7,
      day: 2,
      people: ["ana"],
      contexts: everyContext,
      probes,
      report: true,
    });
  });

  test.each([
    ["no id", { id: undefined }, { id: null }],
    ["half a day", { day: 2.5 }, { day: null }],
    ["a day before the first", { day: -2 }, { day: null }],
    ["people that are no list", { people: "ana" }, { people: [] }],
    ["people twice and nobodies", { people: ["ana", "ana", null, 4, ""] }, { people: ["ana"] }],
    ["contexts that are no list", { contexts: {} }, { contexts: [] }],
    ["no probes", { probes: undefined }, { probes: null }],
    ["probes that are no list", { probes: { step: "s1" } }, { probes: null }],
    ["a report that is not plainly wanted", { report: "yes" }, { report: false }],
  ])("with %s is read as far as it goes", (_name, fields, expected) => {
    expect(askIn(anAsk(fields))).toMatchObject(expected);
  });

  test("keeps a place for each probe, whatever it is", () => {
    const { probes } = askIn(anAsk({ probes: [null, 3, {}, { step: 4 }, { step: "s1", person: 2, context: "call" }] }));
    const nothing = { step: "", person: null, context: null };
    expect(probes).toEqual([nothing, nothing, nothing, nothing, { step: "s1", person: null, context: "call" }]);
  });
});
