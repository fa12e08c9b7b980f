import { createHash, createPrivateKey, createPublicKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import { concat, toHex, utf8 } from "@belay/basics";
import { seededRandom } from "@belay/testkit";
import { deviceFrom, localKey, newDevice, newOwner, newVaultKey, ownerFrom, vaultIdOf, vaultKeys } from "./keys.ts";

const random = seededRandom("keys");
const pkcs8 = (seed: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
const platformPublic = (seed: Uint8Array): Buffer =>
  createPublicKey(createPrivateKey({ key: pkcs8(seed), format: "der", type: "pkcs8" }))
    .export({ format: "der", type: "spki" })
    .subarray(-32);

describe("the owner", () => {
  const owner = newOwner(random);

  it("has an id that certifies itself: the hash of the public key", () => {
    const hash = createHash("sha256").update("vault-id/1").update(owner.ownerPub).digest();
    expect(toHex(owner.vaultId)).toBe(hash.subarray(0, 16).toString("hex"));
    expect(vaultIdOf(owner.ownerPub)).toEqual(owner.vaultId);
  });

  it("is the same again from its secret", () => {
    expect(ownerFrom(owner.secret.expose()).vaultId).toEqual(owner.vaultId);
  });

  it("signs with a key derived from its secret, never with the secret itself", () => {
    expect(toHex(owner.sign.seed.expose())).not.toBe(toHex(owner.secret.expose()));
    expect(toHex(owner.ownerPub)).toBe(platformPublic(owner.sign.seed.expose()).toString("hex"));
  });

  it("two vaults share nothing", () => {
    const other = newOwner(random);
    expect(toHex(other.vaultId)).not.toBe(toHex(owner.vaultId));
  });
});

describe("an epoch's keys", () => {
  const epochKey = newVaultKey(random);
  const keys = vaultKeys(epochKey);

  it("are the same each time they are unfolded", () => {
    expect(vaultKeys(epochKey).write.publicKey).toEqual(keys.write.publicKey);
  });

  it("give each local store a key of its own", () => {
    const stores = ["drafts", "outbox", "index", ""].map((store) => toHex(localKey(keys, store)));
    expect(new Set(stores).size).toBe(stores.length);
  });

  it("have one use each: no derived key equals another or the epoch key", () => {
    const all = [epochKey.expose(), keys.root.expose(), keys.write.seed.expose(), localKey(keys, "write")].map(toHex);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("a device", () => {
  it("takes 16 bytes for its id and 32 for each of two keys, all different", () => {
    const taken: number[] = [];
    const device = newDevice((length) => {
      taken.push(length);
      return random(length);
    });
    expect(taken).toEqual([16, 32, 32]);
    expect(device.id).toHaveLength(16);
    expect(toHex(device.sign.seed.expose())).not.toBe(toHex(device.agree.secret.expose()));
  });

  it("is new on every install", () => {
    const [a, b] = [newDevice(random), newDevice(random)];
    expect(toHex(concat(a.id, a.sign.publicKey, a.agree.publicKey))).not.toBe(
      toHex(concat(b.id, b.sign.publicKey, b.agree.publicKey)),
    );
  });

  it("is the same again from its parts, and keeps its own copy of them", () => {
    const id = Uint8Array.from(utf8("sixteen bytes id"));
    const [seed, scalar] = [random(32), random(32)];
    const device = deviceFrom(id, seed, scalar);
    const before = toHex(device.id);
    id.fill(0);
    expect(toHex(device.id)).toBe(before);
    expect(toHex(device.sign.publicKey)).toBe(platformPublic(seed).toString("hex"));
  });
});
