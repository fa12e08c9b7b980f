/** What goes into the log and comes out of it, and what stays on this device. */
import { equalBytes, err, fromHex, ok, toHex, type Result } from "@belay/basics";
import {
  deviceOf,
  folded,
  keysFor,
  linkedBytes,
  openEnvelope,
  openEpochKey,
  openLocal,
  readAct,
  sealEnvelope,
  sealLocal,
  type EnvelopeFault,
  type Member,
  type OpenedEnvelope,
  type Random,
} from "@belay/vault";
import {
  decodeHeader,
  type DeskFault,
  type DeskSealed,
  type EnvelopeType,
  type Header,
  type KeyDesk,
} from "@belay/wire";
import type { Opened } from "@belay/wire";
import { keysOf, newest, opened, withKeys, type Held, type Room } from "./held.ts";

/** The store under which drafts and other local boxes are sealed. */
const localStore = "drafts";

const nothing = new Uint8Array(0);

/** One verdict of many: the others are not touched by it. */
const doesNotOpen = (detail: string): Result<never, DeskFault> => err({ type: "DoesNotOpen", detail });

/** A body and its place in the chain. */
interface ToSeal {
  readonly body: Uint8Array;
  readonly seq: number;
  readonly prev: Uint8Array;
  readonly type: EnvelopeType | undefined;
}

/** Seals under the newest epoch of these keys. */
export const sealWith = (
  held: Held,
  random: Random,
  { body, seq, prev, type = "events" }: ToSeal,
): Result<DeskSealed, DeskFault> => {
  const { epoch, keys } = newest(held);
  const { vaultId, device } = held;
  return opened(sealEnvelope({ type, vaultId, epoch, device, seq, prevHash: prev, body }, keys, random));
};

/** Opens with each key that the epoch ever had: two devices may have begun it at once. */
const openWithAny = (
  held: Held,
  envelope: Uint8Array,
  devicePub: Uint8Array | null,
  verifySignature: boolean,
  hash?: Uint8Array,
): Result<OpenedEnvelope, EnvelopeFault> => {
  const { vaultId, ring } = held;
  const openBy = (place: number): Result<OpenedEnvelope, EnvelopeFault> =>
    openEnvelope(envelope, {
      vaultId,
      devicePub,
      verifySignature,
      ...(hash === undefined ? {} : { hash }),
      keyOfEpoch: (epoch) => ring.of(epoch)[place] ?? null,
    });
  const first = openBy(0);
  let result = first;
  for (let place = 1; !result.ok && result.error.type === "BadCommitment"; place += 1) result = openBy(place);
  return result.ok || result.error.type !== "UnknownEpoch" ? result : first;
};

/** Takes the epoch keys that the book holds for this device; each sealed one is looked at once it can be opened. */
const takeKeys = (held: Held): void => {
  const { vaultId, device, ring, looked } = held;
  for (const { epoch, sealed } of keysFor(held.book, toHex(device.id))) {
    if (looked.has(toHex(sealed))) continue;
    for (const before of ring.of(epoch - 1)) {
      const key = openEpochKey({ vaultId, epoch, device: device.id, before }, device.agree, sealed);
      if (!key.ok) continue;
      ring.add({ epoch, key: key.value });
      key.value.wipe();
      looked.add(toHex(sealed));
    }
  }
};

/**
 * Reads the act in a membership envelope into the book; the owner's signature alone counts for that. The verdict on an
 * envelope is kept by its link, which binds everything but the envelope's own signature.
 */
const learn = (held: Held, envelope: Uint8Array, link: Uint8Array | undefined): Result<null, DeskFault> => {
  if (link !== undefined && held.learnt.has(toHex(link))) return ok(null);
  const membership = openWithAny(held, envelope, null, false, link);
  if (!membership.ok) return doesNotOpen(membership.error.type);
  const { body, hash } = membership.value;
  if (held.learnt.has(toHex(hash))) return ok(null);
  const act = readAct(body, held.ownerPub);
  if (!act.ok) return doesNotOpen(act.error.type);
  held.book = folded(held.book, [act.value]);
  held.learnt.add(toHex(hash));
  takeKeys(held);
  return ok(null);
};

const isMembership = (envelope: Uint8Array | undefined): boolean => {
  const header = decodeHeader(envelope ?? nothing);
  return header.ok && header.value.type === "membership";
};

/** What became of each membership envelope, by its place: over and over while one brings the key of the next. */
const learnAll = (
  held: Held,
  envelopes: readonly Uint8Array[],
  links: readonly Uint8Array[],
): ReadonlyMap<number, Result<null, DeskFault>> => {
  const verdicts = new Map<number, Result<null, DeskFault>>();
  let left = envelopes.map((_, at) => at).filter((at) => isMembership(envelopes[at]));
  for (let before = left.length + 1; left.length > 0 && left.length < before;) {
    before = left.length;
    left = left.filter((at) => {
      const verdict = learn(held, envelopes[at] ?? nothing, links[at]);
      verdicts.set(at, verdict);
      return !verdict.ok;
    });
  }
  return verdicts;
};

/** Whether this place is beyond where its device ended. At the end itself only the named envelope counts. */
const isAfterCut = (member: Member | null, seq: number, hash: Uint8Array | null): boolean => {
  const cut = member?.cut ?? null;
  if (cut === null || seq < cut.seq) return false;
  if (seq > cut.seq) return true;
  const named = fromHex(cut.hash);
  return hash !== null && !(named.ok && equalBytes(named.value, hash));
};

/** The key that must have signed: the book's, or this device's own before there is a book. */
const signerOf = (held: Held, member: Member | null, { deviceId }: Header): Uint8Array | null => {
  if (member !== null) return member.signPub;
  return equalBytes(deviceId, held.device.id) ? held.device.sign.publicKey : null;
};

/**
 * One envelope in check order: header, membership act, cut, then chain, signature, commitment, tag and padding by the
 * vault. The cut is looked at twice, because at the cut itself the hash decides, which is known only at the end.
 */
const openOne = (
  held: Held,
  envelope: Uint8Array,
  received: boolean,
  { link, learnt }: { readonly link: Uint8Array | undefined; readonly learnt: Result<null, DeskFault> | undefined },
): Result<Opened, DeskFault> => {
  const header = decodeHeader(envelope);
  if (!header.ok) return doesNotOpen(header.error.type);
  if (learnt?.ok === false) return learnt;
  const member = deviceOf(held.book, toHex(header.value.deviceId));
  if (isAfterCut(member, header.value.seq, null)) return doesNotOpen("AfterCut");
  const result = openWithAny(held, envelope, signerOf(held, member, header.value), received, link);
  if (!result.ok) return doesNotOpen(result.error.type);
  const { body, hash } = result.value;
  const { deviceId, seq, type, epoch } = result.value.header;
  if (isAfterCut(member, seq, hash)) return doesNotOpen("AfterCut");
  return ok({ device: toHex(deviceId), seq, hash, type, epoch, body });
};

/** Membership first, so that a new epoch's key is known before what it sealed; then each in its place. */
const openMany = (
  held: Held,
  envelopes: readonly Uint8Array[],
  received: boolean,
  links: readonly Uint8Array[],
): readonly Result<Opened, DeskFault>[] => {
  const learnt = learnAll(held, envelopes, links);
  return envelopes.map((envelope, at) =>
    openOne(held, envelope, received, { link: links[at], learnt: learnt.get(at) }),
  );
};

/**
 * Sealed under the first key in the wraps: every wrap has it, also one from before a change of keys, and it is there
 * before the log was opened. Nothing of it ever leaves this device.
 */
const sealHere = (held: Held, random: Random, name: string, bytes: Uint8Array): Result<Uint8Array, DeskFault> => {
  const keys = keysOf(held, held.wrapped[0]?.epoch ?? 0);
  return keys === null ? doesNotOpen("epoch") : opened(sealLocal(keys, { store: localStore, name }, bytes, random));
};

/** Tries every key in the wraps, newest first: the wraps may have grown since it was sealed. */
const openHere = (held: Held, name: string, bytes: Uint8Array): Result<Uint8Array, DeskFault> => {
  let fault: Result<never, DeskFault> = doesNotOpen("epoch");
  for (const { epoch } of held.wrapped.toReversed())
    for (const keys of held.ring.of(epoch)) {
      const box = openLocal(keys, { store: localStore, name }, bytes);
      if (box.ok) return box;
      fault = doesNotOpen(box.error.type);
    }
  return fault;
};

/** The desk's part that seals and opens. */
export const sealing = (room: Room): Pick<KeyDesk, "seal" | "openMany" | "sealLocal" | "openLocal"> => {
  const { random, digest } = room.ports;
  return {
    seal: (body, seq, prev, type) => withKeys(room, (held) => sealWith(held, random, { body, seq, prev, type })),
    openMany: async (envelopes, received) => {
      // Hashing in script took an eighth of opening a long log.
      const links =
        digest === undefined ? [] : await Promise.all(envelopes.map((envelope) => digest(linkedBytes(envelope))));
      return withKeys(room, (held) => ok(openMany(held, envelopes, received, links)));
    },
    sealLocal: (name, bytes) => withKeys(room, (held) => sealHere(held, random, name, bytes)),
    openLocal: (name, bytes) => withKeys(room, (held) => openHere(held, name, bytes)),
  };
};
