import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toHex } from "@belay/basics";
import { checkWords, vectorHash } from "./vector.ts";

const vaultId = new Uint8Array(16).fill(1);
const device = (n: number): string => n.toString(16).padStart(32, "0");
const hash = (n: number): string => n.toString(16).padStart(64, "0");
const seen = { [device(1)]: [4, hash(5)], [device(2)]: [1, hash(6)] } as const;
const hexOf = (...args: Parameters<typeof vectorHash>): string => {
  const result = vectorHash(...args);
  return result.ok ? toHex(result.value) : "refused";
};

describe("the hash of what was seen", () => {
  it("does not depend on the order of devices", () => {
    const turned = { [device(2)]: seen[device(2)] ?? [1, ""], [device(1)]: seen[device(1)] ?? [1, ""] } as const;
    expect(hexOf(vaultId, turned)).toBe(hexOf(vaultId, seen));
  });

  it("changes with the vault, a device, a place and a hash", () => {
    const others = [
      hexOf(new Uint8Array(16), seen),
      hexOf(vaultId, {}),
      hexOf(vaultId, { [device(1)]: [4, hash(5)] }),
      hexOf(vaultId, { ...seen, [device(1)]: [5, hash(5)] }),
      hexOf(vaultId, { ...seen, [device(1)]: [4, hash(7)] }),
      hexOf(vaultId, { [device(3)]: [4, hash(5)], [device(2)]: [1, hash(6)] }),
      hexOf(vaultId, seen),
    ];
    expect(new Set(others).size).toBe(others.length);
  });

  it.each([[{ zz: [1, hash(1)] as const }], [{ [device(1)]: [1, "ab"] as const }], [{ ab: [1, hash(1)] as const }]])(
    "refuses what is not hex of the right length",
    (bad) => {
      expect(vectorHash(vaultId, bad)).toEqual({ ok: false, error: { type: "NotBytes" } });
    },
  );
});

describe("check words", () => {
  it("are six words, the same for the same vector", () => {
    const result = vectorHash(vaultId, seen);
    if (!result.ok) throw new Error("refused");
    expect(checkWords(result.value)).toHaveLength(6);
    expect(checkWords(result.value)).toEqual(checkWords(Uint8Array.from(result.value)));
  });

  it("differ as soon as one of the first 66 bits does, and only then", () => {
    fc.assert(
      fc.property(fc.nat({ max: 255 }), (bit) => {
        const [a, b] = [new Uint8Array(32), new Uint8Array(32)];
        b[bit >> 3] = 128 >> (bit & 7);
        expect(checkWords(a).join() === checkWords(b).join()).toBe(bit >= 66);
      }),
    );
  });
});
