import { createHash } from "node:crypto";
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
} from "../../../tests/world/desk-world.ts";

const sha256 = (hex: string): string => createHash("sha256").update(Buffer.from(hex, "hex")).digest("hex");

describe("the twelve words", () => {
  it("are made once, kept, and shown again only with the passphrase", async () => {
    const { device } = await lockedDevice("words");
    expect(good(await device.desk().status()).recovery).toBe(false);
    const first = good(await device.desk().recoveryWords(firstPass));
    expect(first.words).toHaveLength(12);
    expect(first.replaces).toBeNull();
    expect(good(await device.desk().status()).recovery).toBe(true);
    const desk = device.restart();
    good(await desk.unlock(firstPass));
    expect(tagOf(await desk.recoveryWords(null))).toBe("WrongPassphrase");
    const again = good(await desk.recoveryWords(firstPass));
    expect(again.words).toEqual(first.words);
    expect(again.record.ownerProof).toBe(first.record.ownerProof);
    expect(again.record.mailbox).toBe(first.record.mailbox);
    expect(again.record.body).not.toEqual(first.record.body);
  });

  it("survive a change of the passphrase", async () => {
    const { device } = await lockedDevice("kept words");
    const { words } = good(await device.desk().recoveryWords(firstPass));
    good(await device.desk().changeLock(firstPass, secondPass));
    expect(good(await device.desk().recoveryWords(secondPass)).words).toEqual(words);
  });

  it("find the record: the relay is given the hashes of what they prove", async () => {
    const { device } = await foundedDevice("find");
    const { words, record } = good(await device.desk().recoveryWords(null));
    const found = good(
      await testDevice("elsewhere")
        .desk()
        .recoveryFind(` ${words.join(", ").toUpperCase()} `),
    );
    expect(found.mailbox).toBe(record.mailbox);
    expect(sha256(found.readProof)).toBe(record.read);
    expect(sha256(record.ownerProof)).toBe(record.owner);
  });

  it.each([
    ["too few", "apple banana"],
    ["not of the list", "belay ".repeat(12)],
    ["without their check", "abandon ".repeat(12)],
  ])("are refused when they are %s", async (_name, words) => {
    const desk = testDevice("bad words").desk();
    expect(tagOf(await desk.recoveryFind(words))).toBe("Refused BadWords");
    expect(tagOf(await desk.recoveryTake(words, said("record"), null))).toBe("Refused BadWords");
  });
});

describe("the record after the keys were changed", () => {
  it("is made anew by that very act, so that the words of before reach everything after it", async () => {
    const { device, founding } = await lockedDevice("renewed");
    const { words, record } = good(await device.desk().recoveryWords(firstPass));
    const stretched = device.stretched();
    const turn = good(await device.desk().rotateKeys(firstPass, 5));
    expect(device.stretched()).toBe(stretched + 1);
    expect(turn.record).toMatchObject({ mailbox: record.mailbox, ownerProof: record.ownerProof });
    const act = await device.write(turn.body, "membership");
    good(await device.desk().openMany([act], true));
    const note = await device.write(said("second epoch"));
    const [stale, fresh] = [testDevice("stale"), testDevice("fresh")];
    good(await stale.desk().recoveryTake(words.join(" "), record.body, null));
    good(await fresh.desk().recoveryTake(words.join(" "), turn.record?.body ?? said(""), null));
    expect((await readBy(stale.desk(), [founding, act, note])).at(-1)).toBe("DoesNotOpen UnknownEpoch");
    expect((await readBy(fresh.desk(), [founding, act, note])).at(-1)).toBe("second epoch");
  });

  it("is none where no words were ever made", async () => {
    const { device } = await foundedDevice("no words");
    expect(good(await device.desk().rotateKeys(null, 5)).record).toBeNull();
  });
});

describe("coming back", () => {
  it("makes a new device of the old vault that reads the log, then joins it", async () => {
    const { device, founding } = await lockedDevice("lost");
    const note = await device.write(said("still here"));
    const old = good(await device.desk().open(false));
    const { words, record } = good(await device.desk().recoveryWords(firstPass));

    const other = testDevice("found again");
    const identity = good(await other.desk().recoveryTake(words.join(" "), record.body, secondPass));
    expect(identity.vault).toBe(old.vault);
    expect(identity.device).not.toBe(old.device);
    expect(good(await other.desk().status())).toMatchObject({ keys: "open", lock: true, recovery: true });
    expect(tagOf(await other.desk().foundBody(secondPass, "Tablet", 1))).toBe("Refused NoBook");
    expect(await readBy(other.desk(), [founding, note])).toEqual([expect.stringContaining("found"), "still here"]);
    const joining = await other.write(good(await other.desk().foundBody(secondPass, "Tablet", 1)), "membership");
    const hello = await other.write(said("back"));
    for (const one of [device, other])
      expect(await readBy(one.desk(), [joining, hello])).toEqual([expect.stringContaining("add"), "back"]);
    expect(good(await other.desk().recoveryWords(secondPass)).words).toEqual(words);
  });

  it("brings every epoch's key", async () => {
    const { device, founding } = await foundedDevice("epochs");
    const first = await device.write(said("one"));
    const act = await device.write(good(await device.desk().rotateKeys(null, 5)).body, "membership");
    good(await device.desk().openMany([act], true));
    const second = await device.write(said("two"));
    const { words, record } = good(await device.desk().recoveryWords(null));
    const other = testDevice("epochs again");
    expect(good(await other.desk().recoveryTake(words.join(" "), record.body, null)).epoch).toBe(2);
    expect((await readBy(other.desk(), [founding, act, first, second])).slice(2)).toEqual(["one", "two"]);
  });

  it("opens the new device's keys again after a restart, with its own passphrase", async () => {
    const { device } = await foundedDevice("again");
    const { words, record } = good(await device.desk().recoveryWords(null));
    const other = testDevice("again other");
    const identity = good(await other.desk().recoveryTake(words.join(" "), record.body, secondPass));
    expect(good(await other.restart().unlock(secondPass))).toEqual(identity);
  });

  it("helps somebody who forgot the passphrase, but does not take the place of keys that are open", async () => {
    const { device } = await lockedDevice("forgot");
    const { words, record } = good(await device.desk().recoveryWords(firstPass));
    const text = words.join(" ");
    expect(tagOf(await device.desk().recoveryTake(text, record.body, secondPass))).toBe("Refused KeysOpen");
    expect((await device.restart().recoveryTake(text, record.body, secondPass)).ok).toBe(true);
    expect(tagOf(await device.restart().unlock(firstPass))).toBe("WrongPassphrase");
  });

  it("refuses a record of other words, a changed one, and a weak passphrase, and changes nothing", async () => {
    const { device } = await foundedDevice("refuses");
    const other = await foundedDevice("refuses other");
    const { words, record } = good(await device.desk().recoveryWords(null));
    const foreign = good(await other.device.desk().recoveryWords(null)).record.body;
    const changed = Uint8Array.from(record.body, (byte, i) => (i === 200 ? byte ^ 1 : byte));
    const fresh = testDevice("refuses fresh");
    const text = words.join(" ");
    expect(tagOf(await fresh.desk().recoveryTake(text, foreign, null))).toBe("Refused Record");
    expect(tagOf(await fresh.desk().recoveryTake(text, changed, null))).toBe("Refused Record");
    expect(tagOf(await fresh.desk().recoveryTake(text, record.body, "short"))).toBe("WeakPassphrase");
    expect(good(await fresh.desk().status()).keys).toBe("none");
  });
});
