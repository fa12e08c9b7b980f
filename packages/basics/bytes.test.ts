import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  concat,
  equalBytes,
  fromBase64Url,
  fromHex,
  fromUtf8,
  readU32,
  readU64,
  toBase64Url,
  toHex,
  u32,
  u64,
  utf8,
} from "./bytes.ts";

const bytes = fc.uint8Array({ maxLength: 200 });
const notBytes = { ok: false, error: { type: "NotBytes" } };

describe("hexadecimal", () => {
  it("writes two lower-case digits a byte", () => {
    expect(toHex(Uint8Array.of(0, 1, 10, 171, 255))).toBe("00010aabff");
    expect(toHex(new Uint8Array(0))).toBe("");
  });

  it("comes back as it was", () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(fromHex(toHex(some))).toEqual({ ok: true, value: some });
      }),
    );
  });

  it.each(["0", "abc", "AB", "0x", "zz", " 00", "00\n", "０１"])("refuses %j", (text) => {
    expect(fromHex(text)).toEqual(notBytes);
  });

  it("agrees with the platform's own", () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(toHex(some)).toBe(Buffer.from(some).toString("hex"));
      }),
    );
  });
});

describe("base64url", () => {
  // RFC 4648, section 10, without padding.
  it.each([
    ["", ""],
    ["f", "Zg"],
    ["fo", "Zm8"],
    ["foo", "Zm9v"],
    ["foob", "Zm9vYg"],
    ["fooba", "Zm9vYmE"],
    ["foobar", "Zm9vYmFy"],
  ])("writes %j as %j and reads it back", (text, coded) => {
    expect(toBase64Url(utf8(text))).toBe(coded);
    expect(fromBase64Url(coded)).toEqual({ ok: true, value: utf8(text) });
  });

  it("uses the two letters that are safe in a link", () => {
    expect(toBase64Url(Uint8Array.of(251, 255, 191))).toBe("-_-_");
  });

  it("agrees with the platform's own, and comes back as it was", () => {
    fc.assert(
      fc.property(bytes, (some) => {
        const text = toBase64Url(some);
        expect(text).toBe(Buffer.from(some).toString("base64url"));
        expect(fromBase64Url(text)).toEqual({ ok: true, value: some });
      }),
    );
  });

  it.each(["A", "AAAAA", "Zg==", "Zm9v=", "a+b/", "Z g", "Zg\n", "é", "AB😀"])("refuses %j", (text) => {
    expect(fromBase64Url(text)).toEqual(notBytes);
  });

  it("refuses a second spelling of the same bytes: stray bits behind the last byte", () => {
    expect(fromBase64Url("Zg").ok).toBe(true);
    for (const text of ["Zh", "Zi", "Zv", "Zm9", "Zm-"]) expect(fromBase64Url(text)).toEqual(notBytes);
  });

  it("whatever is accepted is the one spelling of its bytes", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{0,40}$/), (text) => {
        const read = fromBase64Url(text);
        if (read.ok) expect(toBase64Url(read.value)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("UTF-8", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
        expect(fromUtf8(utf8(text))).toEqual({ ok: true, value: text });
      }),
    );
  });

  it("keeps a byte order mark, so that bytes and text stay one to one", () => {
    expect(fromUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toEqual({ ok: true, value: "\ufeffa" });
  });

  it.each([[[0xff]], [[0xc3]], [[0xc0, 0x80]], [[0xed, 0xa0, 0x80]], [[0xf4, 0x90, 0x80, 0x80]]])(
    "refuses the bytes %j",
    (list) => {
      expect(fromUtf8(Uint8Array.from(list))).toEqual(notBytes);
    },
  );
});

describe("joining and comparing", () => {
  it("joins parts in order", () => {
    expect(concat()).toEqual(new Uint8Array(0));
    expect(concat(Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(2, 3))).toEqual(Uint8Array.of(1, 2, 3));
  });

  it("a joined array shares nothing with its parts", () => {
    const part = Uint8Array.of(1, 2);
    const whole = concat(part);
    part[0] = 9;
    expect(whole[0]).toBe(1);
  });

  it("finds equal what is equal and nothing else", () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(equalBytes(a, b)).toBe(toHex(a) === toHex(b));
        expect(equalBytes(a, Uint8Array.from(a))).toBe(true);
      }),
    );
  });

  it("sees every single flipped bit", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 64 }),
        fc.nat(),
        fc.integer({ min: 0, max: 7 }),
        (a, at, bit) => {
          const b = Uint8Array.from(a);
          const i = at % a.length;
          b[i] = (b[i] ?? 0) ^ (1 << bit);
          expect(equalBytes(a, b)).toBe(false);
        },
      ),
    );
  });
});

describe("big-endian numbers", () => {
  it("writes the highest byte first", () => {
    expect(toHex(u32(0x01020304))).toBe("01020304");
    expect(toHex(u64(2 ** 53 - 1))).toBe("001fffffffffffff");
  });

  it("come back as they were, at any offset and in any view", () => {
    const small = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    const large = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(small, large, fc.nat({ max: 9 }), (a, b, before) => {
        const whole = concat(new Uint8Array(before), u32(a), u64(b));
        expect(readU32(whole, before)).toBe(a);
        expect(readU64(whole, before + 4)).toEqual({ ok: true, value: b });
        expect(readU32(whole.subarray(before), 0)).toBe(a);
      }),
    );
  });

  it("refuses what a number of ours cannot hold", () => {
    expect(readU64(fromHexOrThrow("0020000000000000"), 0)).toEqual(notBytes);
    expect(readU64(new Uint8Array(8).fill(255), 0)).toEqual(notBytes);
  });
});

const fromHexOrThrow = (text: string): Uint8Array => {
  const read = fromHex(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};
