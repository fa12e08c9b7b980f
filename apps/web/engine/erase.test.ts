import { err } from "@belay/basics";
import { checkins, isErased } from "@belay/domain";
import type { HandClock } from "@belay/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { settle } from "../../../tests/world/copying-world.ts";
import { good, startEngine, testWorld, type TestWorld } from "../../../tests/world/engine-world.ts";
import { ownRelay } from "../../../tests/world/own-relay.ts";
import { fetchBoxes } from "../adapters/box-fetch.ts";
import { browserClock } from "../adapters/clock-browser.ts";
import { socketLines } from "../adapters/lines-websocket.ts";
import type { Running } from "./create.ts";
import type { Ports } from "./ports/ports.ts";
import { looseMax } from "./rewrite.ts";
import { quiet } from "./tidy.ts";

const checkin = (energy: number, carrying: string | null = null) =>
  ({ kind: "checkin/note", energy, cues: [], carrying }) as const;

const note = async ({ engine }: Running, count: number, from = 0): Promise<void> => {
  for (let at = 0; at < count; at += 1) good(await engine.dispatch(checkin((from + at) % 100)));
};

const stored = async ({ log }: Pick<TestWorld, "log">): Promise<readonly Uint8Array[]> =>
  good(await log.since(0, 10_000)).entries.map(({ envelope }) => envelope);

const copy = { kind: "settings/choose", country: null, signAs: null, keepCopy: true, touch: null } as const;

const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** 64 bytes out of the middle of an envelope's ciphertext: no other one has them. */
const markOf = (envelope: Uint8Array): string => asText(envelope.slice(200, 264));

/** The id of the one check-in that says so. */
const idOf = ({ engine }: Running, carrying: string): string =>
  checkins(engine.state.value).find((one) => one.carrying === carrying)?.id ?? "";

/** Lets the engine tidy: nothing was taken in for a while, then step after step. */
const tidied = async (clock: HandClock): Promise<void> => {
  for (let round = 0; round < 12; round += 1) {
    clock.turn(quiet);
    await settle();
    await settle();
  }
};

describe("erasing one entry", () => {
  it("takes it out of what is shown and out of the store, for ever", async () => {
    const world = testWorld("erase");
    const one = await startEngine(world);
    await note(one, 2);
    good(await one.engine.dispatch(checkin(7, "said too much")));
    const marks = (await stored(world)).map(markOf);
    const erased = idOf(one, "said too much");
    expect(await one.engine.erase(erased)).toEqual({ ok: true, value: null });
    expect(checkins(one.engine.state.value)).toHaveLength(2);
    const left = (await stored(world)).map(asText).join("");
    expect(marks.map((mark) => left.includes(mark))).toEqual([true, true, false]);
    const again = await startEngine(world);
    expect(checkins(again.engine.state.value)).toHaveLength(2);
    expect(again.engine.state.value).toEqual(one.engine.state.value);
    expect(await again.engine.erase(erased)).toEqual({ ok: true, value: null });
    good(await again.engine.dispatch(checkin(8)));
    expect(checkins(again.engine.state.value)).toHaveLength(3);
  });

  it("says so when there is no such entry, and changes nothing", async () => {
    const world = testWorld("erase nothing");
    const one = await startEngine(world);
    await note(one, 1);
    const before = await stored(world);
    expect(await one.engine.erase("never-here")).toEqual(
      err({ type: "Refused", refusal: { type: "NotFound", what: "entry", id: "never-here" } }),
    );
    expect(await stored(world)).toEqual(before);
  });

  it("changes nothing when the store takes nothing", async () => {
    const world = testWorld("erase full");
    const one = await startEngine(world, {
      log: { ...world.log, replace: () => Promise.resolve(err({ type: "Full" })) },
    });
    good(await one.engine.dispatch(checkin(7, "stays")));
    const before = await stored(world);
    expect(await one.engine.erase(idOf(one, "stays"))).toEqual(err({ type: "NotSaved", why: "no-room" }));
    expect(await stored(world)).toEqual(before);
    expect(checkins(one.engine.state.value)).toHaveLength(1);
  });

  it("is seen by another tab", async () => {
    const world = testWorld("erase tabs");
    const one = await startEngine(world);
    const other = await startEngine(world);
    good(await one.engine.dispatch(checkin(7, "gone")));
    await settle();
    expect(checkins(other.engine.state.value)).toHaveLength(1);
    good(await one.engine.erase(idOf(one, "gone")));
    await settle();
    expect(checkins(other.engine.state.value)).toHaveLength(0);
    await note(other, 1);
    expect(other.engine.state.value).toEqual((await startEngine(world)).engine.state.value);
  });
});

describe("many small envelopes", () => {
  it("are put together when nothing else happens, and say the same", async () => {
    const world = testWorld("compact");
    const one = await startEngine(world);
    await note(one, looseMax);
    await tidied(world.clock);
    expect(await stored(world)).toHaveLength(looseMax);
    await note(one, 30);
    good(await one.engine.dispatch(checkin(5, "inside")));
    const before = one.engine.state.value;
    await tidied(world.clock);
    expect(await stored(world)).toHaveLength(1);
    expect(one.engine.state.value).toEqual(before);
    await note(one, 3);
    const again = await startEngine(world);
    expect(again.engine.state.value).toEqual(one.engine.state.value);
    expect(again.engine.stored.value).toMatchObject({ setAside: 0, unknown: 0 });
    // An entry inside a segment can be erased too.
    const inside = idOf(again, "inside");
    good(await again.engine.erase(inside));
    const last = await startEngine(world);
    expect(checkins(last.engine.state.value)).toHaveLength(looseMax + 33);
    expect(isErased(last.engine.state.value, inside)).toBe(true);
    expect(await stored(world)).toHaveLength(5);
  }, 60_000);

  it("stay as they are when the store takes nothing", async () => {
    const world = testWorld("compact full");
    const one = await startEngine(world, {
      log: { ...world.log, replace: () => Promise.resolve(err({ type: "Full" })) },
    });
    await note(one, looseMax + 1);
    await tidied(world.clock);
    expect(await stored(world)).toHaveLength(looseMax + 1);
    await note(one, 1);
    expect(checkins((await startEngine(world)).engine.state.value)).toHaveLength(looseMax + 2);
  }, 60_000);
});

describe("with a relay and another device", () => {
  let relay: Awaited<ReturnType<typeof ownRelay>>;
  const running: Running[] = [];

  beforeAll(async () => {
    relay = await ownRelay();
  }, 60_000);
  afterEach(() => {
    for (const one of running.splice(0)) one.stop();
  });
  afterAll(async () => {
    await relay.end();
  });

  const start = async (world: TestWorld): Promise<Running> => {
    const { origin } = relay;
    const over: Partial<Ports> = {
      clock: browserClock,
      lines: socketLines(origin),
      boxes: fetchBoxes(origin),
      origin,
    };
    const one = await startEngine(world, over);
    running.push(one);
    return one;
  };
  const copied = (one: Running): Promise<void> =>
    expect.poll(() => one.engine.sync.value, { timeout: 15_000 }).toMatchObject({ kind: "connected", pending: 0 });
  const atRelay = (): string => relay.stored();
  const paired = async (old: Running, fresh: Running): Promise<void> => {
    const offer = good(await fresh.engine.pair.offer());
    const taking = fresh.engine.pair.take(null);
    good(await old.engine.pair.answer(null, offer.code, "second"));
    good(await taking);
  };

  it("takes it from there too, and a device that comes later never sees it", async () => {
    const [here, there, late] = [testWorld("erase here"), testWorld("erase there"), testWorld("erase late")];
    const one = await start(here);
    good(await one.engine.dispatch(copy));
    await copied(one);
    const other = await start(there);
    await paired(one, other);
    good(await one.engine.dispatch(checkin(1, "first")));
    const envelope = (await stored(here)).at(-1) ?? new Uint8Array();
    const mark = markOf(envelope);
    good(await other.engine.dispatch(checkin(2, "second")));
    await expect.poll(() => checkins(one.engine.state.value).length, { timeout: 15_000 }).toBe(2);
    await expect.poll(() => checkins(other.engine.state.value).length, { timeout: 15_000 }).toBe(2);
    expect(atRelay()).toContain(mark);
    // Erased by the device that did not write it.
    good(await other.engine.erase(idOf(other, "first")));
    await expect.poll(() => checkins(one.engine.state.value).length, { timeout: 15_000 }).toBe(1);
    await expect.poll(async () => (await stored(here)).map(asText).join("").includes(mark)).toBe(false);
    expect((await stored(there)).map(asText).join("")).not.toContain(mark);
    await expect.poll(() => atRelay().includes(mark), { timeout: 15_000 }).toBe(false);
    const third = await start(late);
    await paired(one, third);
    await expect.poll(() => checkins(third.engine.state.value).length, { timeout: 15_000 }).toBe(1);
    await note(one, 1);
    await expect.poll(() => third.engine.state.value, { timeout: 15_000 }).toEqual(one.engine.state.value);
    expect([one, other, third].map(({ engine }) => engine.alarms.value)).toEqual([[], [], []]);
  }, 90_000);
});
