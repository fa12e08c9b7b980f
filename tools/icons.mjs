/** Draws the icon, a closed rope crossing itself three times, as one SVG and the PNG sizes that systems ask for. */
import { mkdirSync, writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

const folder = "apps/web/public/icons";
const paper = [250, 247, 242];
const rope = [180, 83, 31];
const steps = 360;
const halfRope = 0.105;
const halfGap = 0.165;

/** @typedef {readonly [x: number, y: number]} Point */

/** A trefoil in a square of -1 to 1; `t` runs once around in 2 pi. @returns {Point} */
const at = (/** @type {number} */ t) => [
  (Math.sin(t) + 2 * Math.sin(2 * t)) / 3,
  -(Math.cos(t) - 2 * Math.cos(2 * t)) / 3 - 0.06,
];

const stretch = (/** @type {number} */ from, /** @type {number} */ to) => {
  const count = Math.ceil(((to - from) / (2 * Math.PI)) * steps);
  return Array.from({ length: count + 1 }, (_, i) => at(from + ((to - from) * i) / count));
};

/** Where the strand passes over itself, in radians; found by searching the curve for points that coincide. */
const tops = [0.581, 1.247, 1.914].map((part) => part * Math.PI);
const whole = stretch(0, 2 * Math.PI);
// Strokes of the SVG end square, those of the bitmaps round.
const roundGaps = tops.map((t) => stretch(t - 0.14, t + 0.14));
const bridges = tops.map((t) => stretch(t - 0.3, t + 0.3));

const distance = (/** @type {readonly Point[]} */ line, /** @type {number} */ x, /** @type {number} */ y) =>
  Math.sqrt(line.reduce((best, [px, py]) => Math.min(best, (px - x) ** 2 + (py - y) ** 2), 9));

/** The colour at a point of the square: a bridge, else the gap that it cuts, else the strand, else paper. */
const colourAt = (/** @type {number} */ x, /** @type {number} */ y) => {
  if (bridges.some((line) => distance(line, x, y) < halfRope)) return rope;
  if (roundGaps.some((line) => distance(line, x, y) < halfGap)) return paper;
  return distance(whole, x, y) < halfRope ? rope : paper;
};

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

const chunk = (/** @type {string} */ type, /** @type {Uint8Array} */ data) => {
  const body = Buffer.concat([Buffer.from(type, "ascii"), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 4);
  return out;
};

/** An opaque PNG (RFC 2083, 8-bit RGB) of `size` pixels; the drawing takes `share` of the side. */
const png = (/** @type {number} */ size, /** @type {number} */ share) => {
  const rows = Buffer.alloc(size * (size * 3 + 1));
  const colour = (/** @type {number} */ px, /** @type {number} */ py) =>
    colourAt(((px / size) * 2 - 1) / share, ((py / size) * 2 - 1) / share);
  for (let py = 0; py < size; py += 1) {
    for (let px = 0; px < size; px += 1) {
      const corners = [colour(px, py), colour(px + 1, py), colour(px, py + 1), colour(px + 1, py + 1)];
      const mixed = corners.some((corner) => corner !== corners[0]);
      const samples = mixed
        ? Array.from({ length: 16 }, (_, k) => colour(px + (k % 4) / 4 + 0.125, py + Math.floor(k / 4) / 4 + 0.125))
        : corners;
      const offset = py * (size * 3 + 1) + 1 + px * 3;
      for (let k = 0; k < 3; k += 1) {
        rows[offset + k] = Math.round(samples.reduce((sum, sample) => sum + (sample[k] ?? 0), 0) / samples.length);
      }
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};

/** The same drawing as strokes: one third of it, its gap and its bridge, each turned twice around the middle. */
const svg = () => {
  const scale = 190;
  const rounded = (/** @type {readonly Point[]} */ line) =>
    line
      .filter((_, i) => i % 4 === 0 || i === line.length - 1)
      .map(([x, y]) => [Math.round(x * scale), Math.round((y + 0.06) * scale)]);
  const path = (/** @type {string} */ id, /** @type {readonly Point[]} */ line, /** @type {string} */ more) =>
    `<path id="${id}" d="${rounded(line)
      .map(
        ([x = 0, y = 0], i, all) => `${i === 0 ? "M" : "l"}${x - (all[i - 1]?.[0] ?? 0)} ${y - (all[i - 1]?.[1] ?? 0)}`,
      )
      .join("")}"${more}/>`;
  const turned = (/** @type {string} */ id) =>
    [120, 240].map((angle) => `<use href="#${id}" transform="rotate(${angle})"/>`).join("");
  const [top = 0] = tops;
  const wide = ` stroke="#faf7f2" stroke-width="${Math.round(halfGap * 2 * scale)}"`;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">',
    '<rect width="512" height="512" rx="96" fill="#faf7f2"/>',
    `<g fill="none" stroke="#b4531f" stroke-width="${Math.round(halfRope * 2 * scale)}" stroke-linejoin="round" transform="translate(256 245)">`,
    path("a", stretch(top + Math.PI / 6, top + (5 / 6) * Math.PI + 0.07), "") + turned("a"),
    path("b", stretch(top - 0.2, top + 0.2), wide) + turned("b"),
    path("c", stretch(top - 0.3, top + 0.3), "") + turned("c"),
    "</g></svg>",
    "",
  ].join("\n");
};

mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/belay.svg`, svg());
writeFileSync(`${folder}/belay-180.png`, png(180, 0.74));
writeFileSync(`${folder}/belay-192.png`, png(192, 0.74));
writeFileSync(`${folder}/belay-512.png`, png(512, 0.74));
writeFileSync(`${folder}/belay-maskable-512.png`, png(512, 0.56));
