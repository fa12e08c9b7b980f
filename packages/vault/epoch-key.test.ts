import { describe, expect, it } from "vitest";
import { testVault } from "@belay/testkit";
import { openEpochKey, sealEpochKey, sealedKeyBytes, type EpochKeyPlace } from "./epoch-key.ts";
import { newDevice, newVaultKey, vaultKeys } from "./keys.ts";

const { vaultId, keys, device, random } = testVault("epoch keys");
const place: EpochKeyPlace = { vaultId, epoch: 2, device: device.id, before: keys };
const key = newVaultKey(random);
const sealed = (): Uint8Array => {
  const made = sealEpochKey(place, device.agree.publicKey, key, random);
  if (!made.ok) throw new Error(made.error.type);
  return made.value;
};
const bytes = sealed();
const faultOf = (at: EpochKeyPlace, own = device.agree, given = bytes): string => {
  const read = openEpochKey(at, own, given);
  return read.ok ? "none" : read.error.type;
};

describe("the key of a new epoch", () => {
  it("reaches the device it is sealed to", () => {
    const read = openEpochKey(place, device.agree, bytes);
    expect(read.ok && read.value.expose()).toEqual(key.expose());
    expect(bytes.length).toBe(sealedKeyBytes);
    expect(sealed()).not.toEqual(bytes);
  });

  it("does not reach a device that has the old epoch's key alone, which a revoked one has", () => {
    expect(faultOf(place, newDevice(random).agree)).toBe("BadTag");
  });

  it.each([
    ["for another vault", { vaultId: random(16) }],
    ["for another epoch", { epoch: 3 }],
    ["for another device", { device: random(16) }],
    ["by somebody without the old epoch's key", { before: vaultKeys(newVaultKey(random)) }],
  ])("does not open when it was sealed %s", (_, other) => {
    expect(faultOf({ ...place, ...other })).toBe("BadTag");
  });

  it("does not open changed, cut, or from a key of low order", () => {
    for (let at = 0; at < bytes.length; at += 1)
      expect(faultOf(place, device.agree, bytes.with(at, (bytes[at] ?? 0) ^ 1)), String(at)).not.toBe("none");
    expect(faultOf(place, device.agree, bytes.slice(1))).toBe("BadLength");
    expect(faultOf(place, device.agree, bytes.fill(0, 0, 32))).toBe("BadKey");
    const low = sealEpochKey(place, new Uint8Array(32), key, random);
    expect(low.ok ? "none" : low.error.type).toBe("BadKey");
  });
});
