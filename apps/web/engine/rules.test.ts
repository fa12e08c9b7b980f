/** Tests what is told of a relay, and of another device, by what was seen before: R1, R2, R5 and R7. */
import { toHex } from "@belay/basics";
import { beforeEach, describe, expect, it } from "vitest";
import { good } from "../../../tests/world/engine-world.ts";
import { copierOf, reader, type Link, type Reader } from "../../../tests/world/family.ts";
import { arrivalOf } from "./intake.ts";
import { clockSlack, judgeWhole, judgeWithheld, noteWords, withheldAfter } from "./rules.ts";
import { startOver, type Asked, type Copier } from "./sync-session.ts";

type Writer = Awaited<ReturnType<Reader["join"]>>;

let one: Reader;
let tablet: Writer;
let phone: Writer;
let copier: Copier;

beforeEach(async () => {
  one = await reader("rules");
  tablet = await one.join("Tablet");
  phone = await one.join("Phone");
  copier = copierOf(one);
});

/** Takes envelopes in, as from the relay, and goes by their words. */
const take = async (...links: readonly Link[]): Promise<void> => {
  const arrivals = links.flatMap(({ envelope }) => arrivalOf(envelope) ?? []);
  noteWords(copier, good(await one.intake.take(arrivals, one.memory.now().frozen)).words);
};
const placeOf = ({ seq, hash }: Link): readonly [number, string] => [seq, toHex(hash)];
const alarms = () => one.memory.alarms.value.map(({ kind, device }) => [kind, device]);
const now = (): number => one.world.clock.now().ms;

describe("what one device has seen of another", () => {
  it("and is here too is nothing to speak of", async () => {
    const first = await phone.write(1);
    await take(first, await tablet.write(2, { [phone.id]: placeOf(first) }));
    expect(one.memory.now()).toMatchObject({ named: {}, frozen: [], alarms: [] });
    expect(one.memory.now().vector).toMatchObject({ [phone.id]: placeOf(first), [tablet.id]: [1, expect.anything()] });
  });

  it("with another link than the one held is a fork, and that chain is frozen (R3)", async () => {
    await take(await phone.write(1));
    await take(await tablet.write(2, { [phone.id]: [1, "ab".repeat(32)] }));
    await take(await tablet.write(3, { [phone.id]: [1, "ab".repeat(32)] }));
    expect(alarms()).toEqual([["fork", phone.id]]);
    expect(one.memory.now().frozen).toEqual([phone.id]);
    await take(await phone.write(4));
    expect(one.energies()).not.toContain(4);
  });

  it("never lowers what was verified once, also when the log was lost and comes back in part", async () => {
    const first = await phone.write(1);
    one.memory.change({ vector: { [phone.id]: [7, "ab".repeat(32)] } });
    await take(first);
    expect(one.memory.now().vector[phone.id]).toEqual([7, "ab".repeat(32)]);
    judgeWhole(copier, { ref: 1, heads: new Map(), acked: 0 });
    expect(alarms()).toEqual([["rolled-back", phone.id]]);
  });

  it("of this very device with another link is told once all was read, and this device goes on writing", async () => {
    await take(await tablet.write(1, { [one.identity.device]: [1, "ab".repeat(32)] }));
    // Until then it may be that this disk went back, and its chain is mended.
    expect(alarms()).toEqual([]);
    judgeWhole(copier, { ref: 1, heads: new Map(), acked: 0 });
    expect(alarms()).toEqual([["fork", one.identity.device]]);
    expect(one.memory.now().frozen).toEqual([]);
  });

  it("and is not here is named, with the time it was first missed and the highest number", async () => {
    const since = now();
    await take(await tablet.write(1, { [phone.id]: [2, "ab".repeat(32)] }));
    one.world.clock.turn(1_000);
    await take(await tablet.write(2, { [phone.id]: [5, "cd".repeat(32)] }));
    await take(await tablet.write(3, { [phone.id]: [3, "ef".repeat(32)] }));
    expect(one.memory.now().named).toEqual({ [phone.id]: [5, since] });
  });

  it("is named no more once it came", async () => {
    const [first, second] = [await phone.write(1), await phone.write(2)];
    await take(await tablet.write(3, { [phone.id]: placeOf(second) }));
    await take(first);
    expect(Object.keys(one.memory.now().named)).toEqual([phone.id]);
    await take(second);
    expect(one.memory.now().named).toEqual({});
  });

  it.each([
    ["after its end is not missed", 2, {}],
    ["up to its end is missed", 1, { named: true }],
  ])("of a removed device %s (R6)", async (_what, seq, { named = false }: { readonly named?: boolean }) => {
    const turn = good(await one.ports.desk.revoke(null, phone.id, { seq: 1, hash: new Uint8Array(32).fill(3) }, 9));
    good(await one.ledger.add({ type: "membership", bytes: turn.body }));
    await take(await tablet.write(1, { [phone.id]: [seq, "ab".repeat(32)] }));
    expect(Object.keys(one.memory.now().named)).toEqual(named ? [phone.id] : []);
  });
});

describe("what is missing (R5)", () => {
  beforeEach(async () => {
    await take(await tablet.write(1, { [phone.id]: [2, "ab".repeat(32)] }));
  });

  it.each([
    ["not before a day has gone", withheldAfter - 1, false],
    ["after a day", withheldAfter, true],
  ])("is called withheld %s", (_when, wait, called) => {
    one.world.clock.turn(wait);
    judgeWithheld(copier);
    judgeWithheld(copier);
    expect(alarms()).toEqual(called ? [["withheld", phone.id]] : []);
  });

  it("is not called so when it came in time, though in part is not enough", async () => {
    await take(await phone.write(1));
    one.world.clock.turn(withheldAfter);
    judgeWithheld(copier);
    expect(alarms()).toEqual([["withheld", phone.id]]);
    one.memory.dismiss("withheld");
    await take(await phone.write(2));
    judgeWithheld(copier);
    expect(alarms()).toEqual([]);
  });
});

describe("a clock (R7)", () => {
  it.each([
    ["that is right", 0, false],
    ["a year behind", -365 * clockSlack, false],
    ["a day ahead", clockSlack, false],
    ["more than a day ahead", clockSlack + 1, true],
  ])("%s is told only when it is off, and its entry counts all the same", async (_what, ahead, told) => {
    await take(await tablet.write(7, {}, now() + ahead));
    expect(alarms()).toEqual(told ? [["clock-off", tablet.id]] : []);
    expect(one.energies()).toEqual([7]);
    expect(one.memory.now().frozen).toEqual([]);
  });
});

describe("the relay's log, read from its start to its end", () => {
  /** How things stood when the end was asked for. */
  const asked = (over: Partial<Asked> = {}): Asked => {
    const chains = one.ledger.chains();
    return { ref: 1, heads: new Map(chains.devices().map((id) => [id, chains.head(id).seq])), acked: 0, ...over };
  };
  const own = (): string => one.identity.device;
  const show = (device: string, ...numbers: readonly number[]): void => {
    for (const seq of numbers) copier.served.note(device, seq);
  };
  /** Three of the tablet and three own ones (founding, and two that let in) are here, and nothing was shown yet. */
  beforeEach(async () => {
    await take(await tablet.write(1), await tablet.write(2), await tablet.write(3));
    startOver(copier);
  });

  it("with everything in it is as it should be", () => {
    show(own(), 1, 2, 3);
    show(tablet.id, 1, 2, 3);
    expect(judgeWhole(copier, asked({ acked: 3 }))).toEqual({ lost: new Map(), forgotten: false });
    expect(alarms()).toEqual([]);
    expect(one.memory.now().shown).toBe(3);
  });

  it.each([
    ["the end", [1, 2], [3]],
    ["one in the middle", [1, 3], [2]],
    ["all", [], [1, 2, 3]],
  ])("that lacks %s of another chain went back, and is told what to get again (R1)", (_what, shown, lacks) => {
    show(own(), 1, 2, 3);
    show(tablet.id, ...shown);
    expect(judgeWhole(copier, asked()).lost).toEqual(new Map([[tablet.id, lacks]]));
    expect(alarms()).toEqual([["rolled-back", tablet.id]]);
  });

  it("does not lack what came while it was read", async () => {
    show(own(), 1, 2, 3);
    show(tablet.id, 1, 2, 3);
    const before = asked();
    await take(await tablet.write(4), await phone.write(5));
    expect(judgeWhole(copier, before).lost).toEqual(new Map());
    expect(alarms()).toEqual([]);
  });

  it("which ends before what was seen of a chain once went back, also where nothing is left to send", () => {
    one.memory.change({ vector: { ...one.memory.now().vector, [phone.id]: [4, "ab".repeat(32)] } });
    show(own(), 1, 2, 3);
    show(tablet.id, 1, 2, 3);
    expect(judgeWhole(copier, asked()).lost).toEqual(new Map([[phone.id, []]]));
    expect(alarms()).toEqual([["rolled-back", phone.id]]);
  });

  it("without own envelopes that it never showed is no alarm: they are still to be sent (R8)", () => {
    show(tablet.id, 1, 2, 3);
    show(own(), 1);
    expect(judgeWhole(copier, asked())).toEqual({ lost: new Map(), forgotten: false });
    expect(alarms()).toEqual([]);
    expect(one.memory.now().shown).toBe(1);
  });

  it("without own envelopes that it has acknowledged has forgotten them", () => {
    show(tablet.id, 1, 2, 3);
    show(own(), 1);
    expect(judgeWhole(copier, asked({ acked: 2 })).forgotten).toBe(true);
    show(own(), 2);
    expect(judgeWhole(copier, asked({ acked: 2 })).forgotten).toBe(false);
  });

  it("without own envelopes that it showed before went back with them (R2), and they are not unshown by it", () => {
    one.memory.change({ shown: 3 });
    show(tablet.id, 1, 2, 3);
    show(own(), 1);
    expect(judgeWhole(copier, asked()).lost.size).toBe(0);
    expect(alarms()).toEqual([["own-rolled-back", own()]]);
    expect(one.memory.now().shown).toBe(3);
  });

  it("is a moment to look at what is missing for a day", () => {
    one.memory.change({ named: { [phone.id]: [9, now() - withheldAfter] } });
    show(own(), 1, 2, 3);
    show(tablet.id, 1, 2, 3);
    judgeWhole(copier, asked());
    expect(alarms()).toEqual([["withheld", phone.id]]);
  });
});
