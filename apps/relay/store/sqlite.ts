/** The store over one SQLite file: durable before it answers, and erased when it says deleted. */
import { ok, type Result } from "@belay/basics";
import { numberIn } from "./driver.ts";
import { keepEmpty, type Hour, type Store, type StoreCaps } from "./port.ts";
import { allBoxes, shareKinds } from "./rules.ts";
import { sqliteBoxes } from "./sqlite-box.ts";
import { sqliteMail, sqliteMailSweep } from "./sqlite-mail.ts";
import { createPacker } from "./sqlite-pack.ts";
import { openTurn, type OpenFault, type StoreEvents, type Turn } from "./sqlite-turn.ts";
import { sqliteVaults } from "./sqlite-vaults.ts";

/** What the file may grow to, and what each vault may. */
export interface SqliteCaps extends StoreCaps {
  readonly dataBytes: number;
}

/** Bytes deleted in one step, about: overwriting more at once would stall everyone. */
const stepBytes = 4 * 1024 * 1024;

/** Opens the store in `folder`. The file belongs to this process alone until `close`. */
export const openSqlite = (
  folder: string,
  caps: SqliteCaps,
  events: StoreEvents,
): Result<Store & Pick<Turn, "copyTo">, OpenFault> => {
  const opened = openTurn(folder, caps.dataBytes, events);
  if (!opened.ok) return opened;
  const turn = opened.value;
  const packer = createPacker(turn);
  const sweepMail = sqliteMailSweep(turn);
  const sweepVaults = vaultSweep(turn);
  const vaults = turn.db.prepare("SELECT count(*) AS n FROM vault WHERE epoch > 0");
  const mailboxes = turn.db.prepare("SELECT count(*) AS n FROM mailbox");
  return ok({
    ...sqliteVaults(turn, caps, packer.due),
    mail: sqliteMail(turn),
    boxes: sqliteBoxes(turn, allBoxes),
    shares: sqliteBoxes(turn, shareKinds),
    sweepExpired: (now, limit) =>
      turn.write(() => {
        const changed = sweepMail(now, limit);
        return changed + sweepVaults(now, limit - changed);
      }),
    pack: () => turn.write(packer.step),
    settle: turn.settle,
    copyTo: turn.copyTo,
    stats: () =>
      turn.read(() => ({
        vaults: numberIn(vaults.get() ?? {}, "n"),
        mailboxes: numberIn(mailboxes.get() ?? {}, "n"),
      })),
    close: turn.close,
  });
};

/** Deletes the rows of deleted vaults and of vaults that stayed empty, at most `limit`; gives how many. */
const vaultSweep = (turn: Turn): ((now: Hour, limit: number) => number) => {
  const dying = turn.db.prepare("SELECT v FROM vault WHERE epoch = 0 LIMIT 1");
  const chunks = turn.db.prepare("SELECT c, size FROM chunk WHERE v = ? LIMIT ?");
  const dropChunk = turn.db.prepare("DELETE FROM chunk WHERE c = ?");
  const dropVault = turn.db.prepare("DELETE FROM vault WHERE v = ?");
  const empty = turn.db.prepare("SELECT v FROM vault WHERE created_hour IS NOT NULL AND created_hour <= ? LIMIT ?");

  const dropDying = (limit: number): number => {
    const row = limit > 0 ? dying.get() : null;
    if (row === null) return 0;
    const v = numberIn(row, "v");
    const rows = chunks.all(v, limit);
    let bytes = 0;
    let dropped = 0;
    for (const chunk of rows) {
      if (dropped > 0 && bytes > stepBytes) break;
      bytes += numberIn(chunk, "size");
      dropped += dropChunk.run(numberIn(chunk, "c"));
    }
    turn.markDeleted();
    return rows.length === 0 ? dropVault.run(v) : dropped;
  };

  return (now, limit) => {
    const dropped = dropDying(limit);
    const rows = empty.all(now - keepEmpty, Math.max(0, limit - dropped));
    for (const row of rows) dropVault.run(numberIn(row, "v"));
    if (rows.length > 0) turn.forget();
    return dropped + rows.length;
  };
};
