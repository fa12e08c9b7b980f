/** Tests how the relay's own figures are read and worded for its host. */
import { describe, expect, it, test } from "vitest";
import { count, duration, isLow, size, statusOf, uptime } from "./figures.ts";

const whole = {
  ok: true,
  uptimeSeconds: 61,
  vaults: 3,
  mailboxes: 2,
  connections: 5,
  envelopes: 1_200,
  appendHalf: 0.004,
  appendMost: 1.5,
  storeErrors: 0,
  refused: { "refused-quota": 2 },
  memoryBytes: 90_000_000,
  dataBytes: 1_000,
  diskFreeBytes: 99,
};

describe("what the relay says of itself", () => {
  it("is taken as it is, and nothing else with it", () => {
    expect(statusOf({ ...whole, more: 1 })).toEqual(whole);
  });

  it("may leave out what it does not know", () => {
    const unknown = { vaults: null, mailboxes: null, appendHalf: null, appendMost: null };
    const elsewhere = { ...whole, ...unknown, dataBytes: null, diskFreeBytes: null };
    expect(statusOf(elsewhere)).toEqual(elsewhere);
  });

  it.each(Object.keys(whole).filter((name) => name !== "ok" && name !== "refused"))(
    "is no answer when %s is no number",
    (name) => {
      expect(statusOf({ ...whole, [name]: "7" })).toBeNull();
      expect(statusOf({ ...whole, [name]: undefined })).toBeNull();
    },
  );

  it("is not well unless it says so, and a refusal that is no count is passed over", () => {
    expect(statusOf({ ...whole, ok: "true" })?.ok).toBe(false);
    expect(statusOf({ ...whole, refused: { a: 1, b: "2" } })?.refused).toEqual({ a: 1 });
    expect(statusOf({ ...whole, refused: null })?.refused).toEqual({});
  });

  it.each([[null], [7], ["ok"], [[]]])("is no answer: %j", (value) => {
    expect(statusOf(value)).toBeNull();
  });
});

test.each([
  [count(12_345), "12,345"],
  [count(null), "not known yet"],
  [size(0), "0 byte"],
  [size(999), "999 byte"],
  [size(1_000), "1 kB"],
  [size(22_400_000_000_000), "22.4 TB"],
  [size(null), "kept by the database"],
  [duration(0.0042), "4.2 ms"],
  [duration(2), "2 sec"],
  [duration(null), "not known yet"],
  [uptime(59), "0 minutes"],
  [uptime(7_199), "119 minutes"],
  [uptime(7_200), "2 hours"],
  [uptime(172_800), "2 days"],
])("says %s", (said, wanted) => {
  expect(said).toBe(wanted);
});

describe("the room on the disk", () => {
  it("is low below a tenth of the data, and never where it is not known", () => {
    expect(isLow({ dataBytes: 1_000, diskFreeBytes: 99 })).toBe(true);
    expect(isLow({ dataBytes: 1_000, diskFreeBytes: 100 })).toBe(false);
    expect(isLow({ dataBytes: null, diskFreeBytes: 0 })).toBe(false);
    expect(isLow({ dataBytes: 1_000, diskFreeBytes: null })).toBe(false);
  });
});
