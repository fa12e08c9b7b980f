/** Changes whole samples as somebody would who knows the formats: fields, lengths, texts, splices. */

/** A fast repeatable source of whole numbers below `below` (mulberry32 by Tommy Ettinger, public domain). */
export const dice = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

type Roll = (below: number) => number;
const extremes = [0, 1, 2, 127, 128, 254, 255];
const sizes = [0, 1, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff, 512, 528, 16_384];

/** Pieces of JSON that reach for prototypes, depth and odd numbers. */
const pieces = [
  '"__proto__":{"polluted":1},',
  '"constructor":{"prototype":{"polluted":1}},',
  '"toString":1,',
  "[".repeat(40),
  "[".repeat(2000),
  "1e999",
  "-0",
  "9007199254740993",
  "\\ud800",
  "\u0000",
  "null",
  '"seen":{"__proto__":[1,"' + "a".repeat(64) + '"]},',
].map((piece) => new TextEncoder().encode(piece));

const join = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
};

type Change = (bytes: Uint8Array, other: Uint8Array, roll: Roll) => Uint8Array;

/** A place in the bytes: near the front more often than not, where the fields are. */
const place = (bytes: Uint8Array, roll: Roll): number =>
  roll(Math.max(1, roll(2) === 0 ? Math.min(bytes.length, 180) : bytes.length));
const copyWith = (bytes: Uint8Array, change: (copy: Uint8Array) => void): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  change(copy);
  return copy;
};

const changes: readonly Change[] = [
  (bytes, _, roll) => copyWith(bytes, (copy) => (copy[place(bytes, roll)] = roll(256))),
  (bytes, _, roll) => copyWith(bytes, (copy) => (copy[place(bytes, roll)] = extremes[roll(extremes.length)] ?? 0)),
  (bytes, _, roll) =>
    copyWith(bytes, (copy) => {
      const at = place(bytes, roll) & ~3;
      if (at + 4 <= copy.length) new DataView(copy.buffer).setUint32(at, sizes[roll(sizes.length)] ?? 0);
    }),
  (bytes, _, roll) => bytes.slice(0, roll(bytes.length + 1)),
  (bytes, _, roll) => join(bytes, new Uint8Array(1 + roll(700)).fill(roll(256))),
  (bytes, other, roll) => join(bytes.subarray(0, place(bytes, roll)), other.subarray(place(other, roll))),
  (bytes, _, roll) => {
    const at = place(bytes, roll);
    return join(bytes.subarray(0, at), bytes.subarray(at, at + roll(64)), bytes.subarray(at));
  },
  (bytes, _, roll) => {
    const at = place(bytes, roll);
    return join(bytes.subarray(0, at), bytes.subarray(at + 1 + roll(32)));
  },
  (bytes, _, roll) => {
    const at = 1 + place(bytes, roll);
    return join(bytes.subarray(0, at), pieces[roll(pieces.length)] ?? bytes, bytes.subarray(at));
  },
  (bytes, _, roll) => copyWith(bytes, (copy) => void copy.fill(roll(2) * 255, place(bytes, roll), place(bytes, roll))),
];

/** One to three changes in a row; one input in 2,000 is made longer than any cap. */
export const mutated = (bytes: Uint8Array, other: Uint8Array, roll: Roll): Uint8Array => {
  let made = bytes;
  for (let i = roll(3); i >= 0; i -= 1) made = (changes[roll(changes.length)] ?? ((same) => same))(made, other, roll);
  return roll(2000) === 0 ? join(made, new Uint8Array(roll(3) * 300_000)) : made;
};
