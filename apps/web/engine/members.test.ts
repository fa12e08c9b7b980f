import { err, ok } from "@belay/basics";
import { describe, expect, it } from "vitest";
import { firstPass, secondPass } from "../../../tests/world/desk-world.ts";
import { good, testDesk } from "../../../tests/world/engine-world.ts";
import {
  copiedAll,
  energiesOf,
  joinedWorld,
  note,
  pair,
  storedOf,
  type Joined,
} from "../../../tests/world/joined-world.ts";

const copy = { kind: "settings/choose", country: null, signAs: null, keepCopy: true, touch: null } as const;
const namesOf = ({ engine }: Joined): readonly string[] => engine.devices.value.map(({ name }) => name);
const selfOf = ({ engine }: Joined): string => engine.devices.value.find(({ self }) => self)?.id ?? "";
const epochOf = async ({ world }: Joined): Promise<number> => {
  const desk = testDesk(world);
  good(await desk.open(false));
  good(await desk.openMany(await storedOf(world), false));
  return good(await desk.open(false)).epoch;
};

/** One device by itself, with one entry. */
const alone = async (seed: string) => {
  const place = joinedWorld(seed);
  const one = await place.device("one");
  await note(one, 10);
  return { ...place, one };
};

/** Two devices of one vault that have seen the same. */
const couple = async (seed: string) => {
  const { one, ...place } = await alone(seed);
  const other = await place.device("other");
  await pair(one, other, "Tablet");
  await copiedAll(place);
  await note(other, 20);
  await copiedAll(place);
  return { ...place, one, other };
};

describe("the list of devices", () => {
  it("is empty until there is a book, and then holds this device under the name it was given", async () => {
    const { one, clock } = await alone("named");
    expect(one.engine.devices.value).toEqual([]);
    const since = clock.now().ms;
    expect(await one.engine.found(null, "Phone")).toEqual(ok(null));
    expect(one.engine.devices.value).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        name: "Phone",
        self: true,
        since,
        removed: false,
        lastSeen: since,
      },
    ]);
  });

  it("names a device once", async () => {
    const { one } = await alone("once");
    good(await one.engine.found(null, "Phone"));
    const before = await storedOf(one.world);
    expect(await one.engine.found(null, "Another")).toMatchObject({ ok: false });
    expect(namesOf(one)).toEqual(["Phone"]);
    expect(await storedOf(one.world)).toEqual(before);
  });

  it("begins by itself when copying is switched on, under letters that say nothing", async () => {
    const place = await alone("bare");
    good(await place.one.engine.dispatch(copy));
    await copiedAll(place);
    expect(namesOf(place.one)).toEqual([selfOf(place.one).slice(0, 4)]);
    expect(place.one.engine.sync.value).toMatchObject({ kind: "connected", pending: 0 });
  });

  it("is there again after a restart, with the time of each device's newest entry", async () => {
    const { one, other, start, clock } = await couple("again");
    const again = { world: one.world, ...(await start(one.world)) };
    expect(again.engine.devices.value).toEqual(one.engine.devices.value);
    const tablet = again.engine.devices.value.find(({ name }) => name === "Tablet");
    expect(tablet).toMatchObject({ id: selfOf(other), self: false, removed: false });
    expect(tablet?.lastSeen).toBeGreaterThan(tablet?.since ?? Number.POSITIVE_INFINITY);
    expect(tablet?.lastSeen).toBeLessThanOrEqual(clock.now().ms);
  });

  it("is not begun when the store takes nothing, and copying waits", async () => {
    const place = joinedWorld("no room");
    const one = await place.device("one");
    one.stop();
    const append = () => Promise.resolve(err({ type: "Full" } as const));
    const again = await place.start(one.world, { log: { ...one.world.log, append } });
    expect(await again.engine.found(null, "Phone")).toEqual(err({ type: "NotSaved", why: "no-room" }));
    expect(again.engine.devices.value).toEqual([]);
  });

  it("takes no name without the passphrase where there is a lock", async () => {
    const { one } = await alone("locked");
    good(await one.engine.lock.set(null, firstPass));
    for (const pass of [null, secondPass])
      expect(await one.engine.found(pass, "Phone")).toMatchObject({ ok: false, error: { type: expect.any(String) } });
    expect(one.engine.devices.value).toHaveLength(1);
  });
});

describe("removing a device", () => {
  it("turns the keys: what it wrote stays, and nothing new passes in either direction", async () => {
    const place = await couple("removed");
    const { one, other } = place;
    expect([await epochOf(one), energiesOf(one)]).toEqual([1, [10, 20]]);
    expect(await one.engine.remove(null, selfOf(other))).toEqual(ok(null));
    expect(await epochOf(one)).toBe(2);
    expect(one.engine.devices.value.map(({ removed }) => removed)).toEqual([false, true]);
    const before = (await storedOf(one.world)).length;
    await note(other, 30);
    await note(one, 40);
    await copiedAll(place);
    expect(energiesOf(one)).toEqual([10, 20, 40]);
    expect(energiesOf(other)).not.toContain(40);
    expect(one.engine.sync.value).toMatchObject({ kind: "connected", pending: 0 });
    const theirs = testDesk(other.world);
    good(await theirs.open(false));
    const fresh = (await storedOf(one.world)).slice(before);
    expect(fresh).toHaveLength(1);
    expect(good(await theirs.openMany(fresh, false)).map((verdict) => verdict.ok)).toEqual([false]);
  });

  it("is known to a third device, which goes on with the new keys", async () => {
    const place = await couple("third");
    const third = await place.device("third");
    await pair(place.one, third, "Laptop");
    await copiedAll(place);
    good(await place.one.engine.remove(null, selfOf(place.other)));
    await copiedAll(place);
    expect(third.engine.devices.value.find(({ name }) => name === "Tablet")?.removed).toBe(true);
    await note(third, 50);
    await copiedAll(place);
    expect(energiesOf(place.one)).toEqual([10, 20, 50]);
    expect(await epochOf(third)).toBe(2);
  });

  it("is read again after a restart: what came later of it still counts for nobody", async () => {
    const place = await couple("restart");
    good(await place.one.engine.remove(null, selfOf(place.other)));
    await note(place.one, 40);
    await copiedAll(place);
    const again = { world: place.one.world, ...(await place.start(place.one.world)) };
    expect(again.engine.devices.value.map(({ removed }) => removed)).toEqual([false, true]);
    expect(energiesOf(again)).toEqual([10, 20, 40]);
    expect(await epochOf(again)).toBe(2);
  });

  it.each([
    ["nobody has", () => "f".repeat(32)],
    ["no device can have", () => "no id"],
  ])("of an id that %s changes nothing", async (name, idOf) => {
    const { one } = await couple(name);
    const before = await storedOf(one.world);
    expect(await one.engine.remove(null, idOf())).toMatchObject({ ok: false });
    expect(await storedOf(one.world)).toEqual(before);
    expect(await epochOf(one)).toBe(1);
  });

  it("twice changes nothing the second time", async () => {
    const { one, other } = await couple("twice");
    good(await one.engine.remove(null, selfOf(other)));
    const before = await storedOf(one.world);
    expect(await one.engine.remove(null, selfOf(other))).toMatchObject({ ok: false });
    expect(await storedOf(one.world)).toEqual(before);
  });

  it("needs the passphrase where there is a lock: a wrong one removes nobody", async () => {
    const place = joinedWorld("guarded");
    const one = await place.device("one");
    await note(one, 10);
    good(await one.engine.lock.set(null, firstPass));
    const other = await place.device("other");
    await pair(one, other, "Tablet", firstPass);
    await copiedAll(place);
    const before = await storedOf(one.world);
    expect(await one.engine.remove(null, selfOf(other))).toMatchObject({ error: { type: "WrongPassphrase" } });
    place.clock.turn(600_000);
    expect(await one.engine.remove(secondPass, selfOf(other))).toMatchObject({ error: { type: "WrongPassphrase" } });
    expect(await storedOf(one.world)).toEqual(before);
    place.clock.turn(600_000);
    expect(await one.engine.remove(firstPass, selfOf(other))).toEqual(ok(null));
  });

  it("comes before a first lock, which the other devices would not have", async () => {
    const { one, other, clock } = await couple("lock after");
    const before = await storedOf(one.world);
    expect(await one.engine.lock.set(null, firstPass)).toEqual(err({ type: "OtherDevices" }));
    expect(await storedOf(one.world)).toEqual(before);
    good(await one.engine.remove(null, selfOf(other)));
    const setting = one.engine.lock.set(null, firstPass);
    for (let at = 0; at < 4; at += 1) await copiedAll({ clock });
    expect(await setting).toMatchObject({ ok: true });
    expect(energiesOf(one)).toEqual([10, 20]);
    expect(one.engine.devices.value).toHaveLength(1);
  });
});
