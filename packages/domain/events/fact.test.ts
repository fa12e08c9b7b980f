/** Tests the constructor of facts: which names are kinds, and which field is named when a body is none. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventShapes } from "./catalogue.ts";
import { fact, factFrom, knownKind } from "./fact.ts";

describe("the name of a kind", () => {
  it("is known for everything that is written today", () => {
    for (const kind of Object.keys(eventShapes)) expect(knownKind(kind)).toBe(kind);
  });

  it.each(["", "constructor", "toString", "__proto__", "hasOwnProperty", "checkin/noted", "checkin/noted@2"])(
    "is not known as %j",
    (name) => {
      expect(knownKind(name)).toBeNull();
    },
  );

  it("is known exactly when the catalogue has it, whatever the text", () => {
    const names = fc.oneof(fc.string(), fc.constantFrom(...Object.keys(eventShapes)));
    fc.assert(
      fc.property(names, (name) => knownKind(name) === (Object.keys(eventShapes).includes(name) ? name : null)),
    );
  });
});

describe("a body", () => {
  it.each<readonly [string, unknown, string]>([
    ["a list", [], "body"],
    ["nothing", null, "body"],
    ["a text", "body", "body"],
    ["a stray field that is named like what all objects have", { id: "a".repeat(22), constructor: 1 }, "body"],
    ["no field at all", {}, "id"],
  ])("that is %s is refused by name", (_, body, field) => {
    expect(fact("entries/erased@1", body)).toEqual({ ok: false, error: { type: "BadField", field } });
  });

  it("out of something larger is only the kind's own fields", () => {
    const id = "a".repeat(22);
    const made = factFrom("entries/erased@1", { kind: "else", id, more: 1 });
    expect(made).toEqual({ ok: true, value: { kind: "entries/erased@1", body: { id } } });
  });
});
