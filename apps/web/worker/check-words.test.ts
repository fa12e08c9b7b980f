/** Tests the six words that two people compare, or one person on two devices. */
import { describe, expect, it } from "vitest";
import { firstPass, good, lockedDevice, tagOf, testDevice } from "../../../tests/world/desk-world.ts";
import { wordsOf } from "./check-words.ts";

const vault = "01".repeat(16);
const device = (n: number): string => n.toString(16).padStart(32, "0");
const seen = { [device(1)]: [4, "ab".repeat(32)], [device(2)]: [1, "cd".repeat(32)] } as const;

describe("the six words", () => {
  it("are the same on two devices that have seen the same, in whatever order they heard of it", () => {
    const turned = Object.fromEntries(Object.entries(seen).toReversed());
    expect(wordsOf(vault, seen)).toHaveLength(6);
    expect(wordsOf(vault, turned)).toEqual(wordsOf(vault, seen));
  });

  it.each([
    ["one has seen an envelope more", vault, { ...seen, [device(1)]: [5, "ab".repeat(32)] }],
    ["one was shown another history", vault, { ...seen, [device(1)]: [4, "ef".repeat(32)] }],
    ["one knows a device that the other does not", vault, { ...seen, [device(3)]: [1, "ab".repeat(32)] }],
    ["one was shown nothing", vault, {}],
    ["they are of two vaults", "02".repeat(16), seen],
  ] as const)("differ when %s", (_what, id, vector) => {
    expect(wordsOf(id, vector)).not.toEqual(wordsOf(vault, seen));
  });

  it.each([
    ["there is no vault", "", seen],
    ["the vault's id is none", "not hexadecimal", seen],
    ["a device's id is none", vault, { nobody: [1, "ab".repeat(32)] }],
    ["a link is none", vault, { [device(1)]: [1, "ab"] }],
  ] as const)("are none when %s", (_what, id, vector) => {
    expect(wordsOf(id, vector)).toEqual([]);
  });
});

describe("the desk, asked for them", () => {
  it("gives those of its own vault, which stay the same for the same view", async () => {
    const [{ device: one }, { device: other }] = [await lockedDevice("words one"), await lockedDevice("words other")];
    const id = good(await one.desk().open(false)).vault;
    expect(good(await one.desk().checkWords(seen))).toEqual(wordsOf(id, seen));
    expect(good(await other.desk().checkWords(seen))).not.toEqual(wordsOf(id, seen));
    const desk = one.restart();
    expect(tagOf(await desk.checkWords(seen))).toBe("KeysMissing");
    good(await desk.unlock(firstPass));
    expect(good(await desk.checkWords(seen))).toEqual(wordsOf(id, seen));
  });

  it("has none without keys", async () => {
    expect(tagOf(await testDevice("no keys").desk().checkWords(seen))).toBe("KeysMissing");
  });
});
