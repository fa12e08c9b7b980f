/** Answers the vault calls of the store from the rows in PostgreSQL, whichever relay wrote them. */
import { err, ok, type Result } from "@belay/basics";
import { numberIn } from "./driver.ts";
import type { Due } from "./pack-plan.ts";
import type {
  CreateFault,
  EraseFault,
  Found,
  Page,
  RotateFault,
  StoreCaps,
  StoreFault,
  VaultId,
  VaultKeys,
} from "./port.ts";
import { createAppender } from "./postgres-append.ts";
import { eraseOnce } from "./postgres-erase.ts";
import type { Postgres, Sql } from "./postgres-pool.ts";
import { graveKey, idBytes, insertVault, loadHeads, loadVault, pageOf, type PgKept } from "./postgres-shelf.ts";
import { sameHash } from "./rules.ts";
import { flat, type VaultStore } from "./sqlite-vaults.ts";

const sameKeys = (kept: PgKept, keys: VaultKeys): boolean =>
  kept.keys.epoch === keys.epoch &&
  sameHash(kept.keys.writePub, keys.writePub) &&
  sameHash(kept.keys.ownerPub, keys.ownerPub);

const created = async (
  sql: Sql,
  id: VaultId,
  keys: VaultKeys,
  now: Parameters<VaultStore["createVault"]>[2],
): Promise<Result<null, CreateFault>> => {
  await insertVault(sql, id, keys, now);
  // Read after the row is there: whoever deleted the vault before is seen now, however little before it was.
  if ((await graveKey(sql, id)) !== null) {
    await sql("DELETE FROM vault WHERE vault_id = $1 AND epoch > 0 AND head = 0 AND created_hour = $2", [
      idBytes(id),
      now,
    ]);
    return err({ type: "Gone" });
  }
  const kept = await loadVault(sql, id);
  return kept !== null && sameKeys(kept, keys) ? ok(null) : err({ type: "Taken" });
};

const rotated = async (
  sql: Sql,
  id: VaultId,
  epoch: number,
  writePub: Uint8Array,
): Promise<Result<{ readonly head: number }, RotateFault>> => {
  const rows = await sql(
    "UPDATE vault SET epoch = $2::bigint, write_pub = $3 WHERE vault_id = $1 AND epoch = $2::bigint - 1 AND epoch > 0 RETURNING head",
    [idBytes(id), epoch, writePub],
  );
  if (rows[0] !== undefined) return ok({ head: numberIn(rows[0], "head") });
  return err({ type: (await loadVault(sql, id)) === null ? "NoVault" : "StaleEpoch" });
};

/** The vault is gone with its grave, in one commit; epoch 0 keeps its rows from everyone until they are swept. */
const buried = async (sql: Sql, id: VaultId, now: number): Promise<null> => {
  const rows = await sql(
    "UPDATE vault SET epoch = 0, created_hour = NULL WHERE vault_id = $1 AND epoch > 0 RETURNING write_pub",
    [idBytes(id)],
  );
  const writePub = rows[0]?.["write_pub"];
  if (writePub instanceof Uint8Array)
    await sql("INSERT INTO grave (vault_id, write_pub, deleted_hour) VALUES ($1, $2, $3)", [
      idBytes(id),
      writePub,
      now,
    ]);
  return null;
};

/** Vaults over one database, which other relays write to as well. */
export const postgresVaults = (db: Postgres, caps: StoreCaps, isSpread: boolean, due: Due<VaultId>): VaultStore => {
  const appender = createAppender(db, caps, isSpread, due.grew);

  /** Runs after the appends that were asked for before it, and leaves nothing remembered that it may have changed. */
  const change = async <T, E>(
    id: VaultId,
    work: (sql: Sql) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | StoreFault>> => {
    await appender.idle(id);
    const done = flat(await db.write(work));
    appender.forget(id);
    return done;
  };
  const page = async (
    which: "size > 0" | "acts",
    id: VaultId,
    after: number,
    maxBytes: number,
  ): Promise<Result<Page, StoreFault>> => {
    const found = await db.read((sql) => pageOf(sql, which, id, [after, maxBytes]));
    if (!found.ok) return found;
    const { rows, ...entries } = found.value;
    if (which === "size > 0") due.read(id, rows);
    return ok(entries);
  };

  return {
    findVault: (id) =>
      db.read(async (sql): Promise<Found> => {
        const kept = await loadVault(sql, id);
        if (kept === null) {
          const writePub = await graveKey(sql, id);
          return writePub === null ? { kind: "none" } : { kind: "gone", writePub };
        }
        appender.note(id, kept);
        const chains = [...kept.count.chains].map(([device, seq]) => ({ deviceId: Buffer.from(device, "hex"), seq }));
        return { kind: "live", keys: kept.keys, head: kept.count.head, chains };
      }),
    headsOf: (ids) => db.read((sql) => loadHeads(sql, ids)),
    pull: (id, after, maxBytes) => page("size > 0", id, after, maxBytes),
    pullActs: (id, after, maxBytes) => page("acts", id, after, maxBytes),
    createVault: (id, keys, now) => change(id, (sql) => created(sql, id, keys, now)),
    rotate: (id, epoch, writePub) => change(id, (sql) => rotated(sql, id, epoch, writePub)),
    deleteVault: (id, now) => change(id, async (sql) => ok(await buried(sql, id, now))),
    erase: async (one) => {
      for (let { from } = one; ;) {
        const begin = from;
        const step: Result<{ readonly head: number; readonly next: number | null }, EraseFault> = await change(
          one.vault,
          (sql) => eraseOnce(sql, caps, { ...one, from: begin }),
        );
        if (!step.ok) return step;
        if (step.value.next === null) return ok({ head: step.value.head });
        from = step.value.next;
      }
    },
    appendMany: (appends) => Promise.all(appends.map((one) => appender.append(one))),
  };
};
