/** Decides which vaults are looked at for packing, and which of their old rows are joined into one: a pack is a longer row. */

/** A pack holds up to so many bytes of envelopes and rows (relay page: up to 256 old chunks, 64 to 128 KiB). */
const packBytes = 128 * 1024;
const packRows = 256;
/** A row is old once so many of its vault follow it: the newest are what devices ask for, one by one. */
const young = 64;
/** Rows joined in one step, at most, and bytes, about: more at once would stall everyone. */
const stepRows = 500;
const stepBytes = 4 * 1024 * 1024;
/** New rows of a vault, or rows read for one page of it, after which it is looked at. */
const dueAfter = 256;
/** Vaults whose growth is counted. One that is forgotten is found again by whoever pulls it. */
const counted = 20_000;

/** Rows that one step reads after the place where the last one ended, in their order. */
export const lookRows = stepRows + young;

/** One row of the log, without its bytes. */
export interface Strip {
  /** Place of its last envelope. */
  readonly place: number;
  /** How many envelopes it holds. */
  readonly n: number;
  readonly device: string;
  /** Number of its first envelope in the device's chain. */
  readonly first: number;
  /** 0: its envelopes were erased. */
  readonly size: number;
  /** It holds an act about devices, and stays findable by itself. */
  readonly acts: boolean;
}

/** A row made of several. */
export type Joined = Omit<Strip, "acts">;

/** What one step does with the rows it has read. */
export interface PackStep<S extends Strip> {
  /** Rows to join, two or more each. */
  readonly joins: readonly { readonly of: readonly S[]; readonly into: Joined }[];
  /** Rows that there are fewer of afterwards. */
  readonly fewer: number;
  /** Place up to which nothing is left to do; null: no further than before. */
  readonly upTo: number | null;
  /** Whether the next step follows at once. */
  readonly more: boolean;
}

const sizeOf = (strips: readonly Strip[]): number => strips.reduce((sum, { size }) => sum + size, 0);

/** Whether a row can be part of a pack at all. */
const isLoose = ({ size, acts }: Strip): boolean => size > 0 && !acts;

/** Whether `next` goes on where `last` ends, in the log and in the device's chain. */
const follows = (last: Strip, next: Strip): boolean =>
  next.device === last.device && next.place - next.n === last.place && next.first === last.first + last.n;

/** Rows cut into groups that may be one row each. A hole, and a row with an act about devices, stand alone. */
export const groupsOf = <S extends Strip>(strips: readonly S[]): readonly (readonly S[])[] => {
  const groups: S[][] = [];
  let bytes = 0;
  for (const strip of strips) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const fits =
      group !== undefined &&
      last !== undefined &&
      isLoose(last) &&
      isLoose(strip) &&
      group.length < packRows &&
      bytes + strip.size <= packBytes &&
      follows(last, strip);
    if (fits) group.push(strip);
    else groups.push([strip]);
    bytes = fits ? bytes + strip.size : strip.size;
  }
  return groups;
};

const joinOf = <S extends Strip>(of: readonly S[]): PackStep<S>["joins"] => {
  const [first, last] = [of[0], of.at(-1)];
  if (first === undefined || last === undefined || of.length === 1) return [];
  const n = of.reduce((sum, each) => sum + each.n, 0);
  return [{ of, into: { place: last.place, n, device: first.device, first: first.first, size: sizeOf(of) } }];
};

/** One step over the `lookRows` rows that follow the place where the last one ended; fewer are all there are. */
export const packStep = <S extends Strip>(strips: readonly S[]): PackStep<S> => {
  const isFull = strips.length === lookRows;
  const groups = groupsOf(strips.slice(0, Math.max(0, strips.length - young)));
  // The last group may still grow; it waits, unless it is all there is of a full step.
  const ripe = groups.length > 1 ? groups.slice(0, -1) : isFull ? groups : [];
  let bytes = 0;
  const end = ripe.findIndex((group) => group.length > 1 && (bytes += sizeOf(group)) > stepBytes);
  const now = end < 0 ? ripe : ripe.slice(0, end);
  const joins = now.flatMap(joinOf);
  const upTo = now.at(-1)?.at(-1)?.place ?? null;
  return {
    joins,
    fewer: joins.reduce((sum, { of }) => sum + of.length - 1, 0),
    upTo,
    more: upTo !== null && (isFull || end >= 0),
  };
};

/** Vaults that are to be looked at. It may forget: what is forgotten is noticed again. */
export interface Due<Id> {
  /** Notes that a vault has so many new rows. */
  readonly grew: (id: Id, rows: number) => void;
  /** Notes that a page of a vault took so many rows to read: nobody counted while those came. */
  readonly read: (id: Id, rows: number) => void;
  /** Takes out the one that waits longest. */
  readonly take: () => Id | undefined;
  /** Puts it back behind the others. */
  readonly again: (id: Id) => void;
  readonly isEmpty: () => boolean;
}

/** Nothing is due at first. */
export const createDue = <Id>(): Due<Id> => {
  const grown = new Map<Id, number>();
  const due = new Set<Id>();
  return {
    grew: (id, rows) => {
      const count = (grown.get(id) ?? 0) + rows;
      grown.delete(id);
      if (count >= dueAfter) due.add(id);
      else grown.set(id, count);
      const oldest = grown.keys().next();
      if (grown.size > counted && oldest.done !== true) grown.delete(oldest.value);
    },
    read: (id, rows) => {
      if (rows >= dueAfter) due.add(id);
    },
    take: () => {
      const [id] = due;
      if (id !== undefined) due.delete(id);
      return id;
    },
    again: (id) => void due.add(id),
    isEmpty: () => due.size === 0,
  };
};
