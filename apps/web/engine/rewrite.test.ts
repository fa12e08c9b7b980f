import { err, ok } from "@belay/basics";
import { checkins, encodeEvent, nextHlc, parseId, type Recorded } from "@belay/domain";
import { encodeBatch, segmentRangesMax } from "@belay/wire";
import { describe, expect, it } from "vitest";
import { device, type Device } from "../../../tests/world/copying-world.ts";
import { good, testPorts } from "../../../tests/world/engine-world.ts";
import type { Ports } from "./ports/ports.ts";
import { compactOnce, eraseNow, looseMax, sweep } from "./rewrite.ts";

/** A device with entries 0, 1, 2 and so on, and ports with its keys open. */
const written = async (seed: string, count: number) => {
  const one = await device(seed, count);
  const ports = testPorts(one.world);
  good(await ports.desk.open(false));
  return { one, ports };
};
const idOf = ({ ledger }: Device, energy: number): string =>
  checkins(ledger.state.value).find((entry) => entry.energy === energy)?.id ?? "";
const energies = ({ ledger }: Device): readonly number[] =>
  checkins(ledger.state.value)
    .flatMap(({ energy }) => energy ?? [])
    .toSorted((a, b) => a - b);

/** The word that an entry is erased, as this device would write it. */
const wordFor = ({ ledger, world, identity }: Device, id: string): Recorded => {
  const { ms, day } = world.clock.now();
  const at = nextHlc(ledger.state.peek().clock, ms, identity.device);
  return { id: world.chance.id(), at, day, kind: "entries/erased@1", body: { id: good(parseId(id)) } };
};
/** Every body on the disk, opened: what a thief with the keys would read. */
const opened = async ({ one, ports }: { readonly one: Device; readonly ports: Ports }): Promise<readonly string[]> =>
  good(await ports.desk.openMany(await one.stored(), false)).map((verdict) =>
    verdict.ok ? new TextDecoder().decode(verdict.value.body) : "closed",
  );
/** How many bodies hold the entry itself, not only the word about it. */
const holding = (bodies: readonly string[], id: string): number =>
  bodies.filter((body) => body.includes(`"id":"${id}","k":"checkin`)).length;

describe("erasing", () => {
  it("leaves no body with the entry, keeps the others, and stays so after everything was read again", async () => {
    const own = await written("erase", 3);
    const id = idOf(own.one, 1);
    const envelopes = await own.one.names();
    expect(holding(await opened(own), id)).toBe(1);
    expect(await eraseNow(own.ports, own.one.ledger, [wordFor(own.one, id)])).toEqual(ok(null));
    expect(holding(await opened(own), id)).toBe(0);
    expect(await own.one.names()).not.toContain(envelopes[1]);
    good(await own.one.ledger.refold());
    expect(energies(own.one)).toEqual([0, 2]);
    expect(own.one.ledger.holdsErased()).toBe(false);
  });

  it("of an entry in a segment writes the segment anew without it", async () => {
    const own = await written("segment", looseMax + 1);
    const energy = 42;
    good(await compactOnce(own.ports, own.one.ledger, () => Number.POSITIVE_INFINITY));
    const id = idOf(own.one, energy);
    const before = checkins(own.one.ledger.state.value).length;
    good(await eraseNow(own.ports, own.one.ledger, [wordFor(own.one, id)]));
    expect(holding(await opened(own), id)).toBe(0);
    good(await own.one.ledger.refold());
    expect(checkins(own.one.ledger.state.value)).toHaveLength(before - 1);
    expect(own.one.ledger.segments().whole()).toHaveLength(1);
  }, 60_000);

  it("changes nothing when the store does not take all of it", async () => {
    const own = await written("full", 3);
    const replace = () => Promise.resolve(err({ type: "Full" } as const));
    const before = await own.one.names();
    const log = { ...own.one.world.log, since: () => Promise.resolve(err({ type: "Storage" } as const)) };
    const word = wordFor(own.one, idOf(own.one, 1));
    expect(await eraseNow({ ...own.ports, log }, own.one.ledger, [word])).toEqual(err({ type: "Storage" }));
    Object.assign(own.one.world.log, { replace });
    expect(await eraseNow(own.ports, own.one.ledger, [word])).toEqual(err({ type: "Full" }));
    expect(await own.one.names()).toEqual(before);
    expect(energies(own.one)).toEqual([0, 1, 2]);
  });
});

describe("sweeping", () => {
  it("takes a late copy of an erased entry away again", async () => {
    const own = await written("late", 3);
    const { one, ports } = own;
    const late = one.ledger.recorded()[1];
    if (late === undefined) throw new Error("no entry");
    good(await eraseNow(ports, one.ledger, [wordFor(one, late.id)]));
    const body = good(encodeBatch({ seen: {}, events: [encodeEvent(late, one.identity.device)] }));
    good(await one.ledger.add({ type: "events", bytes: body }));
    good(await one.ledger.refold());
    expect([holding(await opened(own), late.id), one.ledger.holdsErased()]).toEqual([1, true]);
    expect(energies(one)).toEqual([0, 2]);
    expect(await sweep(ports, one.ledger)).toEqual(ok(true));
    expect(holding(await opened(own), late.id)).toBe(0);
    good(await one.ledger.refold());
    expect([energies(one), one.ledger.holdsErased()]).toEqual([[0, 2], false]);
    expect(await sweep(ports, one.ledger)).toEqual(ok(false));
  });

  it("does nothing where nothing was erased", async () => {
    const { one, ports } = await written("clean", 3);
    const before = await one.names();
    expect(await sweep(ports, one.ledger)).toEqual(ok(false));
    expect(await one.names()).toEqual(before);
  });
});

describe("putting together", () => {
  it("makes one segment of everything up to the limit, which says the same in the same order", async () => {
    const { one, ports } = await written("together", looseMax + 10);
    const before = one.ledger.recorded();
    const state = one.ledger.state.value;
    expect(await compactOnce(ports, one.ledger, () => looseMax + 4)).toEqual(ok(true));
    expect(await one.stored()).toHaveLength(6 + 1);
    expect(one.ledger.loose(one.identity.device)).toEqual([5, 6, 7, 8, 9, 10].map((at) => looseMax + at));
    good(await one.ledger.refold());
    expect(one.ledger.state.value).toEqual(state);
    expect(new Set(one.ledger.recorded().map(({ id }) => id))).toEqual(new Set(before.map(({ id }) => id)));
    expect(await compactOnce(ports, one.ledger, () => Number.POSITIVE_INFINITY)).toEqual(ok(false));
  }, 60_000);

  it("makes several of places too scattered for one, the first with all entries; and erases from it", async () => {
    const own = await written("scattered", 530);
    const { one, ports } = own;
    const ids = checkins(one.ledger.state.value).map(({ id }) => id);
    const odd = ids.filter((_, at) => at % 2 === 1);
    for (let at = 0; at < odd.length; at += 60) {
      const words = odd.slice(at, at + 60).map((id) => wordFor(one, id));
      expect(await eraseNow(ports, one.ledger, words)).toEqual(ok(null));
    }
    const left = energies(one);
    const before = one.ledger.segments().whole().length;
    expect([left.length, one.ledger.loose(one.identity.device).length > segmentRangesMax]).toEqual([265, true]);
    expect(await compactOnce(ports, one.ledger, () => Number.POSITIVE_INFINITY)).toEqual(ok(true));
    const made = one.ledger.segments().whole().slice(before);
    expect(made.map(({ replaces }) => replaces.length)).toEqual([200, expect.any(Number)]);
    const bodies = await opened(own);
    const isFirst = (body: string): boolean => body.includes(`"id":"${made[0]?.id}"`);
    expect(bodies.filter((body) => holding([body], ids[0] ?? "") + holding([body], ids[528] ?? "") > 0)).toEqual(
      bodies.filter(isFirst),
    );
    expect(await eraseNow(ports, one.ledger, [wordFor(one, ids[0] ?? "")])).toEqual(ok(null));
    expect(holding(await opened(own), ids[0] ?? "")).toBe(0);
    good(await one.ledger.refold());
    expect(energies(one)).toHaveLength(264);
  }, 60_000);

  it.each([
    ["no more than two hundred", looseMax, Number.POSITIVE_INFINITY],
    ["no more than two hundred that the relay has shown", looseMax + 20, looseMax],
    ["nothing that the relay has shown", looseMax + 1, 0],
  ])(
    "is not done for %s",
    async (name, count, limit) => {
      const { one, ports } = await written(name, count);
      expect(await compactOnce(ports, one.ledger, () => limit)).toEqual(ok(false));
      expect(await one.stored()).toHaveLength(count);
    },
    60_000,
  );
});
