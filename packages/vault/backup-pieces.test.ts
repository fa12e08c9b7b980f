import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, equalBytes, type Result } from "@belay/basics";
import { seededRandom } from "@belay/testkit";
import { opCap } from "@belay/wire";
import { beginReading, readOn, type BackupReading } from "./backup-open.ts";
import { addToBackup, beginBackup, endBackup, type BackupSealing } from "./backup-seal.ts";
import { openBackup, sealBackup } from "./backup.ts";
import { newRecoveryWords } from "./words.ts";

const words = newRecoveryWords(seededRandom("words of pieces"));

const good = <T>(result: Result<T, { readonly type: string }>): T => {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};

/** Compared by hand: the test runner takes seconds over a hundred kilobytes. */
const areSame = (some: readonly Uint8Array[], others: readonly Uint8Array[]): boolean =>
  some.length === others.length && some.every((item, i) => equalBytes(item, others[i] ?? new Uint8Array(0)));

/** A file written in batches of the given sizes, in turn. */
const inPieces = (items: readonly Uint8Array[], sizes: readonly number[], seed: string): Uint8Array => {
  const random = seededRandom(seed);
  const begun = good(beginBackup(items.length, words, random));
  const parts = [...begun.parts];
  let sealing: BackupSealing = begun.sealing;
  for (let at = 0, turn = 0; at < items.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    const added = good(addToBackup(sealing, items.slice(at, at + size), random));
    expect(added.sealing.rest.length).toBeLessThanOrEqual(65_536);
    parts.push(...added.parts);
    sealing = added.sealing;
    at += size;
  }
  return concat(...parts, ...endBackup(sealing, random));
};

/** Reads to the end in steps; gives what came, and how much had come when the check was over. */
const inSteps = (file: Uint8Array, step: number) => {
  const items: Uint8Array[] = [];
  const shares: number[] = [];
  let early = 0;
  let reading: BackupReading = good(beginReading(file, words));
  for (let share = 0; share < 1;) {
    const read = readOn(reading, step);
    if (!read.ok) return { fault: read.error.type, items, shares, early };
    ({ reading, share } = read.value);
    expect(reading.rest.length).toBeLessThanOrEqual(opCap + 4);
    items.push(...read.value.items);
    shares.push(share);
    if (share <= 0.5) early += read.value.items.length;
  }
  return { fault: null, items, shares, early };
};

const many = fc.array(
  fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.integer({ min: 0, max: 120_000 }).map((length) => new Uint8Array(length).fill(length % 251)),
    // Ends exactly where a chunk ends when it comes first.
    fc.constant(new Uint8Array(65_536 - 8).fill(9)),
  ),
  { maxLength: 12 },
);

describe("a file written in pieces", () => {
  it("is byte for byte the file written at once, whatever the pieces", () => {
    fc.assert(
      fc.property(many, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }), (items, sizes) => {
        const whole = good(sealBackup(items, words, seededRandom("one")));
        expect(equalBytes(inPieces(items, sizes, "one"), whole)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it("ends with one chunk marked as the last, also where the items fill the last chunk to its edge", () => {
    const edge = [new Uint8Array(65_536 - 8).fill(3)];
    const file = inPieces(edge, [1], "edge");
    expect(file.length).toBe(68 + 65_536 + 40);
    expect(areSame(good(openBackup(file, words)), edge)).toBe(true);
  });

  it("is given up at an item above its cap, and at 256 MiB in all", () => {
    const random = seededRandom("caps");
    const { sealing } = good(beginBackup(2000, words, random));
    expect(addToBackup(sealing, [new Uint8Array(opCap + 1)], random)).toMatchObject({ error: { type: "TooLong" } });
    const item = new Uint8Array(opCap);
    const near = { ...sealing, length: 256 * 1024 * 1024 - 2 * opCap };
    expect(addToBackup(near, [item, item], random)).toMatchObject({ ok: false, error: { type: "TooLong" } });
    expect(addToBackup(near, [new Uint8Array(10)], random).ok).toBe(true);
  });

  it("holds neither more nor fewer items than were announced: both are a mistake of ours", () => {
    const random = seededRandom("count");
    const { sealing } = good(beginBackup(1, words, random));
    expect(() => addToBackup(sealing, [new Uint8Array(1), new Uint8Array(1)], random)).toThrow("more items");
    expect(() => endBackup(sealing, random)).toThrow("fewer items");
  });
});

describe("a file read in steps", () => {
  const items = Array.from({ length: 40 }, (_, i) => new Uint8Array(i * 900).fill(i));
  const file = good(sealBackup(items, words, seededRandom("steps")));

  it.each([1, 2, 3, 7, 1000])("of %i chunks gives the same items, and none before all was checked", (step) => {
    const read = inSteps(file, step);
    expect(read.fault).toBe(null);
    expect(areSame(read.items, items)).toBe(true);
    expect(read.early).toBe(0);
    expect(read.shares.at(-1)).toBe(1);
    expect(read.shares).toEqual(read.shares.toSorted((a, b) => a - b));
  });

  it("gives nothing at all when only its very last byte was changed", () => {
    const bent = Uint8Array.from(file);
    bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
    expect(inSteps(bent, 1)).toMatchObject({ fault: "Damaged", items: [] });
  });

  it("agrees with what was written for any items and any steps", () => {
    fc.assert(
      fc.property(many, fc.integer({ min: 1, max: 6 }), (some, step) => {
        const read = inSteps(good(sealBackup(some, words, seededRandom("any"))), step);
        expect(areSame(read.items, some)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});
