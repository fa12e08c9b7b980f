/** Takes envelopes of one device out of their rows, and leaves a row without bytes that keeps their numbers taken. */
import { joinBody, splitBody } from "./chunk-body.ts";
import { bytesIn, numberIn, type Row } from "./driver.ts";
import { isAct } from "./port.ts";
import type { Turn } from "./sqlite-turn.ts";

/** Numbers of one device's chain, both ends included. */
export interface Range {
  /** 32 hexadecimal digits. */
  readonly device: string;
  readonly from: number;
  readonly to: number;
}

/** Rows and bytes looked at in one step, about: more at once would stall everyone. */
const stepRows = 500;
const stepBytes = 4 * 1024 * 1024;

/** A row of one device, without its bytes. Without a size it stands for envelopes that were erased before. */
interface Strip {
  readonly c: number;
  /** Place of its last envelope. */
  readonly place: number;
  readonly first: number;
  readonly last: number;
  readonly size: number;
}

/** Erased numbers that follow each other; `place` is the newest place among them, `freed` the bytes that went. */
interface Hole {
  readonly first: number;
  readonly last: number;
  readonly place: number;
  readonly freed: number;
}

const stripOf = (row: Row): Strip => {
  const first = numberIn(row, "device_seq");
  const last = first + numberIn(row, "n") - 1;
  return { c: numberIn(row, "c"), place: numberIn(row, "seq"), first, last, size: numberIn(row, "size") };
};

const statements = ({ db }: Turn) => ({
  // One number more on each side: a hole beside the range becomes one with it.
  strips: db.prepare(
    `SELECT c, seq, n, device_seq, size FROM chunk
     WHERE v = ? AND device = ? AND device_seq <= ? AND device_seq + n >= ? ORDER BY seq LIMIT ?`,
  ),
  body: db.prepare("SELECT body FROM chunk WHERE c = ?"),
  drop: db.prepare("DELETE FROM chunk WHERE c = ?"),
  part: db.prepare(
    "INSERT INTO chunk (v, seq, n, device, device_seq, size, body, acts) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  ),
  hole: db.prepare(
    "INSERT INTO chunk (v, seq, n, device, device_seq, size, body, acts) VALUES (?, ?, ?, ?, ?, 0, x'', 0)",
  ),
});

type Statements = ReturnType<typeof statements>;

/** The first strips, as many as one step takes. */
const stepOf = (strips: readonly Strip[]): readonly Strip[] => {
  let bytes = 0;
  const end = strips.findIndex(({ size }, i) => i > 0 && (bytes += size) > stepBytes);
  return (end < 0 ? strips : strips.slice(0, end)).slice(0, stepRows);
};

/** Whether a strip loses something, or is a hole that grows. */
const isTouched = ({ first, last, size }: Strip, { from, to }: Range): boolean =>
  size === 0 || (last >= from && first <= to);

/** Replaces one row by what stays of it; gives the bytes that went and the newest place among them. */
const cut = (s: Statements, v: number, device: Uint8Array, strip: Strip, { from, to }: Range) => {
  const { c, place, first, last, size } = strip;
  const end = Math.min(last, to);
  let kept = 0;
  const keep = (envelopes: readonly Uint8Array[], at: number, number: number): void => {
    const bytes = envelopes.reduce((sum, part) => sum + part.length, 0);
    kept += bytes;
    const acts = envelopes.some(isAct) ? 1 : 0;
    if (bytes > 0) s.part.run(v, at, envelopes.length, device, number, bytes, joinBody(envelopes), acts);
  };
  // Read before it is dropped; a row that goes whole is not read at all.
  const whole = first >= from && last <= to;
  const envelopes = whole ? [] : splitBody(bytesIn(s.body.get(c) ?? {}, "body"));
  s.drop.run(c);
  keep(envelopes.slice(0, Math.max(0, from - first)), place - (last - from) - 1, first);
  keep(envelopes.slice(end - first + 1), place, end + 1);
  return { freed: size - kept, place: place - (last - end) };
};

/** Drops or cuts one row; gives the hole that it leaves. */
const hollow = (s: Statements, v: number, device: Uint8Array, strip: Strip, range: Range): Hole => {
  const { first, last, place } = strip;
  if (strip.size > 0) {
    const gone = cut(s, v, device, strip, range);
    return { ...gone, first: Math.max(first, range.from), last: Math.min(last, range.to) };
  }
  s.drop.run(strip.c);
  return { first, last, place, freed: 0 };
};

/** Holes that follow each other, as one. */
const joined = (holes: readonly Hole[]): Hole | null => {
  const [first, last] = [holes[0], holes.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { ...last, first: first.first, freed: holes.reduce((sum, { freed }) => sum + freed, 0) };
};

/**
 * Erases about one step's worth of a range. `beyond` is the place that the range takes when it goes on behind the
 * chain's end. Gives the number to go on from, null at the end, and how many bytes of envelopes went.
 */
export const createEraser = (
  turn: Turn,
): ((v: number, range: Range, beyond: number | null) => { readonly next: number | null; readonly freed: number }) => {
  const s = statements(turn);
  return (v, range, beyond) => {
    const device = Buffer.from(range.device, "hex");
    const rows = s.strips.all(v, device, range.to + 1, range.from, stepRows + 1).map(stripOf);
    const touched = rows.filter((strip) => isTouched(strip, range));
    const step = stepOf(touched);
    const hole = joined(step.map((strip) => hollow(s, v, device, strip, range)));
    const isLast = step.length === touched.length && rows.length <= stepRows;
    const last = isLast && beyond !== null ? range.to : (hole?.last ?? 0);
    const place = isLast && beyond !== null ? beyond : (hole?.place ?? 0);
    const first = hole?.first ?? range.from;
    if (last >= first) s.hole.run(v, place, last - first + 1, device, first);
    if (hole !== null && hole.freed > 0) turn.markDeleted();
    return { next: isLast ? null : last + 1, freed: hole?.freed ?? 0 };
  };
};
