/** Joins old rows of a file as they are planned; their bytes stay. */
import { concat, toHex } from "@belay/basics";
import { bytesIn, numberIn, type Row } from "./driver.ts";
import { createDue, lookRows, packStep, type Due, type PackStep, type Strip } from "./pack-plan.ts";
import type { Turn } from "./sqlite-turn.ts";

/** A row with its number on disk. */
interface Kept extends Strip {
  readonly c: number;
}

/** A row as its index has it: nothing of its body is read to decide whether it can be joined. */
const stripOf = (row: Row, acts: ReadonlySet<number>): Kept => ({
  c: numberIn(row, "c"),
  place: numberIn(row, "seq"),
  n: numberIn(row, "n"),
  device: toHex(bytesIn(row, "device")),
  first: numberIn(row, "device_seq"),
  size: numberIn(row, "size"),
  acts: acts.has(numberIn(row, "seq")),
});

const statements = ({ db }: Turn) => ({
  // Those of a deleted vault only wait to be swept.
  rows: db.prepare(
    `SELECT c, seq, n, device, device_seq, size FROM chunk
     WHERE v = (SELECT v FROM vault WHERE v = ? AND epoch > 0) AND seq > ? ORDER BY seq LIMIT ?`,
  ),
  acts: db.prepare("SELECT seq FROM chunk WHERE v = ? AND acts = 1 AND seq > ? ORDER BY seq LIMIT ?"),
  body: db.prepare("SELECT body FROM chunk WHERE c = ?"),
  drop: db.prepare("DELETE FROM chunk WHERE c = ?"),
  add: db.prepare(
    "INSERT INTO chunk (v, seq, n, device, device_seq, size, body, acts) VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
  ),
});

/** Packs vaults that are due. */
export interface Packer {
  readonly due: Due<number>;
  /** One step, inside a transaction: gives how many rows fewer there are; 0 with `more` false when nothing is due. */
  readonly step: () => { readonly fewer: number; readonly more: boolean };
}

/** A packer over one connection. What it remembers is only where to go on; after a restart it looks again. */
export const createPacker = (turn: Turn): Packer => {
  const s = statements(turn);
  const due = createDue<number>();
  /** Vault to the place up to which it was packed. */
  const done = new Map<number, number>();
  turn.onForget(() => done.clear());

  const join = (v: number, { of, into }: PackStep<Kept>["joins"][number]): void => {
    const bodies = of.map(({ c }) => bytesIn(s.body.get(c) ?? {}, "body"));
    for (const { c } of of) s.drop.run(c);
    s.add.run(v, into.place, into.n, Buffer.from(into.device, "hex"), into.first, into.size, concat(...bodies));
  };

  const stepIn = (v: number): PackStep<Kept> => {
    const from = done.get(v) ?? 0;
    const acts = new Set(s.acts.all(v, from, lookRows).map((row) => numberIn(row, "seq")));
    const strips = s.rows.all(v, from, lookRows).map((row) => stripOf(row, acts));
    const step = packStep(strips);
    for (const one of step.joins) join(v, one);
    if (step.upTo !== null) done.set(v, step.upTo);
    // A short number of a deleted vault is given again: what was remembered of it is not true any more.
    if (strips.length === 0) done.delete(v);
    return step;
  };

  return {
    due,
    step: () => {
      const v = due.take();
      if (v === undefined) return { fewer: 0, more: false };
      const { fewer, more } = stepIn(v);
      if (more) due.again(v);
      return { fewer, more: !due.isEmpty() };
    },
  };
};
