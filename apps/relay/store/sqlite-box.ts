/** Keeps the boxes of pairings and recovery records, and the shares, in SQLite, as mailboxes that take no replies. */
import { err, ok } from "@belay/basics";
import type { BoxStore, MailId } from "./port.ts";
import { bytesOf } from "./mail-rows.ts";
import { boxAsMail, isOpen, provenMail, replaceable, type MailKind } from "./rules.ts";
import { dropMail, loadMail, mailStatements, putInto } from "./sqlite-mail.ts";
import type { Turn } from "./sqlite-turn.ts";
import { flat } from "./sqlite-vaults.ts";

const notFound = { type: "NotFound" as const };

/** Boxes of these kinds over one connection. */
export const sqliteBoxes = (turn: Turn, kinds: readonly MailKind[]): BoxStore => {
  const s = mailStatements(turn);
  const changing = kinds.filter((kind) => replaceable.includes(kind));
  const proven = (id: MailId, which: "readHash" | "ownerHash", hash: Uint8Array, among = kinds) =>
    provenMail(loadMail(s, id), among, which, hash);
  return {
    put: async (box) => flat(await turn.write(() => putInto(s, boxAsMail(box)))),
    read: async (id, hash, now) =>
      flat(
        await turn.read(() => {
          const mail = proven(id, "readHash", hash);
          if (!mail.ok) return mail;
          const { body } = mail.value;
          return isOpen(mail.value, now) && body !== null ? ok(body) : err(notFound);
        }),
      ),
    replace: async (id, hash, { body, expires }, now) =>
      flat(
        await turn.write(() => {
          const mail = proven(id, "ownerHash", hash, changing);
          if (!mail.ok) return mail;
          if (!isOpen(mail.value, now)) return err(notFound);
          s.replace.run(body, expires ?? mail.value.expires, bytesOf(id));
          turn.markDeleted();
          return ok(null);
        }),
      ),
    close: async (id, hash) =>
      flat(
        await turn.write(() => {
          const mail = proven(id, "ownerHash", hash);
          if (!mail.ok) return mail;
          dropMail(s, turn, bytesOf(id));
          return ok(null);
        }),
      ),
  };
};
