/** Tests that two devices which change who is a member at once end in one vault, with nobody left in by an oversight. */
import { describe, expect, it } from "vitest";
import { firstPass } from "../../../tests/world/desk-world.ts";
import { good } from "../../../tests/world/engine-world.ts";
import { copiedAll, energiesOf, joinedWorld, note, pair, type Joined } from "../../../tests/world/joined-world.ts";

const selfOf = ({ engine }: Joined): string => engine.devices.value.find(({ self }) => self)?.id ?? "";
const removedOf = ({ engine }: Joined): readonly string[] =>
  engine.devices.value.flatMap(({ name, removed }) => (removed ? [name] : [])).toSorted();

/** A phone and three devices that were paired with it; the phone and the tablet then each remove one, offline. */
const parted = async (seed: string, pass: string | null) => {
  const place = joinedWorld(seed);
  const phone = await place.device("phone");
  await note(phone, 10);
  if (pass !== null) good(await phone.engine.lock.set(null, pass));
  const tablet = await place.device("tablet");
  const laptop = await place.device("laptop");
  const watch = await place.device("watch");
  for (const [one, name] of [
    [tablet, "Tablet"],
    [laptop, "Laptop"],
    [watch, "Watch"],
  ] as const) {
    await pair(phone, one, name, pass);
    await copiedAll(place);
  }
  place.net.isUp = false;
  for (const one of [laptop, watch]) one.stop();
  good(await phone.engine.remove(pass, selfOf(laptop)));
  good(await tablet.engine.remove(null, selfOf(watch)));
  await note(phone, 20);
  await note(tablet, 30);
  place.net.isUp = true;
  for (let round = 0; round < 6; round += 1) await copiedAll(place);
  return { ...place, phone, tablet };
};

describe("two devices that each remove another at once", () => {
  it.each(["a", "bb", "ccc", "dddd"])("both hold, in one vault, with nothing lost: seed %s", async (seed) => {
    const place = await parted(seed, null);
    for (const one of [place.phone, place.tablet]) {
      expect(removedOf(one)).toEqual(["Laptop", "Watch"]);
      expect(energiesOf(one)).toEqual([10, 20, 30]);
      expect(one.engine.sync.value).toMatchObject({ kind: "connected", pending: 0, missing: 0 });
      expect(one.engine.alarms.value).toEqual([]);
    }
    await note(place.phone, 40);
    await copiedAll(place);
    expect(energiesOf(place.tablet)).toEqual([10, 20, 30, 40]);
  });

  it.each(["a", "bb", "ccc", "dddd"])(
    "a locked one is told when its own did not hold, and can repeat it: seed %s",
    async (seed) => {
      const place = await parted(seed, firstPass);
      const { phone, tablet } = place;
      const lost = !removedOf(phone).includes("Laptop");
      const laptop = phone.engine.devices.value.find(({ name }) => name === "Laptop")?.id;
      const told = phone.engine.alarms.value.map(({ kind, device }) => [kind, device]);
      expect(told).toEqual(lost ? [["removal-undone", laptop]] : []);
      place.clock.turn(600_000);
      if (lost) good(await phone.engine.remove(firstPass, laptop ?? ""));
      for (let round = 0; round < 6; round += 1) await copiedAll(place);
      for (const one of [phone, tablet]) {
        expect(removedOf(one)).toEqual(["Laptop", "Watch"]);
        expect(energiesOf(one)).toEqual([10, 20, 30]);
        expect(one.engine.sync.value).toMatchObject({ kind: "connected", pending: 0, missing: 0 });
      }
    },
  );
});
