import fc from "fast-check";
import { rings, roles } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../../tests/screens/pretend-engine.ts";
import { pastDay } from "./past-day.ts";
import { complete, emptyPerson, ringOf, roleOf } from "./person-form.ts";

describe("the form about a person", () => {
  it.each([
    ["nothing", emptyPerson, null],
    ["a name alone", { ...emptyPerson, nickname: "Noor" }, null],
    ["no name", { nickname: "  ", role: "friend", ring: "close" }, null],
    ["a role that is none", { nickname: "Noor", role: "boss", ring: "close" }, null],
    ["a ring that is none", { nickname: "Noor", role: "friend", ring: "inside" }, null],
    [
      "everything",
      { nickname: " Noor ", role: "friend", ring: "close" },
      { nickname: "Noor", role: "friend", ring: "close" },
    ],
  ] as const)("%s gives %j", (_name, form, result) => {
    expect(complete(form)).toEqual(result);
  });

  it("takes every role and ring the domain knows, and no other text", () => {
    expect(roles.map(roleOf)).toEqual([...roles]);
    expect(rings.map(ringOf)).toEqual([...rings]);
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (roles.some((role) => role === text) || rings.some((ring) => ring === text)) return;
        expect([roleOf(text), ringOf(text)]).toEqual([null, null]);
      }),
    );
  });
});

describe("a day that has been", () => {
  it.each([
    ["2026-11-22", "2026-11-22"],
    ["2026-11-01", "2026-11-01"],
    ["2026-11-23", null],
    ["2026-02-30", null],
    ["", null],
    ["yesterday", null],
  ])("on 22 November 2026, “%s” is %s", (text, day) => {
    expect(pastDay(text, dayOf("2026-11-22"))).toBe(day);
  });
});
