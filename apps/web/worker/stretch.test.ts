import { argon2id as nobleArgon2id } from "@noble/hashes/argon2.js";
import { err, fromHex, toHex, utf8 } from "@belay/basics";
import { lockParams, lowMemoryParams } from "@belay/vault";
import { describe, expect, it } from "vitest";
import { firstPass, good, tagOf, testDevice } from "../../../tests/world/desk-world.ts";
import { stretchByArgon2 } from "./stretch.ts";

const salt = Uint8Array.from({ length: 16 }, (_, i) => i);

describe("Argon2id in the worker", () => {
  it.each([
    ["a passphrase", firstPass],
    ["letters beyond ASCII", "Zoë’s fifth canyon orbit"],
    ["a long text", "orbit ".repeat(600)],
  ])("gives what another implementation gives: %s", async (_name, text) => {
    const params = { memoryKiB: 256, passes: 3, lanes: 1 };
    const other = nobleArgon2id(utf8(text), salt, { m: 256, t: 3, p: 1, dkLen: 32, version: 0x13 });
    expect(toHex(good(await stretchByArgon2(utf8(text), salt, params)))).toBe(toHex(other));
  });

  it("gives 32 bytes that follow from passphrase, salt and settings alone, with the settings that are shipped", async () => {
    const one = good(await stretchByArgon2(utf8(firstPass), salt, lockParams));
    const low = good(await stretchByArgon2(utf8(firstPass), salt, lowMemoryParams));
    const other = good(await stretchByArgon2(utf8(firstPass), salt.toReversed(), lockParams));
    expect([one.length, low.length]).toEqual([32, 32]);
    expect(new Set([one, low, other].map(toHex)).size).toBe(3);
    expect(toHex(good(await stretchByArgon2(utf8(firstPass), salt, lockParams)))).toBe(toHex(one));
  });

  it("takes an empty passphrase as a wrong one like any other", async () => {
    expect(good(await stretchByArgon2(new Uint8Array(0), salt, { memoryKiB: 64, passes: 1, lanes: 1 }))).toHaveLength(
      32,
    );
  });

  it("says that there is not enough memory instead of failing", async () => {
    const never = { memoryKiB: 8 * 1024 * 1024, passes: 1, lanes: 1 };
    expect(await stretchByArgon2(utf8(firstPass), salt, never)).toEqual(err({ type: "NoMemory" }));
  });
});

describe("a lock as it is shipped", () => {
  it("opens with its passphrase and with no other", async () => {
    const device = testDevice("real", { stretch: stretchByArgon2 });
    good(await device.desk().open(true));
    const { identity } = good(await device.desk().beginVault(null, firstPass, "Phone", 1));
    good(await device.desk().finishVault());
    const desk = device.restart();
    expect(tagOf(await desk.unlock(`${firstPass}s`))).toBe("WrongPassphrase");
    device.turn(1_000);
    expect(good(await desk.unlock(firstPass)).vault).toBe(identity.vault);
    expect(fromHex(identity.vault).ok).toBe(true);
  });
});
