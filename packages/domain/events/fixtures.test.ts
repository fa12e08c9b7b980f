/** Holds every kind to its frozen examples: what was ever written can be read for ever. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { eventShapes, encodeEvent, parseEvent } from "../index.ts";
import { upcasts } from "./upcasts.ts";

const folder = new URL("../../../fixtures/events/", import.meta.url);
const device = "0123456789abcdef0123456789abcdef";
const fileOf = (kind: string): string => `${kind.replace("/", "-").replace("@", "-")}.json`;
const files = readdirSync(folder);

const kinds = Object.keys(eventShapes);
const oldKinds = Object.keys(upcasts);

test("every kind that was ever written has its frozen file, and every file its kind", () => {
  expect([...kinds, ...oldKinds].map(fileOf).toSorted()).toEqual(files.toSorted());
});

describe.each([...kinds, ...oldKinds])("the frozen %s", (kind) => {
  const examples: unknown = JSON.parse(readFileSync(new URL(fileOf(kind), folder), "utf8"));
  if (typeof examples !== "object" || examples === null) throw new Error(`${kind} holds no examples`);

  test("has a minimal and a full example", () => {
    expect(Object.keys(examples)).toEqual(["minimal", "full"]);
  });

  test.each(Object.entries(examples))("is read (%s), and written back the same", (_, json) => {
    const parsed = parseEvent(json, device);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(parsed.value.at[2]).toBe(device);
    // An old version is raised to the newest, so only today's kinds are written as they were read.
    if (kinds.includes(kind)) expect(JSON.stringify(encodeEvent(parsed.value))).toBe(JSON.stringify(json));
  });

  test.each(Object.entries(examples))("loses no field unnoticed (%s)", (_, json) => {
    const body = Object.entries(json.b);
    for (const [field] of body) {
      const rest = Object.fromEntries(body.filter(([name]) => name !== field));
      expect(parseEvent({ ...json, b: rest }, device)).toEqual({ ok: false, error: { type: "BadEvent", field } });
    }
  });
});
