/** The store over PostgreSQL, for one relay or several: durable before it answers, and right whoever else writes. */
import { err, ok, type Result } from "@belay/basics";
import { bytesIn, numberIn } from "./driver.ts";
import { keepEmpty, type Hour, type Store, type StoreCaps, type StoreFault } from "./port.ts";
import { postgresBoxes, postgresMail, postgresMailSweep, turnsOver } from "./postgres-mail.ts";
import { canSpread, migratePostgres } from "./postgres-migrations.ts";
import { createPgPacker } from "./postgres-pack.ts";
import { openPool, type PgEvents, type Postgres } from "./postgres-pool.ts";
import { postgresVaults } from "./postgres-vaults.ts";
import { allBoxes, shareKinds } from "./rules.ts";
import type { OpenFault } from "./sqlite-turn.ts";

/**
 * Opens the store in the database at `url`, and brings it to today's shape. Refuses one that runs with `fsync` or
 * `synchronous_commit` off, because what it acknowledges could be lost: codes `FSYNC_OFF`, `SYNCHRONOUS_COMMIT_OFF`.
 */
export const openPostgres = async (
  url: string,
  caps: StoreCaps,
  events: PgEvents,
): Promise<Result<Store, OpenFault>> => {
  const db = openPool(url, events);
  const shaped = await migratePostgres(db);
  const spread = shaped.ok ? await db.run(canSpread) : shaped;
  if (!spread.ok) {
    await db.close();
    return err({ type: "CannotOpen", code: spread.error.code });
  }
  const packer = createPgPacker(db);
  const inTurn = turnsOver(db);
  const sweepMail = postgresMailSweep(db, inTurn);
  return ok({
    ...postgresVaults(db, caps, spread.value, packer.due),
    mail: postgresMail(db, inTurn),
    boxes: postgresBoxes(db, inTurn, allBoxes),
    shares: postgresBoxes(db, inTurn, shareKinds),
    sweepExpired: async (now, limit) => {
      const mails = await sweepMail(now, limit);
      if (!mails.ok) return mails;
      const vaults = await sweepVaults(db, now, limit - mails.value);
      return vaults.ok ? ok(mails.value + vaults.value) : vaults;
    },
    pack: packer.step,
    // Pages are written over by the database in its own time; `docs/drift.md` says what that means.
    settle: async () => ok(null),
    stats: () =>
      db.read(async (sql) => {
        const vaults = (await sql("SELECT count(*) AS n FROM vault WHERE epoch > 0"))[0] ?? {};
        const mailboxes = (await sql("SELECT count(*) AS n FROM mailbox"))[0] ?? {};
        return { vaults: numberIn(vaults, "n"), mailboxes: numberIn(mailboxes, "n") };
      }),
    close: db.close,
  });
};

/** Deletes rows of deleted vaults and vaults that stayed empty, at most `limit`; gives how many. */
const sweepVaults = async (db: Postgres, now: Hour, limit: number): Promise<Result<number, StoreFault>> => {
  if (limit <= 0) return ok(0);
  return db.write(async (sql) => {
    const dying = (await sql("SELECT vault_id FROM vault WHERE epoch = 0 LIMIT 1"))[0];
    if (dying !== undefined) {
      const id = bytesIn(dying, "vault_id");
      const gone = await sql(
        `DELETE FROM chunk WHERE vault_id = $1
           AND seq IN (SELECT seq FROM chunk WHERE vault_id = $1 ORDER BY seq LIMIT $2) RETURNING seq`,
        [id, limit],
      );
      if (gone.length > 0) return gone.length;
      return (await sql("DELETE FROM vault WHERE vault_id = $1 AND epoch = 0 RETURNING epoch", [id])).length;
    }
    const empty = await sql(
      "SELECT vault_id FROM vault WHERE created_hour IS NOT NULL AND created_hour <= $1 LIMIT $2",
      [now - keepEmpty, limit],
    );
    if (empty.length === 0) return 0;
    const gone = await sql(
      "DELETE FROM vault WHERE vault_id = ANY($1::bytea[]) AND created_hour <= $2 RETURNING epoch",
      [empty.map((row) => bytesIn(row, "vault_id")), now - keepEmpty],
    );
    return gone.length;
  });
};
