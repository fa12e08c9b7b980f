/** Keeps asks, boxes and replies in PostgreSQL. They join to no vault. */
import { err, ok, type Result } from "@belay/basics";
import { bytesIn } from "./driver.ts";
import { bytesOf, mailOf, replyOf } from "./mail-rows.ts";
import {
  keepReplies,
  toMailId,
  type BoxStore,
  type Hour,
  type MailId,
  type MailStore,
  type NotFound,
  type StoreFault,
} from "./port.ts";
import type { Postgres, Sql } from "./postgres-pool.ts";
import {
  allBoxes,
  askKinds,
  boxAsMail,
  countWaiting,
  filledEnd,
  isOpen,
  isSpent,
  planReply,
  provenMail,
  replaceable,
  samePut,
  type Mail,
  type MailKind,
  type Reply,
} from "./rules.ts";
import { flat } from "./sqlite-vaults.ts";

type HashName = "readHash" | "replyHash" | "ownerHash";

/** The calls for one mailbox, each in its turn: who asked first is answered first. */
type InTurn = <T, E>(id: MailId, work: (sql: Sql) => Promise<Result<T, E>>) => Promise<Result<T, E | StoreFault>>;

/** Writes in turns. What other relays do meanwhile is kept apart by the lock on the mailbox's row. */
export const turnsOver = (db: Postgres): InTurn => {
  const last = new Map<MailId, Promise<unknown>>();
  return async (id, work) => {
    const before = last.get(id) ?? Promise.resolve();
    const mine = before.then(async () => flat(await db.write(work)));
    last.set(id, mine);
    const done = await mine;
    if (last.get(id) === mine) last.delete(id);
    return done;
  };
};

const loadMail = async (sql: Sql, id: MailId, lock: boolean): Promise<Mail | null> => {
  const rows = await sql(`SELECT * FROM mailbox WHERE id = $1${lock ? " FOR UPDATE" : ""}`, [bytesOf(id)]);
  return rows[0] === undefined ? null : mailOf(id, rows[0]);
};

const loadReplies = async (sql: Sql, id: MailId): Promise<readonly Reply[]> =>
  (await sql("SELECT reply_id, body FROM reply WHERE id = $1 ORDER BY n", [bytesOf(id)])).map(replyOf);

/** Deletes the mailbox and its replies; gives how many rows that were. */
const dropMail = async (sql: Sql, id: MailId): Promise<number> => {
  const replies = await sql("DELETE FROM reply WHERE id = $1 RETURNING n", [bytesOf(id)]);
  const mails = await sql("DELETE FROM mailbox WHERE id = $1 RETURNING cap", [bytesOf(id)]);
  return replies.length + mails.length;
};

const putMail = async (
  sql: Sql,
  mail: Mail & { readonly body: Uint8Array },
): Promise<Result<null, { readonly type: "Taken" }>> => {
  const made = await sql(
    `INSERT INTO mailbox (id, kind, read_hash, reply_hash, owner_hash, body, expires_hour, cap)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING RETURNING cap`,
    [bytesOf(mail.id), mail.kind, mail.readHash, mail.replyHash, mail.ownerHash, mail.body, mail.expires, mail.cap],
  );
  if (made.length > 0) return ok(null);
  const kept = await loadMail(sql, mail.id, false);
  return kept !== null && samePut(kept, mail) ? ok(null) : err({ type: "Taken" });
};

const provenIn =
  (kinds: readonly MailKind[], lock: boolean) =>
  async (sql: Sql, id: MailId, which: HashName, hash: Uint8Array): Promise<Result<Mail, NotFound>> =>
    provenMail(await loadMail(sql, id, lock), kinds, which, hash);

const openBody = (mail: Mail, now: Hour): Result<{ readonly body: Uint8Array; readonly expires: Hour }, NotFound> =>
  isOpen(mail, now) && mail.body !== null ? ok({ body: mail.body, expires: mail.expires }) : err({ type: "NotFound" });

/** Deletes a mailbox of these kinds for whoever proves to own it. */
const closing =
  (inTurn: InTurn, kinds: readonly MailKind[]): MailStore["close"] =>
  (id, hash) =>
    inTurn(id, async (sql) => {
      const mail = await provenIn(kinds, true)(sql, id, "ownerHash", hash);
      if (!mail.ok) return mail;
      await dropMail(sql, id);
      return ok(null);
    });

/** Boxes of these kinds over one database. */
export const postgresBoxes = (db: Postgres, inTurn: InTurn, kinds: readonly MailKind[]): BoxStore => {
  const shown = provenIn(kinds, false);
  const change = provenIn(
    kinds.filter((kind) => replaceable.includes(kind)),
    true,
  );
  return {
    put: (box) => inTurn(box.id, (sql) => putMail(sql, boxAsMail(box))),
    read: async (id, hash, now) =>
      flat(
        await db.read(async (sql) => {
          const mail = await shown(sql, id, "readHash", hash);
          const open = mail.ok ? openBody(mail.value, now) : mail;
          return open.ok ? ok(open.value.body) : open;
        }),
      ),
    replace: (id, hash, { body, expires }, now) =>
      inTurn(id, async (sql) => {
        const mail = await change(sql, id, "ownerHash", hash);
        if (!mail.ok) return mail;
        if (!isOpen(mail.value, now)) return err({ type: "NotFound" as const });
        await sql("UPDATE mailbox SET body = $2, expires_hour = $3 WHERE id = $1", [
          bytesOf(id),
          body,
          expires ?? mail.value.expires,
        ]);
        return ok(null);
      }),
    close: closing(inTurn, kinds),
  };
};

const takeReply = async (
  sql: Sql,
  ...[id, hash, { replyId, body }, now]: Parameters<MailStore["reply"]>
): Promise<Result<{ readonly waiting: number }, NotFound | { readonly type: "Filled" }>> => {
  const mail = await provenIn(askKinds, true)(sql, id, "replyHash", hash);
  if (!mail.ok) return mail;
  const replies = await loadReplies(sql, id);
  const plan = planReply(mail.value, replies, replyId, now);
  if (!plan.ok) return plan;
  if (plan.value.kind === "repeat") return ok({ waiting: countWaiting(replies) });
  await sql("INSERT INTO reply (id, n, reply_id, body) VALUES ($1, $2, $3, $4)", [
    bytesOf(id),
    replies.length,
    bytesOf(replyId),
    body,
  ]);
  // An empty body is a filled ask, a null one an ask that is over and still holds replies.
  if (plan.value.last)
    await sql("UPDATE mailbox SET body = ''::bytea, expires_hour = $2 WHERE id = $1", [
      bytesOf(id),
      filledEnd(mail.value, now),
    ]);
  return ok({ waiting: countWaiting(replies) + 1 });
};

/** Asks over one database. */
export const postgresMail = (db: Postgres, inTurn: InTurn): MailStore => {
  const shown = provenIn(askKinds, false);
  const held = provenIn(askKinds, true);
  return {
    put: (mail) => inTurn(mail.id, (sql) => putMail(sql, mail)),
    read: async (id, hash, now) =>
      flat(
        await db.read(async (sql) => {
          const mail = await shown(sql, id, "readHash", hash);
          return mail.ok ? openBody(mail.value, now) : mail;
        }),
      ),
    reply: (id, ...rest) => inTurn(id, (sql) => takeReply(sql, id, ...rest)),
    waiting: async (id, hash) =>
      flat(
        await db.read(async (sql) => {
          const mail = await shown(sql, id, "ownerHash", hash);
          if (!mail.ok) return mail;
          const replies = await loadReplies(sql, id);
          return ok(replies.flatMap(({ replyId, body }) => (body === null ? [] : [{ replyId, body }])));
        }),
      ),
    taken: (id, hash, replyIds, now) =>
      inTurn(id, async (sql) => {
        const mail = await held(sql, id, "ownerHash", hash);
        if (!mail.ok) return mail;
        await sql("UPDATE reply SET body = NULL WHERE id = $1 AND reply_id = ANY($2::bytea[])", [
          bytesOf(id),
          replyIds.map(bytesOf),
        ]);
        if (isSpent(mail.value, await loadReplies(sql, id), now)) await dropMail(sql, id);
        return ok(null);
      }),
    close: closing(inTurn, askKinds),
    takeDown: (id) =>
      inTurn(id, async (sql) => {
        const mail = await loadMail(sql, id, true);
        if (mail === null || allBoxes.includes(mail.kind)) return err({ type: "NotFound" as const });
        await dropMail(sql, id);
        return ok(null);
      }),
  };
};

/** Ends or forgets one mailbox, if it is still due; gives how many rows changed. */
const sweepOne = async (sql: Sql, id: MailId, now: Hour): Promise<number> => {
  const mail = await loadMail(sql, id, true);
  if (mail === null || now < mail.expires) return 0;
  if (now >= mail.expires + keepReplies || countWaiting(await loadReplies(sql, id)) === 0) return dropMail(sql, id);
  if (mail.body === null) return 0;
  await sql("UPDATE mailbox SET body = NULL WHERE id = $1", [bytesOf(id)]);
  return 1;
};

/** Ends and forgets mailboxes, each in a transaction, about `limit` rows; gives how many rows changed. */
export const postgresMailSweep =
  (db: Postgres, inTurn: InTurn) =>
  async (now: Hour, limit: number): Promise<Result<number, StoreFault>> => {
    const due = await db.read((sql) =>
      sql("SELECT id FROM mailbox WHERE expires_hour <= $1 OR (body IS NOT NULL AND expires_hour <= $2) LIMIT $3", [
        now - keepReplies,
        now,
        limit,
      ]),
    );
    if (!due.ok) return due;
    let changed = 0;
    for (const row of due.value) {
      const id = toMailId(Buffer.from(bytesIn(row, "id")).toString("hex"));
      if (id === null || changed >= limit) break;
      const step = await inTurn(id, async (sql) => ok(await sweepOne(sql, id, now)));
      if (!step.ok) return step;
      changed += step.value;
    }
    return ok(changed);
  };
