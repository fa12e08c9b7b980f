import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, equalBytes, toHex, u32, utf8 } from "@belay/basics";
import { seededRandom } from "@belay/testkit";
import { backupItemsMax, opCap } from "@belay/wire";
import { onceKey, seal } from "./aead.ts";
import { encodeBackupHeader } from "./backup-header.ts";
import { openBackup, sealBackup } from "./backup.ts";
import { derive, rootOf } from "./derive.ts";
import { labels } from "./labels.ts";
import { isBucket } from "./padding.ts";
import { newRecoveryWords, wordsEntropy } from "./words.ts";

const random = seededRandom("backup");
const words = newRecoveryWords(random);
const chunk = 64 * 1024 + 40;
const head = 68;
const sealed = (items: readonly Uint8Array[]): Uint8Array => {
  const file = sealBackup(items, words, random);
  if (!file.ok) throw new Error(file.error.type);
  return file.value;
};
const faultOf = (bytes: Uint8Array, with_: readonly string[] = words): string => {
  const opened = openBackup(bytes, with_);
  return opened.ok ? "opened" : opened.error.type;
};
const flipped = (bytes: Uint8Array, at: number, by = 1): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ by;
  return copy;
};
const itemsOf = (bytes: number): readonly Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes / 1000) }, (_, i) => new Uint8Array(996).fill(i));

describe("a backup", () => {
  it("gives back every item, in order, for any items", () => {
    const items = fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 30 });
    fc.assert(
      fc.property(items, (some) => {
        expect(openBackup(sealed(some), words)).toEqual({ ok: true, value: some });
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    [0, 1],
    [1, 1],
    [60_000, 1],
    [66_000, 2],
    [131_072, 3],
    [9 * 65_536 - 5000, 9],
  ])("of %i bytes takes %i chunks and opens", (bytes, chunks) => {
    const items = itemsOf(bytes);
    const file = sealed(items);
    expect(Math.ceil((file.length - head) / chunk)).toBe(chunks);
    expect(isBucket(file.length - head - chunks * 40)).toBe(true);
    const opened = openBackup(file, words);
    expect(opened.ok && opened.value.length === items.length).toBe(true);
    expect(opened.ok && opened.value.every((item, i) => equalBytes(item, items[i] ?? new Uint8Array(0)))).toBe(true);
  });

  it("shows nothing of what is in it and is another file each time", () => {
    const items = [utf8("a very private sentence")];
    const [a, b] = [sealed(items), sealed(items)];
    expect(Buffer.from(a).includes("private")).toBe(false);
    expect(toHex(a.subarray(20))).not.toBe(toHex(b.subarray(20)));
  });

  it("refuses what it could not read again: too large an item, too many items, bad words", () => {
    expect(sealBackup([new Uint8Array(opCap + 1)], words, random)).toEqual({
      ok: false,
      error: { type: "TooLong", max: opCap, got: opCap + 1 },
    });
    const none = new Uint8Array(0);
    expect(
      sealBackup(
        Array.from({ length: backupItemsMax + 1 }, () => none),
        words,
        random,
      ),
    ).toMatchObject({ ok: false, error: { type: "TooLong" } });
    expect(sealBackup([], words.slice(1), random)).toEqual({ ok: false, error: { type: "BadWords" } });
    const big = new Uint8Array(opCap);
    expect(
      sealBackup(
        Array.from({ length: 1030 }, () => big),
        words,
        random,
      ),
    ).toMatchObject({ ok: false, error: { type: "TooLong" } });
  });
});

describe("what somebody did to the file", () => {
  const three = sealed(itemsOf(150_000));
  const part = (i: number): Uint8Array => three.subarray(head + i * chunk, head + (i + 1) * chunk);
  const front = three.subarray(0, head);

  it("cut anywhere, it does not open, and gives nothing of what is before the cut", () => {
    for (const length of [
      0,
      4,
      36,
      67,
      68,
      100,
      head + chunk - 1,
      head + chunk,
      head + chunk + 24,
      head + 2 * chunk,
      three.length - 1,
    ]) {
      expect(faultOf(three.subarray(0, length)), `${length}`).not.toBe("opened");
    }
  });

  it("lengthened, it does not open", () => {
    for (const extra of [1, 40, 552, chunk]) expect(faultOf(concat(three, new Uint8Array(extra)))).toBe("Damaged");
  });

  it("with chunks swapped, repeated, dropped or taken from another file, it does not open", () => {
    const other = sealed(itemsOf(150_000));
    const spliced = Uint8Array.from(three);
    spliced.set(other.subarray(head, head + chunk), head);
    const all = [
      concat(front, part(1), part(0), part(2)),
      concat(front, part(0), part(0), part(2)),
      concat(front, part(0), part(1), part(1)),
      concat(front, part(0), part(2)),
      concat(front, part(0), part(1)),
      concat(front, part(0), part(1), part(2), part(2)),
      concat(front, part(2)),
      spliced,
    ];
    expect(all.map((file) => faultOf(file))).toEqual(all.map(() => "Damaged"));
    expect(faultOf(concat(front, part(0), part(1), part(2)))).toBe("opened");
  });

  it("with two chunks swapped that would still read as whole items, it does not open", () => {
    // Each of these items fills one chunk to its edge, behind the count and its own length.
    const aligned = [65_528, 65_532, 65_532, 100].map((length, i) => new Uint8Array(length).fill(i));
    const file = sealed(aligned);
    const chunkOf = (i: number): Uint8Array => file.subarray(head + i * chunk, head + (i + 1) * chunk);
    const swapped = concat(file.subarray(0, head), chunkOf(0), chunkOf(2), chunkOf(1), chunkOf(3));
    expect([faultOf(file), faultOf(swapped)]).toEqual(["opened", "Damaged"]);
  });

  it("with any byte changed it does not open", () => {
    const file = sealed([utf8("x")]);
    for (let at = 0; at < file.length; at += 1) expect(faultOf(flipped(file, at, 16)), `byte ${at}`).not.toBe("opened");
    fc.assert(
      fc.property(fc.nat({ max: three.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        expect(faultOf(flipped(three, at, by))).not.toBe("opened");
      }),
      { numRuns: 100 },
    );
  });

  it("random bytes never throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1500 }), fc.nat({ max: head }), (bytes, keep) => {
        expect(faultOf(concat(front.subarray(0, keep), bytes))).not.toBe("opened");
      }),
      { numRuns: 300 },
    );
  });

  it("other words do not open it, and are told apart from a damaged file", () => {
    expect(faultOf(three, newRecoveryWords(random))).toBe("WrongWords");
    expect(faultOf(three, words.slice(1))).toBe("BadWords");
    expect(faultOf(three, words.toReversed())).toBe("BadWords");
  });
});

describe("the file's header", () => {
  const file = sealed([]);
  const kdf = (memoryMib: number, passes: number, lanes: number): Uint8Array => {
    const copy = flipped(file, 6, 3);
    copy.set(concat(u32(memoryMib * 1024), u32(passes), u32(lanes)), 8);
    return copy;
  };

  it.each([
    [0, "BadMagic"],
    [4, "UnknownVersion"],
    [5, "UnknownSuite"],
    [7, "UnknownFlags"],
    [8, "KdfOutOfRange"],
    [20, "WrongWords"],
    [36, "WrongWords"],
    [70, "Damaged"],
  ])("a change of byte %i is refused as %s", (at, fault) => {
    expect(faultOf(flipped(file, at))).toBe(fault);
  });

  it.each([0, 3, 255])("an unknown wrap, %i, is refused by name", (wrap) => {
    const copy = Uint8Array.from(file);
    copy[6] = wrap;
    expect(faultOf(copy)).toBe("UnknownWrap");
  });

  it.each([
    [31, 12, 1],
    [257, 3, 1],
    [64, 2, 1],
    [64, 13, 1],
    [64, 3, 2],
    [64, 3, 0],
    [32, 5, 1],
    [4096, 3, 1],
    [0, 0, 0],
  ])(
    "a passphrase file that asks for %i MiB, %i passes and %i lanes is refused before any work",
    (memory, passes, lanes) => {
      expect(faultOf(kdf(memory, passes, lanes))).toBe("KdfOutOfRange");
    },
  );

  it.each([
    [32, 6, 1],
    [64, 3, 1],
    [256, 12, 1],
  ])("one within the range is known but not built yet: %i MiB, %i passes", (memory, passes, lanes) => {
    expect(faultOf(kdf(memory, passes, lanes))).toBe("UnknownWrap");
  });

  it("a file above 256 MiB is refused by its size alone", () => {
    expect(faultOf(new Uint8Array(256 * 1024 * 1024 + 1))).toBe("TooLong");
  });
});

describe("what a dishonest writer who knows the words could put in", () => {
  const written = (stream: Uint8Array): Uint8Array => {
    const salt = random(16);
    const header = encodeBackupHeader({ wrap: "words", salt });
    const once = onceKey(derive(rootOf(wordsEntropy(words) ?? salt), labels.backupWords, 64, salt));
    const count = Math.ceil(stream.length / 65_536);
    const chunks = Array.from({ length: count }, (_, i) => {
      const nonce = random(24);
      const aad = concat(header, u32(i), Uint8Array.of(i === count - 1 ? 1 : 0));
      return concat(nonce, seal(once.key, nonce, aad, stream.subarray(i * 65_536, (i + 1) * 65_536)));
    });
    return concat(header, once.commit, ...chunks);
  };
  const stream = (...parts: readonly Uint8Array[]): Uint8Array => {
    const bytes = new Uint8Array(512);
    bytes.set(concat(...parts));
    return bytes;
  };

  it("an honest stream opens, so that the others fail for their own reason", () => {
    expect(openBackup(written(stream(u32(1), u32(2), utf8("ab"))), words)).toEqual({ ok: true, value: [utf8("ab")] });
  });

  it("a million items of nothing open, and one more is refused whole", () => {
    const many = (count: number): Uint8Array => {
      const bytes = new Uint8Array(62 * 65_536);
      bytes.set(u32(count));
      return bytes;
    };
    const opened = openBackup(written(many(backupItemsMax)), words);
    expect(opened.ok && opened.value.length).toBe(backupItemsMax);
    expect(faultOf(written(many(backupItemsMax + 1)))).toBe("Damaged");
  });

  it.each([
    ["more items than there is room for", stream(u32(2 ** 32 - 1))],
    ["a count above the cap", stream(u32(1_000_001))],
    ["an item that ends beyond the stream", stream(u32(1), u32(505))],
    ["an item above the op cap", stream(u32(1), u32(2 ** 31))],
    ["items that run out", stream(u32(128))],
    ["something behind the last item", stream(u32(0), utf8("x"))],
    ["a size that is no bucket", new Uint8Array(600)],
  ])("%s is refused whole", (_, bytes) => {
    const started = performance.now();
    expect(faultOf(written(bytes))).toBe("Damaged");
    expect(performance.now() - started).toBeLessThan(500);
  });
});
