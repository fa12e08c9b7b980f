/** Decides what the relay answers to each frame on a vault's socket, over a store and a clock. */
import { assertNever, equalBytes, err, ok, toHex, type Result } from "@belay/basics";
import { splitEnvelope, type Frame, type PageEntry, type RefusalCode } from "@belay/wire";
import {
  isFresh,
  provesCreate,
  provesDelete,
  provesHello,
  provesRotate,
  spend,
  type FrameOf,
  type Session,
} from "./session.ts";
import { hourOf, isAct, type AppendFault, type Found, type Sealed, type Store, type StoreFault } from "./store/port.ts";

/** What deciding needs from outside. */
export interface RelayPorts {
  readonly store: Store;
  /** UNIX time in ms. */
  readonly now: () => number;
  /** Takes one frame from the vault's allowance: 0, or how many ms to wait. */
  readonly spendFrame: () => number;
  /** Takes one page for a device that was left behind, from an allowance that others of the vault never touch. */
  readonly spendActs: () => number;
  /** Takes one new vault from the address's allowance: 0, or how many ms to wait. */
  readonly spendVault: () => number;
}

/** What follows for the connection, and for the vault's others. */
export type Effect = "stay" | "close" | "rotated" | "deleted";

/** What a frame leads to. */
export interface Step {
  readonly session: Session;
  readonly replies: readonly Frame[];
  /** What the vault's other connections are told, after the replies. */
  readonly news: readonly PageEntry[];
  readonly effect: Effect;
}

/** Envelope bytes in one page, at most: with 12 bytes around each envelope the frame stays under 1 MiB. */
export const pageBytes = 1_000_000;
/** How long to wait when the disk is full. */
const fullWait = 60_000;

/** Frames that change what the session is; the edge lets nothing else pass while one is under way. */
export const isTurning = (frame: Frame): boolean => ["hello", "create", "rotate", "delete"].includes(frame.kind);

/**
 * The answer to one frame. Unproved frames, frames of another direction and wrong proofs close the connection; every
 * wrong proof gets the same bytes, whatever was wrong with it and whether or not the vault exists.
 */
export const accept = async (session: Session, frame: Frame, ports: RelayPorts): Promise<Step> => {
  switch (frame.kind) {
    case "hello":
      return hello(session, frame, ports);
    case "create":
      return create(session, frame, ports);
    case "delete":
      return remove(session, frame, ports);
    case "append":
    case "erase":
    case "pull":
    case "rotate": {
      if (session.epoch === null) return refuse(session, frame.ref, "unauthorised", "close");
      const wait = ports.spendFrame();
      if (wait > 0) return refuse(session, frame.ref, "slow-down", "stay", wait);
      if (frame.kind === "append") return append(session, session.epoch, frame, ports);
      if (frame.kind === "erase") return erase(session, session.epoch, frame, ports);
      return frame.kind === "pull" ? pull(session, frame, ports) : rotate(session, frame, ports);
    }
    case "challenge":
    case "welcome":
    case "ack":
    case "page":
    case "news":
    case "refused":
    case "watch":
    case "notice":
      return refuse(session, frame.ref, "malformed", "close");
    default:
      return assertNever(frame);
  }
};

const answer = (session: Session, replies: readonly Frame[], effect: Effect = "stay"): Step => ({
  session,
  replies,
  news: [],
  effect,
});

const refuse = (session: Session, ref: number, code: RefusalCode, effect: Effect, retryAfterMs = 0): Step =>
  answer(session, [{ kind: "refused", ref, code, retryAfterMs }], effect);

/** No room: try later. A broken disk: no word at all, because nothing can be promised any more. */
const unstored = (session: Session, ref: number, fault: StoreFault): Step =>
  fault.type === "Full" ? refuse(session, ref, "slow-down", "stay", fullWait) : answer(session, [], "close");

const welcome = (session: Session, ref: number, found: Extract<Found, { readonly kind: "live" }>): Step =>
  answer({ ...session, epoch: found.keys.epoch }, [{ kind: "welcome", ref, head: found.head, devices: found.chains }]);

const hello = async (before: Session, frame: FrameOf<"hello">, { store, now }: RelayPorts): Promise<Step> => {
  const fresh = isFresh(before, "hello", now());
  const session = spend(before, "hello");
  const found = await store.findVault(session.vault);
  if (!found.ok) return unstored(session, frame.ref, found.error);
  const proof = provesHello(session, found.value, frame);
  if (!fresh || proof === "no") return refuse(session, frame.ref, "unauthorised", "close");
  if (found.value.kind !== "live") return refuse(session, frame.ref, "gone", "close");
  return welcome(session, frame.ref, found.value);
};

const create = async (before: Session, frame: FrameOf<"create">, ports: RelayPorts): Promise<Step> => {
  const { store, now } = ports;
  const fresh = isFresh(before, "hello", now());
  const session = spend(before, "hello");
  if (!fresh || !provesCreate(session, frame)) return refuse(session, frame.ref, "unauthorised", "close");
  const known = await store.findVault(session.vault);
  if (!known.ok) return unstored(session, frame.ref, known.error);
  if (known.value.kind === "live" && known.value.keys.epoch > frame.epoch) {
    const same = equalBytes(known.value.keys.ownerPub, frame.ownerPub);
    if (same) return leftBehind(session, frame.ref, ports);
  }
  const wait = known.value.kind === "none" ? ports.spendVault() : 0;
  if (wait > 0) return refuse(session, frame.ref, "slow-down", "close", wait);
  const { ownerPub, epoch, writePub } = frame;
  const made = await store.createVault(session.vault, { ownerPub, epoch, writePub }, hourOf(now()));
  if (!made.ok) return uncreated(session, frame.ref, made.error);
  const found = await store.findVault(session.vault);
  if (!found.ok) return unstored(session, frame.ref, found.error);
  if (found.value.kind !== "live") return refuse(session, frame.ref, "gone", "close");
  return welcome(session, frame.ref, found.value);
};

/** Bytes of acts that a device which slept through a change of keys is given, at most. */
const actsMax = 512 * 1024;

/**
 * The owner signed this device's old key once, and keys were changed since. It is given the acts about devices, which
 * hold the new key sealed to every device that stays, and nothing else; then it comes again, if it can. A device that was
 * removed has such a key too: each page that is read is paid for, and not by the devices that are still there.
 */
const leftBehind = async (session: Session, ref: number, { store, spendActs }: RelayPorts): Promise<Step> => {
  const acts: PageEntry[] = [];
  let bytes = 0;
  for (let after = 0; bytes < actsMax;) {
    const wait = spendActs();
    if (wait > 0) return refuse(session, ref, "slow-down", "close", wait);
    const page = await store.pullActs(session.vault, after, pageBytes);
    if (!page.ok) return unstored(session, ref, page.error);
    for (const entry of page.value.entries) {
      after = entry.at;
      if (!isAct(entry.envelope)) continue;
      bytes += entry.envelope.length;
      acts.push(entry);
    }
    if (!page.value.more) break;
  }
  const step = refuse(session, ref, "stale-epoch", "close");
  return { ...step, replies: [{ kind: "page", ref, more: false, entries: acts }, ...step.replies] };
};

const uncreated = (
  session: Session,
  ref: number,
  fault: StoreFault | { readonly type: "Gone" } | { readonly type: "Taken" },
): Step => {
  if (fault.type === "Gone") return refuse(session, ref, "gone", "close");
  return fault.type === "Taken" ? refuse(session, ref, "unauthorised", "close") : unstored(session, ref, fault);
};

const remove = async (before: Session, frame: FrameOf<"delete">, { store, now }: RelayPorts): Promise<Step> => {
  const fresh = isFresh(before, "delete", now());
  const session = spend(before, "delete");
  const found = await store.findVault(session.vault);
  if (!found.ok) return unstored(session, frame.ref, found.error);
  const live = found.value.kind === "live" ? found.value : null;
  if (!fresh || live === null || !provesDelete(session, live.keys, frame)) {
    return refuse(session, frame.ref, "unauthorised", "close");
  }
  const gone = await store.deleteVault(session.vault, hourOf(now()));
  if (!gone.ok) return unstored(session, frame.ref, gone.error);
  return answer(session, [{ kind: "ack", ref: frame.ref, head: live.head }], "deleted");
};

const rotate = async (session: Session, frame: FrameOf<"rotate">, { store }: RelayPorts): Promise<Step> => {
  const found = await store.findVault(session.vault);
  if (!found.ok) return unstored(session, frame.ref, found.error);
  if (found.value.kind !== "live" || !provesRotate(session, found.value.keys, frame)) {
    return refuse(session, frame.ref, "unauthorised", "close");
  }
  const done = await store.rotate(session.vault, frame.epoch, frame.writePub);
  if (done.ok) {
    return answer(
      { ...session, epoch: frame.epoch },
      [{ kind: "ack", ref: frame.ref, head: done.value.head }],
      "rotated",
    );
  }
  if (done.error.type === "StaleEpoch") return refuse(session, frame.ref, "stale-epoch", "stay");
  if (done.error.type === "NoVault") return refuse(session, frame.ref, "unauthorised", "close");
  return unstored(session, frame.ref, done.error);
};

const pull = async (session: Session, frame: FrameOf<"pull">, { store }: RelayPorts): Promise<Step> => {
  const page = await store.pull(session.vault, frame.after, Math.min(frame.maxBytes, pageBytes));
  if (!page.ok) return unstored(session, frame.ref, page.error);
  return answer(session, [{ kind: "page", ref: frame.ref, ...page.value }]);
};

/**
 * The envelopes of an append, each whole, of this vault and of an epoch that there was. Old ones come back after a
 * relay was restored; which of them still count is for the devices to judge.
 */
const sealedOf = (
  session: Session,
  epoch: number,
  envelopes: readonly Uint8Array[],
): Result<readonly Sealed[], "malformed" | "stale-epoch"> => {
  const items: Sealed[] = [];
  for (const envelope of envelopes) {
    const parts = splitEnvelope(envelope);
    if (!parts.ok || !equalBytes(parts.value.header.vaultId, session.vaultBytes)) return err("malformed");
    if (parts.value.header.epoch > epoch) return err("stale-epoch");
    items.push({ device: toHex(parts.value.header.deviceId), seq: parts.value.header.seq, envelope });
  }
  return ok(items);
};

const append = async (
  session: Session,
  epoch: number,
  frame: FrameOf<"append">,
  { store }: RelayPorts,
): Promise<Step> => {
  const items = sealedOf(session, epoch, frame.envelopes);
  if (!items.ok) return refuse(session, frame.ref, items.error, "stay");
  const [done] = await store.appendMany([{ vault: session.vault, epoch, items: items.value }]);
  if (done === undefined) return answer(session, [], "close");
  if (!done.ok) return unappended(session, frame.ref, done.error);
  return {
    session,
    replies: [{ kind: "ack", ref: frame.ref, head: done.value.head }],
    news: done.value.added,
    effect: "stay",
  };
};

const erase = async (
  session: Session,
  epoch: number,
  { ref, deviceId, from, to }: FrameOf<"erase">,
  { store }: RelayPorts,
): Promise<Step> => {
  const done = await store.erase({ vault: session.vault, epoch, device: toHex(deviceId), from, to });
  if (!done.ok) return unappended(session, ref, done.error);
  return answer(session, [{ kind: "ack", ref, head: done.value.head }]);
};

const unappended = (session: Session, ref: number, fault: AppendFault): Step => {
  switch (fault.type) {
    case "NoVault":
      return refuse(session, ref, "unauthorised", "close");
    case "Gone":
      return refuse(session, ref, "gone", "close");
    case "StaleEpoch":
      return refuse(session, ref, "stale-epoch", "close");
    case "Gap":
      return refuse(session, ref, "gap", "stay");
    case "Conflict":
      return refuse(session, ref, "malformed", "stay");
    case "OverQuota":
      return refuse(session, ref, "quota", "stay");
    case "Full":
    case "Broken":
      return unstored(session, ref, fault);
    default:
      return assertNever(fault);
  }
};

/** Entries in as many frames as they need, each under the message cap. */
export const newsFrames = (entries: readonly PageEntry[]): readonly Frame[] => {
  const groups: PageEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    if (groups.length === 0 || entry.envelope.length > room) {
      groups.push([]);
      room = pageBytes;
    }
    groups.at(-1)?.push(entry);
    room -= entry.envelope.length;
  }
  return groups.map((group) => ({ kind: "news", ref: 0, more: false, entries: group }));
};
