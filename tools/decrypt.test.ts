/** What opens a backup without the app opens every file the app writes, and no other, and agrees with the app's own code. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { concat, equalBytes, u32, utf8 } from "@belay/basics";
import { seededRandom } from "@belay/testkit";
import { derive, labels, newRecoveryWords, openBackup, rootOf, seal, sealBackup, wordsEntropy } from "@belay/vault";
import { entropyOf, hchacha, openItems, openRecord, openSealed } from "./decrypt.mjs";

const root = join(import.meta.dirname, "..");
const fixture = (name: string): string => join(root, "fixtures", name);
const frozen = new Uint8Array(readFileSync(fixture("backups/version-1.bin")));
const frozenWords = readFileSync(fixture("backups/version-1.words.txt"), "utf8");
const plainWords = frozenWords
  .replaceAll(/\d+\. /g, "")
  .trim()
  .split("\n");

const folder = mkdtempSync(join(tmpdir(), "belay-decrypt-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface StandardCase {
  readonly result: string;
  readonly key: string;
  readonly iv: string;
  readonly aad: string;
  readonly msg: string;
  readonly ct: string;
  readonly tag: string;
  readonly input: string;
  readonly output: string;
}
const standard = (name: string): readonly StandardCase[] =>
  JSON.parse(readFileSync(fixture(`standard/${name}.json`), "utf8")).cases;
const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"));

const good = (file: { readonly ok: true; readonly value: Uint8Array } | { readonly ok: false }): Uint8Array => {
  if (!file.ok) throw new Error("no file");
  return file.value;
};

const verdict = (file: Uint8Array, words: string): string => {
  const read = openItems(file, words);
  return read.ok ? "opened" : read.fault;
};
const appVerdict = (file: Uint8Array, words: readonly string[]): string => {
  const read = openBackup(file, words);
  return read.ok ? "opened" : read.error.type;
};

describe("its own parts", () => {
  it("HChaCha20 gives what the draft says", () => {
    const cases = standard("hchacha20-draft");
    expect(cases.length).toBeGreaterThan(0);
    for (const { key, input, output } of cases)
      expect(Buffer.from(hchacha(hex(key), hex(input))).toString("hex")).toBe(output);
  });

  it("XChaCha20-Poly1305 agrees with every case of Wycheproof, good and bad", () => {
    const cases = standard("xchacha20-poly1305-wycheproof").filter(({ iv }) => iv.length === 48);
    expect(cases.filter(({ result }) => result === "invalid").length).toBeGreaterThan(20);
    for (const { key, iv, aad, msg, ct, tag, result } of cases) {
      const plain = openSealed(hex(key), hex(iv), hex(aad), concat(hex(ct), hex(tag)));
      expect(plain === null ? "invalid" : Buffer.from(plain).toString("hex")).toBe(
        result === "valid" ? msg : "invalid",
      );
    }
  });

  it("reads twelve words as the app does, typed in any way, and refuses a slip", () => {
    const random = seededRandom("words to read");
    for (let i = 0; i < 50; i += 1) {
      const words = newRecoveryWords(random);
      const typed = words.map((word, at) => ` ${at + 1}) ${at % 2 === 0 ? word.toUpperCase() : word}`).join(",\n");
      expect(entropyOf(typed)).toEqual(wordsEntropy(words));
    }
    expect(entropyOf(plainWords.slice(1).join(" "))).toBe(null);
    expect(entropyOf(plainWords.with(3, "belay").join(" "))).toBe(null);
    // Another checksum: one word in sixteen would fit, so all others are tried.
    const fits = wordlist.filter((word) => entropyOf(plainWords.with(11, word).join(" ")) !== null);
    expect(fits.length).toBe(128);
  });
});

describe("the file of every version that was ever written", () => {
  it("version 1 opens, and gives every entry of the log it was made from", () => {
    const record = openRecord(frozen, frozenWords);
    expect(record.ok && record.value).toBe(readFileSync(fixture("backups/version-1.record.json"), "utf8"));
    const log = JSON.parse(readFileSync(fixture("logs/ninety-days.json"), "utf8"));
    const { events, schema } = JSON.parse(record.ok ? record.value : "{}");
    expect(schema).toBe("belay/open-record/1");
    const first = log.events
      .slice(0, 260)
      .map((one: Record<string, unknown>) => [one["id"], one["k"], one["d"], one["t"], log.device, one["b"]]);
    const got = events.map((one: Record<string, unknown>) =>
      ["id", "kind", "day", "at", "device", "body"].map((field) => one[field]),
    );
    // In order of time, whatever the order in the file.
    expect(new Set(got.map(String))).toEqual(new Set(first.map(String)));
    expect(got.map(([, , , at]: unknown[]) => String(at))).toEqual(
      got
        .map(([, , , at]: unknown[]) => String(at))
        .toSorted((a: string, b: string) => Number.parseInt(a) - Number.parseInt(b)),
    );
  });
});

describe("beside the app's own code", () => {
  it("opens whatever the app seals, item by item", () => {
    const items = fc.array(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constant(new Uint8Array(70_000).fill(5))), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(items, fc.nat(), (some, seed) => {
        const random = seededRandom(`random ${seed}`);
        const words = newRecoveryWords(random);
        const file = sealBackup(some, words, random);
        const read = openItems(file.ok ? file.value : new Uint8Array(0), words.join(" "));
        expect(read.ok && read.value.length === some.length).toBe(true);
        expect(read.ok && read.value.every((item, i) => equalBytes(item, some[i] ?? new Uint8Array(1)))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("says the same of every file with a byte changed, cut, lengthened or opened with other words", () => {
    const other = newRecoveryWords(seededRandom("other words"));
    const head = Array.from({ length: 72 }, (_, at) => at);
    for (const at of [...head, 65_644, 65_645, 131_219]) {
      for (const by of [1, 2, 128]) {
        const bent = Uint8Array.from(frozen);
        bent[at] = (bent[at] ?? 0) ^ by;
        expect(verdict(bent, frozenWords), `byte ${at}`).not.toBe("opened");
        // A passphrase's parameters are known to the app and not to this program: both refuse them.
        if (at !== 6) expect(verdict(bent, frozenWords), `byte ${at}`).toBe(appVerdict(bent, plainWords));
      }
    }
    for (const length of [0, 3, 36, 67, 68, 600, 619, 620, 65_643, 65_644, 65_645, 131_219]) {
      const cut = frozen.subarray(0, length);
      expect(verdict(cut, frozenWords), `${length} bytes`).toBe(appVerdict(cut, plainWords));
    }
    for (const more of [1, 40, 552, 65_576]) {
      expect(verdict(concat(frozen, new Uint8Array(more)), frozenWords)).toBe("Damaged");
    }
    expect(verdict(frozen, other.join(" "))).toBe("WrongWords");
    expect(verdict(frozen, "one two three")).toBe("BadWords");
  });

  it("refuses a file whose chunks were swapped, repeated or left out", () => {
    const [front, a, b] = [frozen.subarray(0, 68), frozen.subarray(68, 65_644), frozen.subarray(65_644)];
    for (const parts of [[b, a], [a, a], [b, b], [b], [a], [a, b, b], [a, a, b]]) {
      expect(verdict(concat(front, ...parts), frozenWords)).toBe("Damaged");
    }
    expect(verdict(concat(front, a, b), frozenWords)).toBe("opened");
  });

  it.each([
    ["a label of a newer form", [{ format: 2, vault: "", events: 0 }], "UnknownVersion"],
    ["fewer entries than it says", [{ format: 1, vault: "", events: 3 }], "Damaged"],
    ["no label", [], "Damaged"],
    ["an entry that is none", [{ format: 1, vault: "", events: 1 }, { device: "a" }], "Damaged"],
  ])("a file that opens with %s is refused", (_, values, fault) => {
    const random = seededRandom("labels");
    const words = newRecoveryWords(random);
    const file = sealBackup(
      values.map((value) => utf8(JSON.stringify(value))),
      words,
      random,
    );
    expect(openRecord(file.ok ? file.value : u32(0), words.join(" "))).toEqual({ ok: false, fault });
  });
});

describe("what it makes of a file", () => {
  it("puts the entries in the one order: milliseconds, counter, device, id, and says who wrote each first", () => {
    const random = seededRandom("order");
    const words = newRecoveryWords(random);
    const entry = (id: string, t: readonly number[], device: string, o?: string) => ({
      device,
      event: { id, k: "x/y@1", t, d: "2027-01-15", b: {}, ...(o === undefined ? {} : { o }) },
    });
    const entries = [
      entry("f", [2, 0], "bb"),
      entry("e", [1, 10], "aa"),
      entry("d", [1, 9], "cc", "bc"),
      entry("c", [1, 9], "bb"),
      entry("b", [1, 9], "aa"),
      entry("a", [1, 9], "aa"),
    ];
    const values = [{ format: 1, vault: "ab", events: entries.length }, ...entries];
    const file = good(
      sealBackup(
        values.map((value) => utf8(JSON.stringify(value))),
        words,
        random,
      ),
    );
    const record = openRecord(file, words.join(" "));
    const { events } = JSON.parse(record.ok ? record.value : "{}");
    expect(events.map(({ id }: { id: string }) => id).join("")).toBe("abcdef");
    expect(events.map(({ device }: { device: string }) => device)).toEqual(["aa", "aa", "bb", "bc", "aa", "bb"]);
  });

  it.each([
    ["more items than a file may hold", concat(u32(1_000_001)), 62 * 65_536],
    ["an item above its cap", concat(u32(1), u32(262_145)), 5 * 65_536],
    ["an item beyond the end", concat(u32(1), u32(600)), 512],
    ["something behind the last item", concat(u32(0), u32(7)), 512],
    ["a size that is no bucket", concat(u32(0)), 600],
  ])("refuses a file sealed with the right words that has %s", (_, start, size) => {
    const random = seededRandom("sealed by hand");
    const words = newRecoveryWords(random);
    const salt = random(16);
    const head = concat(utf8("BBAK"), Uint8Array.of(1, 1, 1, 0), new Uint8Array(12), salt);
    const derived = derive(rootOf(wordsEntropy(words) ?? salt), labels.backupWords, 64, salt);
    const stream = new Uint8Array(size);
    stream.set(start);
    const count = Math.ceil(size / 65_536);
    const chunks = Array.from({ length: count }, (__, i) => {
      const nonce = random(24);
      const aad = concat(head, u32(i), Uint8Array.of(i === count - 1 ? 1 : 0));
      return concat(nonce, seal(derived.subarray(0, 32), nonce, aad, stream.subarray(i * 65_536, (i + 1) * 65_536)));
    });
    expect(verdict(concat(head, derived.subarray(32), ...chunks), words.join(" "))).toBe("Damaged");
  });
});

describe("the program", () => {
  /** Alone in an empty folder: no other file of the project, nothing installed. */
  const alone = (name: string): string => {
    const path = join(folder, name);
    copyFileSync(join(root, "tools/decrypt.mjs"), join(folder, "decrypt.mjs"));
    writeFileSync(path, frozen);
    return path;
  };
  const run = (args: readonly string[], input = "") =>
    spawnSync(process.execPath, ["decrypt.mjs", ...args], { cwd: folder, input, encoding: "utf8", env: {} });

  it("writes the record beside the file, for its owner alone, from words that are piped in", () => {
    const path = alone("one.bin");
    const done = run(["one.bin"], frozenWords);
    expect([done.status, done.stderr]).toEqual([0, ""]);
    expect(done.stdout).toContain("260 entries");
    expect(readFileSync(`${path}.json`, "utf8")).toBe(readFileSync(fixture("backups/version-1.record.json"), "utf8"));
    expect(statSync(`${path}.json`).mode & 0o077).toBe(0);
    expect(equalBytes(new Uint8Array(readFileSync(path)), frozen)).toBe(true);
  });

  it("takes --words and --out, and never writes over anything", () => {
    alone("two.bin");
    const words = ["--words", plainWords.join(" ")];
    expect(run(["two.bin", "--out", "there.json", ...words]).status).toBe(0);
    const again = run(["two.bin", "--out", "there.json", ...words]);
    expect([again.status, again.stderr]).toEqual([1, "there.json is there already. Name another with --out.\n"]);
  });

  it.each([
    ["missing", null, "There is no file bad.bin."],
    ["a text", utf8("dear diary ".repeat(100)), "This is no backup file of Belay."],
    ["nearly empty", utf8("x"), "This is no backup file, or most of it is missing."],
    ["newer", Uint8Array.from(frozen).fill(2, 4, 5), "This file was written by a newer version"],
    ["cut short", frozen.subarray(0, 70_000), "damaged or cut short. Nothing was written."],
  ])("of a file that is %s says so in one line, and writes nothing", (_, bytes, says) => {
    alone("good.bin");
    if (bytes === null) rmSync(join(folder, "bad.bin"), { force: true });
    else writeFileSync(join(folder, "bad.bin"), bytes);
    const done = run(["bad.bin"], frozenWords);
    expect(done.status).toBe(1);
    expect(done.stderr).toContain(says);
    expect(done.stderr.trim().split("\n")).toHaveLength(1);
    expect(existsSync(join(folder, "bad.bin.json"))).toBe(false);
  });

  it("of other words says that they are other words", () => {
    alone("three.bin");
    expect(run(["three.bin", "--words", newRecoveryWords(seededRandom("else")).join(" ")]).stderr).toContain(
      "these are not its words",
    );
    expect(run(["three.bin", "--words", "a b c"]).stderr).toContain("not twelve words");
  });

  it("explains itself on one screen", () => {
    alone("four.bin");
    for (const args of [[], ["--help"]]) {
      const lines = run(args).stdout.split("\n");
      expect(lines[0]).toContain("Opens a Belay backup file");
      expect(lines.length).toBeLessThan(24);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
    }
  });
});
