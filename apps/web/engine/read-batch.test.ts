/** Tests what is read out of an opened envelope: what is not understood is counted, never dropped. */
import { parseDay, utf8 } from "@belay/basics";
import { encodeEvent } from "@belay/domain";
import { encodeBatch, encodeSegment, type EnvelopeType, type Opened } from "@belay/wire";
import { describe, expect, it } from "vitest";
import { good } from "../../../tests/world/engine-world.ts";
import { checkinOf } from "../../../tests/world/family.ts";
import { rawEvents, rawItems, readBatch, readSegment } from "./read-batch.ts";

const device = (n: number): string => n.toString(16).padStart(32, "0");
const day = good(parseDay("2026-03-02"));
const entry = (energy: number, writer = 1) => checkinOf(`entry-${energy}`, energy, device(writer), 100 + energy, day);
const json = (energy: number, writer = 1, envelope = 1) => ({
  ...encodeEvent(entry(energy, writer), device(envelope)),
});

const opened = (body: Uint8Array, type: EnvelopeType = "events"): Opened => ({
  device: device(1),
  seq: 1,
  hash: new Uint8Array(32),
  type,
  epoch: 1,
  body,
});
const batchOf = (events: readonly unknown[], seen = {}): Opened => opened(good(encodeBatch({ seen, events })));
const segmentOf = (events: readonly { readonly device: string; readonly event: Readonly<Record<string, unknown>> }[]) =>
  opened(
    good(
      encodeSegment({
        replaces: [{ device: device(1), from: 1, to: 1, before: "00".repeat(32), hash: "ab".repeat(32) }],
        part: 1,
        parts: 1,
        id: device(9),
        events,
      }),
    ),
    "segment",
  );

describe("a batch", () => {
  it("gives its events in order, by the device of the envelope, and what that device has seen", () => {
    const seen = { [device(2)]: [3, "ab".repeat(32)] };
    expect(readBatch(batchOf([json(1), json(2)], seen))).toEqual({
      events: [entry(1), entry(2)],
      bad: 0,
      unknown: 0,
      seen,
    });
  });

  it("leaves an event with the device that first wrote it", () => {
    expect(readBatch(batchOf([json(1, 2)])).events).toEqual([entry(1, 2)]);
  });

  it.each([
    ["of a kind that a newer version writes", { ...json(5), k: "moons/seen@1" }, 0, 1],
    ["of a newer version of its kind", { ...json(5), k: "checkin/noted@9" }, 0, 1],
    ["with a body that is out of range", { ...json(5), b: { energy: 500, cues: [], carrying: null } }, 1, 0],
    ["with a field too many", { ...json(5), extra: true }, 1, 0],
    ["without a kind", { id: "x" }, 1, 0],
    ["with a day that is none", { ...json(5), d: "2026-02-30" }, 1, 0],
  ])("counts an event %s, and keeps the others", (_what, odd, bad, unknown) => {
    const read = readBatch(batchOf([json(1), odd, json(2)]));
    expect(read).toMatchObject({ events: [entry(1), entry(2)], bad, unknown });
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["no JSON", utf8("hello")],
    ["JSON of another shape", utf8("{}")],
    ["no text", Uint8Array.of(0xff, 0xfe)],
  ])("whose body is %s counts as one that is malformed, and has seen nothing", (_what, body) => {
    expect(readBatch(opened(body))).toEqual({ events: [], bad: 1, unknown: 0, seen: {} });
  });
});

describe("a part of a segment", () => {
  it("gives each event to the device in whose envelope it lay", () => {
    const part = segmentOf([
      { device: device(1), event: json(1) },
      { device: device(2), event: json(2, 2, 2) },
    ]);
    const read = readSegment(part);
    expect(read).toMatchObject({ events: [entry(1), entry(2, 2)], bad: 0, unknown: 0 });
    expect(read.segment).toMatchObject({ id: device(9), part: 1, parts: 1 });
  });

  it("counts what it does not understand, and keeps the rest", () => {
    const read = readSegment(
      segmentOf([
        { device: device(1), event: { ...json(5), k: "moons/seen@1" } },
        { device: device(1), event: { k: "checkin/noted@1" } },
        { device: device(1), event: json(1) },
      ]),
    );
    expect(read).toMatchObject({ events: [entry(1)], bad: 1, unknown: 1 });
  });

  it("that is none is counted as malformed", () => {
    expect(readSegment(batchOf([json(1)]))).toEqual({ events: [], bad: 1, unknown: 0, segment: null });
  });
});

describe("events as they were written", () => {
  const newer = { ...json(5), k: "moons/seen@1", extra: [1, { two: 2 }] };

  it("are kept to the letter, also those of a newer version", () => {
    expect(rawItems(batchOf([json(1), newer]))).toEqual([
      { device: device(1), event: json(1) },
      { device: device(1), event: newer },
    ]);
    expect(rawItems(segmentOf([{ device: device(3), event: newer }]))).toEqual([{ device: device(3), event: newer }]);
  });

  it("bear the device that first wrote them, where that is another than the envelope's", () => {
    expect(rawEvents(batchOf([json(1), json(2, 4)])).map((one) => one.device)).toEqual([device(1), device(4)]);
    expect(rawItems(batchOf([json(2, 4)]))?.map((one) => one.device)).toEqual([device(1)]);
  });

  it.each([
    ["a batch that is none", opened(utf8("{}"))],
    ["a segment that is none", opened(utf8("{}"), "segment")],
    ["an act about devices", opened(utf8("{}"), "membership")],
  ])("are none in %s", (_what, one) => {
    expect(rawItems(one)).toBeNull();
    expect(rawEvents(one)).toEqual([]);
  });
});
