/** Tests that the words of before reach what was written after the keys were changed, whoever changed them. */
import { ok } from "@belay/basics";
import { memoryTabs, queueTurn } from "@belay/testkit";
import { describe, expect, it } from "vitest";
import { good } from "../../../tests/world/engine-world.ts";
import { copiedAll, energiesOf, joinedWorld, note, pair, type Joined } from "../../../tests/world/joined-world.ts";

const selfOf = ({ engine }: Joined): string => engine.devices.value.find(({ self }) => self)?.id ?? "";

/** A phone with words, a tablet that was paired with it after they were made, and a clean device. */
const household = async (seed: string) => {
  const place = joinedWorld(seed);
  const phone = await place.device("phone");
  await note(phone, 10);
  const copy = { kind: "settings/choose", country: null, signAs: null, keepCopy: true, touch: null } as const;
  good(await phone.engine.dispatch(copy));
  await copiedAll(place);
  const words = good(await phone.engine.recovery.words(null)).words.join(" ");
  const tablet = await place.device("tablet");
  await pair(phone, tablet, "Tablet");
  await copiedAll(place);
  const fresh = await place.device("fresh");
  const bodyOf = (): string => [...place.boxes.held.values()].map(({ body }) => body.join()).join();
  const restore = async (): Promise<readonly number[]> => {
    const restoring = fresh.engine.recovery.restore(words, null, "New phone");
    await copiedAll(place);
    expect(await restoring).toEqual(ok(null));
    await copiedAll(place);
    return energiesOf(fresh);
  };
  return { ...place, phone, tablet, fresh, bodyOf, restore };
};

describe("the record of the words", () => {
  it.each(["phone", "tablet"] as const)("reaches everything after the %s has removed the other", async (who) => {
    const place = await household(`removed by ${who}`);
    const [stays, goes] = who === "phone" ? [place.phone, place.tablet] : [place.tablet, place.phone];
    good(await stays.engine.remove(null, selfOf(goes)));
    await copiedAll(place);
    await note(stays, 20);
    await copiedAll(place);
    for (const one of [stays, goes]) one.stop();
    expect(await place.restore()).toEqual([10, 20]);
    await note(place.fresh, 30);
    await copiedAll(place);
    expect(place.fresh.engine.sync.value).toMatchObject({ kind: "connected", pending: 0 });
  });

  it("is left alone until the change stands at the relay", async () => {
    const place = await household("offline");
    const before = place.bodyOf();
    place.net.isUp = false;
    good(await place.tablet.engine.remove(null, selfOf(place.phone)));
    await copiedAll(place);
    expect(place.bodyOf()).toBe(before);
    place.net.isUp = true;
    await copiedAll(place);
    expect(place.bodyOf()).not.toBe(before);
  });

  it("is renewed after a restart, when the app was closed before it could be", async () => {
    const place = await household("closed");
    place.net.isUp = false;
    const before = place.bodyOf();
    good(await place.tablet.engine.remove(null, selfOf(place.phone)));
    place.tablet.stop();
    place.net.isUp = true;
    const again = await place.start({ ...place.tablet.world, turn: queueTurn(), tab: memoryTabs() });
    await copiedAll(place);
    expect(place.bodyOf()).not.toBe(before);
    await note(again, 20);
    await copiedAll(place);
    again.stop();
    expect(await place.restore()).toEqual([10, 20]);
  });

  it("is tried again when the relay did not take it, and not after it did", async () => {
    const place = await household("again");
    place.boxes.fault = { type: "Offline" };
    const before = place.bodyOf();
    good(await place.tablet.engine.remove(null, selfOf(place.phone)));
    await copiedAll(place);
    expect(place.bodyOf()).toBe(before);
    place.boxes.fault = null;
    await note(place.tablet, 20);
    await copiedAll(place);
    const after = place.bodyOf();
    expect(after).not.toBe(before);
    await note(place.tablet, 30);
    await copiedAll(place);
    expect(place.bodyOf()).toBe(after);
    place.tablet.stop();
    expect(await place.restore()).toEqual([10, 20, 30]);
  });

  it("is never put back to an older change that was left undone, once another device has made a newer one", async () => {
    const place = await household("older");
    const [laptop, watch] = [await place.device("laptop"), await place.device("watch")];
    for (const [one, name] of [
      [laptop, "Laptop"],
      [watch, "Watch"],
    ] as const) {
      await pair(place.phone, one, name);
      await copiedAll(place);
      one.stop();
    }
    place.boxes.fault = { type: "Offline" };
    good(await place.phone.engine.remove(null, selfOf(laptop)));
    await copiedAll(place);
    place.phone.stop();
    place.boxes.fault = null;
    good(await place.tablet.engine.remove(null, selfOf(watch)));
    await note(place.tablet, 20);
    await copiedAll(place);
    const newest = place.bodyOf();
    const again = await place.start({ ...place.phone.world, turn: queueTurn(), tab: memoryTabs() });
    await copiedAll(place);
    expect(place.bodyOf()).toBe(newest);
    for (const one of [again, place.tablet]) one.stop();
    expect(await place.restore()).toEqual([10, 20]);
  });
});
