/** Sends what the relay lacks: own envelopes, and those of other devices that it had and lost. */
import { encodeFrame, frameMax, splitEnvelope } from "@belay/wire";
import { relayEnd, sendErase } from "./sync-erase.ts";
import { ownDevice, tell, watch, type Copier, type Session } from "./sync-session.ts";

/** Envelopes sent in one frame, at most. */
const batch = 64;
/** Bytes of an append frame around its envelopes: version, kind, ref and count; each envelope has its length before it. */
const frameOverhead = 8;

/** One frame with what is left of the list, as far as a message holds it; gives what did not fit. */
const sendSome = (copier: Copier, live: Session, some: readonly Uint8Array[], own: number): readonly Uint8Array[] => {
  let bytes = frameOverhead;
  const over = some.findIndex((envelope) => (bytes += envelope.length + 4) > frameMax);
  const fits = over === -1 ? some.length : over;
  copier.ref = (copier.ref + 1) % 0xffff_ffff;
  live.unacked.set(copier.ref, own);
  watch(copier, live);
  live.line?.send(encodeFrame({ kind: "append", ref: copier.ref, envelopes: some.slice(0, fits) }));
  return some.slice(fits);
};

const seqOf = (envelope: Uint8Array | undefined): number => {
  const split = envelope === undefined ? null : splitEnvelope(envelope);
  return split?.ok === true ? split.value.header.seq : 0;
};

/**
 * One frame with the first of these that follow each other. Where what is before them is held no more, and the relay
 * never had it or lost it, its chain is led past the gap. Gives what is left.
 */
const sendRun = (
  copier: Copier,
  live: Session,
  device: string,
  some: readonly Uint8Array[],
  own: number,
): readonly Uint8Array[] => {
  const first = seqOf(some[0]);
  const gap = some.findIndex((envelope, at) => seqOf(envelope) !== first + at);
  const run = gap === -1 ? some : some.slice(0, gap);
  const end = relayEnd(copier, live, device);
  if (first > end + 1) sendErase(copier, live, { device, from: end + 1, to: first - 1 });
  const left = sendSome(copier, live, run, own);
  const last = seqOf(run[run.length - left.length - 1]);
  live.ends = new Map(live.ends).set(device, Math.max(end, last));
  return some.slice(run.length - left.length);
};

/** Whether this connection may bring an envelope: one of an epoch that the relay does not know yet has to wait. */
const maySend = (live: Session, envelope: Uint8Array): boolean => {
  const split = splitEnvelope(envelope);
  return split.ok && split.value.header.epoch <= live.epoch;
};

/** Envelopes of one device by their numbers, in frames of at most 64; stops at the first that may not go yet. */
const sendChain = async (copier: Copier, live: Session, device: string, numbers: readonly number[]): Promise<void> => {
  const isOwn = device === ownDevice(copier);
  for (let at = 0; at < numbers.length && copier.session === live; at += batch) {
    const wanted = new Set(numbers.slice(at, at + batch));
    const [first = 0] = wanted;
    const last = numbers[Math.min(at + batch, numbers.length) - 1] ?? first;
    const read = await copier.ports.log.chain(device, first, last - first + 1);
    if (!read.ok || copier.session !== live) return;
    let left: readonly Uint8Array[] = read.value.filter((envelope) => {
      const split = splitEnvelope(envelope);
      return split.ok && wanted.has(split.value.header.seq);
    });
    const stop = left.findIndex((envelope) => !maySend(live, envelope));
    if (stop >= 0) left = left.slice(0, stop);
    if (isOwn && left.length > 0) live.sent = stop >= 0 ? first + left.length - 1 : last;
    for (let run = left; run.length > 0;) run = sendRun(copier, live, device, run, isOwn ? live.sent : 0);
    if (stop >= 0) return;
  }
};

/** Own envelopes that were not shown and not handed over on this connection, in the order of the chain. */
const pushOnce = (copier: Copier, live: Session): Promise<void> => {
  const own = ownDevice(copier);
  const head = copier.ledger.chains().head(own).seq;
  return sendChain(copier, live, own, copier.served.lacking(own, head, live.sent));
};

/** Sends what is lacking; asked while it sends, it looks once more, so that nothing appended meanwhile is left behind. */
export const push = async (copier: Copier, live: Session): Promise<void> => {
  // Not before the relay's log was read: own envelopes there may differ, after this disk went back.
  if (!live.complete || live.parted) return;
  live.wanted = true;
  if (live.pushing) return;
  live.pushing = true;
  while (live.wanted && copier.session === live) {
    live.wanted = false;
    await pushOnce(copier, live);
  }
  live.pushing = false;
  if (copier.session === live) tell(copier, "connected");
};

/** Sends another device's envelopes that the relay had once and does not show any more, oldest first. */
export const giveBack = (copier: Copier, live: Session, device: string, numbers: readonly number[]): Promise<void> =>
  sendChain(copier, live, device, numbers);
