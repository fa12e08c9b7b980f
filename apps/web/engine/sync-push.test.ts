/** Tests how the relay is sent what it lacks: in order, in frames it can hold, and never before its log was read. */
import { beforeEach, describe, expect, it } from "vitest";
import { envelopeMax, frameMax } from "@belay/wire";
import { toHex, utf8 } from "@belay/basics";
import { settle } from "../../../tests/world/copying-world.ts";
import { good } from "../../../tests/world/engine-world.ts";
import { copierOf, liveOf, rangeOf, reader, type Link, type Reader } from "../../../tests/world/family.ts";
import { arrivalOf } from "./intake.ts";
import { giveBack, push } from "./sync-push.ts";
import { freshSession, patience, type Copier, type Session } from "./sync-session.ts";

const checkin = (energy: number) => ({ kind: "checkin/note", energy, cues: [], carrying: null }) as const;

let one: Reader;
let copier: Copier;
let live: Session;

beforeEach(async () => {
  one = await reader("push");
  copier = copierOf(one);
  live = liveOf(copier, one);
});

/** Own entries after the founding one, which has number 1. */
const write = async (count: number): Promise<void> => {
  for (let energy = 1; energy <= count; energy += 1) good(await one.journal.dispatch(checkin(energy % 100)));
};

const call = () => one.relay.calls[0];
/** What was sent: the numbers of each frame of envelopes, and the ranges of each frame that erases. */
const sent = (): readonly (readonly (number | string)[])[] =>
  (call()?.heard ?? []).map((frame) => {
    if (frame.kind === "append") return frame.envelopes.map((envelope) => arrivalOf(envelope)?.seq ?? "none");
    return frame.kind === "erase" ? ["erase", frame.from, frame.to] : [frame.kind];
  });
const upTo = (last: number, first = 1): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

describe("own envelopes", () => {
  it("go in the order of the chain, as they are on the disk", async () => {
    await write(3);
    await push(copier, live);
    expect(sent()).toEqual([[1, 2, 3, 4]]);
    const frame = call()?.heard[0];
    const stored = good(await one.ports.log.since(0, 9)).entries;
    expect(frame?.kind === "append" ? frame.envelopes.map((bytes) => toHex(bytes)) : []).toEqual(
      stored.map(({ envelope }) => toHex(envelope)),
    );
  });

  it("go in frames of 64 at most", async () => {
    await write(140);
    await push(copier, live);
    expect(sent()).toEqual([upTo(64), upTo(128, 65), upTo(141, 129)]);
  });

  it("that are large go in frames that a message can hold, none left out and none twice", async () => {
    for (let at = 0; at < 6; at += 1)
      good(await one.ledger.add({ type: "events", bytes: new Uint8Array(250 * 1024).fill(at) }));
    await push(copier, live);
    expect(sent().flat()).toEqual(upTo(7));
    expect(sent().length).toBeGreaterThan(1);
    expect(Math.max(...(call()?.bytes ?? []).map((bytes) => bytes.length))).toBeLessThanOrEqual(frameMax);
    expect(3 * envelopeMax).toBeLessThan(frameMax);
  });

  it.each([
    ["nothing", [], [[1, 2, 3, 4]]],
    ["the first two", [1, 2], [[3, 4]]],
    ["all", [1, 2, 3, 4], []],
  ])("of which the relay has shown %s again are sent as far as they lack", async (_what, shown, frames) => {
    await write(3);
    for (const seq of shown) copier.served.note(one.identity.device, seq);
    await push(copier, live);
    expect(sent()).toEqual(frames);
  });

  it("are sent once on one connection, and again on the next until they were shown (R8)", async () => {
    await write(2);
    await push(copier, live);
    await push(copier, live);
    expect(sent()).toEqual([[1, 2, 3]]);
    expect(copier.status.value).toEqual({ kind: "connected", pending: 3, missing: 0 });
    live = liveOf(copier, one);
    await push(copier, live);
    expect(one.relay.calls[1]?.heard).toHaveLength(1);
    for (const seq of [1, 2, 3]) copier.served.note(one.identity.device, seq);
    await push(copier, live);
    expect(copier.status.value.pending).toBe(0);
  });

  it("written while it sends go too", async () => {
    await write(1);
    const first = push(copier, live);
    await write(2);
    await Promise.all([push(copier, live), first]);
    expect(sent().flat()).toEqual([1, 2, 3, 4]);
    expect(live.pushing).toBe(false);
  });

  it("each frame has a number of its own, and is awaited with the highest own number in it", async () => {
    await write(70);
    await push(copier, live);
    const refs = (call()?.heard ?? []).map(({ ref }) => ref);
    expect(new Set(refs).size).toBe(2);
    expect(refs.map((ref) => live.unacked.get(ref))).toEqual([64, 71]);
    expect(live.sent).toBe(71);
  });

  it("that are never acknowledged make the line be given up", async () => {
    await write(1);
    await push(copier, live);
    one.world.clock.turn(patience - 1);
    expect(live.over).toBe(false);
    one.world.clock.turn(1);
    expect(live.over).toBe(true);
    expect(call()?.over()).toBe(true);
  });
});

describe("nothing is sent", () => {
  it.each([
    ["before the relay's log was read to its end", { complete: false }],
    ["while the own chain differs there", { parted: true }],
    ["before an epoch was proved", { epoch: 0 }],
  ])("%s", async (_when, bent) => {
    await write(2);
    copier.session = { ...live, ...bent };
    await push(copier, copier.session);
    expect(sent()).toEqual([]);
  });

  it("on a line that is not the one in use any more", async () => {
    await write(2);
    copier.session = freshSession();
    await push(copier, live);
    expect(sent()).toEqual([]);
    expect(copier.status.value.kind).toBe("offline");
  });

  it("of an epoch that the relay was not told of, and what came before it goes", async () => {
    await write(1);
    good(await one.ledger.add({ type: "membership", bytes: good(await one.ports.desk.rotateKeys(null, 5)).body }));
    await write(1);
    await push(copier, live);
    expect(sent()).toEqual([[1, 2, 3]]);
    live.epoch = 2;
    await push(copier, live);
    expect(sent()).toEqual([[1, 2, 3], [4]]);
  });
});

describe("a chain with a hole", () => {
  /** Own 1 to 5, of which 2 and 3 were replaced by a segment at 6. */
  beforeEach(async () => {
    await write(4);
    const links = good(await one.ports.log.chain(one.identity.device, 2, 2)).flatMap((bytes) => arrivalOf(bytes) ?? []);
    const [first] = links;
    const range = {
      device: one.identity.device,
      from: 2,
      to: 3,
      before: toHex(first?.prev ?? new Uint8Array(32)),
      hash: toHex(one.ledger.chains().held(one.identity.device).get(3) ?? new Uint8Array(32)),
    };
    const body = { replaces: [range], part: 1, parts: 1, id: "ab".repeat(16), events: [] };
    good(await one.ledger.replace([{ type: "segment", bytes: utf8(JSON.stringify(body)) }], [range]));
  });

  it("is led over the hole at a relay that never had it", async () => {
    await push(copier, live);
    expect(sent()).toEqual([[1], ["erase", 2, 3], [4, 5, 6]]);
  });

  it("is not led where the relay has the chain that far", async () => {
    live.ends = new Map([[one.identity.device, 3]]);
    copier.served.note(one.identity.device, 1);
    await push(copier, live);
    expect(sent()).toEqual([[4, 5, 6]]);
  });

  it("is led from where the relay's chain ends", async () => {
    live.ends = new Map([[one.identity.device, 2]]);
    await push(copier, live);
    expect(sent()).toEqual([[1], ["erase", 3, 3], [4, 5, 6]]);
  });
});

describe("what the relay lost of another device", () => {
  let links: readonly Link[];
  let tablet: Awaited<ReturnType<Reader["join"]>>;
  beforeEach(async () => {
    tablet = await one.join("Tablet");
    links = [await tablet.write(1), await tablet.write(2), await tablet.write(3)];
    good(
      await one.intake.take(
        links.flatMap(({ envelope }) => arrivalOf(envelope) ?? []),
        [],
      ),
    );
  });

  it("is given back as it was, byte for byte, and no own envelope counts as sent by it", async () => {
    live.ends = new Map([[tablet.id, 1]]);
    await giveBack(copier, live, tablet.id, [2, 3]);
    const frame = call()?.heard[0];
    expect(frame?.kind === "append" ? frame.envelopes.map((bytes) => toHex(bytes)) : []).toEqual(
      links.slice(1).map(({ envelope }) => toHex(envelope)),
    );
    expect(live.sent).toBe(0);
    expect([...live.unacked.values()]).toEqual([0]);
  });

  it("is given back without what it did not lose", async () => {
    live.ends = new Map([[tablet.id, 3]]);
    await giveBack(copier, live, tablet.id, [1, 3]);
    expect(sent()).toEqual([[1], [3]]);
  });

  it("is led over what a segment stands for here", async () => {
    const [, second] = links;
    const segment = second === undefined ? links[0] : await tablet.writeSegment([rangeOf(second)], []);
    const arrivals = [arrivalOf(segment?.envelope ?? new Uint8Array())].flatMap((arrival) => arrival ?? []);
    good(await one.intake.take(arrivals, []));
    await giveBack(copier, live, tablet.id, [1, 3, 4]);
    expect(sent()).toEqual([[1], ["erase", 2, 2], [3, 4]]);
  });

  it("is sent no further once the line has ended", async () => {
    const giving = giveBack(copier, live, tablet.id, [1, 2, 3]);
    copier.session = null;
    await giving;
    await settle();
    expect(sent()).toEqual([]);
  });
});
