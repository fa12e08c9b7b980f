/** Tests the fold of a log: the same in any order of arrival, without what was erased, and nothing dropped unseen. */
import { err, ok, parseDay, toHex, utf8, type Result } from "@belay/basics";
import { checkins, encodeEvent, parseId, type Recorded } from "@belay/domain";
import { encodeBatch, encodeSegment, type DeskFault, type EnvelopeType, type Opened, type Seen } from "@belay/wire";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { good } from "../../../tests/world/engine-world.ts";
import { checkinOf } from "../../../tests/world/family.ts";
import { absorb, emptyFold, foldIn, isAfterCut, type Fold } from "./fold.ts";

const device = (n: number): string => n.toString(16).padStart(32, "0");
const hash = (n: number): Uint8Array => new Uint8Array(32).fill(n);
const day = good(parseDay("2026-03-02"));
const entry = (energy: number, writer = 1, ms = 1_000 + energy): Recorded =>
  checkinOf(`entry-${energy}`, energy, device(writer), ms, day);
const erasing = (energy: number, ms = 5_000): Recorded => ({
  kind: "entries/erased@1",
  body: { id: good(parseId(entry(energy).id)) },
  id: `erasing-${energy}`.padEnd(22, "x"),
  at: [ms, 0, device(1)],
  day,
});

const openedOf = (body: Uint8Array, seq: number, over: Partial<Opened> = {}): Opened => ({
  device: device(1),
  seq,
  hash: hash(seq),
  type: "events",
  epoch: 1,
  body,
  ...over,
});
const batch = (seq: number, events: readonly Recorded[], seen: Seen = {}, over: Partial<Opened> = {}): Opened => {
  const writer = over.device ?? device(1);
  return openedOf(good(encodeBatch({ seen, events: events.map((one) => encodeEvent(one, writer)) })), seq, over);
};
/** One part of a segment by device 1, for 1 to 2 of device 1. */
const segment = (seq: number, events: readonly Recorded[], part = 1, parts = 1): Opened =>
  openedOf(
    good(
      encodeSegment({
        replaces: [{ device: device(1), from: 1, to: 2, before: "00".repeat(32), hash: toHex(hash(2)) }],
        part,
        parts,
        id: device(9),
        events: events.map((one) => ({ device: one.at[2], event: { ...encodeEvent(one) } })),
      }),
    ),
    seq,
    { type: "segment" },
  );
const energies = ({ state }: Fold): readonly number[] => checkins(state).map(({ energy }) => energy ?? -1);
const foldOf = (events: readonly Recorded[]): Fold => {
  const fold = emptyFold();
  foldIn(fold, events);
  return fold;
};
const absorbed = (...opened: readonly Opened[]): Fold => {
  const fold = emptyFold();
  absorb(
    fold,
    opened.map((one) => ok(one)),
  );
  return fold;
};
const no = (detail: string): Result<never, DeskFault> => err({ type: "DoesNotOpen", detail });

describe("folding events in", () => {
  it("comes to the same state in any order of arrival, one by one or at once", () => {
    const all = [entry(1), entry(2, 2), entry(3), entry(4, 3), erasing(2)];
    const whole = foldOf(all).state;
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
        const single = emptyFold();
        for (const event of order) foldIn(single, [event]);
        expect(foldOf(order).state).toEqual(whole);
        expect(single.state).toEqual(whole);
      }),
    );
  });

  it("puts one that comes late where it belongs", () => {
    const fold = foldOf([entry(1), entry(9)]);
    foldIn(fold, [entry(5)]);
    expect(energies(fold)).toEqual(energies(foldOf([entry(1), entry(5), entry(9)])));
  });

  it("takes an entry once, however often it comes", () => {
    const fold = foldOf([entry(1), entry(1)]);
    foldIn(fold, [entry(1), entry(2)]);
    expect(fold.events).toEqual([entry(1), entry(2)]);
    expect(fold.state).toEqual(foldOf([entry(1), entry(2)]).state);
  });

  it("has one id at two places come to the same, whichever came first", () => {
    const two = [entry(1, 1, 2_000), entry(1, 2, 1_000)];
    expect(foldOf(two).events).toHaveLength(2);
    expect(foldOf(two.toReversed()).state).toEqual(foldOf(two).state);
  });
});

describe("an entry that was erased", () => {
  it.each([
    ["before its erasing", [entry(1), entry(2), erasing(1)]],
    ["after it", [entry(2), erasing(1), entry(1)]],
  ])("that came %s is in neither the state nor the events", (_when, events) => {
    const fold = foldOf(events);
    expect(energies(fold)).toEqual([2]);
    expect(fold.events.map(({ id }) => id).toSorted()).toEqual([entry(2).id, erasing(1).id].toSorted());
    expect(fold.holdsErased).toBe(true);
  });

  it("does not come back with a copy from elsewhere", () => {
    const fold = foldOf([entry(1), erasing(1)]);
    foldIn(fold, [entry(1, 2, 7_000)]);
    expect(energies(fold)).toEqual([]);
  });

  it("which was never here leaves nothing to write anew", () => {
    expect(foldOf([entry(1), erasing(7)]).holdsErased).toBe(false);
    expect(energies(foldOf([entry(1), erasing(7)]))).toEqual([1]);
  });
});

describe("taking opened envelopes in", () => {
  it("gives the word of each: who, what it has seen, and its newest time", () => {
    const seen = { [device(2)]: [4, "ab".repeat(32)] } as const;
    const fold = emptyFold();
    const words = absorb(fold, [
      ok(batch(1, [entry(3), entry(1)], seen)),
      ok(openedOf(utf8("{}"), 2, { type: "membership" })),
      ok(openedOf(utf8("no batch"), 3)),
    ]);
    expect(words).toEqual([
      { device: device(1), seen, at: 1_003 },
      { device: device(1), seen: {}, at: null },
      { device: device(1), seen: {}, at: null },
    ]);
    expect(fold.chains.head(device(1))).toEqual({ seq: 3, hash: hash(3) });
  });

  it("remembers when each device last wrote, by the one that wrote first", () => {
    const fold = absorbed(batch(1, [entry(5), entry(2)]), batch(2, [entry(3), entry(4, 2)]));
    expect([...fold.lastSeen]).toEqual([
      [device(1), 1_005],
      [device(2), 1_004],
    ]);
  });

  it.each([
    ["a batch of events", "events", false, false],
    ["an act about devices", "membership", true, true],
    ["a segment", "segment", true, false],
  ] as const)("tells %s from the others", (_what, type: EnvelopeType, apart, members) => {
    const body = { events: batch(1, [entry(1)]), segment: segment(1, []), membership: openedOf(utf8("{}"), 1) };
    const fold = absorbed({ ...body[type], type });
    expect(fold.apart.has(`${device(1)}/1`)).toBe(apart);
    expect(fold.members).toBe(members);
  });

  it("notices other bytes at a place that was read before, and not the same ones", () => {
    expect(absorbed(batch(1, [entry(1)]), batch(1, [entry(1)])).clash).toBe(false);
    expect(absorbed(batch(1, [entry(1)]), batch(1, [entry(2)], {}, { hash: hash(9) })).clash).toBe(true);
    expect(absorbed(batch(1, [entry(1)]), batch(1, [entry(2)], {}, { device: device(2), hash: hash(9) })).clash).toBe(
      false,
    );
  });

  it("lets nothing that is bad stand in the way of the rest", () => {
    const fold = emptyFold();
    const words = absorb(fold, [
      ok(batch(1, [entry(1)])),
      no("WrongKey"),
      ok(openedOf(utf8("[]"), 2)),
      no("BadSignature"),
      ok(batch(3, [entry(3)])),
    ]);
    expect(words).toHaveLength(3);
    expect(energies(fold).toSorted((a, b) => a - b)).toEqual([1, 3]);
    expect(fold.counts).toEqual({ setAside: 3, unknown: 0 });
  });

  it("counts what a newer version wrote apart from what is damaged", () => {
    const newer = { ...encodeEvent(entry(5)), k: "moons/seen@1" };
    const damaged = { ...encodeEvent(entry(6)), b: {} };
    const body = good(encodeBatch({ seen: {}, events: [newer, damaged, encodeEvent(entry(1)), newer] }));
    const fold = absorbed(openedOf(body, 1));
    expect(fold.counts).toEqual({ setAside: 1, unknown: 2 });
    expect(energies(fold)).toEqual([1]);
  });

  it("calls no loss what a device wrote after its end (R6)", () => {
    const fold = emptyFold();
    expect(absorb(fold, [no("AfterCut"), no("AfterCut"), no("UnknownDevice")])).toEqual([]);
    expect(fold.counts).toEqual({ setAside: 1, unknown: 0 });
  });
});

describe("a segment", () => {
  it("takes the place of what it stands for once it is whole, and counts its entries once", () => {
    const fold = absorbed(batch(1, [entry(1)]), batch(2, [entry(2)]), segment(3, [entry(1)]));
    expect([...fold.chains.held(device(1)).keys()]).toEqual([3]);
    expect(fold.events).toEqual([entry(1), entry(2)]);
    expect(fold.segments.whole()).toHaveLength(1);
  });

  it("of which a part is missing takes the place of nothing, and its entries count already", () => {
    const fold = absorbed(batch(1, [entry(1)]), batch(2, [entry(2)]), segment(3, [entry(7)], 1, 2));
    expect([...fold.chains.held(device(1)).keys()]).toEqual([1, 2, 3]);
    expect(energies(fold)).toContain(7);
    absorb(fold, [ok(segment(4, [], 2, 2))]);
    expect([...fold.chains.held(device(1)).keys()]).toEqual([3, 4]);
  });

  it("that is none is counted, and replaces nothing", () => {
    const fold = absorbed(batch(1, [entry(1)]), openedOf(utf8("{}"), 2, { type: "segment" }));
    expect(fold.counts.setAside).toBe(1);
    expect([...fold.chains.held(device(1)).keys()]).toEqual([1, 2]);
  });

  it("comes to the same state as the envelopes that it stands for", () => {
    const originals = absorbed(batch(1, [entry(1)]), batch(2, [entry(2), entry(4, 2)]));
    expect(absorbed(segment(3, [entry(1), entry(2), entry(4, 2)])).state).toEqual(originals.state);
  });
});

describe("the end of a removed device", () => {
  it.each([
    [{ type: "DoesNotOpen", detail: "AfterCut" }, true],
    [{ type: "DoesNotOpen", detail: "UnknownDevice" }, false],
    [{ type: "Refused", detail: "AfterCut" }, false],
    [{ type: "KeysMissing" }, false],
  ] as const)("is told by its own fault: %o", (fault, answer) => {
    expect(isAfterCut(fault)).toBe(answer);
  });
});
