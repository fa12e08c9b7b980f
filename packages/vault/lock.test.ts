import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, u32 } from "@belay/basics";
import { seededRandom } from "@belay/testkit";
import { lockParams, lowMemoryParams, type KdfParams } from "./kdf.ts";
import { openLock, readLock, sealLock, type LockKind } from "./lock.ts";

const random = seededRandom("lock");
const [stretched, other, salt] = [random(32), random(32), random(16)];
const plain = random(160);

const sealed = (kind: LockKind = "daily", params: KdfParams | null = lockParams, body = plain): Uint8Array => {
  const blob = sealLock({ kind, params, salt, stretched }, body, random);
  if (!blob.ok) throw new Error(blob.error.type);
  return blob.value;
};
const daily = sealed();
const changed = (at: number, bytes: Uint8Array): Uint8Array => {
  const copy = Uint8Array.from(daily);
  copy.set(bytes, at);
  return copy;
};
const faultOf = (bytes: Uint8Array): string => {
  const read = readLock(bytes);
  return read.ok ? "none" : read.error.type;
};

describe("a wrap under a stretched passphrase", () => {
  it("gives back what was sealed, whatever it was", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.constantFrom("daily", "owner", "prf"), (body, kind) => {
        const blob = sealed(kind, kind === "prf" ? null : lowMemoryParams, body);
        expect(openLock(blob, stretched)).toEqual({ ok: true, value: body });
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ["daily", lockParams],
    ["owner", lowMemoryParams],
    ["prf", null],
  ] as const)("says how to open it before any secret is known: %s", (kind, params) => {
    expect(readLock(sealed(kind, params))).toEqual({ ok: true, value: { kind, params, salt } });
  });

  it("does not open with another stretched passphrase, and says so by its commitment", () => {
    expect(openLock(daily, other)).toEqual({ ok: false, error: { type: "BadCommitment" } });
  });

  it("is another one each time, and hides how much it holds", () => {
    expect(sealed()).not.toEqual(sealed());
    expect(sealed("daily", lockParams, random(10)).length).toBe(sealed("daily", lockParams, random(500)).length);
  });

  it("one kind cannot stand in for another", () => {
    expect(openLock(changed(6, Uint8Array.of(2)), stretched)).toEqual({ ok: false, error: { type: "BadCommitment" } });
  });
});

describe("what is in front of a wrap", () => {
  it.each([
    ["another magic", 0, [7], "BadMagic"],
    ["another version", 4, [2], "UnknownVersion"],
    ["another suite", 5, [2], "UnknownSuite"],
    ["no kind", 6, [0], "UnknownType"],
    ["a fourth kind", 6, [4], "UnknownType"],
    ["a flag", 7, [1], "UnknownFlags"],
    ["settings with a passkey", 6, [3], "KdfOutOfRange"],
  ])("is refused unread for %s", (_, at, bytes, fault) => {
    expect(faultOf(changed(at, Uint8Array.from(bytes)))).toBe(fault);
  });

  it.each([
    ["31 MiB", 31 * 1024, 12, 1],
    ["257 MiB", 257 * 1024, 3, 1],
    ["4 GiB", 0xffff_ffff, 3, 1],
    ["2 passes", 96 * 1024, 2, 1],
    ["13 passes", 64 * 1024, 13, 1],
    ["2 lanes", 64 * 1024, 3, 2],
    ["too little in all", 32 * 1024, 5, 1],
  ])("asks for no more and no less than the range: %s", (_, memory, passes, lanes) => {
    expect(faultOf(changed(8, concat(u32(memory), u32(passes), u32(lanes))))).toBe("KdfOutOfRange");
    const params = { memoryKiB: memory, passes, lanes };
    expect(sealLock({ kind: "daily", params, salt, stretched }, plain, random).ok).toBe(false);
  });

  it("is bound: settings that are in range but not the sealed ones do not open", () => {
    const blob = changed(8, concat(u32(128 * 1024), u32(3), u32(1)));
    expect(faultOf(blob)).toBe("none");
    expect(openLock(blob, stretched)).toEqual({ ok: false, error: { type: "BadTag" } });
  });

  it("every other byte counts as well", () => {
    for (let at = 0; at < daily.length; at += 1)
      expect(openLock(changed(at, Uint8Array.of((daily[at] ?? 0) ^ 1)), stretched).ok, String(at)).toBe(false);
  });

  it.each([
    ["nothing", 0, "TooShort"],
    ["one byte less", daily.length - 1, "TooShort"],
  ])("has a least size: %s", (_, length, fault) => {
    expect(faultOf(daily.slice(0, length))).toBe(fault);
  });

  it("has sizes of buckets alone, and a most", () => {
    expect(faultOf(concat(daily, Uint8Array.of(0)))).toBe("BadLength");
    expect(faultOf(new Uint8Array(300_000))).toBe("TooLong");
  });
});

describe("a wrap is not sealed", () => {
  it.each([
    ["with a salt of another length", { salt: random(15) }, "BadShape"],
    ["with a key of another length", { stretched: random(31) }, "BadShape"],
    ["by a passphrase without settings", { params: null }, "KdfOutOfRange"],
    ["by a passkey with settings", { kind: "prf" as const }, "KdfOutOfRange"],
  ])("%s", (_, more, fault) => {
    const made = sealLock({ kind: "daily", params: lockParams, salt, stretched, ...more }, plain, random);
    expect(made.ok ? "none" : made.error.type).toBe(fault);
  });

  it("around more than 256 KiB", () => {
    const made = sealLock({ kind: "daily", params: lockParams, salt, stretched }, new Uint8Array(262_141), random);
    expect(made.ok ? "none" : made.error.type).toBe("TooLong");
  });
});
