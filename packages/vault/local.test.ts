import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, utf8 } from "@belay/basics";
import { testVault } from "@belay/testkit";
import { opCap } from "@belay/wire";
import { openLocal, sealLocal, type LocalPlace } from "./local.ts";
import { isBucket } from "./padding.ts";

const vault = testVault("local");
const place: LocalPlace = { store: "drafts", name: "ask" };
const sealed = (plain: Uint8Array, at: LocalPlace = place): Uint8Array => {
  const box = sealLocal(vault.keys, at, plain, vault.random);
  if (!box.ok) throw new Error(box.error.type);
  return box.value;
};
const faultOf = (box: Uint8Array, at: LocalPlace = place, keys = vault.keys): string => {
  const opened = openLocal(keys, at, box);
  return opened.ok ? "opened" : opened.error.type;
};

describe("a local box", () => {
  it("comes back as it was, in a bucket's size", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (plain) => {
        const box = sealed(plain);
        expect(isBucket(box.length - 32 - 16)).toBe(true);
        expect(openLocal(vault.keys, place, box)).toEqual({ ok: true, value: plain });
      }),
      { numRuns: 40 },
    );
  });

  it("opens at its own place alone", () => {
    const box = sealed(utf8("draft"));
    expect(faultOf(box, { ...place, name: "other" })).toBe("BadTag");
    expect(faultOf(box, { ...place, store: "outbox" })).toBe("BadTag");
    expect(faultOf(box, place, testVault("another").keys)).toBe("BadTag");
  });

  it("with any byte changed, cut short or lengthened is refused", () => {
    const box = sealed(utf8("draft"));
    for (let at = 0; at < box.length; at += 1) {
      const copy = Uint8Array.from(box);
      copy[at] = (copy[at] ?? 0) ^ 32;
      expect(faultOf(copy)).toBe(at < 8 ? "BadMagic" : "BadTag");
    }
    expect(faultOf(box.subarray(0, -1))).toBe("TooShort");
    expect(faultOf(concat(box, Uint8Array.of(0)))).toBe("BadTag");
  });

  it("holds as much as an envelope and no more", () => {
    expect(faultOf(sealed(new Uint8Array(opCap - 4)))).toBe("opened");
    expect(sealLocal(vault.keys, place, new Uint8Array(opCap - 3), vault.random)).toMatchObject({
      ok: false,
      error: { type: "TooLong" },
    });
  });

  it("random bytes never throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 900 }), fc.nat({ max: 32 }), (bytes, keep) => {
        expect(faultOf(concat(sealed(utf8("x")).subarray(0, keep), bytes))).not.toBe("opened");
      }),
      { numRuns: 200 },
    );
  });
});
