/** Copies sealed envelopes to the relay when the person has chosen that; the log itself is the outbox. */
import { equalBytes, toHex } from "@belay/basics";
import { decodeFrame, encodeFrame, splitEnvelope, type Frame, type RefusalCode } from "@belay/wire";
import { signal, type ReadonlySignal } from "@preact/signals";
import type { Copying } from "./engine.ts";
import type { Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import type { Line } from "./ports/relay.ts";
import { retryDelay } from "./retry.ts";

/** Envelopes read from the log, and sent in one frame, at once. */
const batch = 64;
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
  checking: Promise.resolve(),
});

type Pulled = Extract<Frame, { kind: "page" | "news" }>;

/** The device and number of an envelope, read from its header. */
const placeOf = (envelope: Uint8Array): { readonly device: string; readonly seq: number } | null => {
  const split = splitEnvelope(envelope);
  return split.ok ? { device: toHex(split.value.header.deviceId), seq: split.value.header.seq } : null;
};

/** Builds the copying over a ledger; it stays off until it is wanted. */
export const createSync = (
  ports: Pick<Ports, "clock" | "desk" | "lines" | "log" | "origin">,
  ledger: Ledger,
): Sync => {
  const status = signal<Copying>({ kind: "off", pending: 0 });
  let session: Session | null = null;
  let mustCreate = false;
  let attempt = 0;
  let cancel: () => void = () => undefined;

  const tell = (kind: Copying["kind"]): void => {
    const pending = kind === "off" ? 0 : Math.max(0, ledger.head() - (session?.shown ?? 0));
    status.value = { kind, pending };
  };

  /** Own envelopes after `sent`, in the order of the chain. Entries of other devices are not ours to send. */
  const push = async (live: Session): Promise<void> => {
    if (live.pushing || !live.welcomed) return;
    live.pushing = true;
    const device = ledger.identity()?.device ?? "";
    for (let at = 0; session === live; ) {
      const slice = await ports.log.since(at, batch);
      if (!slice.ok || session !== live) break;
      const envelopes: Uint8Array[] = [];
      for (const { envelope } of slice.value.entries) {
        const place = placeOf(envelope);
        if (place === null || place.device !== device || place.seq !== live.sent + 1) continue;
        envelopes.push(envelope);
        live.sent = place.seq;
      }
      if (envelopes.length > 0) live.line?.send(encodeFrame({ kind: "append", ref: 0, envelopes }));
      at = slice.value.entries.at(-1)?.at ?? at;
      if (!slice.value.more) break;
    }
    live.pushing = false;
    tell("connected");
  };

  const pull = (live: Session): void => {
    live.line?.send(encodeFrame({ kind: "pull", ref: 0, after: live.cursor, maxBytes: pageBytes }));
  };

  /** An entry counts as copied only when the relay has shown the very bytes again (`security.md` 4.5, R8). */
  const check = async (live: Session, frame: Pulled): Promise<void> => {
    const device = ledger.identity()?.device ?? "";
    for (const entry of frame.entries) {
      live.cursor = Math.max(live.cursor, entry.at);
      const place = placeOf(entry.envelope);
      if (place === null || place.device !== device || place.seq !== live.shown + 1) continue;
      const own = await ownEnvelope(device, place.seq);
      if (own !== null && equalBytes(own, entry.envelope)) live.shown = place.seq;
    }
    if (session !== live) return;
    if (frame.kind === "page" && frame.more) pull(live);
    tell("connected");
  };

  let found: { readonly at: number; readonly seq: number } = { at: 0, seq: 0 };
  const ownEnvelope = async (device: string, seq: number): Promise<Uint8Array | null> => {
    for (let at = seq > found.seq ? found.at : 0; ; ) {
      const slice = await ports.log.since(at, batch);
      if (!slice.ok) return null;
      for (const entry of slice.value.entries) {
        const place = placeOf(entry.envelope);
        if (place === null || place.device !== device || place.seq !== seq) continue;
        found = { at: entry.at, seq };
        return entry.envelope;
      }
      at = slice.value.entries.at(-1)?.at ?? at;
      if (!slice.value.more) return null;
    }
  };

  const greet = async (live: Session, nonce: Uint8Array): Promise<void> => {
    const identity = ledger.identity();
    if (identity === null) return;
    const signed = await ports.desk.hello(ports.origin, nonce);
    if (!signed.ok || session !== live) return;
    const { ownerPub, writePub, ownerSig, helloSig } = signed.value;
    const { epoch } = identity;
    live.line?.send(
      encodeFrame(
        mustCreate
          ? { kind: "create", ref: 0, ownerPub, epoch, writePub, ownerSig, helloSig }
          : { kind: "hello", ref: 0, epoch, sig: helloSig },
      ),
    );
  };

  const refused = (live: Session, code: RefusalCode): void => {
    const unknownVault = code === "unauthorised" && !live.welcomed && !mustCreate;
    if (unknownVault) mustCreate = true;
    else if (code === "slow-down") attempt = Math.max(attempt, 3);
    else if (code !== "gap") attempt = Number.POSITIVE_INFINITY;
    live.line?.close();
  };

  const hear = (live: Session, bytes: Uint8Array): void => {
    const frame = decodeFrame(bytes);
    if (!frame.ok || session !== live) return;
    switch (frame.value.kind) {
      case "challenge":
        void greet(live, frame.value.nonce);
        return;
      case "welcome": {
        const device = ledger.identity()?.device ?? "";
        live.sent = frame.value.devices.find((known) => toHex(known.deviceId) === device)?.seq ?? 0;
        live.welcomed = true;
        attempt = 0;
        pull(live);
        void push(live);
        return;
      }
      case "page":
      case "news":
        {
        const pulled = frame.value;
        live.checking = live.checking.then(() => check(live, pulled));
      }
        return;
      case "ack":
        pull(live);
        return;
      case "refused":
        refused(live, frame.value.code);
        return;
      default:
    }
  };

  const connect = (): void => {
    const identity = ledger.identity();
    if (identity === null) return;
    const live = freshSession();
    session = live;
    live.line = ports.lines.vault(identity.vault, {
      opened: () => tell("waiting"),
      frame: (bytes) => hear(live, bytes),
      closed: () => {
        if (session !== live) return;
        session = null;
        attempt += 1;
        const stopped = !Number.isFinite(attempt);
        tell(stopped ? "refused" : "offline");
        if (!stopped) cancel = ports.clock.after(retryDelay(attempt), connect);
      },
    });
  };

  return {
    status,
    want: (copy) => {
      if (copy === (status.value.kind !== "off")) return;
      cancel();
      attempt = 0;
      if (copy) {
        tell("waiting");
        connect();
        return;
      }
      const live = session;
      session = null;
      live?.line?.close();
      tell("off");
    },
    nudge: () => {
      if (session !== null) void push(session);
    },
  };
};
