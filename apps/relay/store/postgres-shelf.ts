/** Reads and writes the rows of vaults in PostgreSQL: head, counters and keys in one small row, runs of envelopes beside. */
import { readU32, toHex } from "@belay/basics";
import type { PageEntry } from "@belay/wire";
import { joinBody, splitBody } from "./chunk-body.ts";
import { bytesIn, numberIn, type Row } from "./driver.ts";
import { isAct, toVaultId, type Hour, type Page, type VaultHead, type VaultId, type VaultKeys } from "./port.ts";
import type { Sql } from "./postgres-pool.ts";
import type { Run, VaultCount } from "./rules.ts";

/** A live vault, as its row has it. */
export interface PgKept {
  readonly keys: VaultKeys;
  readonly count: VaultCount;
}

/** A vault before and after some appends, and the rows that they add; `places` are those of the last envelopes. */
export interface Move {
  readonly id: VaultId;
  readonly before: VaultCount;
  readonly after: VaultCount;
  readonly runs: readonly (Run & { readonly place: number })[];
}

/** What is known of one number below the end of a chain. */
export interface Held {
  readonly envelope: Uint8Array | "erased";
  readonly place: number;
}

/** The bytes of an id. */
export const idBytes = (id: VaultId): Uint8Array => Buffer.from(id, "hex");

/** Rows looked at for one page. */
const pageRows = 4_096;

/** One counter in the row of its vault: 16 bytes of the device, 8 of its highest number. */
const chainBytes = 24;

/** Counters as the row of a vault keeps them. */
export const packChains = (chains: ReadonlyMap<string, number>): Uint8Array => {
  const all = Buffer.alloc(chains.size * chainBytes);
  for (const [i, [device, seq]] of [...chains].entries()) {
    all.write(device, i * chainBytes, "hex");
    all.writeBigUInt64BE(BigInt(seq), i * chainBytes + 16);
  }
  return all;
};

const unpackChains = (all: Uint8Array): ReadonlyMap<string, number> =>
  new Map(
    Array.from({ length: all.length / chainBytes }, (_, i): [string, number] => {
      const at = i * chainBytes;
      return [toHex(all.subarray(at, at + 16)), readU32(all, at + 16) * 2 ** 32 + readU32(all, at + 20)];
    }),
  );

const keptOf = (row: Row): PgKept => {
  const epoch = numberIn(row, "epoch");
  return {
    keys: { ownerPub: bytesIn(row, "owner_pub"), epoch, writePub: bytesIn(row, "write_pub") },
    count: {
      epoch,
      head: numberIn(row, "head"),
      bytes: numberIn(row, "bytes"),
      chains: unpackChains(bytesIn(row, "chains")),
    },
  };
};

/** The live ones of some vaults. */
export const loadVaults = async (sql: Sql, ids: readonly VaultId[]): Promise<ReadonlyMap<VaultId, PgKept>> => {
  const rows = await sql("SELECT * FROM vault WHERE vault_id = ANY($1::bytea[]) AND epoch > 0", [ids.map(idBytes)]);
  return new Map(
    rows.flatMap((row): [VaultId, PgKept][] => {
      const id = toVaultId(toHex(bytesIn(row, "vault_id")));
      return id === null ? [] : [[id, keptOf(row)]];
    }),
  );
};

/** How far some vaults are, without what else is known of them. */
export const loadHeads = async (sql: Sql, ids: readonly VaultId[]): Promise<ReadonlyMap<VaultId, VaultHead>> => {
  const rows = await sql("SELECT vault_id, head, epoch FROM vault WHERE vault_id = ANY($1::bytea[]) AND epoch > 0", [
    ids.map(idBytes),
  ]);
  return new Map(
    rows.flatMap((row): [VaultId, VaultHead][] => {
      const id = toVaultId(toHex(bytesIn(row, "vault_id")));
      return id === null ? [] : [[id, { head: numberIn(row, "head"), epoch: numberIn(row, "epoch") }]];
    }),
  );
};

/** The live vault under an id; with `lock`, nobody else changes it until the transaction ends. */
export const loadVault = async (sql: Sql, id: VaultId, lock = false): Promise<PgKept | null> => {
  const rows = await sql(`SELECT * FROM vault WHERE vault_id = $1 AND epoch > 0${lock ? " FOR UPDATE" : ""}`, [
    idBytes(id),
  ]);
  return rows[0] === undefined ? null : keptOf(rows[0]);
};

/** The write key of a deleted vault. */
export const graveKey = async (sql: Sql, id: VaultId): Promise<Uint8Array | null> => {
  const rows = await sql("SELECT write_pub FROM grave WHERE vault_id = $1", [idBytes(id)]);
  return rows[0] === undefined ? null : bytesIn(rows[0], "write_pub");
};

/** Makes the row of a vault, unless there is one under its id. */
export const insertVault = async (sql: Sql, id: VaultId, keys: VaultKeys, now: Hour): Promise<void> => {
  await sql(
    `INSERT INTO vault (vault_id, owner_pub, epoch, write_pub, created_hour, head, bytes, chains)
     VALUES ($1, $2, $3, $4, $5, 0, 0, ''::bytea) ON CONFLICT (vault_id) DO NOTHING`,
    [idBytes(id), keys.ownerPub, keys.epoch, keys.writePub, now],
  );
};

/** Writes what a count became; the caller holds the row. */
export const setCount = async (sql: Sql, id: VaultId, count: VaultCount): Promise<void> => {
  await sql("UPDATE vault SET head = $2, bytes = $3, chains = $4, created_hour = NULL WHERE vault_id = $1", [
    idBytes(id),
    count.head,
    count.bytes,
    packChains(count.chains),
  ]);
};

const movedIn = (rows: readonly Row[]): ReadonlySet<string> =>
  new Set(rows.map((row) => toHex(bytesIn(row, "vault_id"))));

/**
 * Some vaults' appends in one statement. Head, bytes and epoch decide: a vault that somebody else has moved meanwhile is
 * left as it is, with nothing added. Gives those that moved.
 */
export const moveTogether = async (sql: Sql, moves: readonly Move[]): Promise<ReadonlySet<string>> => {
  const runs = moves.flatMap(({ id, runs: of }) => of.map((run) => ({ id, run, body: joinBody(run.envelopes) })));
  let end = 1;
  const offsets = runs.map(({ body }) => (end += body.length) - body.length);
  const moved = await sql(
    `WITH want AS (
       SELECT * FROM unnest($1::bytea[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bytea[])
         AS w (vault_id, head, bytes, epoch, next_head, next_bytes, chains)
     ), moved AS (
       UPDATE vault v SET head = w.next_head, bytes = w.next_bytes, chains = w.chains, created_hour = NULL
       FROM want w
       WHERE v.vault_id = w.vault_id AND v.head = w.head AND v.bytes = w.bytes AND v.epoch = w.epoch
       RETURNING v.vault_id
     ), put AS (
       INSERT INTO chunk (vault_id, seq, n, device, device_seq, size, acts, body)
       SELECT r.vault_id, r.seq, r.n, r.device, r.device_seq, r.size, r.acts, substring($17::bytea FROM r.begin FOR r.length)
       FROM unnest($8::bytea[], $9::bigint[], $10::bigint[], $11::bytea[], $12::bigint[], $13::integer[], $14::boolean[],
                   $15::integer[], $16::integer[])
         AS r (vault_id, seq, n, device, device_seq, size, acts, begin, length)
       JOIN moved m ON m.vault_id = r.vault_id
     )
     SELECT vault_id FROM moved`,
    [
      moves.map(({ id }) => idBytes(id)),
      moves.map(({ before }) => before.head),
      moves.map(({ before }) => before.bytes),
      moves.map(({ before }) => before.epoch),
      moves.map(({ after }) => after.head),
      moves.map(({ after }) => after.bytes),
      moves.map(({ after }) => packChains(after.chains)),
      runs.map(({ id }) => idBytes(id)),
      runs.map(({ run }) => run.place),
      runs.map(({ run }) => run.envelopes.length),
      runs.map(({ run }) => Buffer.from(run.device, "hex")),
      runs.map(({ run }) => run.first),
      runs.map(({ run }) => run.size),
      runs.map(({ run }) => String(run.envelopes.some(isAct))),
      offsets,
      runs.map(({ body }) => body.length),
      Buffer.concat(runs.map(({ body }) => body)),
    ],
  );
  return movedIn(moved);
};

/** Adds one row to a vault that the caller holds. */
export const insertRun = async (
  sql: Sql,
  id: VaultId,
  run: Pick<Run, "device" | "first" | "size" | "envelopes"> & { readonly place: number; readonly n?: number },
): Promise<void> => {
  await sql(
    `INSERT INTO chunk (vault_id, seq, n, device, device_seq, size, acts, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      idBytes(id),
      run.place,
      run.n ?? run.envelopes.length,
      Buffer.from(run.device, "hex"),
      run.first,
      run.size,
      run.envelopes.some(isAct),
      joinBody(run.envelopes),
    ],
  );
};

const moveAlone = async (sql: Sql, { id, before, after, runs }: Move): Promise<readonly Row[]> => {
  const moved = await sql(
    `UPDATE vault SET head = $2, bytes = $3, chains = $4, created_hour = NULL
     WHERE vault_id = $1 AND head = $5 AND bytes = $6 AND epoch = $7 RETURNING vault_id`,
    [idBytes(id), after.head, after.bytes, packChains(after.chains), before.head, before.bytes, before.epoch],
  );
  if (moved.length > 0) for (const run of runs) await insertRun(sql, id, run);
  return moved;
};

/** The same in statements that each name one vault alone: what Citus sends to one machine. */
export const moveEach = async (sql: Sql, moves: readonly Move[]): Promise<ReadonlySet<string>> => {
  const rows: Row[] = [];
  for (const move of moves) rows.push(...(await moveAlone(sql, move)));
  return movedIn(rows);
};

/** What is kept of a device's numbers, both ends included. */
export const heldBetween = async (
  sql: Sql,
  id: VaultId,
  device: string,
  [from, to]: readonly [number, number],
): Promise<ReadonlyMap<number, Held>> => {
  const rows = await sql(
    `SELECT seq, n, device_seq, size, body FROM chunk
     WHERE vault_id = $1 AND device = $2 AND device_seq <= $4 AND device_seq + n > $3`,
    [idBytes(id), Buffer.from(device, "hex"), from, to],
  );
  const held = new Map<number, Held>();
  for (const row of rows) {
    const [first, n, end] = [numberIn(row, "device_seq"), numberIn(row, "n"), numberIn(row, "seq")];
    const envelopes = numberIn(row, "size") === 0 ? null : splitBody(bytesIn(row, "body"));
    for (let seq = Math.max(first, from); seq <= Math.min(first + n - 1, to); seq += 1)
      held.set(seq, { envelope: envelopes?.[seq - first] ?? "erased", place: end - n + 1 + (seq - first) });
  }
  return held;
};

const entriesOf = (row: Row, after: number): readonly PageEntry[] => {
  const first = numberIn(row, "seq") - numberIn(row, "n") + 1;
  return splitBody(bytesIn(row, "body"))
    .map((envelope, i) => ({ at: first + i, envelope }))
    .filter((entry) => entry.at > after);
};

/** A page of a live vault's log; `which` of its rows are read along an index of their own. One statement, one moment; `rows` says how many. */
export const pageOf = async (
  sql: Sql,
  which: "size > 0" | "acts",
  id: VaultId,
  [after, maxBytes]: readonly [number, number],
): Promise<Page & { readonly rows: number }> => {
  const rows = await sql(
    `SELECT seq, n, body,
       (SELECT c.seq FROM chunk c WHERE c.vault_id = $1 AND ${which} ORDER BY c.seq DESC LIMIT 1) AS last
     FROM (
       SELECT seq, n, body, size, sum(size) OVER (ORDER BY seq) AS upto FROM (
         SELECT seq, n, body, size FROM chunk
         WHERE vault_id = $1 AND seq > $2 AND ${which} ORDER BY seq LIMIT ${pageRows}
       ) near
     ) page
     WHERE (upto <= $3 OR upto = size) AND EXISTS (SELECT FROM vault v WHERE v.vault_id = $1 AND v.epoch > 0)
     ORDER BY seq`,
    [idBytes(id), after, maxBytes],
  );
  let bytes = 0;
  const all = rows.flatMap((row) => entriesOf(row, after));
  const end = all.findIndex((entry, i) => (bytes += entry.envelope.length) > maxBytes && i > 0);
  const entries = end < 0 ? all : all.slice(0, end);
  const last = rows[0] === undefined ? 0 : numberIn(rows[0], "last");
  return { entries, more: (entries.at(-1)?.at ?? after) < last, rows: rows.length };
};
