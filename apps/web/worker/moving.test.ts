import { err } from "@belay/basics";
import { describe, expect, it } from "vitest";
import {
  firstPass,
  foundedDevice,
  good,
  lockedDevice,
  readBy,
  said,
  secondPass,
  tagOf,
  testDevice,
  type TestDevice,
} from "../../../tests/world/desk-world.ts";

/** A device whose keystore dies at its n-th write, before it or just after: as a battery does. */
const dying = (keystore: TestDevice["keystore"], nth: number, when: "before" | "after"): TestDevice["keystore"] => {
  let writes = 0;
  const never = (): Promise<never> => new Promise(() => undefined);
  return {
    ...keystore,
    // The dead process holds no turn any more.
    exclusive: (work) => work(),
    write: async (bytes) => {
      writes += 1;
      if (writes > nth || (writes === nth && when === "before")) return never();
      const written = await keystore.write(bytes);
      return writes === nth ? never() : written;
    },
  };
};

const within = <T>(work: Promise<T>): Promise<T | "died"> =>
  Promise.race([work, new Promise<"died">((resolve) => setTimeout(() => resolve("died"), 60))]);

describe("moving to a new vault", () => {
  it("seals for the new one while the old one still works, then holds the new one alone", async () => {
    const { device, founding } = await foundedDevice("move");
    const desk = device.desk();
    const old = good(await desk.open(false));
    const note = await device.write(said("old"));
    const { identity, found } = good(await desk.beginVault(null, firstPass, "Phone", 7));
    expect(identity.vault).not.toBe(old.vault);
    expect(identity.device).not.toBe(old.device);
    expect(good(await desk.status())).toMatchObject({ keys: "open", lock: false, waiting: identity.vault });
    const first = good(await desk.sealNext(found, 1, new Uint8Array(32), "membership"));
    const second = good(await desk.sealNext(said("again"), 2, first.hash));
    expect(await readBy(desk, [note])).toEqual(["old"]);
    expect(good(await desk.finishVault())).toEqual({ ...identity, fresh: false });
    expect(good(await desk.status())).toMatchObject({ keys: "open", lock: true, waiting: null });
    expect(await readBy(desk, [first.envelope, second.envelope])).toEqual([expect.stringContaining("found"), "again"]);
    expect(good(await desk.members())).toMatchObject([{ device: identity.device, name: "Phone", at: 7, self: true }]);
    expect(await readBy(desk, [note, founding])).toEqual(["DoesNotOpen OtherVault", "DoesNotOpen OtherVault"]);
  });

  it("destroys the old wraps: what is stored after holds nothing of them", async () => {
    const { device } = await foundedDevice("old wraps");
    const before = Buffer.from(good(await device.keystore.read()) ?? said(""));
    good(await device.desk().beginVault(null, firstPass, "Phone", 7));
    const between = Buffer.from(good(await device.keystore.read()) ?? said(""));
    good(await device.desk().finishVault());
    const after = Buffer.from(good(await device.keystore.read()) ?? said(""));
    const bare = before.subarray(before.indexOf("BCUS"), before.indexOf("BCUS") + 80);
    expect([between.includes(bare), after.includes(bare), after.includes("BCUS")]).toEqual([true, false, false]);
  });

  it("needs the passphrase where there is a lock, and can leave without one", async () => {
    const { device } = await lockedDevice("off");
    expect(tagOf(await device.desk().beginVault(null, null, "Phone", 7))).toBe("WrongPassphrase");
    good(await device.desk().beginVault(firstPass, null, "Phone", 7));
    good(await device.desk().finishVault());
    expect(good(await device.restart().open(false)).epoch).toBe(1);
    expect(good(await device.desk().status())).toMatchObject({ lock: false });
  });

  it("refuses a weak passphrase, and keys that are not open", async () => {
    const { device } = await foundedDevice("weak");
    expect(await device.desk().beginVault(null, "short", "Phone", 7)).toEqual(
      err({ type: "WeakPassphrase", why: "short" }),
    );
    expect(good(await device.desk().status()).waiting).toBeNull();
    const locked = await lockedDevice("closed");
    expect(tagOf(await locked.device.restart().beginVault(firstPass, secondPass, "Phone", 7))).toBe("KeysMissing");
    await locked.device.desk().open(false);
    expect(tagOf(await locked.device.desk().beginVault(firstPass, secondPass, "Phone", 7))).toBe("Locked");
  });

  it("can be dropped, or begun again, as often as one likes", async () => {
    const { device } = await foundedDevice("drop");
    const desk = device.desk();
    expect((await desk.dropVault()).ok).toBe(true);
    const one = good(await desk.beginVault(null, firstPass, "Phone", 7)).identity;
    const two = good(await desk.beginVault(null, secondPass, "Phone", 7)).identity;
    expect(two.vault).not.toBe(one.vault);
    expect(good(await desk.status()).waiting).toBe(two.vault);
    good(await desk.dropVault());
    expect(good(await desk.status()).waiting).toBeNull();
    expect(tagOf(await desk.finishVault())).toBe("Refused NoVaultBegun");
    expect(good(await device.restart().open(false)).fresh).toBe(false);
  });

  it("is finished after a restart without the passphrase, which is asked for right after", async () => {
    const { device } = await foundedDevice("crashed late");
    const { identity } = good(await device.desk().beginVault(null, firstPass, "Phone", 7));
    const desk = device.restart();
    good(await desk.open(false));
    expect(good(await desk.status()).waiting).toBe(identity.vault);
    expect(tagOf(await desk.sealNext(said("x"), 1, new Uint8Array(32)))).toBe("Refused NoVaultBegun");
    expect(await desk.finishVault()).toEqual(err({ type: "Locked" }));
    expect(await desk.open(true)).toEqual(err({ type: "Locked" }));
    expect(good(await desk.unlock(firstPass))).toEqual({ ...identity, fresh: false });
  });

  it("is finished after a restart at once where the new vault has no lock", async () => {
    const { device } = await foundedDevice("crashed bare");
    const { identity } = good(await device.desk().beginVault(null, null, "Phone", 7));
    expect(good(await device.restart().finishVault())).toEqual({ ...identity, fresh: false });
  });
});

describe("a crash at every write", () => {
  const points = [1, 2, 3, 4, 5].flatMap((nth) => [[nth, "before"] as const, [nth, "after"] as const]);

  it.each(points)("leaves one vault that opens whole: write %i, %s it", async (nth, when) => {
    const { device, founding } = await lockedDevice(`crash ${nth} ${when}`);
    const note = await device.write(said("kept"));
    const old = good(await device.desk().open(false));
    const doomed = testDevice(`doomed ${nth} ${when}`, { keystore: dying(device.keystore, nth, when) });
    await within(doomed.desk().open(false));
    await within(doomed.desk().unlock(firstPass));
    const begun = await within(doomed.desk().beginVault(firstPass, secondPass, "Phone", 7));
    await within(doomed.desk().finishVault());

    const after = testDevice("after", { keystore: { ...device.keystore, exclusive: (work) => work() } });
    after.turn(10_000);
    const desk = after.desk();
    const status = good(await desk.status());
    const wasOld = (await desk.unlock(firstPass)).ok;
    if (wasOld) {
      expect(good(await desk.open(false))).toEqual(old);
      expect(await readBy(desk, [founding, note])).toEqual([expect.stringContaining("found"), "kept"]);
      return;
    }
    after.turn(2_000);
    expect(status.waiting).toBeNull();
    const now = good(await desk.unlock(secondPass));
    expect(begun !== "died" && begun.ok ? begun.value.identity.vault : "").toBe(now.vault);
  });

  it("meets both ends: the first write leaves the old vault, the last one the new", async () => {
    const ends: string[] = [];
    for (const nth of [1, 99]) {
      const { device } = await lockedDevice(`ends ${nth}`);
      const doomed = testDevice(`ends doomed ${nth}`, { keystore: dying(device.keystore, nth, "before") });
      await within(doomed.desk().unlock(firstPass));
      await within(doomed.desk().beginVault(firstPass, secondPass, "Phone", 7));
      await within(doomed.desk().finishVault());
      const after = testDevice(`ends after ${nth}`, { keystore: { ...device.keystore, exclusive: (work) => work() } });
      after.turn(10_000);
      ends.push((await after.desk().unlock(firstPass)).ok ? "old" : "new");
    }
    expect(ends).toEqual(["old", "new"]);
  });
});
