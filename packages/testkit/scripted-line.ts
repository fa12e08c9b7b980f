/** Plays the relay's side of a socket in memory, by a test's script, with honest answers or with lies. */
import { toHex } from "@belay/basics";
import {
  decodeFrame,
  encodeFrame,
  splitEnvelope,
  type ChainHead,
  type Frame,
  type PageEntry,
  type RefusalCode,
} from "@belay/wire";

/** What the client's end of a socket is told. */
export interface LineListener {
  readonly opened: () => void;
  readonly frame: (bytes: Uint8Array) => void;
  readonly closed: () => void;
}

/** One socket that the client opened, seen from the relay. */
export interface ScriptedCall {
  /** The vault it was opened for; null on the live socket. */
  readonly vault: string | null;
  /** Every message of the client, oldest first, as it came and as it reads. */
  readonly bytes: readonly Uint8Array[];
  readonly heard: readonly Frame[];
  /** True once either end has closed it. */
  readonly over: () => boolean;
  readonly open: () => void;
  readonly say: (frame: Frame) => void;
  readonly sayBytes: (bytes: Uint8Array) => void;
  /** The relay, or the network, ends it. */
  readonly drop: () => void;
}

interface Socket extends ScriptedCall {
  readonly line: { readonly send: (bytes: Uint8Array) => void; readonly close: () => void };
}

const socketOf = (
  vault: string | null,
  events: LineListener,
  answer: (call: ScriptedCall, frame: Frame) => void,
): Socket => {
  const bytes: Uint8Array[] = [];
  const heard: Frame[] = [];
  let over = false;
  /** As in a browser, the end of a socket is heard of later, and once. */
  const end = (): void => {
    if (!over) queueMicrotask(events.closed);
    over = true;
  };
  const socket: Socket = {
    vault,
    bytes,
    heard,
    over: () => over,
    open: events.opened,
    say: (frame) => socket.sayBytes(encodeFrame(frame)),
    sayBytes: (message) => {
      if (!over) events.frame(message);
    },
    drop: end,
    line: {
      close: end,
      send: (message) => {
        if (over) return;
        const frame = decodeFrame(message);
        if (!frame.ok) throw new Error(`the client sent no frame: ${frame.error.type}`);
        bytes.push(Uint8Array.from(message));
        heard.push(frame.value);
        queueMicrotask(() => answer(socket, frame.value));
      },
    },
  };
  return socket;
};

/** Sockets of both kinds; every call is kept in the order in which it was made, and nothing is said by itself. */
export const scriptedLines = (answer: (call: ScriptedCall, frame: Frame) => void = () => undefined) => {
  const calls: ScriptedCall[] = [];
  const open = (vault: string | null, events: LineListener): Socket["line"] => {
    const socket = socketOf(vault, events, answer);
    calls.push(socket);
    return socket.line;
  };
  return {
    calls,
    vault: (vault: string, events: LineListener) => open(vault, events),
    live: (events: LineListener) => open(null, events),
  };
};

/** What a test may bend in a relay that is otherwise honest. */
export interface Script {
  /** Whether the vault was created there. */
  known: boolean;
  /** What is said in place of an answer to the next frame of that kind; then forgotten. */
  refuse: { readonly to: Frame["kind"]; readonly code: RefusalCode; readonly retryAfterMs: number } | null;
  /** What it serves in place of an entry that it holds; null leaves it out. */
  serve: (entry: PageEntry) => PageEntry | null;
  /** Entries in one page, at most. */
  pageSize: number;
  /** Kinds it hears and never answers. */
  readonly deaf: Set<Frame["kind"]>;
}

/** The ends of chains and the newest place, of which erased entries leave no other trace. */
interface Erased {
  readonly ends: Map<string, ChainHead>;
  place: number;
}

const headsOf = (entries: readonly PageEntry[], { ends }: Erased): readonly ChainHead[] => {
  const heads = new Map(ends);
  for (const { envelope } of entries) {
    const split = splitEnvelope(envelope);
    if (!split.ok) continue;
    const { deviceId, seq } = split.value.header;
    if (seq > (heads.get(toHex(deviceId))?.seq ?? 0)) heads.set(toHex(deviceId), { deviceId, seq });
  }
  return [...heads.values()];
};

/** Takes envelopes of one device's range away; their numbers and places stay taken. */
const eraseIn = (entries: PageEntry[], erased: Erased, frame: Extract<Frame, { kind: "erase" }>): void => {
  erased.place = Math.max(erased.place, entries.at(-1)?.at ?? 0);
  for (const head of headsOf(entries, erased)) erased.ends.set(toHex(head.deviceId), head);
  const stays = entries.filter(({ envelope }) => {
    const split = splitEnvelope(envelope);
    if (!split.ok) return true;
    const { deviceId, seq } = split.value.header;
    return toHex(deviceId) !== toHex(frame.deviceId) || seq < frame.from || seq > frame.to;
  });
  entries.splice(0, entries.length, ...stays);
};

/** How many of the entries fit that many bytes; one at least. */
const within = (entries: readonly PageEntry[], maxBytes: number): number => {
  let bytes = 0;
  const over = entries.findIndex(({ envelope }) => (bytes += envelope.length) > maxBytes);
  return over === -1 ? entries.length : Math.max(1, over);
};

/** The answer to a frame, or null where the relay keeps silent. */
const replyTo = (script: Script, entries: PageEntry[], erased: Erased, frame: Frame): Frame | null => {
  const { ref } = frame;
  const head = (): number => Math.max(erased.place, entries.at(-1)?.at ?? 0);
  switch (frame.kind) {
    case "hello":
    case "create":
      if (frame.kind === "create") script.known = true;
      if (!script.known) return { kind: "refused", ref, code: "unauthorised", retryAfterMs: 0 };
      return { kind: "welcome", ref, head: head(), devices: headsOf(entries, erased) };
    case "append":
      for (const envelope of frame.envelopes) entries.push({ at: head() + 1, envelope: Uint8Array.from(envelope) });
      return { kind: "ack", ref, head: head() };
    case "erase":
      eraseIn(entries, erased, frame);
      return { kind: "ack", ref, head: head() };
    case "pull": {
      const rest = entries.filter((entry) => entry.at > frame.after);
      const fits = Math.min(script.pageSize, within(rest, frame.maxBytes));
      const served = rest.slice(0, fits).flatMap((entry) => script.serve(entry) ?? []);
      return { kind: "page", ref, more: rest.length > fits, entries: served };
    }
    case "delete":
      entries.length = 0;
      erased.ends.clear();
      erased.place = 0;
      return { kind: "ack", ref, head: 0 };
    default:
      return null;
  }
};

/** A relay that challenges, welcomes, stores, acknowledges and serves; `script` bends it while it runs. */
export const scriptedRelay = () => {
  const entries: PageEntry[] = [];
  const erased: Erased = { ends: new Map(), place: 0 };
  const script: Script = { known: false, refuse: null, serve: (entry) => entry, pageSize: 1_000, deaf: new Set() };
  const lines = scriptedLines((call, frame) => {
    if (script.deaf.has(frame.kind)) return;
    const { refuse } = script;
    if (refuse?.to === frame.kind) {
      script.refuse = null;
      call.say({ kind: "refused", ref: frame.ref, code: refuse.code, retryAfterMs: refuse.retryAfterMs });
      return;
    }
    const reply = replyTo(script, entries, erased, frame);
    if (reply !== null) call.say(reply);
  });
  return {
    script,
    entries,
    lines,
    calls: lines.calls,
    /** Opens the newest call and challenges it. */
    accept: (): ScriptedCall => {
      const call = lines.calls.at(-1);
      if (call === undefined) throw new Error("nobody called");
      call.open();
      call.say({ kind: "challenge", ref: 0, nonce: new Uint8Array(32).fill(lines.calls.length) });
      return call;
    },
  };
};
