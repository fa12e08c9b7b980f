import { err, ok } from "@belay/basics";
import { quickStretch, seededRandom } from "@belay/testkit";
import { lockParams, lowMemoryParams } from "@belay/vault";
import { describe, expect, it } from "vitest";
import { createDesk } from "./desk.ts";
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

const wrong = "wrong velvet canyon orbit";

const storedBytes = async ({ keystore }: TestDevice): Promise<Uint8Array> => good(await keystore.read()) ?? said("");

/** Guesses wrong as often as asked, waiting each time as long as it must. */
const guessWrong = async (device: TestDevice, times: number): Promise<readonly number[]> => {
  const waits: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const answer = await device.desk().unlock(`${wrong} ${i}`);
    if (answer.ok || answer.error.type !== "WrongPassphrase") throw new Error(tagOf(answer));
    waits.push(answer.error.waitMs);
    device.turn(answer.error.waitMs);
  }
  return waits;
};

describe("a locked device", () => {
  it("opens nothing until the passphrase is said, and everything after", async () => {
    const { device } = await lockedDevice("locked");
    const note = await device.write(said("mine"));
    const desk = device.restart();
    expect(good(await desk.status())).toMatchObject({ keys: "locked", lock: true, waitMs: 0 });
    expect(await desk.open(true)).toEqual(err({ type: "Locked" }));
    expect(await desk.openMany([note], false)).toEqual(err({ type: "Locked" }));
    const identity = good(await desk.unlock(firstPass));
    expect(await readBy(desk, [note])).toEqual(["mine"]);
    expect(good(await desk.open(false))).toEqual(identity);
    expect(good(await desk.status())).toMatchObject({ keys: "open", lock: true });
  });

  it("takes the passphrase as another keyboard writes it", async () => {
    const { device } = await lockedDevice("keyboard", "Zoë’s ﬁfth canyon orbit");
    expect((await device.restart().unlock("Zoe\u0308’s fifth canyon orbit ")).ok).toBe(true);
  });

  it("keeps no key and no passphrase in what is stored", async () => {
    const random = seededRandom("at rest");
    const secrets: Buffer[] = [];
    // Seeds, owner secret and epoch keys are what is drawn 32 bytes at a time: wiping comes later, so copies are kept.
    const device = testDevice("at rest", {
      random: (length) => {
        const drawn = random(length);
        if (length === 32) secrets.push(Buffer.from(drawn));
        return drawn;
      },
    });
    good(await device.desk().open(true));
    const bare = Buffer.from(await storedBytes(device));
    expect(secrets.filter((secret) => bare.includes(secret))).toHaveLength(4);
    good(await device.desk().beginVault(null, firstPass, "Phone", 1));
    good(await device.desk().finishVault());
    const stored = Buffer.from(await storedBytes(device));
    expect(secrets.length).toBe(8);
    expect(secrets.filter((secret) => stored.includes(secret))).toEqual([]);
    expect(stored.includes(Buffer.from("BCUS"))).toBe(false);
    expect(stored.includes(Buffer.from(firstPass))).toBe(false);
  });

  it("wraps the two tiers apart: each with a salt of its own", async () => {
    const { device } = await lockedDevice("salts");
    const stored = Buffer.from(await storedBytes(device));
    const salts: string[] = [];
    for (let at = stored.indexOf("BLCK"); at >= 0; at = stored.indexOf("BLCK", at + 1))
      salts.push(stored.subarray(at + 20, at + 36).toString("hex"));
    expect(salts).toHaveLength(2);
    expect(new Set(salts).size).toBe(2);
  });
});

describe("guessing", () => {
  it("waits 1, 2, 4 ... 300 seconds, over restarts, and never wipes", async () => {
    const { device } = await lockedDevice("guessing");
    const waits: number[] = [];
    for (let i = 0; i < 12; i += 1) {
      waits.push(...(await guessWrong(device, 1)));
      device.restart();
    }
    expect(waits.map((ms) => ms / 1000)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
    expect((await device.desk().unlock(firstPass)).ok).toBe(true);
    expect(good(await device.desk().status()).waitMs).toBe(0);
    expect(await guessWrong(device, 1)).toEqual([1_000]);
  });

  it("waits from when the answer came, however long the stretching took", async () => {
    const { device } = await lockedDevice("slow");
    let spent = 0;
    const slow = testDevice("slow phone", {
      keystore: device.keystore,
      now: () => device.now() + spent,
      stretch: (passphrase, salt) => {
        spent += 5_000;
        return quickStretch(passphrase, salt);
      },
    });
    expect(await slow.desk().unlock(wrong)).toEqual(err({ type: "WrongPassphrase", waitMs: 1_000 }));
    expect(await slow.desk().unlock(firstPass)).toEqual(err({ type: "TooSoon", waitMs: 1_000 }));
  });

  it("before its time is neither tried nor counted, not even the right one", async () => {
    const { device } = await lockedDevice("too soon");
    await device.restart().unlock(wrong);
    const before = device.stretched();
    expect(await device.restart().unlock(firstPass)).toEqual(err({ type: "TooSoon", waitMs: 1_000 }));
    device.turn(400);
    expect(await device.desk().unlock(firstPass)).toEqual(err({ type: "TooSoon", waitMs: 600 }));
    expect(good(await device.desk().status()).waitMs).toBe(600);
    expect(device.stretched()).toBe(before);
    device.turn(600);
    expect((await device.desk().unlock(firstPass)).ok).toBe(true);
  });

  it("is counted before it is tried: ending the worker half-way does not make it free", async () => {
    const { device } = await lockedDevice("half-way");
    const hung = testDevice("hung", { keystore: device.keystore, stretch: () => new Promise(() => undefined) });
    void hung.desk().unlock(wrong);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const next = testDevice("next", { keystore: device.keystore });
    // The hung worker still holds the turn of the keystore, as a dead one would not.
    const record = await storedBytes(device);
    good(await next.keystore.write(record));
    const alone = testDevice("alone", { keystore: { ...next.keystore, exclusive: (work) => work() } });
    expect(await alone.desk().unlock(firstPass)).toMatchObject({ ok: false, error: { type: "TooSoon" } });
  });

  it("at a sensitive act counts like one at the door, and each of many at once is counted", async () => {
    const { device } = await lockedDevice("both");
    const desk = device.desk();
    const answers = await Promise.all([
      desk.confirm(wrong),
      desk.unlock(wrong),
      desk.signDelete("o", said("n"), wrong),
    ]);
    expect(answers.map(tagOf)).toEqual(["WrongPassphrase", "TooSoon", "TooSoon"]);
    device.turn(1_000);
    expect(await desk.confirm(wrong)).toEqual(err({ type: "WrongPassphrase", waitMs: 2_000 }));
  });

  it("without any passphrase is refused as wrong, and not held against the person", async () => {
    const { device } = await lockedDevice("none given");
    const desk = device.desk();
    for (let i = 0; i < 5; i += 1)
      expect(await desk.confirm(null)).toEqual(err({ type: "WrongPassphrase", waitMs: 0 }));
    expect(await desk.confirm(firstPass)).toEqual(ok(null));
  });

  it("is not counted when the device had no memory for the stretching", async () => {
    const { device } = await lockedDevice("no memory");
    const poor = testDevice("poor", {
      keystore: device.keystore,
      stretch: () => Promise.resolve(err({ type: "NoMemory" } as const)),
    });
    expect(tagOf(await poor.desk().unlock(firstPass))).toBe("Refused NoMemory");
    expect(good(await poor.desk().status()).waitMs).toBe(0);
    expect((await device.restart().unlock(firstPass)).ok).toBe(true);
  });

  it("says of a damaged wrap that it is damaged, never that the guess was wrong", async () => {
    const { device } = await lockedDevice("damaged");
    const stored = await storedBytes(device);
    const at = Buffer.from(stored).indexOf("BLCK");
    stored[at + 4] = 9;
    good(await device.keystore.write(stored));
    expect(await device.restart().unlock(firstPass)).toEqual(err({ type: "KeysUnreadable" }));
  });
});

describe("changing the passphrase", () => {
  it("opens with the new one alone, the same vault and device, nothing lost", async () => {
    const { device } = await lockedDevice("change");
    const note = await device.write(said("before"));
    const identity = good(await device.desk().open(false));
    expect(await device.desk().changeLock(firstPass, secondPass)).toEqual(ok(null));
    const desk = device.restart();
    expect(tagOf(await desk.unlock(firstPass))).toBe("WrongPassphrase");
    device.turn(1_000);
    expect(good(await desk.unlock(secondPass))).toEqual(identity);
    expect(await readBy(desk, [note])).toEqual(["before"]);
    expect(tagOf(await desk.confirm(firstPass))).toBe("WrongPassphrase");
    device.turn(1_000);
    expect(await desk.confirm(secondPass)).toEqual(ok(null));
  });

  it.each([
    ["short", "tiny"],
    ["common", "password123456"],
  ])("refuses a passphrase that is %s, and leaves the old one", async (why, next) => {
    const { device } = await lockedDevice("weak");
    expect(await device.desk().changeLock(firstPass, next)).toEqual(err({ type: "WeakPassphrase", why }));
    expect(await device.desk().confirm(firstPass)).toEqual(ok(null));
  });

  it("is no way to a first lock", async () => {
    const { device } = await foundedDevice("bare");
    expect(tagOf(await device.desk().changeLock(null, firstPass))).toBe("Refused NoLock");
    expect(tagOf(await device.desk().unlock(firstPass))).toBe("Refused NoLock");
  });

  it("judges and proposes: five words, good enough, other ones each time", async () => {
    const desk = testDevice("words").desk();
    const proposed = good(await desk.propose());
    expect(proposed.split(" ")).toHaveLength(5);
    expect(good(await desk.judge(proposed))).toEqual({ score: 4, why: null });
    expect(good(await desk.propose())).not.toBe(proposed);
    expect(good(await desk.judge("short"))).toMatchObject({ why: "short" });
  });
});

describe("a phone with little memory", () => {
  it("locks with half the memory and twice the passes, and says so", async () => {
    const used: unknown[] = [];
    const device = testDevice("old phone", {
      stretch: (passphrase, salt, params) => {
        used.push(params);
        if (params.memoryKiB > 32 * 1024) return Promise.resolve(err({ type: "NoMemory" } as const));
        return Promise.resolve(
          ok(Uint8Array.from({ length: 32 }, (_, i) => (passphrase[i] ?? 0) ^ (salt[i % 16] ?? 0))),
        );
      },
    });
    good(await device.desk().open(true));
    good(await device.desk().beginVault(null, firstPass, "Old phone", 1));
    good(await device.desk().finishVault());
    expect(used).toEqual([lockParams, lowMemoryParams, lockParams, lowMemoryParams]);
    expect(good(await device.desk().status()).lowMemory).toBe(true);
    expect((await device.restart().unlock(firstPass)).ok).toBe(true);
    expect(used.at(-1)).toEqual(lowMemoryParams);
  });
});

describe("a passkey", () => {
  const credential = Uint8Array.of(1, 2, 3);
  const salt = new Uint8Array(16).fill(5);
  const prf = new Uint8Array(32).fill(6);

  it("is taken only once there are a passphrase and recovery words", async () => {
    const bare = await foundedDevice("bare key");
    expect(tagOf(await bare.device.desk().setPasskey(null, credential, salt, prf))).toBe("Refused NoLock");
    const { device } = await lockedDevice("no words");
    expect(tagOf(await device.desk().setPasskey(firstPass, credential, salt, prf))).toBe("Refused NoRecovery");
    good(await device.desk().recoveryWords(firstPass));
    expect(await device.desk().setPasskey(firstPass, credential, salt, prf)).toEqual(ok(null));
    expect(good(await device.desk().passkeySalt())).toEqual({ credential, salt });
  });

  it("opens the daily keys, never what the passphrase guards, and goes when it is dropped", async () => {
    const { device } = await lockedDevice("key");
    good(await device.desk().recoveryWords(firstPass));
    good(await device.desk().setPasskey(firstPass, credential, salt, prf));
    const note = await device.write(said("by key"));
    const desk = device.restart();
    expect(tagOf(await desk.unlockByPasskey(new Uint8Array(32)))).toBe("Refused Passkey");
    expect((await desk.unlockByPasskey(prf)).ok).toBe(true);
    expect(await readBy(desk, [note])).toEqual(["by key"]);
    expect(tagOf(await desk.confirm(null))).toBe("WrongPassphrase");
    expect(tagOf(await desk.signDelete("o", said("n"), null))).toBe("WrongPassphrase");
    good(await desk.dropPasskey(firstPass));
    expect(good(await desk.passkeySalt())).toBeNull();
    expect(tagOf(await device.restart().unlockByPasskey(prf))).toBe("Refused Passkey");
  });

  it("opens what was sealed after the passphrase and the keys were changed", async () => {
    const { device, founding } = await lockedDevice("outlives");
    good(await device.desk().recoveryWords(firstPass));
    good(await device.desk().setPasskey(firstPass, credential, salt, prf));
    good(await device.desk().changeLock(firstPass, secondPass));
    const act = await device.write(good(await device.desk().rotateKeys(secondPass, 5)).body, "membership");
    good(await device.desk().openMany([act], true));
    const note = await device.write(said("second epoch"));
    const desk = device.restart();
    good(await desk.unlockByPasskey(prf));
    expect((await readBy(desk, [founding, act, note])).at(-1)).toBe("second epoch");
    expect(tagOf(await desk.confirm(firstPass))).toBe("WrongPassphrase");
  });

  it("opens the drafts of a visit by passphrase, and the other way round, after the keys were changed", async () => {
    const { device, founding } = await lockedDevice("two ways");
    good(await device.desk().recoveryWords(firstPass));
    const act = await device.write(good(await device.desk().rotateKeys(firstPass, 5)).body, "membership");
    good(await device.desk().openMany([act], true));
    good(await device.desk().setPasskey(firstPass, credential, salt, prf));
    const byKey = device.restart();
    good(await byKey.unlockByPasskey(prf));
    good(await byKey.openMany([founding, act], false));
    const draft = good(await byKey.sealLocal("form/1", said("half a sentence")));
    const byPass = device.restart();
    good(await byPass.unlock(firstPass));
    expect(await byPass.openLocal("form/1", draft)).toEqual(ok(said("half a sentence")));
    good(await byPass.openMany([founding, act], false));
    good(await byPass.setPasskey(firstPass, credential, salt, prf));
    good(await byPass.changeLock(firstPass, secondPass));
    const later = good(await byPass.sealLocal("form/2", said("more")));
    const again = device.restart();
    good(await again.unlockByPasskey(prf));
    expect(await again.openLocal("form/2", later)).toEqual(ok(said("more")));
  });

  it("is one at a time: a new one ends the one before", async () => {
    const { device } = await lockedDevice("one key");
    good(await device.desk().recoveryWords(firstPass));
    const next = { credential: Uint8Array.of(9), salt: new Uint8Array(16).fill(8), prf: new Uint8Array(32).fill(7) };
    good(await device.desk().setPasskey(firstPass, credential, salt, prf));
    good(await device.desk().setPasskey(firstPass, next.credential, next.salt, next.prf));
    expect(good(await device.desk().passkeySalt())).toEqual({ credential: next.credential, salt: next.salt });
    expect(tagOf(await device.restart().unlockByPasskey(prf))).toBe("Refused Passkey");
    expect((await device.restart().unlockByPasskey(next.prf)).ok).toBe(true);
  });

  it("neither waits for wrong guesses at the passphrase nor counts as one", async () => {
    const { device } = await lockedDevice("waits");
    good(await device.desk().recoveryWords(firstPass));
    good(await device.desk().setPasskey(firstPass, credential, salt, prf));
    const desk = device.restart();
    expect(tagOf(await desk.unlock(wrong))).toBe("WrongPassphrase");
    const { waitMs } = good(await desk.status());
    expect(waitMs).toBeGreaterThan(0);
    expect(tagOf(await desk.unlockByPasskey(salt))).toBe("Refused Passkey");
    expect(good(await desk.status()).waitMs).toBe(waitMs);
    expect((await desk.unlockByPasskey(prf)).ok).toBe(true);
    expect(good(await desk.status())).toMatchObject({ keys: "open", passkey: true, waitMs });
  });

  it("does not open the vault that comes after: neither a new one nor one that words brought back", async () => {
    const { device } = await lockedDevice("another vault");
    const { words, record } = good(await device.desk().recoveryWords(firstPass));
    good(await device.desk().setPasskey(firstPass, credential, salt, prf));
    good(await device.desk().beginVault(firstPass, secondPass, "Next", 1));
    expect(good(await device.desk().status()).passkey).toBe(true);
    good(await device.desk().finishVault());
    expect(good(await device.desk().status()).passkey).toBe(false);
    good(await device.restart().recoveryTake(words.join(" "), record.body, firstPass));
    expect(tagOf(await device.restart().unlockByPasskey(prf))).toBe("Refused Passkey");
  });
});

describe("another tab that has put a new vault in the place of this one", () => {
  it("is not undone: nothing of the vault of before is mixed into it, and nothing destroys it without its passphrase", async () => {
    const { device } = await foundedDevice("stale");
    const other = createDesk({
      keystore: device.keystore,
      random: seededRandom("x"),
      stretch: quickStretch,
      now: device.now,
    });
    good(await other.open(false));
    good(await other.beginVault(null, firstPass, "Next", 1));
    good(await other.finishVault());
    for (const pass of [null, firstPass]) {
      expect(tagOf(await device.desk().recoveryWords(pass))).toBe("KeysMissing");
      expect(tagOf(await device.desk().destroy(pass))).toBe("KeysMissing");
    }
    expect(good(await device.restart().status())).toMatchObject({ keys: "locked", recovery: false });
    expect((await device.desk().unlock(firstPass)).ok).toBe(true);
  });
});

describe("the end of the keys", () => {
  it("needs the passphrase while they are open, and none while they are locked", async () => {
    const { device } = await lockedDevice("end");
    expect(tagOf(await device.desk().destroy(null))).toBe("WrongPassphrase");
    expect(tagOf(await device.desk().destroy(wrong))).toBe("WrongPassphrase");
    expect(good(await device.desk().status())).toMatchObject({ keys: "open" });
    expect(await device.restart().destroy(null)).toEqual(ok(null));
    expect(good(await device.desk().status())).toMatchObject({ keys: "none", lock: false });
    expect(good(await device.keystore.read())).toBeNull();
  });

  it("takes both slots with it", async () => {
    const { device } = await foundedDevice("both slots");
    good(await device.desk().beginVault(null, firstPass, "Next", 1));
    good(await device.desk().destroy(null));
    expect(tagOf(await device.desk().sealNext(said("x"), 1, new Uint8Array(32)))).toBe("Refused NoVaultBegun");
    expect(await device.restart().open(false)).toEqual(err({ type: "KeysMissing" }));
  });
});
