/** Joins old rows of one device that follow each other, so that a long log is read from few rows; their bytes stay. */
import { concat, toHex } from "@belay/basics";
import { bytesIn, numberIn, type Row } from "./driver.ts";
import type { Turn } from "./sqlite-turn.ts";

/** A joined row holds up to so many bytes and rows (relay page: up to 256 old chunks, 64 to 128 KiB). */
const packBytes = 128 * 1024;
const packRows = 256;
/** A row is old once so many of its vault follow it: the newest are what devices ask for, one by one. */
const young = 64;
/** Rows looked at in one step. */
const stepRows = 500;
/** New rows of a vault after which it is looked at. */
const dueAfter = 256;

/** One row of the log, without its bytes. */
interface Strip {
  readonly c: number;
  /** Place of its last envelope. */
  readonly place: number;
  readonly n: number;
  readonly device: string;
  readonly first: number;
  readonly size: number;
}

/** A row as its index has it: nothing of its body is read to decide whether it can be joined. */
const stripOf = (row: Row): Strip => ({
  c: numberIn(row, "c"),
  place: numberIn(row, "seq"),
  n: numberIn(row, "n"),
  device: toHex(bytesIn(row, "device")),
  first: numberIn(row, "device_seq"),
  size: numberIn(row, "size"),
});

const statements = ({ db }: Turn) => ({
  rows: db.prepare(
    "SELECT c, seq, n, device, device_seq, size FROM chunk WHERE v = ? AND seq > ? ORDER BY seq LIMIT ?",
  ),
  acts: db.prepare("SELECT c FROM chunk WHERE v = ? AND acts = 1 AND seq > ? AND seq <= ?"),
  body: db.prepare("SELECT body FROM chunk WHERE c = ?"),
  drop: db.prepare("DELETE FROM chunk WHERE c = ?"),
  add: db.prepare(
    "INSERT INTO chunk (v, seq, n, device, device_seq, size, body, acts) VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
  ),
});

/** Whether `next` goes on where `last` ends, in the log and in the device's chain. */
const follows = (last: Strip, next: Strip): boolean =>
  next.device === last.device && next.place - next.n === last.place && next.first === last.first + last.n;

/** Rows cut into groups that may be one row each. A hole, and a row with an act about devices, stand alone. */
export const groupsOf = (strips: readonly Strip[], alone: ReadonlySet<number>): readonly (readonly Strip[])[] => {
  const groups: Strip[][] = [];
  let bytes = 0;
  for (const strip of strips) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const fits =
      group !== undefined &&
      last !== undefined &&
      last.size > 0 &&
      strip.size > 0 &&
      !alone.has(last.c) &&
      !alone.has(strip.c) &&
      group.length < packRows &&
      bytes + strip.size <= packBytes &&
      follows(last, strip);
    if (fits) group.push(strip);
    else groups.push([strip]);
    bytes = fits ? bytes + strip.size : strip.size;
  }
  return groups;
};

/** Packs vaults that grew. */
export interface Packer {
  /** Notes that a vault has so many new rows. */
  readonly grew: (v: number, rows: number) => void;
  /** One step, inside a transaction: gives how many rows fewer there are; 0 with `more` false when nothing is due. */
  readonly step: () => { readonly fewer: number; readonly more: boolean };
}

/** A packer over one connection. What it remembers is only where to go on; after a restart it looks again. */
export const createPacker = (turn: Turn): Packer => {
  const s = statements(turn);
  const grown = new Map<number, number>();
  const due = new Set<number>();
  /** Vault to the place up to which it was packed. */
  const done = new Map<number, number>();
  turn.onForget(() => done.clear());

  const join = (v: number, group: readonly Strip[]): number => {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined || group.length === 1) return 0;
    const bodies = group.map(({ c }) => bytesIn(s.body.get(c) ?? {}, "body"));
    for (const { c } of group) s.drop.run(c);
    const n = group.reduce((sum, each) => sum + each.n, 0);
    const size = group.reduce((sum, each) => sum + each.size, 0);
    s.add.run(v, last.place, n, Buffer.from(first.device, "hex"), first.first, size, concat(...bodies));
    return group.length - 1;
  };

  const stepIn = (v: number): { readonly fewer: number; readonly more: boolean } => {
    const from = done.get(v) ?? 0;
    const strips = s.rows.all(v, from, stepRows + young).map(stripOf);
    const full = strips.length === stepRows + young;
    const old = strips.slice(0, Math.max(0, strips.length - young));
    const end = old.at(-1);
    // A short number of a deleted vault is given again: what was remembered of it is not true any more.
    if (strips.length === 0) done.delete(v);
    if (end === undefined) return { fewer: 0, more: false };
    const alone = new Set(s.acts.all(v, from, end.place).map((row) => numberIn(row, "c")));
    const groups = groupsOf(old, alone);
    // The last group may still grow; it waits, unless it is all there is of a full step.
    const ripe = groups.length > 1 ? groups.slice(0, -1) : full ? groups : [];
    const fewer = ripe.reduce((sum, group) => sum + join(v, group), 0);
    const last = ripe.at(-1)?.at(-1);
    if (last !== undefined) done.set(v, last.place);
    return { fewer, more: full && last !== undefined };
  };

  return {
    grew: (v, rows) => {
      const count = (grown.get(v) ?? 0) + rows;
      if (count >= dueAfter) due.add(v);
      grown.set(v, count >= dueAfter ? 0 : count);
    },
    step: () => {
      const [v] = due;
      if (v === undefined) return { fewer: 0, more: false };
      const { fewer, more } = stepIn(v);
      if (!more) due.delete(v);
      return { fewer, more: due.size > 0 };
    },
  };
};
