import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, toHex } from "@belay/basics";
import { seededRandom, testVault } from "@belay/testkit";
import { custodyAad, custodyVaultId, packCustody, unpackCustody, type DailyCustody } from "./custody.ts";
import { newDevice, newOwner, newVaultKey } from "./keys.ts";
import { asSecret } from "./secret.ts";

const random = seededRandom("custody");
const owner = newOwner(random);
const daily = (epochs: readonly number[]): DailyCustody => ({
  kind: "daily",
  ownerPub: owner.ownerPub,
  device: newDevice(random),
  epochs: epochs.map((epoch) => ({ epoch, key: newVaultKey(random) })),
});
const typeOf = (bytes: Uint8Array): string => {
  const read = unpackCustody(bytes);
  return read.ok ? read.value.kind : read.error.type;
};

describe("daily custody", () => {
  it.each([[[1]], [[1, 2, 3]], [[4, 9]], [[1, 2, 2, 3]], [[1, 1, 1, 2, 2]]])(
    "of epochs %j comes back as it was",
    (epochs) => {
      const custody = daily(epochs);
      const read = unpackCustody(packCustody(custody));
      if (!read.ok || read.value.kind !== "daily") throw new Error("not daily");
      const { device } = read.value;
      expect(toHex(device.id)).toBe(toHex(custody.device.id));
      expect(device.sign.publicKey).toEqual(custody.device.sign.publicKey);
      expect(device.agree.publicKey).toEqual(custody.device.agree.publicKey);
      expect(read.value.epochs.map(({ epoch, key }) => [epoch, toHex(key.expose())])).toEqual(
        custody.epochs.map(({ epoch, key }) => [epoch, toHex(key.expose())]),
      );
      expect(custodyVaultId(read.value)).toEqual(owner.vaultId);
    },
  );

  it("never holds the owner secret", () => {
    expect(toHex(packCustody(daily([1])))).not.toContain(toHex(owner.secret.expose()));
  });

  it("can be wiped after unpacking without losing the keys", () => {
    const bytes = packCustody(daily([1]));
    const before = unpackCustody(bytes);
    if (!before.ok || before.value.kind !== "daily") throw new Error("not daily");
    const key = toHex(before.value.epochs[0]?.key.expose() ?? bytes);
    bytes.fill(0);
    expect(toHex(before.value.epochs[0]?.key.expose() ?? bytes)).toBe(key);
    expect(custodyVaultId(before.value)).toEqual(owner.vaultId);
  });

  it.each([[[]], [[0]], [[2, 1]], [[1, 2, 1]], [[0, 0]], [[1, 2 ** 31 + 2]], [[2 ** 31 + 1]]])(
    "with epochs %j is refused",
    (epochs) => {
      expect(typeOf(packCustody(daily(epochs)))).toBe("BadShape");
    },
  );
});

describe("owner custody", () => {
  it("comes back as it was", () => {
    const read = unpackCustody(packCustody({ kind: "owner", owner }));
    expect(read.ok && read.value.kind === "owner" && read.value.owner.vaultId).toEqual(owner.vaultId);
  });

  it("binds another text than daily custody, so that one wrap cannot stand in for the other", () => {
    expect(toHex(custodyAad("owner"))).not.toBe(toHex(custodyAad("daily")));
  });
});

describe("damaged custody", () => {
  const packed = [packCustody(daily([1, 2])), packCustody({ kind: "owner", owner })];

  it("cut short or lengthened is refused", () => {
    for (const bytes of packed) {
      for (let length = 0; length < bytes.length; length += 1)
        expect(["daily", "owner"]).not.toContain(typeOf(bytes.subarray(0, length)));
      expect(typeOf(concat(bytes, Uint8Array.of(0)))).toBe("BadShape");
    }
  });

  it.each([
    [0, "BadMagic"],
    [4, "UnknownVersion"],
    [5, "UnknownSuite"],
    [6, "UnknownType"],
    [7, "UnknownFlags"],
  ])("byte %i is checked by name: %s", (at, fault) => {
    for (const bytes of packed) {
      const copy = Uint8Array.from(bytes);
      copy[at] = 77;
      expect(typeOf(copy)).toBe(fault);
    }
  });

  it("random bytes never throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 8 }), (bytes, keep) => {
        typeOf(concat((packed[0] ?? bytes).subarray(0, keep), bytes));
      }),
    );
  });
});

describe("the owner's custody once recovery words were made", () => {
  const vault = testVault("custody with words");
  const words = vault.random(16);
  const bytes = packCustody({ kind: "owner", owner: vault.owner, recovery: asSecret(words) });

  it("holds the words' entropy behind the owner secret", () => {
    expect(bytes.length).toBe(56);
    const read = unpackCustody(bytes);
    if (!read.ok || read.value.kind !== "owner") throw new Error("no owner");
    expect(read.value.recovery?.expose()).toEqual(words);
    expect(read.value.owner.vaultId).toEqual(vault.owner.vaultId);
  });

  it("points nowhere into the bytes it was read from, which are wiped", () => {
    const copy = Uint8Array.from(bytes);
    const read = unpackCustody(copy);
    copy.fill(0);
    expect(read.ok && read.value.kind === "owner" && read.value.recovery?.expose()).toEqual(words);
  });

  it.each([39, 41, 48, 55, 57])("is refused with %d bytes", (length) => {
    const other = new Uint8Array(length);
    other.set(bytes.subarray(0, Math.min(length, 56)));
    expect(unpackCustody(other).ok).toBe(false);
  });

  it("reads as before when there are none", () => {
    const read = unpackCustody(packCustody({ kind: "owner", owner: vault.owner }));
    expect(read.ok && "recovery" in read.value).toBe(false);
  });
});
