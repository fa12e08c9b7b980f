import { createPublicKey, verify as platformVerify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { testVault } from "@belay/testkit";
import { deleteMessage, helloMessage, rotateMessage } from "@belay/wire";
import { signDelete, signHello, signRotate } from "./relay-auth.ts";

const vault = testVault("relay-auth");
const origin = "https://relay.example";
const nonce = vault.random(32);
const { owner, keys, vaultId } = vault;

/** As the relay verifies: with the platform, not with this package. */
const verifies = (publicKey: Uint8Array, message: Uint8Array, sig: Uint8Array): boolean => {
  const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), publicKey]);
  return platformVerify(null, message, createPublicKey({ key: spki, format: "der", type: "spki" }), sig);
};

describe("what a client signs for the relay", () => {
  it("hello verifies under the write key, as the relay checks it", () => {
    const sig = signHello(keys, origin, vaultId, nonce);
    expect(verifies(keys.write.publicKey, helloMessage(origin, vaultId, nonce), sig)).toBe(true);
  });

  it("hello is worth nothing at another origin, for another vault or challenge, or under the owner's key", () => {
    const sig = signHello(keys, origin, vaultId, nonce);
    expect(verifies(keys.write.publicKey, helloMessage("https://other.example", vaultId, nonce), sig)).toBe(false);
    expect(verifies(keys.write.publicKey, helloMessage(origin, vault.random(16), nonce), sig)).toBe(false);
    expect(verifies(keys.write.publicKey, helloMessage(origin, vaultId, vault.random(32)), sig)).toBe(false);
    expect(verifies(owner.ownerPub, helloMessage(origin, vaultId, nonce), sig)).toBe(false);
  });

  it("rotation verifies under the owner's key for that epoch and key alone", () => {
    const sig = signRotate(owner, 2, keys.write.publicKey);
    expect(verifies(owner.ownerPub, rotateMessage(vaultId, 2, keys.write.publicKey), sig)).toBe(true);
    expect(verifies(owner.ownerPub, rotateMessage(vaultId, 3, keys.write.publicKey), sig)).toBe(false);
    expect(verifies(keys.write.publicKey, rotateMessage(vaultId, 2, keys.write.publicKey), sig)).toBe(false);
  });

  it("deletion verifies under the owner's key, and a write key cannot delete", () => {
    const sig = signDelete(owner, origin, nonce);
    expect(verifies(owner.ownerPub, deleteMessage(origin, vaultId, nonce), sig)).toBe(true);
    expect(verifies(owner.ownerPub, deleteMessage(origin, vaultId, vault.random(32)), sig)).toBe(false);
    expect(
      verifies(owner.ownerPub, deleteMessage(origin, vaultId, nonce), signHello(keys, origin, vaultId, nonce)),
    ).toBe(false);
  });
});
