import { readFileSync } from "node:fs";
import { err, fromHex, ok, toHex } from "@belay/basics";
import { recoveryCoverBytes } from "@belay/vault";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { good, readBy, testDevice } from "../../../tests/world/desk-world.ts";
import { decodeRecord, encodeRecord, type KeyRecord, type Slot } from "./record.ts";

const bytes = (maxLength: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: 1, maxLength }).map((array) => new Uint8Array(array));
const id = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((array) => new Uint8Array(array));
const cover = fc
  .uint8Array({ minLength: recoveryCoverBytes, maxLength: recoveryCoverBytes })
  .map((array) => new Uint8Array(array));

const slots: fc.Arbitrary<Slot> = fc.record({
  vaultId: id,
  lock: fc.boolean(),
  foreign: fc.boolean(),
  daily: bytes(300),
  owner: bytes(80),
  passkey: fc.option(fc.record({ credential: bytes(64), wrap: bytes(300) })),
  recovery: fc.option(
    fc.oneof(fc.record({ id, cover: fc.option(cover) }), fc.record({ id, cover: fc.constant(null), before: id })),
  ),
});

const records: fc.Arbitrary<KeyRecord> = fc.record({
  failures: fc.nat(0xffff),
  notBefore: fc.maxSafeNat(),
  current: slots,
  next: fc.option(slots),
});

describe("what the keystore keeps", () => {
  it("is the same after it was written and read", () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(decodeRecord(encodeRecord(record))).toEqual(ok(record));
      }),
    );
  });

  it("is refused when it is cut short anywhere, or longer than it was", () => {
    const [record] = fc.sample(records, { numRuns: 1, seed: 7 });
    if (record === undefined) throw new Error("no sample");
    const whole = encodeRecord(record);
    for (let length = 0; length < whole.length; length += 1) {
      const read = decodeRecord(whole.slice(0, length));
      // A cut at the very end of the first slot is a record without a second one.
      if (read.ok) expect(read.value.next).toBeNull();
      else expect(read).toEqual(err({ type: "KeysUnreadable" }));
    }
    expect(decodeRecord(Uint8Array.of(...whole, 0)).ok).toBe(false);
  });

  it.each([
    ["another version", 4, 2],
    ["a flag", 5, 1],
    ["a lock that is neither there nor not", 24, 2],
    ["an origin that is neither", 25, 7],
  ])("is refused with %s", (_name, at, byte) => {
    const slot: Slot = {
      vaultId: new Uint8Array(16),
      lock: false,
      foreign: false,
      daily: Uint8Array.of(1),
      owner: Uint8Array.of(2),
      passkey: null,
      recovery: null,
    };
    const whole = encodeRecord({ failures: 0, notBefore: 0, current: slot, next: null });
    expect(decodeRecord(whole).ok).toBe(true);
    whole[at] = byte;
    expect(decodeRecord(whole)).toEqual(err({ type: "KeysUnreadable" }));
  });
});

const fixture: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL("../../../fixtures/keys/version-1.json", import.meta.url), "utf8"),
);
const frozen = (name: string): Uint8Array => good(fromHex(fixture[name] ?? ""));

describe("the record of the first version", () => {
  it("opens as it did, with everything its keys had sealed", async () => {
    const device = testDevice("old");
    good(await device.keystore.write(frozen("record")));
    const desk = device.desk();
    expect(good(await desk.open(false))).toEqual({
      vault: fixture["vault"],
      device: fixture["device"],
      epoch: 1,
      fresh: false,
    });
    expect(await readBy(desk, [frozen("envelope")])).toEqual(["kept"]);
    expect(toHex(good(await desk.openLocal("form/1", frozen("local"))))).toBe("010203");
  });

  it("is a bare vault that can found itself, prove itself at a relay, and be deleted there", async () => {
    const device = testDevice("old too");
    good(await device.keystore.write(frozen("record")));
    const desk = device.desk();
    expect(good(await desk.status())).toMatchObject({ keys: "bare", lock: false, recovery: false, waiting: null });
    good(await desk.open(false));
    const hello = good(await desk.hello("https://a.example", new Uint8Array(32)));
    expect(hello.ownerSig).toHaveLength(64);
    expect(good(await desk.signDelete("https://a.example", new Uint8Array(32), null))).toHaveLength(64);
    good(await desk.openMany([await device.write(good(await desk.foundBody(null, "Phone", 1)), "membership")], true));
    expect(good(await desk.members())).toMatchObject([{ device: fixture["device"], name: "Phone", self: true }]);
  });

  it("is kept as it is until something changes, and opens in its new form after", async () => {
    const device = testDevice("old again");
    good(await device.keystore.write(frozen("record")));
    good(await device.desk().open(false));
    expect(toHex(good(await device.keystore.read()) ?? new Uint8Array())).toBe(fixture["record"]);
    good(await device.desk().recoveryWords(null));
    const changed = toHex(good(await device.keystore.read()) ?? new Uint8Array());
    expect(changed.startsWith("424b4559")).toBe(true);
    expect(good(await device.restart().open(false)).device).toBe(fixture["device"]);
  });

  it("is refused when it is not whole", () => {
    for (const cut of [0, 3, 10, 160, 164]) {
      expect(decodeRecord(frozen("record").slice(0, cut))).toEqual(err({ type: "KeysUnreadable" }));
    }
  });
});
