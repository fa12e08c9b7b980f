/** I-3: files made to exhaust a device are refused at once, and cost no memory. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { concat, ok, u32, utf8 } from "@belay/basics";
import { seededRandom } from "@belay/testkit";
import { derive, labels, newRecoveryWords, rootOf, seal, wordsEntropy } from "@belay/vault";
import { backupMax } from "@belay/wire";
import type { Engine } from "../../apps/web/engine/engine.ts";
import { noiseNow } from "../relay/noise.ts";
import { startEngine, testDesk, testWorld } from "../world/engine-world.ts";
import { device, writeOne } from "./backup-world.ts";
import type { Proof } from "./proof.ts";

/** The page's line, for a quiet machine. */
const [refusedMs, refusedBytes] = [2_000, 128 * 1024 * 1024];
const kib = 1024;
const chunkBytes = 64 * kib;

const random = seededRandom("i-3");
const words = newRecoveryWords(random);

/** The first 36 bytes with any parameters of a key stretch. */
const header = (
  wrap: number,
  kdf: readonly [kibibytes: number, passes: number, lanes: number],
  salt: Uint8Array,
): Uint8Array => concat(utf8("BBAK"), Uint8Array.of(1, 1, wrap, 0), ...kdf.map(u32), salt);

/** A file that says what it likes inside, sealed with the right words: whoever made the words may write anything. */
const written = (stream: Uint8Array): Uint8Array => {
  const salt = random(16);
  const head = header(1, [0, 0, 0], salt);
  const derived = derive(rootOf(wordsEntropy(words) ?? salt), labels.backupWords, 64, salt);
  const chunks = Math.ceil(stream.length / chunkBytes);
  const parts = Array.from({ length: chunks }, (_, i) => {
    const nonce = random(24);
    const aad = concat(head, u32(i), Uint8Array.of(i === chunks - 1 ? 1 : 0));
    return concat(
      nonce,
      seal(derived.subarray(0, 32), nonce, aad, stream.subarray(i * chunkBytes, (i + 1) * chunkBytes)),
    );
  });
  return concat(head, derived.subarray(32), ...parts);
};

/** Zeros of `size` bytes behind a beginning. */
const stream = (size: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(size);
  bytes.set(concat(...parts));
  return bytes;
};

const device16 = "0f".repeat(16);
const entry = (more: object = {}) => ({
  device: device16,
  event: {
    id: "a-1:0",
    k: "beliefs/rated@1",
    t: [1_800_000_000_000, 0],
    d: "2027-01-15",
    b: { belief: "bel-01", strength: 4 },
    ...more,
  },
});
const label = (events: number | string) => `{"format":1,"vault":"${device16}","events":${events}}`;

/** A file of items under the words of all these files. */
const sealedItems = (...values: readonly (string | object)[]): Uint8Array => {
  const all = values.map((value) => utf8(typeof value === "string" ? value : JSON.stringify(value)));
  const plain = concat(u32(all.length), ...all.flatMap((item) => [u32(item.length), item]));
  const size = plain.length > chunkBytes ? Math.ceil(plain.length / chunkBytes) * chunkBytes : chunkBytes;
  return written(stream(size, plain));
};

const deep = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

type Bomb = readonly [name: string, file: () => Uint8Array];

const bombs: readonly Bomb[] = [
  ["a key stretch of 4 GiB", () => concat(header(2, [4 * kib * kib, 3, 1], random(16)), new Uint8Array(kib))],
  ["a key stretch of 2^32 - 1 KiB", () => concat(header(2, [2 ** 32 - 1, 3, 1], random(16)), new Uint8Array(kib))],
  [
    "a key stretch of 2^32 - 1 passes",
    () => concat(header(2, [64 * kib, 2 ** 32 - 1, 1], random(16)), new Uint8Array(kib)),
  ],
  ["a key stretch of a thousand lanes", () => concat(header(2, [64 * kib, 3, 1000], random(16)), new Uint8Array(kib))],
  [
    "words with a key stretch of 4 GiB",
    () => concat(header(1, [4 * kib * kib, 3, 1], random(16)), new Uint8Array(kib)),
  ],
  ["2^32 - 1 items", () => written(stream(chunkBytes, u32(2 ** 32 - 1)))],
  ["ten million tiny items", () => written(stream(40 * 1024 * kib, u32(10_000_000)))],
  ["a million items of nothing where one is a label", () => written(stream(62 * chunkBytes, u32(1_000_000)))],
  [
    "a million items that say they are entries",
    () => {
      const bytes = stream(92 * chunkBytes, u32(1_000_000), u32(label(999_999).length), utf8(label(999_999)));
      const [first] = [8 + label(999_999).length];
      const view = new DataView(bytes.buffer);
      for (let i = 0; i < 999_999; i += 1) {
        view.setUint32(first + i * 6, 2);
        bytes.set([0x7b, 0x7d], first + i * 6 + 4);
      }
      return written(bytes);
    },
  ],
  ["an item of 2^32 - 1 bytes", () => written(stream(chunkBytes, u32(1), u32(2 ** 32 - 1)))],
  ["an item one byte above its cap", () => written(stream(6 * chunkBytes, u32(1), u32(256 * kib + 1)))],
  ["2^53 entries in words", () => sealedItems(label(2 ** 53), entry())],
  ["1e400 entries in words", () => sealedItems(label("1e400"), entry())],
  ["an entry of the year 2^53", () => sealedItems(label(1), entry({ t: [2 ** 53, 0] }))],
  ["an entry whose counter is 2^53", () => sealedItems(label(1), entry({ t: [1, 2 ** 53] }))],
  ["a label 100,000 deep", () => sealedItems(deep(100_000))],
  ["an entry 100,000 deep", () => sealedItems(label(1), `{"device":"${device16}","event":${deep(100_000)}}`)],
  ["a body 100,000 deep without an end", () => sealedItems(label(1), "[".repeat(200_000))],
  ["an entry 33 deep", () => sealedItems(label(1), deep(33))],
  [
    "__proto__ in an entry",
    () => sealedItems(label(1), JSON.stringify(entry()).replace('"b":{', '"b":{"__proto__":{"polluted":1},')),
  ],
  ["__proto__ instead of an entry", () => sealedItems(label(1), `{"__proto__":{"device":"${device16}"}}`)],
  [
    "constructor.prototype in an entry",
    () => sealedItems(label(1), entry({ b: { constructor: { prototype: { polluted: 1 } } } })),
  ],
  [
    "gzip, which is not read at all, instead of a file",
    () => new Uint8Array(gzipSync(new Uint8Array(64 * 1024 * kib))),
  ],
  ["gzip inside an item", () => sealedItems(label(1), gzipSync(new Uint8Array(kib * kib)).toString("latin1"))],
  ["a file above 256 MiB", () => new Uint8Array(backupMax + 1)],
  [
    "256 MiB of nothing behind a good beginning",
    () => {
      const file = new Uint8Array(backupMax);
      file.set(sealedItems(label(0)).subarray(0, 68));
      return file;
    },
  ],
];

const status = "/proc/self/status";
const kibOf = (name: string): number =>
  Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(status, "utf8"))?.[1] ?? 0);

/** Forgets how much memory was used at most until now; false where the system cannot. */
const forgetPeak = (): boolean => {
  if (!existsSync("/proc/self/clear_refs")) return false;
  writeFileSync("/proc/self/clear_refs", "5");
  return true;
};

interface Cost {
  readonly refused: boolean;
  readonly ms: number;
  /** By how much the most memory used was above what was used before; 0 where the system does not tell. */
  readonly bytes: number;
}

/** What it costs to turn a file away. */
const costOf = async (engine: Engine, file: Uint8Array): Promise<Cost> => {
  const told = forgetPeak();
  const before = told ? kibOf("VmRSS") : 0;
  const started = performance.now();
  const result = await engine.importBackup(file, words.join(" "), { merge: true }).catch(() => null);
  const ms = performance.now() - started;
  return { refused: result !== null && !result.ok, ms, bytes: told ? (kibOf("VmHWM") - before) * kib : 0 };
};

const isHeld = ({ refused, ms, bytes }: Cost, noise: number): boolean =>
  refused && ms / noise <= refusedMs && bytes <= refusedBytes;

/** Two mutants, each of which must be seen: one that believes the header, one that reads brackets by calling itself. */
const mutantsAreCaught = async (): Promise<boolean> => {
  const greedy = (file: Uint8Array): Uint8Array => new Uint8Array(Math.min(file.length, 1) * 256 * 1024 * kib).fill(1);
  const recursive = (text: string, at: number): number => (text[at] === "[" ? recursive(text, at + 1) + 1 : 0);
  const run = async (begin: (file: Uint8Array) => unknown): Promise<boolean> => {
    const world = testWorld("i-3/mutant");
    const desk = testDesk(world);
    const { engine } = await startEngine(world, {
      desk: {
        ...desk,
        restoreBegin: (file) => {
          begin(file);
          return desk.restoreBegin(file, words.join(" "));
        },
        restoreMore: () => Promise.resolve(ok({ items: [], share: 1 })),
      },
    });
    const [, bomb] = bombs[0] ?? [];
    return isHeld(await costOf(engine, bomb?.() ?? new Uint8Array(0)), await noiseNow());
  };
  const [believes, recurses] = [await run(greedy), await run(() => recursive("[".repeat(200_000), 0))];
  // Without a way to measure memory the first one cannot be seen.
  return (!believes || !existsSync("/proc/self/clear_refs")) && !recurses;
};

/** All of them, whatever the scale: they take seconds. */
export const proof: Proof = {
  id: "I-3",
  number: bombs.length,
  control: "a reader that takes the memory a header asks for, and one that goes as deep as the text",
  run: async ({ seed, note }) => {
    const target = await device(`i-3/${seed}`);
    await writeOne(target, 50);
    const [before, size] = [target.engine.state.value, target.world.log.size()];
    const wrong: string[] = [];
    let [slowest, most] = [0, 0];
    for (const [name, make] of bombs) {
      const file = make();
      const noise = await noiseNow();
      const cost = await costOf(target.engine, file);
      [slowest, most] = [Math.max(slowest, cost.ms / noise), Math.max(most, cost.bytes)];
      const left = target.engine.state.value === before && target.world.log.size() === size;
      const clean = !Object.hasOwn(Object.prototype, "polluted") && !("polluted" in {});
      if (!isHeld(cost, noise) || !left || !clean)
        wrong.push(
          `${name}: ${cost.refused ? "refused" : "taken"} in ${Math.round(cost.ms)} ms with ${Math.round(cost.bytes / kib / kib)} MiB`,
        );
    }
    note(`I-3: ${bombs.length} bombs; slowest ${Math.round(slowest)} ms, most ${Math.round(most / kib / kib)} MiB`);
    for (const line of wrong) note(`I-3: ${line}`);
    // The same hands make a file that is taken: each bomb was refused for what it is, not for its words.
    const honest = await target.engine.importBackup(sealedItems(label(1), entry()), words.join(" "), { merge: true });
    if (!honest.ok || honest.value.events !== 1) wrong.push("an honest file was not taken");
    const [why] = wrong;
    return {
      done: bombs.length,
      failures: wrong.length,
      control: await mutantsAreCaught(),
      ...(why === undefined ? {} : { why }),
    };
  },
};
