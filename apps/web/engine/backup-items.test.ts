import { err, utf8 } from "@belay/basics";
import { parseEvent, type Recorded } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { eventItem, labelItem, readEvent, readLabel } from "./backup-items.ts";

const device = "0f".repeat(16);
const json = {
  id: "a-1:0",
  k: "beliefs/rated@1",
  t: [1_800_000_000_000, 2],
  d: "2027-01-15",
  b: { belief: "bel-01", strength: 40 },
};
const event = (): Recorded => {
  const parsed = parseEvent(json, device);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};
const item = (value: unknown): Uint8Array => utf8(typeof value === "string" ? value : JSON.stringify(value));

describe("an item of a backup file", () => {
  it("gives the label and the entry back, with the device that first wrote it", () => {
    const label = { format: 1, vault: "ab".repeat(16), events: 7 } as const;
    expect(readLabel(labelItem(label))).toEqual({ ok: true, value: label });
    expect(readEvent(eventItem(event()))).toEqual({ ok: true, value: event() });
    expect(event().at[2]).toBe(device);
  });

  it.each([
    ["no JSON", "{"],
    ["a list", "[]"],
    ["null", "null"],
    ["a text", '"x"'],
    ["not UTF-8", new Uint8Array([0xff, 0xfe])],
    ["no device", { event: json }],
    ["a device that is none", { device: "x", event: json }],
    ["no entry", { device }],
    ["an entry with a field too many", { device, event: { ...json, more: 1 } }],
    ["an entry out of bounds", { device, event: { ...json, b: { belief: "bel-01", strength: 400 } } }],
    ["a thousand brackets", `{"device":"${device}","event":${"[".repeat(1000)}${"]".repeat(1000)}}`],
    ["brackets without an end", "[".repeat(100_000)],
    [
      "a field named __proto__",
      `{"device":"${device}","event":${JSON.stringify(json).replace('"b":{', '"b":{"__proto__":{"strength":1},')}}`,
    ],
    [
      "an entry whose fields come from __proto__",
      `{"__proto__":{"device":"${device}"},"event":${JSON.stringify(json)}}`,
    ],
  ])("that is %s is damaged, and changes nothing", (_, value) => {
    expect(readEvent(value instanceof Uint8Array ? value : item(value))).toEqual(err({ type: "Damaged" }));
    expect(Object.hasOwn(Object.prototype, "strength")).toBe(false);
  });

  it("of a kind nobody knows yet is from a newer version", () => {
    expect(readEvent(item({ device, event: { ...json, k: "beliefs/rated@2" } }))).toEqual(err({ type: "FromNewer" }));
    expect(readLabel(item({ format: 2, vault: "", events: 0 }))).toEqual(err({ type: "FromNewer" }));
  });

  it.each([
    [{}],
    [{ format: "1", vault: "", events: 0 }],
    [{ format: 1, vault: 3, events: 0 }],
    [{ format: 1, vault: "" }],
  ])("that should say what the file is and says %j is damaged", (value) => {
    expect(readLabel(item(value))).toEqual(err({ type: "Damaged" }));
  });
});
