import { describe, expect, it } from "vitest";
import { toHex } from "@belay/basics";
import { seededRandom } from "@belay/testkit";
import { byNoble, bySodium, byWasm, published, publishedByNoble } from "../../tests/vectors/argon.ts";
import { lockParams, lowMemoryParams } from "./kdf.ts";
import { passphraseBytes } from "./passphrase.ts";

const random = seededRandom("argon");

describe("what stretches a passphrase", () => {
  it("is the Argon2id of RFC 9106", () => {
    expect(toHex(publishedByNoble())).toBe(published.tag);
  });

  it.each([
    ["an empty passphrase", "", 64, 3],
    ["a short one", "tuna", 64, 1],
    ["five words", "tuna gravity velvet onion sketch", 256, 3],
    ["another script", "зелёный чайник поёт", 1024, 4],
    ["a long one", "x".repeat(500), 512, 12],
  ])("gives the same bytes by hash-wasm, libsodium and noble: %s", async (_, text, memoryKiB, passes) => {
    const one = { password: passphraseBytes(text), salt: random(16), memoryKiB, passes };
    const noble = toHex(byNoble(one));
    if (text !== "") expect(toHex(await byWasm(one))).toBe(noble);
    expect(toHex(await bySodium(one))).toBe(noble);
  });

  it.each([
    ["a lock's", lockParams],
    ["the low-memory lock's", lowMemoryParams],
  ])("does so at %s own settings", async (_, { memoryKiB, passes }) => {
    const one = { password: passphraseBytes("tuna gravity velvet onion sketch"), salt: random(16), memoryKiB, passes };
    expect(toHex(await byWasm(one))).toBe(toHex(await bySodium(one)));
  });

  it("changes with passphrase, salt, memory and passes", async () => {
    const one = { password: passphraseBytes("tuna gravity"), salt: random(16), memoryKiB: 64, passes: 3 };
    const others = [
      { password: passphraseBytes("tuna gravitx") },
      { salt: random(16) },
      { memoryKiB: 72 },
      { passes: 4 },
    ];
    const made = await Promise.all([one, ...others.map((other) => ({ ...one, ...other }))].map(byWasm));
    expect(new Set(made.map(toHex)).size).toBe(5);
  });
});
