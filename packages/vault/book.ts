/** Folds membership acts, in whatever order they arrive, into one book of devices that everybody agrees on. */
import { assertNever, equalBytes, fromHex, toHex } from "@belay/basics";
import type { Act, Cut, DeviceEntry, NewEpoch, SealedKey } from "./acts.ts";
import { newEpochOf, type SignedAct } from "./members.ts";

/** One device that was ever let in. Hexadecimal ids; public keys as bytes. */
export interface Member {
  /** hex32. */
  readonly device: string;
  readonly name: string;
  /** 32 bytes. */
  readonly signPub: Uint8Array;
  /** 32 bytes. */
  readonly agreePub: Uint8Array;
  /** When it was let in, in ms. */
  readonly at: number;
  /** Where its right to write ended; null while it has it. */
  readonly cut: Cut | null;
}

/** What a relay needs to take up the vault again, for one epoch. */
export interface Credential {
  readonly epoch: number;
  /** 32 bytes. */
  readonly writePub: Uint8Array;
  /** 64 bytes. */
  readonly rotateSig: Uint8Array;
}

/** An epoch's key for one device. `standing` is false when the act that carried it lost against another. */
export interface CarriedKey {
  readonly epoch: number;
  /** 80 bytes, for `openEpochKey`. */
  readonly sealed: Uint8Array;
  readonly standing: boolean;
}

/** Everything known about the membership of one vault. */
export interface Book {
  /** Number and hash of the newest act that stands; 0 and zeros before the first. */
  readonly head: { readonly n: number; readonly hash: Uint8Array };
  /** In the order in which they were let in, those shut out included. */
  readonly members: readonly Member[];
  /** One for each epoch, rising. */
  readonly credentials: readonly Credential[];
  /** Every act known, by hash: those that stand, lost or hang in the air for want of one before them. */
  readonly acts: ReadonlyMap<string, SignedAct>;
  /** The hashes of those that stand, oldest first. */
  readonly standing: readonly string[];
}

const noHash = new Uint8Array(32);

/** The book of a vault of which no act is known. */
export const emptyBook: Book = {
  head: { n: 0, hash: noHash },
  members: [],
  credentials: [],
  acts: new Map(),
  standing: [],
};

/** The newest epoch; 0 before the first act. */
export const epochOf = (book: Book): number => book.credentials.at(-1)?.epoch ?? 0;

/** The device with this id (hex32), shut out or not; null for a stranger. */
export const deviceOf = (book: Book, device: string): Member | null =>
  book.members.find((member) => member.device === device) ?? null;

/** Where this device's right to write ended; null while it has it, and for a stranger. */
export const cutOf = (book: Book, device: string): Cut | null => deviceOf(book, device)?.cut ?? null;

/** The devices that may write. */
export const activeOf = (book: Book): readonly Member[] => book.members.filter(({ cut }) => cut === null);

/** What the relay needs for each epoch, rising. */
export const credentials = (book: Book): readonly Credential[] => book.credentials;

/** Number and previous hash of the act that would come next. */
export const nextPlace = (book: Book): { readonly n: number; readonly prev: string } => ({
  n: book.head.n + 1,
  prev: toHex(book.head.hash),
});

/** Whether an act stands, by its hash. The engine does a removal again that no longer holds; other acts it does not. */
export const stands = (book: Book, hash: Uint8Array): boolean => book.standing.includes(toHex(hash));

const bytes = (hex: string): Uint8Array => {
  const read = fromHex(hex);
  return read.ok ? read.value : noHash;
};

/** Every key that any act ever sealed to this device, those of lost acts too: records may have been sealed with them. */
export const keysFor = (book: Book, device: string): readonly CarriedKey[] =>
  Array.from(book.acts, ([hash, { act }]): readonly CarriedKey[] => {
    if (act.type !== "revoke" && act.type !== "rotate") return [];
    const mine = act.keys.find((key) => key.device === device);
    const standing = book.standing.includes(hash);
    return mine === undefined ? [] : [{ epoch: act.epoch, sealed: bytes(mine.sealed), standing }];
  })
    .flat()
    .toSorted((a, b) => a.epoch - b.epoch);

const memberFrom = (entry: DeviceEntry, at: number): Member => ({
  device: entry.device,
  name: entry.name,
  signPub: bytes(entry.signPub),
  agreePub: bytes(entry.agreePub),
  at,
  cut: null,
});
const credentialFrom = ({ epoch, writePub, rotateSig }: NewEpoch): Credential => ({
  epoch,
  writePub: bytes(writePub),
  rotateSig: bytes(rotateSig),
});

/** Exactly the devices that stay have a key, so that nobody who stays is shut out by an oversight. */
const sealedToAll = (members: readonly Member[], keys: readonly SealedKey[]): boolean => {
  const staying = members.filter(({ cut }) => cut === null).map(({ device }) => device);
  return staying.length > 0 && staying.toSorted().join() === keys.map(({ device }) => device).join();
};

const membersAfter = (book: Book, act: Act, at: number): readonly Member[] | null => {
  switch (act.type) {
    case "found":
      return book.members.length === 0 ? [memberFrom(act, at)] : null;
    case "add":
      return book.members.length > 0 && deviceOf(book, act.device) === null
        ? [...book.members, memberFrom(act, at)]
        : null;
    case "revoke": {
      const gone = deviceOf(book, act.device);
      if (gone === null || gone.cut !== null) return null;
      const left = book.members.map((member) => (member === gone ? { ...member, cut: act.cut } : member));
      return sealedToAll(left, act.keys) ? left : null;
    }
    case "rotate":
      return sealedToAll(book.members, act.keys) ? book.members : null;
    default:
      return assertNever(act);
  }
};

/** The book after one more act, or null when the act does not belong there. */
const after = (book: Book, one: SignedAct): Book | null => {
  if (one.n !== book.head.n + 1 || one.prev !== toHex(book.head.hash)) return null;
  const fresh = newEpochOf(one.act);
  if (fresh !== null && fresh.epoch !== epochOf(book) + 1) return null;
  const members = membersAfter(book, one.act, one.at);
  if (members === null) return null;
  return {
    ...book,
    head: { n: one.n, hash: one.hash },
    members,
    credentials: fresh === null ? book.credentials : [...book.credentials, credentialFrom(fresh)],
    standing: [...book.standing, toHex(one.hash)],
  };
};

/** Of two histories the one with more epochs, then the longer; of equals the one whose first other act hashes lower. */
const better = (a: Book, b: Book): Book => {
  const [epochs, length] = [epochOf(a) - epochOf(b), a.head.n - b.head.n];
  if (epochs !== 0) return epochs > 0 ? a : b;
  if (length !== 0) return length > 0 ? a : b;
  const first = a.standing.findIndex((hash, i) => hash !== b.standing[i]);
  return (a.standing[first] ?? "") <= (b.standing[first] ?? "") ? a : b;
};

/** Acts by the hash they come after. */
const followers = (acts: ReadonlyMap<string, SignedAct>): ReadonlyMap<string, readonly SignedAct[]> => {
  const next = new Map<string, readonly SignedAct[]>();
  for (const one of acts.values()) next.set(one.prev, [...(next.get(one.prev) ?? []), one]);
  return next;
};

/**
 * The book with these acts too. The result follows from the set of acts alone, never from the order of their arrival:
 * all histories that hang together from the first act are followed, and the best stands. So no act of an old book can
 * undo a later revocation, and of two acts with one number (two devices at once) the one with the smaller hash stands.
 */
export const folded = (book: Book, acts: readonly SignedAct[]): Book => {
  const known = new Map(book.acts);
  for (const one of acts) known.set(toHex(one.hash), one);
  if (known.size === book.acts.size) return book;
  const next = followers(known);
  let best: Book = { ...emptyBook, acts: known };
  const open: Book[] = [best];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    best = better(best, at);
    for (const one of next.get(toHex(at.head.hash)) ?? []) {
      const grown = after(at, one);
      if (grown !== null) open.push(grown);
    }
  }
  return equalBytes(best.head.hash, book.head.hash) ? { ...book, acts: known } : best;
};
