/** Keeps asks and their replies in SQLite, and the rows that boxes share with them. They join to no vault. */
import { err, ok, type Result } from "@belay/basics";
import { bytesIn } from "./driver.ts";
import { bytesOf, mailOf, replyOf } from "./mail-rows.ts";
import { keepReplies, type Hour, type MailId, type MailStore } from "./port.ts";
import {
  allBoxes,
  askKinds,
  countWaiting,
  filledEnd,
  isOpen,
  isSpent,
  planReply,
  provenMail,
  samePut,
  type Mail,
  type Reply,
} from "./rules.ts";
import type { Turn } from "./sqlite-turn.ts";
import { flat } from "./sqlite-vaults.ts";

/** The statements over mailboxes and replies. */
export const mailStatements = ({ db }: Turn) => ({
  mail: db.prepare("SELECT * FROM mailbox WHERE id = ?"),
  put: db.prepare(
    `INSERT INTO mailbox (id, kind, read_hash, reply_hash, owner_hash, body, expires_hour, cap)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  // An empty body is a filled ask, a null one an ask that is over and still holds replies.
  fill: db.prepare("UPDATE mailbox SET body = x'', expires_hour = ? WHERE id = ?"),
  replace: db.prepare("UPDATE mailbox SET body = ?, expires_hour = ? WHERE id = ?"),
  end: db.prepare("UPDATE mailbox SET body = NULL WHERE id = ?"),
  drop: db.prepare("DELETE FROM mailbox WHERE id = ?"),
  replies: db.prepare("SELECT reply_id, body FROM reply WHERE id = ? ORDER BY n"),
  add: db.prepare("INSERT INTO reply (id, n, reply_id, body) VALUES (?, ?, ?, ?)"),
  take: db.prepare("UPDATE reply SET body = NULL WHERE id = ? AND reply_id = ?"),
  dropReplies: db.prepare("DELETE FROM reply WHERE id = ?"),
  ended: db.prepare("SELECT id FROM mailbox WHERE body IS NOT NULL AND expires_hour <= ? LIMIT ?"),
  forgotten: db.prepare("SELECT id FROM mailbox WHERE expires_hour <= ? LIMIT ?"),
});

type Statements = ReturnType<typeof mailStatements>;

/** The mailbox under an id, whatever its kind. */
export const loadMail = (s: Statements, id: MailId): Mail | null => {
  const row = s.mail.get(bytesOf(id));
  return row === null ? null : mailOf(id, row);
};

const loadReplies = (s: Statements, id: Uint8Array): readonly Reply[] => s.replies.all(id).map(replyOf);

/** Deletes the mailbox and its replies; answers with how many rows that were. */
export const dropMail = (s: Statements, turn: Turn, id: Uint8Array): number => {
  turn.markDeleted();
  return s.dropReplies.run(id) + s.drop.run(id);
};

/** Keeps a mailbox, or finds it kept already. */
export const putInto = (
  s: Statements,
  mail: Mail & { readonly body: Uint8Array },
): Result<null, { readonly type: "Taken" }> => {
  const kept = loadMail(s, mail.id);
  if (kept !== null) return samePut(kept, mail) ? ok(null) : err({ type: "Taken" });
  s.put.run(
    bytesOf(mail.id),
    mail.kind,
    mail.readHash,
    mail.replyHash,
    mail.ownerHash,
    mail.body,
    mail.expires,
    mail.cap,
  );
  return ok(null);
};

const replyInto =
  (
    s: Statements,
    turn: Turn,
  ): ((
    ...call: Parameters<MailStore["reply"]>
  ) => Result<{ readonly waiting: number }, { readonly type: "NotFound" } | { readonly type: "Filled" }>) =>
  (id, hash, { replyId, body }, now) => {
    const mail = provenMail(loadMail(s, id), askKinds, "replyHash", hash);
    if (!mail.ok) return mail;
    const key = bytesOf(id);
    const replies = loadReplies(s, key);
    const plan = planReply(mail.value, replies, replyId, now);
    if (!plan.ok) return plan;
    if (plan.value.kind === "repeat") return ok({ waiting: countWaiting(replies) });
    s.add.run(key, replies.length, bytesOf(replyId), body);
    if (plan.value.last) {
      s.fill.run(filledEnd(mail.value, now), key);
      turn.markDeleted();
    }
    return ok({ waiting: countWaiting(replies) + 1 });
  };

/** Mailboxes over one connection. */
export const sqliteMail = (turn: Turn): MailStore => {
  const s = mailStatements(turn);
  const replyNow = replyInto(s, turn);
  const owned = (id: MailId, hash: Uint8Array) => provenMail(loadMail(s, id), askKinds, "ownerHash", hash);
  return {
    put: async (mail) => flat(await turn.write(() => putInto(s, mail))),
    read: async (id, hash, now) =>
      flat(
        await turn.read(() => {
          const mail = provenMail(loadMail(s, id), askKinds, "readHash", hash);
          if (!mail.ok) return mail;
          const { body, expires } = mail.value;
          return isOpen(mail.value, now) && body !== null ? ok({ body, expires }) : err({ type: "NotFound" as const });
        }),
      ),
    reply: async (...call) => flat(await turn.write(() => replyNow(...call))),
    waiting: async (id, hash) =>
      flat(
        await turn.read(() => {
          const mail = owned(id, hash);
          if (!mail.ok) return mail;
          return ok(
            loadReplies(s, bytesOf(id)).flatMap(({ replyId, body }) => (body === null ? [] : [{ replyId, body }])),
          );
        }),
      ),
    taken: async (id, hash, replyIds, now) =>
      flat(
        await turn.write(() => {
          const mail = owned(id, hash);
          if (!mail.ok) return mail;
          const key = bytesOf(id);
          for (const replyId of replyIds) s.take.run(key, bytesOf(replyId));
          turn.markDeleted();
          if (isSpent(mail.value, loadReplies(s, key), now)) dropMail(s, turn, key);
          return ok(null);
        }),
      ),
    close: async (id, hash) =>
      flat(
        await turn.write(() => {
          const mail = owned(id, hash);
          if (!mail.ok) return mail;
          dropMail(s, turn, bytesOf(id));
          return ok(null);
        }),
      ),
    takeDown: async (id) =>
      flat(
        await turn.write(() => {
          const mail = loadMail(s, id);
          if (mail === null || allBoxes.includes(mail.kind)) return err({ type: "NotFound" as const });
          dropMail(s, turn, bytesOf(id));
          return ok(null);
        }),
      ),
  };
};

/** Ends and forgets mailboxes in one transaction, about `limit` rows; gives how many rows changed. */
export const sqliteMailSweep = (turn: Turn): ((now: Hour, limit: number) => number) => {
  const s = mailStatements(turn);
  return (now, limit) => {
    let changed = 0;
    const forgotten = s.forgotten.all(now - keepReplies, limit).map((row) => bytesIn(row, "id"));
    for (const id of forgotten) if (changed < limit) changed += dropMail(s, turn, id);
    for (const row of s.ended.all(now, Math.max(0, limit - changed))) {
      const id = bytesIn(row, "id");
      turn.markDeleted();
      if (changed >= limit) break;
      const waiting = countWaiting(loadReplies(s, id));
      changed += waiting === 0 ? dropMail(s, turn, id) : s.end.run(id);
    }
    return changed;
  };
};
