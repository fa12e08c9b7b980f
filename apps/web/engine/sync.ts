/** Copies sealed envelopes to the relay when the person has chosen that; the log itself is the outbox. */
import { equalBytes, toHex } from "@belay/basics";
import { decodeFrame, encodeFrame, frameMax, splitEnvelope, type Frame, type RefusalCode } from "@belay/wire";
import { signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Copying } from "./engine.ts";
import type { Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import type { Line } from "./ports/relay.ts";
import { retryDelay } from "./retry.ts";

/** Envelopes read from the log, and sent in one frame, at once. */
const batch = 64;
/** Bytes of an append frame around its envelopes: version, kind, ref and count; each envelope has its length before it. */
const frameOverhead = 8;
/** The most bytes asked of the relay in one page. */
const pageBytes = 512 * 1024;

/** Copying to the relay. */
export interface Sync {
  readonly status: ReadonlySignal<Copying>;
  /** Starts or stops copying; saying the same again changes nothing. */
  readonly want: (copy: boolean) => void;
  /** Something was appended: send it if a line is open. */
  readonly nudge: () => void;
}

/** One connection. `sent` is the highest own number handed to it, `shown` the highest it has served back. */
interface Session {
  line: Line | null;
  welcomed: boolean;
  sent: number;
  shown: number;
  cursor: number;
  pushing: boolean;
  /** Something may have been appended since the log was last read for sending. */
  wanted: boolean;
  /** Where the newest own envelope that was compared lies in the device's log. */
  compared: { readonly at: number; readonly seq: number };
  /** Pages are checked one after the other. */
  checking: Promise<void>;
}

const freshSession = (): Session => ({
  line: null,
  welcomed: false,
  sent: 0,
  shown: 0,
  cursor: 0,
  pushing: false,
  wanted: false,
  compared: { at: 0, seq: 0 },
  checking: Promise.resolve(),
});

/** What lasts over connections. `attempt` counts knocks since the last welcome; it is infinite after a plain no. */
interface Copier {
  readonly ports: Pick<Ports, "clock" | "desk" | "lines" | "log" | "origin">;
  readonly ledger: Ledger;
  readonly status: Signal<Copying>;
  session: Session | null;
  mustCreate: boolean;
  attempt: number;
  cancel: () => void;
}

type Pulled = Extract<Frame, { kind: "page" | "news" }>;

const tell = (copier: Copier, kind: Copying["kind"]): void => {
  const waiting = copier.ledger.head() - (copier.session?.shown ?? 0);
  copier.status.value = { kind, pending: kind === "off" ? 0 : Math.max(0, waiting), missing: 0 };
};

const ownDevice = ({ ledger }: Copier): string => ledger.identity()?.device ?? "";

/** The number of an envelope in this device's chain, read from its header; null for anybody else's. */
const ownSeq = (copier: Copier, envelope: Uint8Array): number | null => {
  const split = splitEnvelope(envelope);
  if (!split.ok || toHex(split.value.header.deviceId) !== ownDevice(copier)) return null;
  return split.value.header.seq;
};

/** One frame with what is left of the list, as far as a message holds it; gives what did not fit. */
const sendSome = (live: Session, envelopes: readonly Uint8Array[]): readonly Uint8Array[] => {
  let bytes = frameOverhead;
  const over = envelopes.findIndex((envelope) => (bytes += envelope.length + 4) > frameMax);
  const fits = over === -1 ? envelopes.length : over;
  live.line?.send(encodeFrame({ kind: "append", ref: 0, envelopes: envelopes.slice(0, fits) }));
  return envelopes.slice(fits);
};

/** Own envelopes after `sent`, in the order of the chain. Entries of other devices are not ours to send. */
const pushOnce = async (copier: Copier, live: Session): Promise<void> => {
  for (let at = 0; copier.session === live;) {
    const slice = await copier.ports.log.since(at, batch);
    if (!slice.ok || copier.session !== live) return;
    let envelopes: readonly Uint8Array[] = slice.value.entries.flatMap(({ envelope }) => {
      if (ownSeq(copier, envelope) !== live.sent + 1) return [];
      live.sent += 1;
      return [envelope];
    });
    while (envelopes.length > 0) envelopes = sendSome(live, envelopes);
    at = slice.value.entries.at(-1)?.at ?? at;
    if (!slice.value.more) return;
  }
};

/** Sends what is lacking; asked while it sends, it looks once more, so that nothing appended meanwhile is left behind. */
const push = async (copier: Copier, live: Session): Promise<void> => {
  if (!live.welcomed) return;
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

const pull = (live: Session): void =>
  live.line?.send(encodeFrame({ kind: "pull", ref: 0, after: live.cursor, maxBytes: pageBytes }));

/** The device's own envelope with that number, from where the last one was found. */
const ownEnvelope = async (copier: Copier, live: Session, seq: number): Promise<Uint8Array | null> => {
  for (let at = seq > live.compared.seq ? live.compared.at : 0; ;) {
    const slice = await copier.ports.log.since(at, batch);
    if (!slice.ok) return null;
    for (const entry of slice.value.entries) {
      if (ownSeq(copier, entry.envelope) !== seq) continue;
      live.compared = { at: entry.at, seq };
      return entry.envelope;
    }
    at = slice.value.entries.at(-1)?.at ?? at;
    if (!slice.value.more) return null;
  }
};

/** An entry counts as copied only when the relay has shown the very bytes again (`security.md` 4.5, R8). */
const check = async (copier: Copier, live: Session, frame: Pulled): Promise<void> => {
  for (const entry of frame.entries) {
    live.cursor = Math.max(live.cursor, entry.at);
    const seq = ownSeq(copier, entry.envelope);
    if (seq === null || seq !== live.shown + 1) continue;
    const own = await ownEnvelope(copier, live, seq);
    if (own !== null && equalBytes(own, entry.envelope)) live.shown = seq;
  }
  if (copier.session !== live) return;
  if (frame.kind === "page" && frame.more) pull(live);
  tell(copier, "connected");
};

/** Proves the right to this vault, or makes it where the relay does not know it yet. */
const greet = async (copier: Copier, live: Session, nonce: Uint8Array): Promise<void> => {
  const epoch = copier.ledger.identity()?.epoch ?? 0;
  const signed = await copier.ports.desk.hello(copier.ports.origin, nonce);
  if (!signed.ok || copier.session !== live) return;
  const { ownerPub, writePub, ownerSig, helloSig } = signed.value;
  const frame: Frame =
    copier.mustCreate && ownerSig !== null
      ? { kind: "create", ref: 0, ownerPub, epoch, writePub, ownerSig, helloSig }
      : { kind: "hello", ref: 0, epoch, sig: helloSig };
  live.line?.send(encodeFrame(frame));
};

/** The first refusal may only mean that the vault is new there; a gap is mended by starting over; the rest is a no. */
const refused = (copier: Copier, live: Session, code: RefusalCode): void => {
  if (code === "unauthorised" && !live.welcomed && !copier.mustCreate) copier.mustCreate = true;
  else if (code === "slow-down") copier.attempt = Math.max(copier.attempt, 3);
  else if (code !== "gap") copier.attempt = Number.POSITIVE_INFINITY;
  live.line?.close();
};

const hear = (copier: Copier, live: Session, bytes: Uint8Array): void => {
  const decoded = decodeFrame(bytes);
  if (!decoded.ok || copier.session !== live) return;
  const frame = decoded.value;
  switch (frame.kind) {
    case "challenge":
      void greet(copier, live, frame.nonce);
      return;
    case "welcome":
      live.sent = frame.devices.find(({ deviceId }) => toHex(deviceId) === ownDevice(copier))?.seq ?? 0;
      live.welcomed = true;
      copier.attempt = 0;
      pull(live);
      void push(copier, live);
      return;
    case "page":
    case "news":
      live.checking = live.checking.then(() => check(copier, live, frame));
      return;
    case "ack":
      pull(live);
      return;
    case "refused":
      refused(copier, live, frame.code);
      return;
    default:
    // What a client says to a relay, and what belongs to another socket, is nothing to answer here.
  }
};

const connect = (copier: Copier): void => {
  const identity = copier.ledger.identity();
  if (identity === null) return;
  const live = freshSession();
  copier.session = live;
  live.line = copier.ports.lines.vault(identity.vault, {
    opened: () => tell(copier, "waiting"),
    frame: (bytes) => hear(copier, live, bytes),
    closed: () => {
      if (copier.session !== live) return;
      copier.session = null;
      copier.attempt += 1;
      const stopped = !Number.isFinite(copier.attempt);
      tell(copier, stopped ? "refused" : "offline");
      if (!stopped) copier.cancel = copier.ports.clock.after(retryDelay(copier.attempt), () => connect(copier));
    },
  });
};

const stop = (copier: Copier): void => {
  const live = copier.session;
  copier.session = null;
  live?.line?.close();
  tell(copier, "off");
};

/** Builds the copying over a ledger; it stays off until it is wanted. */
export const createSync = (ports: Copier["ports"], ledger: Ledger): Sync => {
  const status = signal<Copying>({ kind: "off", pending: 0, missing: 0 });
  const copier: Copier = {
    ports,
    ledger,
    status,
    session: null,
    mustCreate: false,
    attempt: 0,
    cancel: () => undefined,
  };
  return {
    status,
    want: (copy) => {
      if (copy === (status.peek().kind !== "off")) return;
      copier.cancel();
      copier.attempt = 0;
      if (!copy) return stop(copier);
      tell(copier, "waiting");
      connect(copier);
    },
    nudge: () => {
      if (copier.session !== null) void push(copier, copier.session);
    },
  };
};
