/** Reads mailboxes and replies out of rows, in whichever database they lie. */
import { toHex } from "@belay/basics";
import { bytesIn, bytesOrNull, numberIn, type Row } from "./driver.ts";
import { toHour, type MailId } from "./port.ts";
import { allBoxes, askKinds, shareKinds, type Mail, type MailKind, type Reply } from "./rules.ts";

/** The bytes that an id's digits stand for. */
export const bytesOf = (hex: string): Uint8Array => Buffer.from(hex, "hex");

const kindIn = (row: Row): MailKind => {
  const kind = [...askKinds, ...allBoxes, ...shareKinds].find((one) => one === row["kind"]);
  if (kind === undefined) throw new Error("no kind of mailbox");
  return kind;
};

/** The mailbox in a row of all its columns. */
export const mailOf = (id: MailId, row: Row): Mail => ({
  id,
  kind: kindIn(row),
  readHash: bytesIn(row, "read_hash"),
  replyHash: bytesIn(row, "reply_hash"),
  ownerHash: bytesIn(row, "owner_hash"),
  body: bytesOrNull(row, "body"),
  expires: toHour(numberIn(row, "expires_hour")),
  cap: numberIn(row, "cap"),
});

/** The reply in a row. */
export const replyOf = (row: Row): Reply => ({
  replyId: toHex(bytesIn(row, "reply_id")),
  body: bytesOrNull(row, "body"),
});
