/** What copying remembers of one connection and over connections, and what it tells the screens. */
import { toHex } from "@belay/basics";
import { encodeFrame, type Frame } from "@belay/wire";
import type { Signal } from "@preact/signals";
import type { Copying } from "./engine.ts";
import type { Intake } from "./intake.ts";
import type { Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";
import type { Line } from "./ports/relay.ts";
import { createServed, type Served } from "./served.ts";
import type { Erasing } from "./erasing.ts";
import type { Memory } from "./sync-memory.ts";

/** How long the relay may take for one answer, in ms (security page 6.3, M-9). */
export const patience = 30_000;

/** A pull that was not answered yet: its number, and how things stood here when it was sent. */
export interface Asked {
  readonly ref: number;
  /** Where each chain stood. */
  readonly heads: ReadonlyMap<string, number>;
  /** The highest own number that the relay had acknowledged. */
  readonly acked: number;
}

/** One connection. */
export interface Session {
  line: Line | null;
  /** Given up: nothing that still comes counts. */
  over: boolean;
  /** The epoch that was proved; 0 before the welcome. */
  epoch: number;
  /** Whether the relay's log was read to its end since it was last read from its start. */
  complete: boolean;
  /** Whether it is read from its start on this line. */
  fromStart: boolean;
  asked: Asked | null;
  /** Appends, by number, that were not acknowledged yet; with the highest own number in them. */
  readonly unacked: Map<number, number>;
  /** The highest own number handed to it, and the highest it has acknowledged. */
  sent: number;
  acked: number;
  /** Own envelopes as the relay has them that are not held here. */
  readonly branch: Map<number, Uint8Array>;
  /** The relay, or a segment, has another history of the own chain than the one held here: it is mended first. */
  parted: boolean;
  /** How far the relay has each chain, as it said when it let this device in. */
  ends: ReadonlyMap<string, number>;
  /** Rotations that were sent and not answered, by number. */
  readonly turning: Map<number, number>;
  /** Envelopes that did not open, or came again. */
  junk: number;
  /** Bytes of frames that wait to be looked at. */
  queued: number;
  working: Promise<void>;
  pushing: boolean;
  wanted: boolean;
}

/** A connection at its start. */
export const freshSession = (): Session => ({
  line: null,
  over: false,
  epoch: 0,
  complete: false,
  fromStart: false,
  asked: null,
  unacked: new Map(),
  sent: 0,
  acked: 0,
  branch: new Map(),
  parted: false,
  ends: new Map(),
  turning: new Map(),
  junk: 0,
  queued: 0,
  working: Promise.resolve(),
  pushing: false,
  wanted: false,
});

/** What lasts over connections. `attempt` counts knocks since the last welcome; it is infinite after a plain no. */
export interface Copier {
  readonly ports: Pick<Ports, "chance" | "clock" | "desk" | "lines" | "log" | "origin" | "turn" | "neighbours">;
  readonly ledger: Ledger;
  readonly memory: Memory;
  readonly intake: Intake;
  readonly status: Signal<Copying>;
  /** Rises each time the relay's log was read to its end. */
  readonly read: Signal<number>;
  session: Session | null;
  /** Which way of proving the vault is tried next: see `knocks`. */
  knock: number;
  /** How often in a row every knock was refused. */
  denied: number;
  attempt: number;
  /** Connections in a row that were welcomed and yet came to nothing: they make the next wait longer. */
  trouble: number;
  ref: number;
  /** What was shown since the log was last read from its start, and up to where it was read. */
  served: Served;
  cursor: number;
  readonly erasing: Erasing;
  /** Calls off the next try to connect, the watch over an answer, and the next look round. */
  cancel: () => void;
  unwatch: () => void;
  unlook: () => void;
}

/** Reads the relay's log from its start again. */
export const startOver = (copier: Copier): void => {
  copier.served = createServed(copier.ledger.chains);
  copier.cursor = 0;
  copier.erasing.reset(copier.ledger.segments().whole());
  copier.intake.forget();
};

/** This device's id; empty before the keys are open. */
export const ownDevice = ({ ledger }: Copier): string => ledger.identity()?.device ?? "";

/** How many own envelopes the relay has not shown again. */
const pendingOf = (copier: Copier): number => {
  const own = ownDevice(copier);
  return copier.served.lacking(own, copier.ledger.chains().head(own).seq).length;
};

/** Devices of which another one has seen more than is held here. */
export const missingOf = ({ ledger, memory }: Copier): readonly string[] =>
  Object.entries(memory.now().named).flatMap(([device, [seq]]) =>
    ledger.chains().head(device).seq < seq ? [device] : [],
  );

/** Says how copying stands. */
export const tell = (copier: Copier, kind: Copying["kind"]): void => {
  const off = kind === "off";
  const next = { kind, pending: off ? 0 : pendingOf(copier), missing: off ? 0 : missingOf(copier).length };
  const now = copier.status.peek();
  if (now.kind !== next.kind || now.pending !== next.pending || now.missing !== next.missing)
    copier.status.value = next;
};

/** Gives a line up; it is opened anew after a while. */
export const hangUp = (live: Session): void => {
  live.over = true;
  live.line?.close();
};

/** Gives the relay some time for an answer; then the line is given up and opened anew. */
export const watch = (copier: Copier, live: Session): void => {
  copier.unwatch();
  copier.unwatch = copier.ports.clock.after(patience, () => {
    if (copier.session === live) hangUp(live);
  });
};

/** Nothing is awaited any more, unless something still is. */
export const unwatch = (copier: Copier, live: Session): void => {
  if (live.asked === null && live.unacked.size === 0 && live.turning.size === 0) copier.unwatch();
};

/** Sends one frame under a number of its own, and gives the number. */
export const say = (copier: Copier, live: Session, frame: (ref: number) => Frame): number => {
  copier.ref = (copier.ref + 1) % 0xffff_ffff;
  live.line?.send(encodeFrame(frame(copier.ref)));
  return copier.ref;
};

/** The relay's word for how far it has each chain. */
export const headsOf = (devices: readonly { readonly deviceId: Uint8Array; readonly seq: number }[]) =>
  new Map(devices.map(({ deviceId, seq }) => [toHex(deviceId), seq]));
