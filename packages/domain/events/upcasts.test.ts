/** Tests, on made-up old versions, that what was written years ago is raised to today's shape. */
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { parseEvent } from "./codec.ts";
import { raise, upcast, upcasts, type Upcasts } from "./upcasts.ts";

const device = "b".repeat(32);
const old = (k: string, b: unknown) => ({ id: "event-1", k, t: [5, 0], d: "2026-05-01", b });

/** As if check-ins had once held a battery of 0 to 4, then one of 0 to 100 without cues, under another name. */
const table: Upcasts = {
  "mood/noted@1": upcast(v.strictObject({ battery: v.picklist([0, 1, 2, 3, 4]) }), "mood/noted@2", ({ battery }) => ({
    percent: battery * 25,
  })),
  "mood/noted@2": upcast(v.strictObject({ percent: v.number() }), "checkin/noted@1", ({ percent }) => ({
    energy: percent,
    cues: [],
    carrying: null,
  })),
};

describe("an old version", () => {
  test("is raised step by step to the newest", () => {
    expect(parseEvent(old("mood/noted@1", { battery: 3 }), device, table)).toEqual({
      ok: true,
      value: {
        id: "event-1",
        at: [5, 0, device],
        day: "2026-05-01",
        kind: "checkin/noted@1",
        body: { energy: 75, cues: [], carrying: null },
      },
    });
  });

  test("may enter at any step of the way", () => {
    const parsed = parseEvent(old("mood/noted@2", { percent: 10 }), device, table);
    expect(parsed.ok && parsed.value.body).toEqual({ energy: 10, cues: [], carrying: null });
  });

  test.each([[{ battery: 5 }], [{ battery: 3, extra: 1 }], [{}], [null], [[]]])(
    "is held to its own frozen shape: %j",
    (body) => {
      expect(parseEvent(old("mood/noted@1", body), device, table)).toEqual({
        ok: false,
        error: { type: "BadEvent", field: "body" },
      });
    },
  );

  test("is held to today's bounds as well", () => {
    expect(parseEvent(old("mood/noted@2", { percent: 101 }), device, table)).toEqual({
      ok: false,
      error: { type: "BadEvent", field: "energy" },
    });
  });

  test("is unknown without its upcast", () => {
    expect(parseEvent(old("mood/noted@1", { battery: 3 }), device)).toEqual({
      ok: false,
      error: { type: "UnknownKind", kind: "mood/noted@1" },
    });
  });

  test("that leads nowhere known is kept apart under its own name", () => {
    const lost: Upcasts = { "mood/noted@1": upcast(v.unknown(), "mood/noted@9", () => ({})) };
    expect(parseEvent(old("mood/noted@1", {}), device, lost)).toEqual({
      ok: false,
      error: { type: "UnknownKind", kind: "mood/noted@1" },
    });
  });
});

test("a table that runs in a circle ends", () => {
  const circle: Upcasts = {
    "a/b@1": upcast(v.unknown(), "a/b@2", (body) => body),
    "a/b@2": upcast(v.unknown(), "a/b@1", (body) => body),
  };
  expect(raise("a/b@1", 7, circle).body).toBe(7);
});

test("a name of the prototype is no old version", () => {
  expect(raise("toString", 7, {})).toEqual({ kind: "toString", body: 7 });
});

test("no kind has an old version yet", () => {
  expect(Object.keys(upcasts)).toEqual([]);
});
