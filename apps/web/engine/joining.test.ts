import { err, ok } from "@belay/basics";
import { settings } from "@belay/domain";
import { memoryTabs, queueTurn } from "@belay/testkit";
import { describe, expect, it } from "vitest";
import { settle } from "../../../tests/world/copying-world.ts";
import { firstPass, secondPass } from "../../../tests/world/desk-world.ts";
import { good, type TestWorld } from "../../../tests/world/engine-world.ts";
import { copiedAll, energiesOf, joinedWorld, note, pair, storedOf } from "../../../tests/world/joined-world.ts";
import type { RelayFault } from "./ports/relay.ts";
import { withheldAfter } from "./rules.ts";

const country = { kind: "settings/choose", country: "NL", signAs: null, keepCopy: null, touch: null } as const;
const crashed = (world: TestWorld): TestWorld => ({ ...world, turn: queueTurn(), tab: memoryTabs() });
const keysOf = async ({ keystore }: TestWorld): Promise<Uint8Array | null> => good(await keystore.read());

/** A device with two entries, and another that has none. */
const two = async (seed: string) => {
  const place = joinedWorld(seed);
  const old = await place.device("old");
  for (const energy of [10, 20]) await note(old, energy);
  const fresh = await place.device("fresh");
  return { ...place, old, fresh };
};

describe("pairing", () => {
  it("shows the same six digits on both, and then the same record, in both directions", async () => {
    const place = await two("pair");
    const offer = good(await place.fresh.engine.pair.offer());
    expect(offer.digits).toMatch(/^[0-9]{6}$/);
    expect(await place.old.engine.pair.read(offer.code)).toEqual(ok({ digits: offer.digits }));
    expect(place.boxes.held.size).toBe(0);
    expect(await place.old.engine.pair.answer(null, offer.code, "Tablet")).toEqual(ok(null));
    expect(await place.fresh.engine.pair.take(null)).toEqual(ok(null));
    await copiedAll(place);
    expect(energiesOf(place.fresh)).toEqual([10, 20]);
    await note(place.fresh, 30);
    await note(place.old, 40);
    await copiedAll(place);
    for (const one of [place.old, place.fresh]) {
      expect(energiesOf(one)).toEqual([10, 20, 30, 40]);
      expect(one.engine.devices.value.map(({ name }) => name)).toContain("Tablet");
      expect(one.engine.devices.value).toHaveLength(2);
      expect(settings(one.engine.state.value).keepCopy).toBe(true);
      expect(one.engine.alarms.value).toEqual([]);
    }
    expect(await place.old.engine.checkWords()).toEqual(await place.fresh.engine.checkWords());
    // What lay in the box is spent.
    expect(place.boxes.held.size).toBe(0);
  });

  it("waits for what the old device has when the relay has none of it, and calls that withheld after a day", async () => {
    const place = await two("withheld");
    const offer = good(await place.fresh.engine.pair.offer());
    place.net.isUp = false;
    good(await place.old.engine.pair.answer(null, offer.code, "Tablet"));
    place.old.stop();
    place.net.isUp = true;
    good(await place.fresh.engine.pair.take(null));
    await copiedAll(place);
    expect(place.fresh.engine.alarms.value).toEqual([]);
    expect(place.fresh.engine.sync.value).toMatchObject({ kind: "connected", missing: 1 });
    place.clock.turn(withheldAfter);
    await copiedAll(place);
    expect(place.fresh.engine.alarms.value).toMatchObject([{ kind: "withheld" }]);
  });

  it("is refused on a device that has entries of its own, and they stay", async () => {
    const place = await two("not empty");
    await note(place.fresh, 7);
    const [keys, before] = [await keysOf(place.fresh.world), await storedOf(place.fresh.world)];
    expect(await place.fresh.engine.pair.offer()).toEqual(err({ type: "NotEmpty" }));
    expect(await place.fresh.engine.pair.take(null)).toEqual(err({ type: "Expired" }));
    expect([await keysOf(place.fresh.world), await storedOf(place.fresh.world)]).toEqual([keys, before]);
  });

  it("is not refused for a choice that was made on the way in", async () => {
    const place = await two("choice");
    good(await place.fresh.engine.dispatch(country));
    await pair(place.old, place.fresh, "Tablet");
    await copiedAll(place);
    expect(energiesOf(place.fresh)).toEqual([10, 20]);
    expect(settings(place.fresh.engine.state.value).country).toBe(null);
  });

  it("takes the answer when it comes while the new device waits", async () => {
    const place = await two("waits");
    const offer = good(await place.fresh.engine.pair.offer());
    const taking = place.fresh.engine.pair.take(null);
    await settle();
    good(await place.old.engine.pair.answer(null, offer.code, "Tablet"));
    place.clock.turn(2_000);
    expect(await taking).toEqual(ok(null));
  });

  it.each([
    ["after two minutes", 120_000],
    ["long after", 3_600_000],
  ])("ends unanswered %s, and leaves the device as it was", async (_name, ms) => {
    const place = await two(`unanswered ${ms}`);
    const keys = await keysOf(place.fresh.world);
    good(await place.fresh.engine.pair.offer());
    const taking = place.fresh.engine.pair.take(null);
    await settle();
    place.clock.turn(ms);
    expect(await taking).toEqual(err({ type: "Expired" }));
    expect(await keysOf(place.fresh.world)).toEqual(keys);
    await note(place.fresh, 1);
  });

  it("ends when it is called off, and the answer is not taken any more", async () => {
    const place = await two("off");
    const offer = good(await place.fresh.engine.pair.offer());
    const taking = place.fresh.engine.pair.take(null);
    await settle();
    place.fresh.engine.pair.cancel();
    good(await place.old.engine.pair.answer(null, offer.code, "Tablet"));
    place.clock.turn(2_000);
    expect(await taking).toEqual(err({ type: "Expired" }));
    expect(energiesOf(place.fresh)).toEqual([]);
  });

  it("does not take what is no code", async () => {
    const { old, boxes } = await two("no code");
    const code = new Uint8Array(117).fill(7);
    expect(await old.engine.pair.read(code)).toEqual(err({ type: "NotACode" }));
    expect(await old.engine.pair.answer(null, code, "Tablet")).toEqual(err({ type: "NotACode" }));
    expect(settings(old.engine.state.value).keepCopy).toBe(false);
    expect(boxes.held.size).toBe(0);
  });

  it.each([null, secondPass])("lets nobody in with a wrong passphrase (%s)", async (pass) => {
    const place = await two(`wrong ${pass}`);
    good(await place.old.engine.lock.set(null, firstPass));
    const before = await storedOf(place.old.world);
    const offer = good(await place.fresh.engine.pair.offer());
    expect(await place.old.engine.pair.answer(pass, offer.code, "Tablet")).toMatchObject({
      error: { type: "WrongPassphrase" },
    });
    expect(await storedOf(place.old.world)).toEqual(before);
    expect(place.old.engine.devices.value).toHaveLength(1);
    expect(place.boxes.held.size).toBe(0);
  });

  it.each<readonly [RelayFault, object]>([
    [{ type: "Offline" }, { type: "Offline" }],
    [
      { type: "RelayRefused", detail: "500" },
      { type: "NotTaken", detail: "relay" },
    ],
  ])("says so when the relay answers the old device with %o", async (fault, heard) => {
    const place = await two(`relay ${fault.type}`);
    const offer = good(await place.fresh.engine.pair.offer());
    place.boxes.fault = fault;
    expect(await place.old.engine.pair.answer(null, offer.code, "Tablet")).toEqual(err(heard));
    // It may be answered again: the same code still counts.
    place.boxes.fault = null;
    good(await place.old.engine.pair.answer(null, offer.code, "Tablet"));
    good(await place.fresh.engine.pair.take(null));
    await copiedAll(place);
    // Let in once, by one act, and able to read.
    for (const one of [place.old, place.fresh]) expect(one.engine.devices.value).toHaveLength(2);
    expect(energiesOf(place.fresh)).toEqual([10, 20]);
  });

  it("may be answered twice when the first word from the relay was lost on its way", async () => {
    const place = await two("lost word");
    const offer = good(await place.fresh.engine.pair.offer());
    good(await place.old.engine.pair.answer(null, offer.code, "Tablet"));
    good(await place.old.engine.pair.answer(null, offer.code, "Tablet"));
    good(await place.fresh.engine.pair.take(null));
    await copiedAll(place);
    expect(energiesOf(place.fresh)).toEqual([10, 20]);
    expect(place.old.engine.devices.value).toHaveLength(2);
  });

  it("gives up at once when the relay refuses, and waits when it cannot be reached", async () => {
    const place = await two("refuses");
    const offer = good(await place.fresh.engine.pair.offer());
    place.boxes.fault = { type: "RelayRefused", detail: "500" };
    expect(await place.fresh.engine.pair.take(null)).toEqual(err({ type: "NotTaken", detail: "relay" }));
    place.boxes.fault = { type: "Offline" };
    const taking = place.fresh.engine.pair.take(null);
    await settle();
    place.boxes.fault = null;
    good(await place.old.engine.pair.answer(null, offer.code, "Tablet"));
    place.clock.turn(2_000);
    expect(await taking).toEqual(ok(null));
  });

  it("takes no answer of which a bit changed, and keeps its own keys", async () => {
    const place = await two("changed");
    const keys = await keysOf(place.fresh.world);
    const offer = good(await place.fresh.engine.pair.offer());
    good(await place.old.engine.pair.answer(null, offer.code, "Tablet"));
    for (const [mailbox, box] of place.boxes.held) {
      const body = Uint8Array.from(box.body);
      body[90] = (body[90] ?? 0) ^ 1;
      place.boxes.held.set(mailbox, { ...box, body });
    }
    expect(await place.fresh.engine.pair.take(null)).toEqual(err({ type: "NotTaken", detail: "Package" }));
    expect(await keysOf(place.fresh.world)).toEqual(keys);
    await note(place.fresh, 1);
  });

  it("locks the new device from the start where a passphrase was chosen, and its other tab starts again", async () => {
    const place = await two("locked");
    let restarts = 0;
    await place.start(place.fresh.world, { restart: () => void (restarts += 1) });
    await place.fresh.engine.drafts.set("ask/1", "for the old keys");
    const offer = good(await place.fresh.engine.pair.offer());
    good(await place.old.engine.pair.answer(null, offer.code, "Tablet"));
    good(await place.fresh.engine.pair.take(firstPass));
    await copiedAll(place);
    expect([restarts, place.fresh.world.drafts.held.size]).toEqual([1, 0]);
    const again = await place.start(crashed(place.fresh.world));
    expect(again.engine.phase.value).toEqual({ kind: "locked" });
    good(await again.engine.lock.unlock(firstPass));
    expect(energiesOf(again)).toEqual([10, 20]);
  });
});

describe("the twelve words", () => {
  /** A device that copies and has shown its words. */
  const worded = async (seed: string) => {
    const place = await two(seed);
    const choice = { ...country, country: null, keepCopy: true };
    good(await place.old.engine.dispatch(choice));
    await copiedAll(place);
    const { words, saved } = good(await place.old.engine.recovery.words(null));
    return { ...place, words: words.join(" "), saved };
  };

  it("are the same each time, and the one record at the relay is renewed", async () => {
    const { old, words, saved, boxes } = await worded("same");
    expect([words.split(" ").length, saved]).toEqual([12, true]);
    const [first] = boxes.held.values();
    expect(good(await old.engine.recovery.words(null))).toEqual({ words: words.split(" "), saved: true });
    const [second] = boxes.held.values();
    expect(boxes.held.size).toBe(1);
    expect(second?.mailbox).toBe(first?.mailbox);
    expect(second?.body).not.toEqual(first?.body);
    expect(old.engine.lock.status.value.recovery).toBe(true);
  });

  it("bring everything back on a clean device, which is named and goes on writing", async () => {
    const place = await worded("back");
    const lost = place.old;
    lost.stop();
    const restoring = place.fresh.engine.recovery.restore(place.words, firstPass, "New phone");
    await copiedAll(place);
    expect(await restoring).toEqual(ok(null));
    expect(energiesOf(place.fresh)).toEqual([10, 20]);
    await note(place.fresh, 30);
    await copiedAll(place);
    expect(place.fresh.engine.devices.value.at(-1)).toMatchObject({ name: "New phone", self: true });
    expect(place.fresh.engine.sync.value).toMatchObject({ kind: "connected", pending: 0 });
    expect(place.fresh.engine.alarms.value).toEqual([]);
    const again = await place.start(crashed(place.fresh.world));
    expect(again.engine.phase.value).toEqual({ kind: "locked" });
    good(await again.engine.lock.unlock(firstPass));
    expect(energiesOf(again)).toEqual([10, 20, 30]);
  });

  it("come back without the log when the relay keeps silent, and the device can be named later", async () => {
    const place = await worded("silent");
    place.net.isUp = false;
    const restoring = place.fresh.engine.recovery.restore(place.words, null, "New phone");
    await settle();
    for (let at = 0; at < 40; at += 1) {
      place.clock.turn(2_000);
      await settle();
    }
    expect(await restoring).toEqual(ok(null));
    expect(energiesOf(place.fresh)).toEqual([]);
    place.net.isUp = true;
    await copiedAll(place);
    expect(energiesOf(place.fresh)).toEqual([10, 20]);
    expect(await place.fresh.engine.found(null, "New phone")).toEqual(ok(null));
    expect(place.fresh.engine.devices.value.map(({ name }) => name)).toContain("New phone");
  });

  it("are shown though the relay is not reached, and saved the next time", async () => {
    const { old, boxes } = await two("offline");
    boxes.fault = { type: "Offline" };
    const first = good(await old.engine.recovery.words(null));
    expect(first.saved).toBe(false);
    boxes.fault = null;
    expect(good(await old.engine.recovery.words(null))).toEqual({ words: first.words, saved: true });
  });

  it("end those of another device also where the relay was away when they were made", async () => {
    const place = await worded("other words");
    await pair(place.old, place.fresh, "Tablet");
    const [before] = place.boxes.held.keys();
    place.boxes.fault = { type: "Offline" };
    const own = good(await place.fresh.engine.recovery.words(null));
    place.boxes.fault = null;
    expect([...place.boxes.held.keys()]).toEqual([before]);
    const later = await place.start(crashed(place.fresh.world));
    expect(good(await later.engine.recovery.words(null))).toEqual({ words: own.words, saved: true });
    expect(place.boxes.held.size).toBe(1);
    expect(place.boxes.held.has(before ?? "")).toBe(false);
  });

  it("are not shown for a wrong passphrase, and nothing goes to the relay", async () => {
    const { old, boxes } = await two("guarded");
    good(await old.engine.lock.set(null, firstPass));
    expect(await old.engine.recovery.words(secondPass)).toMatchObject({ error: { type: "WrongPassphrase" } });
    expect(boxes.held.size).toBe(0);
    expect(old.engine.lock.status.value.recovery).toBe(false);
  });

  const others = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";
  it.each([
    [
      "that are no words",
      "twelve words that nobody has ever put together like this at all",
      { type: "BadWords" },
      null,
    ],
    ["with one left out", others.replace("abandon ", ""), { type: "BadWords" }, null],
    ["that nobody has", others, { type: "NothingThere" }, null],
    ["while the relay is away", others, { type: "Offline" }, { type: "Offline" }],
  ] as const)("%s change nothing", async (name, words, heard, fault) => {
    const place = await two(name);
    place.boxes.fault = fault;
    const keys = await keysOf(place.fresh.world);
    expect(await place.fresh.engine.recovery.restore(words, null)).toEqual(err(heard));
    expect(await keysOf(place.fresh.world)).toEqual(keys);
    await note(place.fresh, 1);
  });

  it("are refused on a device that has entries of its own, and they stay", async () => {
    const place = await worded("own");
    await note(place.fresh, 7);
    const before = await storedOf(place.fresh.world);
    expect(await place.fresh.engine.recovery.restore(place.words, null)).toEqual(err({ type: "NotEmpty" }));
    expect(await storedOf(place.fresh.world)).toEqual(before);
    expect(energiesOf(place.fresh)).toEqual([7]);
  });
});
