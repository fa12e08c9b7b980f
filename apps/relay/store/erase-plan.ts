/** Decides which rows of a device's chain go, and what takes their place, when numbers of it are erased. */
import { splitBody } from "./chunk-body.ts";

/** Numbers of one device's chain, both ends included. */
export interface Range {
  /** 32 hexadecimal digits. */
  readonly device: string;
  readonly from: number;
  readonly to: number;
}

/** A row of one device, without its bytes. Without a size it stands for envelopes that were erased before. */
export interface Strip {
  /** Place of its last envelope. */
  readonly place: number;
  readonly first: number;
  readonly last: number;
  readonly size: number;
}

/** What stays of a row that was cut. */
export interface Part {
  readonly place: number;
  readonly first: number;
  readonly envelopes: readonly Uint8Array[];
  readonly size: number;
}

/** Erased numbers that follow each other; `place` is the newest place among them. */
export interface Hole {
  readonly first: number;
  readonly last: number;
  readonly place: number;
}

/** One step of an erasure: the rows that go, and what is written instead. */
export interface EraseStep<S extends Strip> {
  readonly gone: readonly S[];
  /** Those of them whose bytes are needed, because a part of them stays. */
  readonly cut: readonly S[];
  /** What takes their place; `bodyOf` gives the bytes of a row that is cut. `freed` counts bytes of envelopes. */
  readonly leave: (bodyOf: (strip: S) => Uint8Array) => {
    readonly parts: readonly Part[];
    readonly hole: Hole | null;
    readonly freed: number;
  };
  /** The number to go on from, or null at the end. */
  readonly next: number | null;
}

/** Rows looked at in one step, about: more at once would stall everyone. */
export const stepRows = 500;
const stepBytes = 4 * 1024 * 1024;

/** The first rows of those that make about one step. */
const stepOf = <S extends Strip>(strips: readonly S[]): readonly S[] => {
  let bytes = 0;
  const end = strips.findIndex(({ size }, i) => i > 0 && (bytes += size) > stepBytes);
  return (end < 0 ? strips : strips.slice(0, end)).slice(0, stepRows);
};

/** Whether a strip loses something, or is a hole that grows. */
const isTouched = ({ first, last, size }: Strip, { from, to }: Range): boolean =>
  size === 0 || (last >= from && first <= to);

const isCut = ({ first, last, size }: Strip, { from, to }: Range): boolean => size > 0 && (first < from || last > to);

/** What stays of one row. */
const partsOf = (strip: Strip, { from, to }: Range, body: Uint8Array): readonly Part[] => {
  const { place, first, last } = strip;
  const envelopes = splitBody(body);
  const end = Math.min(last, to);
  const before = envelopes.slice(0, Math.max(0, from - first));
  const after = envelopes.slice(end - first + 1);
  return [
    { place: place - (last - from) - 1, first, envelopes: before },
    { place, first: end + 1, envelopes: after },
  ].flatMap((part) => {
    const size = part.envelopes.reduce((sum, one) => sum + one.length, 0);
    return size > 0 ? [{ ...part, size }] : [];
  });
};

/** The hole that one row leaves. */
const holeOf = ({ first, last, place, size }: Strip, { from, to }: Range): Hole => {
  if (size === 0) return { first, last, place };
  const end = Math.min(last, to);
  return { first: Math.max(first, from), last: end, place: place - (last - end) };
};

/**
 * One step over `rows`, the rows of the device that touch the range with one number more on each side, by place, at most
 * `stepRows + 1`. `beyond` is the place that the range takes when it goes on behind the chain's end.
 */
export const eraseStep = <S extends Strip>(rows: readonly S[], range: Range, beyond: number | null): EraseStep<S> => {
  const touched = rows.filter((strip) => isTouched(strip, range));
  const gone = stepOf(touched);
  const holes = gone.map((strip) => holeOf(strip, range));
  const isLast = gone.length === touched.length && rows.length <= stepRows;
  const goesOn = isLast && beyond !== null;
  const newest = holes.at(-1);
  const first = holes[0]?.first ?? range.from;
  const last = goesOn ? range.to : (newest?.last ?? 0);
  const place = goesOn ? beyond : (newest?.place ?? 0);
  const cut = gone.filter((strip) => isCut(strip, range));
  return {
    gone,
    cut,
    next: isLast ? null : last + 1,
    leave: (bodyOf) => {
      const parts = cut.flatMap((strip) => partsOf(strip, range, bodyOf(strip)));
      const sizeOf = (all: readonly { readonly size: number }[]) => all.reduce((sum, { size }) => sum + size, 0);
      return { parts, hole: last >= first ? { first, last, place } : null, freed: sizeOf(gone) - sizeOf(parts) };
    },
  };
};
