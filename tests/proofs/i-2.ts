/** I-2: a file that was cut, or whose chunks were swapped or repeated, is refused whole, and nothing of it is taken. */
import { concat, err, fromUtf8, ok, u32, utf8 } from "@belay/basics";
import { pickBelow, seededRandom } from "@belay/testkit";
import { derive, labels, open, openBackup, rootOf, seal, type Random } from "@belay/vault";
import type { KeyDesk } from "@belay/wire";
import { good, startEngine, testDesk, testWorld } from "../world/engine-world.ts";
import { device, fileOf, itemsOf, randomEvents, writeOne, type Device } from "./backup-world.ts";
import type { Proof } from "./proof.ts";

/** Where the chunks begin, and the bytes of one in the file: nonce(24), 64 KiB, tag(16). */
const [head, chunk] = [68, 65_576];
/** Items of a chunk. Each has exactly a sixteenth, so that after any change of order every chunk still reads well. */
const perChunk = 16;
const chunks = 5;
const randomCases = 500;

/** A named way to change a file. */
type Case = readonly [name: string, bend: (file: Uint8Array) => Uint8Array];

const partsOf = (file: Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: chunks }, (_, i) => file.subarray(head + i * chunk, head + (i + 1) * chunk));
const withParts = (file: Uint8Array, order: readonly number[]): Uint8Array => {
  const parts = partsOf(file);
  return concat(file.subarray(0, head), ...order.flatMap((i) => parts[i] ?? []));
};
const inOrder = Array.from({ length: chunks }, (_, i) => i);
const isInOrder = (order: readonly number[]): boolean => order.join() === inOrder.join();

/** Cut at every boundary and one byte beside it; every two chunks swapped; each repeated, left out, put at the end. */
const boundaryCases: readonly Case[] = [
  ...[0, 4, 36, ...inOrder.map((i) => head + i * chunk)].flatMap((at) =>
    [-1, 0, 1].map((by): Case => [`cut at ${at + by}`, (file) => file.subarray(0, Math.max(0, at + by))]),
  ),
  ...inOrder.flatMap((i) =>
    inOrder.slice(i + 1).map((j): Case => {
      const order = inOrder.with(i, j).with(j, i);
      return [`${i} and ${j} swapped`, (file) => withParts(file, order)];
    }),
  ),
  ...inOrder.flatMap((i): readonly Case[] => [
    [`${i} repeated`, (file) => withParts(file, inOrder.toSpliced(i, 0, i))],
    [`${i} left out`, (file) => withParts(file, inOrder.toSpliced(i, 1))],
    [`${i} put over the next one`, (file) => withParts(file, inOrder.with((i + 1) % chunks, i))],
    [`${i} at the end`, (file) => withParts(file, [...inOrder.toSpliced(i, 1), i].toReversed())],
  ]),
];

/** One random change: a cut, chunks in another order or number, a stretch copied elsewhere, or a byte. */
const randomCase = (random: Random): Case => {
  const kind = pickBelow(random, 4);
  if (kind === 0) {
    const at = pickBelow(random, head + chunks * chunk);
    return [`cut at ${at}`, (file) => file.subarray(0, at)];
  }
  if (kind === 1) {
    const drawn = Array.from({ length: 1 + pickBelow(random, 7) }, () => pickBelow(random, chunks));
    const order = isInOrder(drawn) ? drawn.slice(1) : drawn;
    return [`chunks ${order.join(" ")}`, (file) => withParts(file, order)];
  }
  if (kind === 2) {
    const [a, b, size] = [
      pickBelow(random, chunks * chunk),
      pickBelow(random, chunks * chunk),
      1 + pickBelow(random, chunk),
    ];
    return [
      `${size} bytes from ${a} to ${b}`,
      (file) => {
        const copy = Uint8Array.from(file);
        copy.set(file.subarray(a, Math.min(a + size, file.length)).subarray(0, file.length - b), b);
        // Where the copy changed nothing, one bit does.
        if (a === b) copy[b] = (copy[b] ?? 0) ^ 1;
        return copy;
      },
    ];
  }
  const [at, by] = [pickBelow(random, head + chunks * chunk), 1 + pickBelow(random, 255)];
  return [
    `byte ${at}`,
    (file) => {
      const copy = Uint8Array.from(file);
      copy[at] = (copy[at] ?? 0) ^ by;
      return copy;
    },
  ];
};

/** The items: label and entries, each a sixteenth of a chunk with the length before it; the first makes room for the count. */
const alignedItems = (random: Random): readonly Uint8Array[] => {
  const size = 65_536 / perChunk - 4;
  const events = randomEvents(random, chunks * perChunk - 1);
  return itemsOf("ab".repeat(16), events, size).map((item, i) => (i === 0 ? item.subarray(0, size - 4) : item));
};

/** Whether a changed file left the device exactly as it was. */
const isRefused = async (target: Device, file: Uint8Array, words: string): Promise<boolean> => {
  const before = target.engine.state.value;
  const held = target.world.log.size();
  const result = await target.engine.importBackup(file, words, { merge: true });
  return !result.ok && target.engine.state.value === before && target.world.log.size() === held;
};

/** The mutant's chunks: sealed and opened without their place in the file. */
const laxFile = (items: readonly Uint8Array[], key: Uint8Array, random: Random): Uint8Array => {
  const stream = concat(u32(items.length), ...items.flatMap((item) => [u32(item.length), item]));
  const parts = Array.from({ length: chunks }, (_, i) => {
    const nonce = random(24);
    return concat(nonce, seal(key, nonce, new Uint8Array(0), stream.subarray(i * 65_536, (i + 1) * 65_536)));
  });
  return concat(new Uint8Array(head), ...parts);
};

/** A desk that reads such a file, and is otherwise the real one. */
const laxDesk = (desk: KeyDesk, key: Uint8Array): KeyDesk => {
  let given: Uint8Array = new Uint8Array(0);
  return {
    ...desk,
    restoreBegin: (file) => {
      given = file;
      return Promise.resolve(ok(null));
    },
    restoreMore: () => {
      const plain = partsOf(given).map((part) => open(key, part.subarray(0, 24), new Uint8Array(0), part.subarray(24)));
      if (plain.some((part) => part === null)) return Promise.resolve(err({ type: "BadFile", detail: "damaged" }));
      const stream = concat(...plain.flatMap((part) => part ?? []));
      const size = 65_536 / perChunk;
      const items = Array.from({ length: chunks * perChunk }, (_, i) =>
        stream.subarray(i === 0 ? 8 : i * size + 4, (i + 1) * size),
      );
      return Promise.resolve(ok({ items, share: 1 }));
    },
  };
};

/** True when the check finds out that the mutant took a file whose chunks were swapped. */
const mutantIsCaught = async (seed: number): Promise<boolean> => {
  const random = seededRandom(`i-2/mutant/${seed}`);
  const key = derive(rootOf(random(16)), labels.backupWords, 32, random(16));
  const file = laxFile(alignedItems(random), key, random);
  const world = testWorld(`i-2/mutant/${seed}`);
  const target = { ...(await startEngine(world, { desk: laxDesk(testDesk(world), key) })), world };
  return !(await isRefused(target, withParts(file, [0, 2, 1, 3, 4]), ""));
};

/** Every boundary whatever the scale, and so many random ones as are asked for. */
export const proof: Proof = {
  id: "I-2",
  number: boundaryCases.length + randomCases,
  control: "chunks that are not bound to their place in the file",
  run: async ({ asked, seed, note }) => {
    const random = seededRandom(`i-2/${seed}`);
    const items = alignedItems(random);
    const { file, words } = fileOf(items, random);
    const target = await device(`i-2/${seed}`);
    await writeOne(target, 50);
    const cases = [...boundaryCases, ...Array.from({ length: Math.min(asked, randomCases) }, () => randomCase(random))];
    const wrong: string[] = [];
    for (const [name, bend] of cases) if (!(await isRefused(target, bend(file), words))) wrong.push(name);
    const whole = openBackup(file, words.split(" "));
    const honest = whole.ok && fromUtf8(whole.value[1] ?? utf8("")).ok && file.length === head + chunks * chunk;
    const taken = good(await target.engine.importBackup(file, words, { merge: true })).events;
    const isWhole = honest && taken === items.length - 1;
    note(`I-2: ${cases.length} files, ${wrong.length} taken; the honest one gave ${taken} entries`);
    const why = isWhole ? wrong[0] : "the unchanged file was not taken whole";
    return {
      done: cases.length,
      failures: wrong.length + (isWhole ? 0 : 1),
      control: await mutantIsCaught(seed),
      ...(why === undefined ? {} : { why }),
    };
  },
};
