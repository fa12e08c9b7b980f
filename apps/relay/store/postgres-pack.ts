/** Joins old rows in PostgreSQL as they are planned, inside the database: their bytes stay, and do not travel. */
import { ok, toHex } from "@belay/basics";
import { bytesIn, numberIn, type Row } from "./driver.ts";
import { createDue, lookRows, packStep, type Due, type PackStep, type Strip } from "./pack-plan.ts";
import type { Store, VaultId } from "./port.ts";
import type { Postgres, Sql } from "./postgres-pool.ts";
import { idBytes } from "./postgres-shelf.ts";

const stripOf = (row: Row): Strip => ({
  place: numberIn(row, "seq"),
  n: numberIn(row, "n"),
  device: toHex(bytesIn(row, "device")),
  first: numberIn(row, "device_seq"),
  size: numberIn(row, "size"),
  acts: row["acts"] === true,
});

/** The last row of each group takes up the others, which go. The caller holds the vault. */
const join = async (sql: Sql, id: Uint8Array, joins: PackStep<Strip>["joins"]): Promise<void> => {
  const parts = joins.flatMap(({ of, into }) => of.map(({ place }) => [place, into.place] as const));
  await sql(
    `UPDATE chunk c SET n = g.n, device_seq = g.device_seq, size = g.size, body = g.body
     FROM (
       SELECT p.into_seq, sum(k.n)::bigint AS n, min(k.device_seq) AS device_seq, sum(k.size)::integer AS size,
         string_agg(k.body, ''::bytea ORDER BY k.seq) AS body
       FROM unnest($2::bigint[], $3::bigint[]) AS p (seq, into_seq)
       JOIN chunk k ON k.vault_id = $1 AND k.seq = p.seq
       GROUP BY p.into_seq
     ) g
     WHERE c.vault_id = $1 AND c.seq = g.into_seq`,
    [id, parts.map(([place]) => place), parts.map(([, into]) => into)],
  );
  await sql("DELETE FROM chunk WHERE vault_id = $1 AND seq = ANY($2::bigint[])", [
    id,
    parts.flatMap(([place, into]) => (place === into ? [] : [place])),
  ]);
};

/**
 * One step over one vault. Its row is held meanwhile: another relay that packs, erases, appends or deletes comes before
 * or after, and each of the statements names one vault alone. The row says how far it was packed, whoever did.
 */
const packOnce = async (sql: Sql, vault: VaultId): Promise<PackStep<Strip>> => {
  const id = idBytes(vault);
  const held = (await sql("SELECT packed FROM vault WHERE vault_id = $1 AND epoch > 0 FOR UPDATE", [id]))[0];
  if (held === undefined) return packStep([]);
  const rows = await sql(
    `SELECT seq, n, device, device_seq, size, acts FROM chunk WHERE vault_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    [id, numberIn(held, "packed"), lookRows],
  );
  const step = packStep(rows.map(stripOf));
  if (step.joins.length > 0) await join(sql, id, step.joins);
  if (step.upTo !== null) await sql("UPDATE vault SET packed = $2 WHERE vault_id = $1", [id, step.upTo]);
  return step;
};

/** Packs vaults that are due, as far as this relay has noticed. */
export const createPgPacker = (db: Postgres): { readonly due: Due<VaultId>; readonly step: Store["pack"] } => {
  const due = createDue<VaultId>();
  const step: Store["pack"] = async () => {
    const id = due.take();
    if (id === undefined) return ok({ fewer: 0, more: false });
    const done = await db.write((sql) => packOnce(sql, id));
    if (!done.ok || done.value.more) due.again(id);
    return done.ok ? ok({ fewer: done.value.fewer, more: !due.isEmpty() }) : done;
  };
  return { due, step };
};
