/**
 * Draws a short text as a QR code (ISO/IEC 18004): version 9, level L, letters as bytes. One size is enough for what is
 * shown here, and so none of the tables for the other 159 are needed.
 */

/** Squares along an edge. */
const side = 53;

/** Codewords of text, and of correction, in each of the two blocks (table 9 of the standard). */
const blockWords = 116;
const checkWords = 30;

/** The most letters that fit, each one byte. */
export const mostLetters = 2 * blockWords - 2;

/** Where the small squares stand that show a reader how the code is bent (annex E): in a grid, but in no corner. */
const bends = [
  [26, 6],
  [6, 26],
  [26, 26],
  [46, 26],
  [26, 46],
  [46, 46],
] as const;

/** A grid in rows; 1 is dark. */
type Squares = Uint8Array<ArrayBuffer>;

const numbers = (length: number): readonly number[] => Array.from({ length }, (_, n) => n);

/** Every place along an edge. */
const edge = numbers(side);

/** The product in GF(256) modulo x^8 + x^4 + x^3 + x^2 + 1. */
const times = (a: number, b: number): number => {
  let sum = 0;
  for (let bit = 128; bit > 0; bit >>= 1) sum = (sum << 1) ^ (sum > 127 ? 0x11d : 0) ^ ((b & bit) === 0 ? 0 : a);
  return sum;
};

/** The polynomial whose roots are the first powers of 2, without its leading 1. */
const divisor = (): readonly number[] => {
  let root = 1;
  let found: readonly number[] = numbers(checkWords).map((n) => (n === checkWords - 1 ? 1 : 0));
  for (const _ of numbers(checkWords)) {
    const by = root;
    found = found.map((word, n) => times(word, by) ^ (found[n + 1] ?? 0));
    root = times(root, 2);
  }
  return found;
};

/** The correction of one block: what is left after dividing (Reed and Solomon). */
const checkOf = (block: readonly number[], by: readonly number[]): readonly number[] =>
  block.reduce<readonly number[]>(
    (left, word) => {
      const factor = word ^ (left[0] ?? 0);
      return by.map((part, n) => (left[n + 1] ?? 0) ^ times(part, factor));
    },
    by.map(() => 0),
  );

/** All codewords in the order in which they are drawn: both blocks by turns, then both corrections by turns. */
const wordsOf = (text: string): readonly number[] => {
  const bytes = [...new TextEncoder().encode(text)];
  if (bytes.length > mostLetters) throw new Error("more letters than the code holds");
  const hex = ["4", ...[bytes.length, ...bytes].map((byte) => byte.toString(16).padStart(2, "0")), "0"].join("");
  const used = hex.length / 2;
  const words = numbers(2 * blockWords).map((n) =>
    n < used ? Number.parseInt(hex.slice(2 * n, 2 * n + 2), 16) : (n - used) % 2 === 0 ? 0xec : 0x11,
  );
  const blocks = [words.slice(0, blockWords), words.slice(blockWords)];
  const by = divisor();
  const byTurns = (lists: readonly (readonly number[])[], length: number): readonly number[] =>
    numbers(length).flatMap((n) => lists.map((list) => list[n] ?? 0));
  return [
    ...byTurns(blocks, blockWords),
    ...byTurns(
      blocks.map((block) => checkOf(block, by)),
      checkWords,
    ),
  ];
};

/** The rest of a division of bits, behind the bits themselves (BCH codes of annexes C and D). */
const withRest = (bits: number, by: number, length: number): number =>
  (bits << length) | numbers(length).reduce((rest) => (rest << 1) ^ ((rest >> (length - 1)) * by), bits);

/** Draws what every code of this size has. Squares that no text may use are marked in `kept`. */
const drawFrame = (squares: Squares, kept: Squares): void => {
  const put = (x: number, y: number, dark: boolean): void => {
    if (x < 0 || y < 0 || x >= side || y >= side) return;
    squares[y * side + x] = Number(dark);
    kept[y * side + x] = 1;
  };
  const rings = (x: number, y: number, out: number, light: readonly number[]): void => {
    for (const dy of numbers(2 * out + 1))
      for (const dx of numbers(2 * out + 1))
        put(x + dx - out, y + dy - out, !light.includes(Math.max(Math.abs(dx - out), Math.abs(dy - out))));
  };
  for (const n of edge) {
    put(6, n, n % 2 === 0);
    put(n, 6, n % 2 === 0);
  }
  for (const [x, y] of bends) rings(x, y, 2, [1]);
  // The room of the mask's number, which is written last.
  for (const n of numbers(9)) {
    put(8, n, n === 6);
    put(n, 8, n === 6);
    put(8, side - n, false);
    put(side - n, 8, false);
  }
  for (const [x, y] of [
    [3, 3],
    [side - 4, 3],
    [3, side - 4],
  ] as const)
    rings(x, y, 4, [2, 4]);
  const version = withRest(9, 0x1f25, 12);
  for (const n of numbers(18)) {
    const [across, down] = [side - 11 + (n % 3), Math.floor(n / 3)];
    put(across, down, ((version >> n) & 1) === 1);
    put(down, across, ((version >> n) & 1) === 1);
  }
};

/** Puts the codewords into the free squares, two columns at a time, up and down by turns, from the right. */
const drawWords = (squares: Squares, kept: Squares, words: readonly number[]): void => {
  let bit = 0;
  for (const pair of numbers((side - 1) / 2)) {
    const right = side - 1 - 2 * pair - (pair < (side - 7) / 2 ? 0 : 1);
    for (const step of edge) {
      const y = pair % 2 === 0 ? side - 1 - step : step;
      for (const at of [y * side + right, y * side + right - 1]) {
        if (kept[at] === 1) continue;
        squares[at] = ((words[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
        bit += 1;
      }
    }
  }
};

/** The masks by their number: a free square is turned where this is 0. */
const masks: readonly ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

const masked = (squares: Squares, kept: Squares, mask: (x: number, y: number) => number): Squares =>
  squares.map((dark, at) => (kept[at] === 0 && mask(at % side, Math.floor(at / side)) === 0 ? 1 - dark : dark));

/** How hard a grid is to read, by the four rules of the standard (7.8.3): runs, squares, false corners, balance. */
const hardness = (squares: Squares): number => {
  const row = (n: number) => squares.subarray(n * side, (n + 1) * side).join("");
  const column = (n: number) => edge.map((y) => squares[y * side + n]).join("");
  const lines = [...edge.map(row), ...edge.map(column)];
  const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0);
  const corners = lines.flatMap((line) => line.match(/(?=10111010000|00001011101)/g) ?? []).length;
  const alike = squares.filter(
    (dark, at) =>
      at % side < side - 1 &&
      dark === squares[at + 1] &&
      dark === squares[at + side] &&
      dark === squares[at + side + 1],
  ).length;
  const dark = squares.reduce((sum, square) => sum + square, 0);
  const off = Math.ceil(Math.max(0, Math.abs(20 * dark - 10 * squares.length) - squares.length) / squares.length);
  return runs + 3 * alike + 40 * corners + 10 * off;
};

/** Writes the level and the mask's number, twice, and the one square that is always dark. */
const writeMask = (squares: Squares, mask: number): void => {
  const bits = withRest(8 + mask, 0x537, 10) ^ 0x5412;
  for (const n of numbers(15)) {
    const bit = (bits >> n) & 1;
    const [x, y] = n < 8 ? [8, n < 6 ? n : n + 1] : [n === 8 ? 7 : 14 - n, 8];
    squares[y * side + x] = bit;
    squares[n < 8 ? 8 * side + side - 1 - n : (side - 15 + n) * side + 8] = bit;
  }
  squares[(side - 8) * side + 8] = 1;
};

/**
 * The code of a text of at most `mostLetters` letters (more throw), in rows from the top; true is dark. Without the four
 * empty squares that belong around it. Of the eight masks it takes the one that is easiest to read.
 */
export const codeGrid = (text: string): readonly (readonly boolean[])[] => {
  const squares = new Uint8Array(side * side);
  const kept = new Uint8Array(side * side);
  drawFrame(squares, kept);
  drawWords(squares, kept, wordsOf(text));
  const drawn = masks.map((mask) => masked(squares, kept, mask));
  const hard = drawn.map(hardness);
  const best = hard.indexOf(Math.min(...hard));
  const code = drawn[best] ?? squares;
  writeMask(code, best);
  return edge.map((y) => edge.map((x) => code[y * side + x] === 1));
};
