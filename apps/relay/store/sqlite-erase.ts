/** Takes envelopes of one device out of their rows, and leaves a row without bytes that keeps their numbers taken. */
import { joinBody } from "./chunk-body.ts";
import { bytesIn, numberIn, type Row } from "./driver.ts";
import { eraseStep, stepRows, type Range, type Strip } from "./erase-plan.ts";
import { isAct } from "./port.ts";
import type { Turn } from "./sqlite-turn.ts";

/** A row with its number on disk. */
interface Kept extends Strip {
  readonly c: number;
}

const stripOf = (row: Row): Kept => {
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
    const step = eraseStep(rows, range, beyond);
    const { parts, hole, freed } = step.leave(({ c }) => bytesIn(s.body.get(c) ?? {}, "body"));
    for (const { c } of step.gone) s.drop.run(c);
    for (const { place, first, envelopes, size } of parts)
      s.part.run(v, place, envelopes.length, device, first, size, joinBody(envelopes), envelopes.some(isAct) ? 1 : 0);
    if (hole !== null) s.hole.run(v, hole.place, hole.last - hole.first + 1, device, hole.first);
    if (freed > 0) turn.markDeleted();
    return { next: step.next, freed };
  };
};
