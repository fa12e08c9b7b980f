import { describe, expect, it } from "vitest";
import { fromUtf8, toHex, utf8 } from "@belay/basics";
import { deleteMessage, helloMessage, rotateMessage, vaultIdInput } from "./relay-messages.ts";

const vaultId = new Uint8Array(16).fill(0xaa);
const nonce = new Uint8Array(32).fill(0xbb);

describe("what is signed for the relay", () => {
  it("hello binds its purpose, the origin with its length, the vault and the nonce", () => {
    expect(toHex(helloMessage("https://a.example", vaultId, nonce))).toBe(
      toHex(utf8("relay-auth/1")) + "00000011" + toHex(utf8("https://a.example")) + "aa".repeat(16) + "bb".repeat(32),
    );
  });

  it("delete binds the same under its own purpose", () => {
    expect(toHex(deleteMessage("https://a.example", vaultId, nonce))).toBe(
      toHex(utf8("delete/1")) + "00000011" + toHex(utf8("https://a.example")) + "aa".repeat(16) + "bb".repeat(32),
    );
  });

  it("rotate binds the vault, the epoch in four bytes and the new key", () => {
    expect(toHex(rotateMessage(vaultId, 258, nonce))).toBe(
      toHex(utf8("rotate/1")) + "aa".repeat(16) + "00000102" + "bb".repeat(32),
    );
  });

  it("the input of a vault's id starts with its purpose", () => {
    expect(fromUtf8(vaultIdInput(nonce).subarray(0, 10))).toEqual({ ok: true, value: "vault-id/1" });
    expect(vaultIdInput(nonce)).toHaveLength(42);
  });

  it("no message for one purpose, origin, vault or nonce is a message for another", () => {
    const other = new Uint8Array(16).fill(1);
    const all = [
      helloMessage("https://a", vaultId, nonce),
      helloMessage("https://a.b", vaultId, nonce),
      helloMessage("https://a", other, nonce),
      helloMessage("", vaultId, nonce),
      deleteMessage("https://a", vaultId, nonce),
      rotateMessage(vaultId, 1, nonce),
      rotateMessage(vaultId, 2, nonce),
      helloMessage("https://a", vaultId, new Uint8Array(32)),
    ].map(toHex);
    expect(new Set(all).size).toBe(all.length);
  });
});
