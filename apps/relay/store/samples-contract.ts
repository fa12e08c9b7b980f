/** Makes up what the store's contract is tried with: ids, envelopes, mailboxes, hours. */
import { randomBytes } from "node:crypto";
import {
  toHour,
  toMailId,
  toVaultId,
  type Append,
  type Hour,
  type NewBox,
  type NewMail,
  type Store,
  type VaultId,
} from "./port.ts";

/** Runs one test over a fresh store. */
export type WithStore = (work: (store: Store) => Promise<void>) => () => Promise<void>;

const checked = <T>(value: T | null): T => {
  if (value === null) throw new Error("no id");
  return value;
};

/** The hour in which every test begins. */
export const now = toHour(480_000);
/** That many hours after it. */
export const later = (hours: number): Hour => toHour(now + hours);
/** A vault that nobody made yet. */
export const newVaultId = (): VaultId => checked(toVaultId(randomBytes(16).toString("hex")));
/** A mailbox that nobody put yet. */
export const newMailId = (): NewMail["id"] => checked(toMailId(randomBytes(16).toString("hex")));
/** A device by number, in hex. */
export const device = (n: number): string => n.toString(16).padStart(32, "0");
/** Some vault's keys. */
export const keys = { ownerPub: randomBytes(32), epoch: 1, writePub: randomBytes(32) };
/** Bytes that were not there before. */
export const bytes = (length = 40): Uint8Array => new Uint8Array(randomBytes(length));

/** An append of envelopes, each given as its device's number, its own number and its bytes. */
export const appendOf = (
  vault: VaultId,
  items: readonly (readonly [deviceNumber: number, seq: number, envelope: Uint8Array])[],
  epoch = 1,
): Append => ({ vault, epoch, items: items.map(([n, seq, envelope]) => ({ device: device(n), seq, envelope })) });

/** The answer to one append. */
export const one = async (store: Store, append: Append) => (await store.appendMany([append]))[0];

/** A page of a vault's log. */
export const entriesOf = async (store: Store, id: VaultId, after = 0, max = 1_000_000) => {
  const page = await store.pull(id, after, max);
  if (!page.ok) throw new Error("no page");
  return page.value;
};

/** A mailbox for a week and three replies, unless said otherwise. */
export const mailOf = (given: Partial<NewMail> = {}): NewMail => ({
  id: newMailId(),
  kind: "ask",
  readHash: bytes(32),
  replyHash: bytes(32),
  ownerHash: bytes(32),
  body: bytes(600),
  expires: later(168),
  cap: 3,
  ...given,
});

/** A box for a pairing of two hours, unless said otherwise. */
export const boxOf = (given: Partial<NewBox> = {}): NewBox => ({
  id: newMailId(),
  kind: "pairing",
  readHash: bytes(32),
  ownerHash: bytes(32),
  body: bytes(600),
  expires: later(2),
  ...given,
});

/** A reply that was not there before. */
export const replyOf = (body = bytes(500)) => ({ replyId: randomBytes(16).toString("hex"), body });

/** What unknown, over, closed and wrongly proved mailboxes all answer. */
export const notFound = { ok: false, error: { type: "NotFound" } };
