/** Measures what a visitor downloads, gzipped, against the limits, and prints it as a table. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

/** @typedef {{ readonly file: string, readonly entry: boolean, readonly imports: readonly string[], readonly css: readonly string[] }} Chunk */
/** @typedef {{ readonly what: string, readonly bytes: number, readonly limit: number }} Line */

const kB = 1000;

/** The limits, in bytes after gzip. The last two are of one file each, words included. */
export const limits = {
  firstPaint: 60 * kB,
  code: 180 * kB,
  words: 120 * kB,
  answerPage: 30 * kB,
  therapistPage: 30 * kB,
};

/**
 * The scripts and styles that the first view waits for: the entry, whatever it imports at once, and their styles.
 * @returns {readonly string[]}
 */
export const firstPaintFiles = (/** @type {readonly Chunk[]} */ chunks) => {
  const byName = new Map(chunks.map((chunk) => [chunk.file, chunk]));
  /** @type {Set<string>} */
  const files = new Set();
  const visit = (/** @type {string} */ name) => {
    if (files.has(name)) return;
    files.add(name);
    const chunk = byName.get(name);
    for (const sheet of chunk?.css ?? []) files.add(sheet);
    for (const other of chunk?.imports ?? []) visit(other);
  };
  for (const chunk of chunks) if (chunk.entry) visit(chunk.file);
  return [...files].sort();
};

/** Fonts and bitmaps: already compressed, and not what the limit on the whole is about. */
const counted = (/** @type {string} */ file) => !/\.(?:woff2|png)$/.test(file);

/** What one language holds: tables of the content room, and the sentences that come after the first view. */
const isWords = (/** @type {string} */ file) => /(?:^|\/)(?:words-|later-)[^/]*\.js$/.test(file);

/**
 * Goals that are missed for a while, with what is allowed instead, who mends it, until when, and why. An allowance that
 * has run out, or is not needed any more, fails.
 * @type {Readonly<Record<string, { readonly bytes: number, readonly owner: string, readonly until: string, readonly why: string }>>}
 */
export const allowances = {
  "everything but words, fonts and bitmaps": {
    bytes: 332 * kB,
    owner: "screens",
    until: "2027-02-28",
    why: "about 57 kB are the vault: a key worker with Argon2id and the curves (26 more than without), the reader of codes (14), the rooms of lock, devices and recovery with the drawer of codes (11), the acts of joining, locking and rewriting (6); the measures are another 52: asking, importing (7 for the reader of files), Evidence over time, sharing, FHIR and the two pages; the rest over the goal are the rooms of the whole programme and its guidance",
  },
  "the words of one language": {
    bytes: 134 * kB,
    owner: "screens",
    until: "2027-02-28",
    why: "the questionnaires as their owners word them (7), and the rooms that ask them, import them, share them and draw them over time",
  },
  "therapist page": {
    bytes: 44 * kB,
    owner: "pages",
    until: "2027-02-28",
    why: "the document is drawn by the very part that draws its preview, so that both are one (Preact: 7 kB); six words to compare need their list (7); the answer page has neither",
  },
};

const gzipped = (/** @type {string} */ path) => gzipSync(readFileSync(path), { level: 9 }).length;

const filesBelow = (/** @type {string} */ folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Measures the build below `build`. @returns {{ lines: readonly Line[], files: readonly (readonly [string, number])[] }} */
export const measure = (/** @type {string} */ build) => {
  const web = join(build, "web");
  /** @type {{ chunks: readonly Chunk[] }} */
  const note = JSON.parse(readFileSync(join(build, "meta/web.json"), "utf8"));
  const first = firstPaintFiles(note.chunks).map((file) => gzipped(join(web, file)));
  /** @type {(readonly [string, number])[]} */
  const files = filesBelow(web)
    .filter(counted)
    .map((path) => [path.slice(web.length + 1), gzipped(path)]);
  const sizes = (/** @type {boolean} */ words) =>
    files.filter(([file]) => isWords(file) === words).map(([, size]) => size);
  const add = (/** @type {readonly number[]} */ numbers) => numbers.reduce((total, size) => total + size, 0);
  return {
    lines: [
      { what: "first paint, script and style", bytes: add(first), limit: limits.firstPaint },
      { what: "everything but words, fonts and bitmaps", bytes: add(sizes(false)), limit: limits.code },
      { what: "the words of one language", bytes: add(sizes(true)), limit: limits.words },
      { what: "answer page", bytes: gzipped(join(build, "pages/ask.html")), limit: limits.answerPage },
      { what: "therapist page", bytes: gzipped(join(build, "pages/share.html")), limit: limits.therapistPage },
    ],
    files: files.sort((a, b) => b[1] - a[1]),
  };
};

/** True when a line keeps its goal; nothing measured keeps none. */
const meets = (/** @type {Line} */ { bytes, limit }) => bytes > 0 && bytes <= limit;

/** True when a line keeps its goal, or an allowance that still runs and is still needed. */
export const fits = (/** @type {Line} */ line, today = new Date().toISOString().slice(0, 10)) => {
  const allowed = allowances[line.what];
  if (allowed === undefined) return meets(line);
  return !meets(line) && line.bytes > 0 && line.bytes <= allowed.bytes && today <= allowed.until;
};

const verdict = (/** @type {Line} */ line) =>
  !fits(line) ? "OVER" : meets(line) ? "ok  " : "over, allowed until " + allowances[line.what]?.until;

const show = (/** @type {number} */ bytes) => `${(bytes / kB).toFixed(1)} kB`.padStart(10);

const main = () => {
  const build = join(process.cwd(), "build");
  if (!existsSync(join(build, "meta/web.json"))) {
    process.stderr.write("there is no build to measure\n");
    process.exit(1);
  }
  const { lines, files } = measure(build);
  for (const [file, bytes] of files.slice(0, 12)) process.stdout.write(`  ${file.padEnd(44)}${show(bytes)}\n`);
  for (const line of lines) {
    process.stdout.write(
      `${verdict(line)} ${line.what.padEnd(41)}${show(line.bytes)} of ${(line.limit / kB).toFixed(0)} kB\n`,
    );
  }
  const failed = lines.filter((line) => !fits(line)).length;
  const at = process.argv.indexOf("--report");
  const target = process.argv[at + 1];
  if (at > 0 && target !== undefined) writeFileSync(target, JSON.stringify({ passed: lines.length - failed, failed }));
  process.exitCode = failed === 0 ? 0 : 1;
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main();
