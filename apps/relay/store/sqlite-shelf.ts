/** The rows of vaults and chunks: one row for each run of envelopes, heads and counters from an index alone. */
import { toHex } from "@belay/basics";
import type { PageEntry } from "@belay/wire";
import { joinBody, splitBody } from "./chunk-body.ts";
import { bytesIn, numberIn, type Row } from "./driver.ts";
import { isAct, type Hour, type Page, type VaultId, type VaultKeys } from "./port.ts";
import type { Due } from "./pack-plan.ts";
import type { Run, VaultCount } from "./rules.ts";
import type { Range } from "./erase-plan.ts";
import { createEraser } from "./sqlite-erase.ts";
import type { Turn } from "./sqlite-turn.ts";

/** A live vault, as its row and its chunks have it. */
export interface Kept {
  /** The short number of the vault in its chunks. */
  readonly v: number;
  readonly keys: VaultKeys;
  readonly count: VaultCount;
}

/** Vaults whose counts are remembered between appends; the others are counted again from the index. */
const cacheMax = 20_000;
/** Index entries looked at for one page. */
const pageRows = 4_096;

const idBytes = (id: VaultId): Uint8Array => Buffer.from(id, "hex");

// Each kind of page is read along an index of its own.
const pageStatements = ({ db }: Turn, which: "size > 0" | "acts = 1") => ({
  sizes: db.prepare(`SELECT seq, size FROM chunk WHERE v = ? AND seq > ? AND ${which} ORDER BY seq LIMIT ?`),
  last: db.prepare(`SELECT seq FROM chunk WHERE v = ? AND ${which} ORDER BY seq DESC LIMIT 1`),
  bodies: db.prepare(`SELECT seq, n, body FROM chunk WHERE v = ? AND seq > ? AND seq <= ? AND ${which} ORDER BY seq`),
});

// A row without bytes stands for erased envelopes: it holds their numbers, and the newest of their places, taken.
const statements = (turn: Turn) => ({
  vault: turn.db.prepare("SELECT v, owner_pub, epoch, write_pub FROM vault WHERE vault_id = ?"),
  grave: turn.db.prepare("SELECT write_pub FROM grave WHERE vault_id = ?"),
  bury: turn.db.prepare("INSERT INTO grave (vault_id, write_pub, deleted_hour) VALUES (?, ?, ?)"),
  dying: turn.db.prepare("UPDATE vault SET epoch = 0 WHERE v = ?"),
  create: turn.db.prepare(
    "INSERT INTO vault (vault_id, owner_pub, epoch, write_pub, created_hour) VALUES (?, ?, ?, ?, ?)",
  ),
  rotate: turn.db.prepare("UPDATE vault SET epoch = ?, write_pub = ? WHERE v = ?"),
  begun: turn.db.prepare("UPDATE vault SET created_hour = NULL WHERE v = ?"),
  total: turn.db.prepare(
    "SELECT coalesce(max(seq), 0) AS head, coalesce(sum(size), 0) AS bytes FROM chunk WHERE v = ?",
  ),
  chains: turn.db.prepare("SELECT device, max(device_seq + n - 1) AS last FROM chunk WHERE v = ? GROUP BY device"),
  insert: turn.db.prepare(
    "INSERT INTO chunk (v, seq, n, device, device_seq, size, body, acts) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  ),
  // Within one device the numbers grow with the place, so the first hit from the right is the chunk.
  holding: turn.db.prepare(
    "SELECT c, device_seq, size FROM chunk WHERE v = ? AND device = ? AND device_seq <= ? ORDER BY seq DESC LIMIT 1",
  ),
  body: turn.db.prepare("SELECT body FROM chunk WHERE c = ?"),
  page: pageStatements(turn, "size > 0"),
  acts: pageStatements(turn, "acts = 1"),
});

type Statements = ReturnType<typeof statements>;

const loadCount = (s: Statements, v: number, epoch: number): VaultCount => {
  const total = s.total.get(v) ?? {};
  const chains = s.chains.all(v).map((row): [string, number] => [toHex(bytesIn(row, "device")), numberIn(row, "last")]);
  return { epoch, head: numberIn(total, "head"), bytes: numberIn(total, "bytes"), chains: new Map(chains) };
};

/** The last place of the page: about `maxBytes` of envelopes, and one row at least. Null when nothing follows. */
const pageEnd = (rows: readonly Row[], maxBytes: number): number | null => {
  let bytes = 0;
  let end: number | null = null;
  for (const row of rows) {
    bytes += numberIn(row, "size");
    if (end !== null && bytes > maxBytes) break;
    end = numberIn(row, "seq");
  }
  return end;
};

const entriesOf = (row: Row, after: number): readonly PageEntry[] => {
  const first = numberIn(row, "seq") - numberIn(row, "n") + 1;
  return splitBody(bytesIn(row, "body"))
    .map((envelope, i) => ({ at: first + i, envelope }))
    .filter((entry) => entry.at > after);
};

/** Cuts entries at about `maxBytes`, keeping one at least. */
const cutPage = (entries: readonly PageEntry[], maxBytes: number): readonly PageEntry[] => {
  let bytes = 0;
  const end = entries.findIndex((entry, i) => (bytes += entry.envelope.length) > maxBytes && i > 0);
  return end < 0 ? entries : entries.slice(0, end);
};

/** The rows of vaults. Everything here is synchronous; who calls decides the transaction. */
export interface Shelf {
  /** The live vault under an id. */
  readonly load: (id: VaultId) => Kept | null;
  /** The write key of a deleted vault. */
  readonly graveKey: (id: VaultId) => Uint8Array | null;
  readonly create: (id: VaultId, keys: VaultKeys, now: Hour) => void;
  readonly rotate: (id: VaultId, kept: Kept, epoch: number, writePub: Uint8Array) => void;
  readonly bury: (id: VaultId, kept: Kept, now: Hour) => void;
  /** The envelope with that number in a device's chain, or that it was erased. */
  readonly find: (kept: Kept, device: string, seq: number) => Uint8Array | "erased" | null;
  /** Adds rows and gives the entries with their places; `count` is the vault's count afterwards. */
  readonly insert: (id: VaultId, kept: Kept, runs: readonly Run[], count: VaultCount) => readonly PageEntry[];
  /** Takes rows of a device away, about one step's worth; gives the next number to go on from, or null at the end. */
  readonly erase: (id: VaultId, kept: Kept, range: Range, plan: VaultCount) => number | null;
  readonly page: (kept: Kept, after: number, maxBytes: number) => Page;
  /** As `page`, of the rows alone that hold an act about devices. */
  readonly acts: (kept: Kept, after: number, maxBytes: number) => Page;
}

/** Remembers what vaults count up to, the latest used ones alone. */
const createMemory = (turn: Turn) => {
  const kept = new Map<VaultId, Kept>();
  turn.onForget(() => kept.clear());
  return {
    get: (id: VaultId): Kept | undefined => kept.get(id),
    drop: (id: VaultId): void => void kept.delete(id),
    set: (id: VaultId, value: Kept): Kept => {
      kept.delete(id);
      kept.set(id, value);
      const oldest = kept.keys().next();
      if (kept.size > cacheMax && oldest.done !== true) kept.delete(oldest.value);
      return value;
    },
  };
};

const findIn =
  (s: Statements): Shelf["find"] =>
  (kept, device, seq) => {
    const row = s.holding.get(kept.v, Buffer.from(device, "hex"), seq);
    if (row === null) return null;
    if (numberIn(row, "size") === 0) return "erased";
    const body = s.body.get(numberIn(row, "c"));
    if (body === null) return null;
    return splitBody(bytesIn(body, "body"))[seq - numberIn(row, "device_seq")] ?? null;
  };

const insertInto = (s: Statements, { v, count }: Kept, runs: readonly Run[]): readonly PageEntry[] => {
  const added: PageEntry[] = [];
  if (count.head === 0 && runs.length > 0) s.begun.run(v);
  for (const run of runs) {
    for (const envelope of run.envelopes) added.push({ at: count.head + added.length + 1, envelope });
    const place = count.head + added.length;
    s.insert.run(
      v,
      place,
      run.envelopes.length,
      Buffer.from(run.device, "hex"),
      run.first,
      run.size,
      joinBody(run.envelopes),
      run.envelopes.some(isAct) ? 1 : 0,
    );
  }
  return added;
};

const pageFrom =
  (s: Statements["page"], read: Due<number>["read"]): Shelf["page"] =>
  ({ v }, after, maxBytes) => {
    const end = pageEnd(s.sizes.all(v, after, pageRows), maxBytes);
    if (end === null) return { entries: [], more: false };
    const rows = s.bodies.all(v, after, end);
    read(v, rows.length);
    const entries = cutPage(
      rows.flatMap((row) => entriesOf(row, after)),
      maxBytes,
    );
    return { entries, more: (entries.at(-1)?.at ?? after) < numberIn(s.last.get(v) ?? { seq: 0 }, "seq") };
  };

/** The rows over one connection. */
export const createShelf = (turn: Turn, due: Due<number>): Shelf => {
  const s = statements(turn);
  const memory = createMemory(turn);
  const eraseRows = createEraser(turn);
  const load = (id: VaultId): Kept | null => {
    const known = memory.get(id);
    if (known !== undefined) return memory.set(id, known);
    const row = s.vault.get(idBytes(id));
    const epoch = row === null ? 0 : numberIn(row, "epoch");
    if (row === null || epoch === 0) return null;
    const v = numberIn(row, "v");
    const keys = { ownerPub: bytesIn(row, "owner_pub"), epoch, writePub: bytesIn(row, "write_pub") };
    return memory.set(id, { v, keys, count: loadCount(s, v, epoch) });
  };
  return {
    load,
    find: findIn(s),
    page: pageFrom(s.page, due.read),
    acts: pageFrom(s.acts, () => undefined),
    graveKey: (id) => {
      const row = s.grave.get(idBytes(id));
      return row === null ? null : bytesIn(row, "write_pub");
    },
    create: (id, keys, now) => void s.create.run(idBytes(id), keys.ownerPub, keys.epoch, keys.writePub, now),
    rotate: (id, kept, epoch, writePub) => {
      s.rotate.run(epoch, writePub, kept.v);
      memory.set(id, { ...kept, keys: { ...kept.keys, epoch, writePub }, count: { ...kept.count, epoch } });
    },
    bury: (id, kept, now) => {
      s.bury.run(idBytes(id), kept.keys.writePub, now);
      s.dying.run(kept.v);
      memory.drop(id);
      turn.markDeleted();
    },
    erase: (id, kept, range, plan) => {
      if (kept.count.head === 0) s.begun.run(kept.v);
      const { next, freed } = eraseRows(kept.v, range, plan.head > kept.count.head ? plan.head : null);
      const count = next === null ? plan : kept.count;
      memory.set(id, { ...kept, count: { ...count, bytes: kept.count.bytes - freed } });
      return next;
    },
    insert: (id, kept, runs, count) => {
      const added = insertInto(s, kept, runs);
      due.grew(kept.v, runs.length);
      memory.set(id, { ...kept, count });
      return added;
    },
  };
};
