import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256 } from "./derive.ts";
import { concat, fromHex, u32, u64, utf8 } from "@belay/basics";
import { checkWords, vectorHash } from "./vector.ts";

const vaultId = new Uint8Array(16).fill(9);
const id = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString("hex"));
const link = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("hex"));
const seen = fc.dictionary(id, fc.tuple(fc.integer({ min: 1, max: 2 ** 40 }), link), { maxKeys: 6 });
const bytesOf = (hex: string): Uint8Array => {
  const bytes = fromHex(hex);
  if (!bytes.ok) throw new Error("no hex");
  return bytes.value;
};

describe("the hash of any vector", () => {
  it("is over the published bytes, devices in order", () => {
    fc.assert(
      fc.property(seen, (vector) => {
        const rows = Object.keys(vector)
          .toSorted()
          .flatMap((device) => {
            const [seq, hash] = vector[device] ?? [0, ""];
            return [bytesOf(device), u64(seq), bytesOf(hash)];
          });
        const count = u32(Object.keys(vector).length);
        const value = sha256(concat(utf8("vector/1"), vaultId, count, ...rows));
        expect(vectorHash(vaultId, vector)).toEqual({ ok: true, value });
        expect(checkWords(value)).toHaveLength(6);
      }),
      { numRuns: 100 },
    );
  });

  it("is another one for a vector without one of its devices", () => {
    fc.assert(
      fc.property(seen, id, link, (vector, device, hash) => {
        fc.pre(!(device in vector));
        const more = { ...vector, [device]: [1, hash] as const };
        expect(vectorHash(vaultId, more)).not.toEqual(vectorHash(vaultId, vector));
      }),
      { numRuns: 100 },
    );
  });
});
