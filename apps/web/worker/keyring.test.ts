import { toHex } from "@belay/basics";
import { seededRandom } from "@belay/testkit";
import { newVaultKey, type EpochKey } from "@belay/vault";
import { describe, expect, it } from "vitest";
import { newKeyring } from "./keyring.ts";

const random = seededRandom("keyring");
const epoch = (number: number): EpochKey => ({ epoch: number, key: newVaultKey(random) });
const shown = (ring: ReturnType<typeof newKeyring>, number: number): readonly string[] =>
  ring.of(number).map(({ epochKey }) => toHex(epochKey.expose()));

describe("the keyring", () => {
  it("has the keys it was given, each under its epoch, and none for another", () => {
    const [one, two] = [epoch(1), epoch(2)];
    const ring = newKeyring([one, two]);
    expect(shown(ring, 1)).toEqual([toHex(one.key.expose())]);
    expect(shown(ring, 2)).toEqual([toHex(two.key.expose())]);
    expect(ring.of(3)).toEqual([]);
  });

  it("keeps two keys of one epoch, first to come first, and the same one only once", () => {
    const [one, other] = [epoch(1), epoch(1)];
    const ring = newKeyring([one]);
    ring.add(other);
    ring.add({ ...one });
    ring.add(other);
    expect(shown(ring, 1)).toEqual([one, other].map(({ key }) => toHex(key.expose())));
  });

  it("holds copies: what the giver wipes stays usable here", () => {
    const one = epoch(1);
    const before = toHex(one.key.expose());
    const ring = newKeyring([one]);
    one.key.wipe();
    expect(shown(ring, 1)).toEqual([before]);
  });

  it("wipes every byte it held", () => {
    const ring = newKeyring([epoch(1), epoch(2)]);
    const held = [1, 2].flatMap((number) =>
      ring.of(number).flatMap(({ epochKey, root, write }) => [epochKey, root, write.seed].map((one) => one.expose())),
    );
    expect(held.every((bytes) => bytes.some((byte) => byte !== 0))).toBe(true);
    ring.wipe();
    expect(held.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
    expect(ring.of(1)).toEqual([]);
  });
});
