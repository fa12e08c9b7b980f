/** Decides what an append and a mailbox call mean, for every store alike. */
import { err, ok, type Result } from "@belay/basics";
import { boxKinds } from "@belay/wire";
import { timingSafeEqual } from "node:crypto";
import {
  toHour,
  type Append,
  type AppendFault,
  type Erase,
  type EraseFault,
  type Hour,
  type NewBox,
  type NewMail,
  type NotFound,
  type Sealed,
  type StoreCaps,
} from "./port.ts";

/** What must be known of a vault to judge an append. */
export interface VaultCount {
  readonly epoch: number;
  readonly head: number;
  readonly bytes: number;
  /** Device in hex to the highest number kept. */
  readonly chains: ReadonlyMap<string, number>;
}

/** Envelopes of one device that follow each other: one row. */
export interface Run {
  readonly device: string;
  /** Number of the first. */
  readonly first: number;
  readonly envelopes: readonly Uint8Array[];
  readonly size: number;
}

/** An append that may be kept. */
export interface Plan {
  readonly runs: readonly Run[];
  readonly count: VaultCount;
}

/** Equality of two hashes in constant time. */
export const sameHash = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** Joins neighbours of one device. */
const runsOf = (items: readonly Sealed[]): readonly Run[] => {
  const groups: Sealed[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.[0]?.device === item.device) last.push(item);
    else groups.push([item]);
  }
  return groups.map((group) => ({
    device: group[0]?.device ?? "",
    first: group[0]?.seq ?? 0,
    envelopes: group.map((item) => item.envelope),
    size: group.reduce((sum, item) => sum + item.envelope.length, 0),
  }));
};

/**
 * What an append adds. Each device's numbers must follow without a gap; a number that is kept already is passed over
 * when `find` gives the same bytes, and refuses the whole otherwise. A number that was erased is passed over whatever
 * its bytes are: it never comes back.
 */
export const planAppend = (
  count: VaultCount,
  append: Append,
  caps: StoreCaps,
  find: (device: string, seq: number) => Uint8Array | "erased" | null,
): Result<Plan, AppendFault> => {
  if (count.epoch !== append.epoch) return err({ type: "StaleEpoch" });
  const chains = new Map(count.chains);
  const fresh: Sealed[] = [];
  for (const item of append.items) {
    const expected = (chains.get(item.device) ?? 0) + 1;
    if (item.seq > expected) return err({ type: "Gap", device: item.device, expected });
    if (item.seq < expected) {
      const here = fresh.find((other) => other.device === item.device && other.seq === item.seq);
      const kept = here?.envelope ?? find(item.device, item.seq);
      if (kept === "erased") continue;
      if (kept === null || !sameHash(kept, item.envelope)) return err({ type: "Conflict" });
    } else {
      chains.set(item.device, item.seq);
      fresh.push(item);
    }
  }
  const bytes = fresh.reduce((sum, item) => sum + item.envelope.length, count.bytes);
  if (bytes > caps.vaultBytes || chains.size > caps.vaultDevices) return err({ type: "OverQuota" });
  return ok({ runs: runsOf(fresh), count: { ...count, chains, bytes, head: count.head + fresh.length } });
};

/**
 * What an erasure makes of the count; what it frees is not taken off yet. A range that goes on from the chain's end
 * moves that end, at a place of its own: after a relay was restored from an older copy, nobody may have those
 * envelopes any more, and the chain must still go on behind them.
 */
export const planErase = (
  count: VaultCount,
  { epoch, device, from, to }: Erase,
  caps: StoreCaps,
): Result<{ readonly count: VaultCount; readonly beyond: boolean }, EraseFault> => {
  if (count.epoch !== epoch) return err({ type: "StaleEpoch" });
  const expected = (count.chains.get(device) ?? 0) + 1;
  if (from > expected) return err({ type: "Gap", device, expected });
  if (to < expected) return ok({ count, beyond: false });
  const chains = new Map(count.chains).set(device, to);
  if (chains.size > caps.vaultDevices) return err({ type: "OverQuota" });
  return ok({ count: { ...count, chains, head: count.head + 1 }, beyond: true });
};

/** A kept mailbox. An empty body: filled, the ask is erased. A null body: over, and only waiting replies are left. */
export type Mail = Omit<NewMail, "body" | "kind"> & {
  readonly kind: MailKind;
  readonly body: Uint8Array | null;
};

/** What a row of the mailboxes may be for. */
export type MailKind = NewMail["kind"] | NewBox["kind"];
/** The kinds that calls for asks reach. */
export const askKinds: readonly MailKind[] = ["ask"];
/** The kinds that calls for boxes reach. */
export const allBoxes: readonly MailKind[] = boxKinds;
/** The kind that calls for shares reach. */
export const shareKinds: readonly MailKind[] = ["share"];
/** The kinds that may be replaced. */
export const replaceable: readonly MailKind[] = ["recovery", "share"];

/** A box as a mailbox that takes no replies: its empty hash is that of no proof. */
export const boxAsMail = (box: NewBox): Mail & { readonly body: Uint8Array } => ({
  ...box,
  replyHash: new Uint8Array(0),
  cap: 0,
});

/** A kept reply. A null body: the asker's device has it, and it counts against the cap. */
export interface Reply {
  readonly replyId: string;
  readonly body: Uint8Array | null;
}

/** The mailbox, if it is of those kinds and `hash` says that the caller holds the proof. As much work when there is none. */
export const provenMail = (
  found: Mail | null,
  kinds: readonly MailKind[],
  which: "readHash" | "replyHash" | "ownerHash",
  hash: Uint8Array,
): Result<Mail, NotFound> => {
  const mail = found !== null && kinds.includes(found.kind) ? found : null;
  const right = sameHash(mail === null ? new Uint8Array(hash.length) : mail[which], hash);
  return mail !== null && right ? ok(mail) : err({ type: "NotFound" });
};

/** Whether it still shows its ask and takes replies. */
export const isOpen = (mail: Mail, now: Hour): boolean =>
  mail.body !== null && mail.body.length > 0 && now < mail.expires;

/** Whether the mailbox is over for good and holds nothing that anyone waits for. */
export const isSpent = (mail: Mail, replies: readonly Reply[], now: Hour): boolean =>
  now >= mail.expires && countWaiting(replies) === 0;

/** Whether a put under a kept id is the same put again. The end of a box is the relay's own choice, and not compared. */
export const samePut = (kept: Mail, put: Mail & { readonly body: Uint8Array }): boolean =>
  kept.body !== null &&
  kept.kind === put.kind &&
  kept.cap === put.cap &&
  (kept.expires === put.expires || !askKinds.includes(put.kind)) &&
  sameHash(kept.body, put.body) &&
  sameHash(kept.readHash, put.readHash) &&
  sameHash(kept.replyHash, put.replyHash) &&
  sameHash(kept.ownerHash, put.ownerHash);

/** What a reply does to its mailbox: nothing, because it is a repeat; or one more, which may be the last. */
export type ReplyPlan = { readonly kind: "repeat" } | { readonly kind: "add"; readonly last: boolean };

/** Judges a reply whose proof was right. A repeat succeeds even when the ask is over: it was taken in time. */
export const planReply = (
  mail: Mail,
  replies: readonly Reply[],
  replyId: string,
  now: Hour,
): Result<ReplyPlan, NotFound | { readonly type: "Filled" }> => {
  if (replies.some((reply) => reply.replyId === replyId)) return ok({ kind: "repeat" });
  if (now >= mail.expires) return err({ type: "NotFound" });
  if (replies.length >= mail.cap) return err({ type: "Filled" });
  return ok({ kind: "add", last: replies.length + 1 === mail.cap });
};

/** When a filled mailbox is over: soon, but late enough that a repeat of the last reply still finds it. */
export const filledEnd = (mail: Mail, now: Hour): Hour => toHour(Math.min(mail.expires, now + 2));

/** How many replies wait. */
export const countWaiting = (replies: readonly Reply[]): number =>
  replies.filter((reply) => reply.body !== null).length;
