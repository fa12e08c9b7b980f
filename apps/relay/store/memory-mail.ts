/** Keeps asks and boxes in memory, as the shortest statement of what a store does with them. */
import { err, ok } from "@belay/basics";
import { keepReplies, type BoxStore, type Hour, type MailId, type MailStore } from "./port.ts";
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

/** All mailboxes with their replies. */
export type Mails = Map<MailId, { readonly mail: Mail; readonly replies: readonly Reply[] }>;

const provenIn =
  (mails: Mails, kinds: readonly MailKind[]) =>
  (id: MailId, which: "readHash" | "replyHash" | "ownerHash", hash: Uint8Array) => {
    const kept = mails.get(id);
    const mail = provenMail(kept?.mail ?? null, kinds, which, hash);
    return mail.ok && kept !== undefined ? ok(kept) : err({ type: "NotFound" as const });
  };

/** Boxes of these kinds in memory. */
export const memoryBoxes = (mails: Mails, kinds: readonly MailKind[]): BoxStore => {
  const proven = provenIn(mails, kinds);
  const change = provenIn(
    mails,
    kinds.filter((kind) => replaceable.includes(kind)),
  );
  return {
    put: async (box) => {
      const kept = mails.get(box.id);
      if (kept === undefined) mails.set(box.id, { mail: boxAsMail(box), replies: [] });
      return kept === undefined || samePut(kept.mail, boxAsMail(box)) ? ok(null) : err({ type: "Taken" });
    },
    read: async (id, hash, now) => {
      const kept = proven(id, "readHash", hash);
      if (!kept.ok) return kept;
      const { body } = kept.value.mail;
      return isOpen(kept.value.mail, now) && body !== null ? ok(body) : err({ type: "NotFound" });
    },
    replace: async (id, hash, next, now) => {
      const kept = change(id, "ownerHash", hash);
      if (!kept.ok) return kept;
      if (!isOpen(kept.value.mail, now)) return err({ type: "NotFound" });
      mails.set(id, { mail: { ...kept.value.mail, ...next }, replies: [] });
      return ok(null);
    },
    close: async (id, hash) => {
      const kept = proven(id, "ownerHash", hash);
      if (!kept.ok) return kept;
      mails.delete(id);
      return ok(null);
    },
  };
};

/** Asks in memory. */
export const memoryMail = (mails: Mails): MailStore => {
  const proven = provenIn(mails, askKinds);
  return {
    put: async (mail) => {
      const kept = mails.get(mail.id);
      if (kept === undefined) mails.set(mail.id, { mail, replies: [] });
      return kept === undefined || samePut(kept.mail, mail) ? ok(null) : err({ type: "Taken" });
    },
    read: async (id, hash, now) => {
      const kept = proven(id, "readHash", hash);
      if (!kept.ok) return kept;
      const { body, expires } = kept.value.mail;
      return isOpen(kept.value.mail, now) && body !== null ? ok({ body, expires }) : err({ type: "NotFound" });
    },
    reply: async (id, hash, reply, now) => {
      const kept = proven(id, "replyHash", hash);
      if (!kept.ok) return kept;
      const { mail, replies } = kept.value;
      const plan = planReply(mail, replies, reply.replyId, now);
      if (!plan.ok) return plan;
      if (plan.value.kind === "repeat") return ok({ waiting: countWaiting(replies) });
      const filled = plan.value.last ? { ...mail, body: new Uint8Array(0), expires: filledEnd(mail, now) } : mail;
      mails.set(id, { mail: filled, replies: [...replies, reply] });
      return ok({ waiting: countWaiting(replies) + 1 });
    },
    waiting: async (id, hash) => {
      const kept = proven(id, "ownerHash", hash);
      if (!kept.ok) return kept;
      return ok(kept.value.replies.flatMap(({ replyId, body }) => (body === null ? [] : [{ replyId, body }])));
    },
    taken: async (id, hash, replyIds, now) => {
      const kept = proven(id, "ownerHash", hash);
      if (!kept.ok) return kept;
      const replies = kept.value.replies.map((one) => (replyIds.includes(one.replyId) ? { ...one, body: null } : one));
      if (isSpent(kept.value.mail, replies, now)) mails.delete(id);
      else mails.set(id, { ...kept.value, replies });
      return ok(null);
    },
    close: async (id, hash) => {
      const kept = proven(id, "ownerHash", hash);
      if (!kept.ok) return kept;
      mails.delete(id);
      return ok(null);
    },
    takeDown: async (id) => {
      const kind = mails.get(id)?.mail.kind;
      if (kind === undefined || allBoxes.includes(kind)) return err({ type: "NotFound" });
      mails.delete(id);
      return ok(null);
    },
  };
};

/** Ends and forgets mailboxes; gives how many changed. */
export const sweepMails = (mails: Mails, now: Hour, limit: number): number => {
  let changed = 0;
  for (const [id, { mail, replies }] of mails) {
    if (changed >= limit) break;
    const spent = isSpent(mail, replies, now) || now >= mail.expires + keepReplies;
    if (spent) mails.delete(id);
    else if (now >= mail.expires && mail.body !== null) mails.set(id, { mail: { ...mail, body: null }, replies });
    else continue;
    changed += 1;
  }
  return changed;
};
