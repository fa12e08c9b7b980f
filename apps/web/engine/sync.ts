/** Copies sealed envelopes to and from the relay when the person has chosen that; the log itself is the outbox. */
import { decodeFrame, type Frame, type RefusalCode } from "@belay/wire";
import { signal, type ReadonlySignal } from "@preact/signals";
import type { Copying } from "./engine.ts";
import { createIntake } from "./intake.ts";
import { knockWait } from "./knock-wait.ts";
import type { Ledger } from "./ledger.ts";
import { judgeWithheld } from "./rules.ts";
import { createServed } from "./served.ts";
import { createErasing } from "./erasing.ts";
import { denied, greet, nextKnock, turnUp, welcomedAs } from "./sync-greet.ts";
import type { Memory } from "./sync-memory.ts";
import { hearActs, hearPulled, pull } from "./sync-pull.ts";
import { push } from "./sync-push.ts";
import { catchUp } from "./sync-caught.ts";
import {
  freshSession,
  hangUp,
  headsOf,
  startOver,
  tell,
  unwatch,
  watch,
  type Copier,
  type Session,
} from "./sync-session.ts";

/** How often an idle line is looked at: whether it still answers, and whether something is withheld. In ms. */
const lookEvery = 300_000;

/** Copying to the relay. */
export interface Sync {
  readonly status: ReadonlySignal<Copying>;
  /** Rises each time the relay's log was read to its end. */
  readonly read: ReadonlySignal<number>;
  /** Starts or stops copying; saying the same again changes nothing. */
  readonly want: (copy: boolean) => void;
  /** Something was appended: send it if a line is open. */
  readonly nudge: () => void;
  /** Hangs up and connects again at once, as after a change of keys. */
  readonly again: () => void;
  /** Reads what the relay has by now. False where it is not reached in time; true where nothing is copied. */
  readonly caughtUp: () => Promise<boolean>;
}

/** Reads from the start where the relay has less than it had, else goes on from the last page. */
const welcomed = (copier: Copier, live: Session, frame: Extract<Frame, { kind: "welcome" }>): void => {
  live.epoch = welcomedAs(copier);
  copier.knock = 0;
  copier.denied = 0;
  // The relay has an epoch as new as any known here, so it has no old keys (any more).
  if (live.epoch >= (copier.ledger.identity()?.epoch ?? 1)) copier.memory.dismiss("rotation-refused");
  copier.attempt = copier.trouble;
  const heads = headsOf(frame.devices);
  live.ends = heads;
  const fewer = copier.ledger
    .chains()
    .devices()
    .some((device) => copier.served.upTo(device) > (heads.get(device) ?? 0));
  if (fewer || frame.head < copier.cursor || copier.intake.holding().spilt) startOver(copier);
  live.fromStart = copier.cursor === 0;
  void turnUp(copier, live).then(() => {
    if (copier.session === live && !live.over) pull(copier, live);
  });
  look(copier, live);
};

/** Looks round by and by: a line that does not answer is given up, and what is withheld for long is told. */
const look = (copier: Copier, live: Session): void => {
  copier.unlook();
  copier.unlook = copier.ports.clock.after(lookEvery, () => {
    if (copier.session !== live || live.over) return;
    judgeWithheld(copier);
    // A change of keys that was refused is asked for again.
    if (live.turning.size === 0) void turnUp(copier, live);
    pull(copier, live);
    look(copier, live);
  });
};

/** What the relay refuses of a change of keys is told; the rest of the line goes on under the old epoch. */
const turned = (copier: Copier, live: Session, ref: number, done: boolean): boolean => {
  const epoch = live.turning.get(ref);
  if (epoch === undefined) return false;
  live.turning.delete(ref);
  if (done) live.epoch = Math.max(live.epoch, epoch);
  else copier.memory.raise("rotation-refused", null);
  unwatch(copier, live);
  return true;
};

/** The first refusals may only mean that another knock is right; a gap is mended by starting over; the rest is a no. */
const refused = (copier: Copier, live: Session, ref: number, code: RefusalCode): void => {
  if (turned(copier, live, ref, false) && code !== "gone") return;
  if ((code === "unauthorised" || code === "stale-epoch") && live.epoch === 0) {
    copier.knock += 1;
    // What was handed over with the refusal may have brought the key that is asked for.
    live.working = live.working.then(() => {
      if (nextKnock(copier) === null) denied(copier);
      hangUp(live);
    });
    return;
  }
  if (code === "slow-down") copier.attempt = Math.max(copier.attempt, 3);
  else if (code === "gap" || code === "stale-epoch" || code === "unauthorised") {
    copier.trouble += 1;
    startOver(copier);
  } else copier.attempt = Number.POSITIVE_INFINITY;
  hangUp(live);
};

/** Stored, says the relay; it counts only once it is shown (R8), so it is asked for. */
const acknowledged = (copier: Copier, live: Session, ref: number): void => {
  if (turned(copier, live, ref, true)) {
    if (live.turning.size === 0) void push(copier, live);
    return;
  }
  if (copier.erasing.done(ref)) return;
  const own = live.unacked.get(ref);
  if (own === undefined) return;
  live.unacked.delete(ref);
  live.acked = Math.max(live.acked, own);
  unwatch(copier, live);
  if (live.unacked.size === 0) pull(copier, live);
};

const hear = (copier: Copier, live: Session, bytes: Uint8Array): void => {
  const decoded = decodeFrame(bytes);
  if (!decoded.ok || copier.session !== live || live.over) return;
  const frame = decoded.value;
  switch (frame.kind) {
    case "challenge":
      if (live.epoch === 0) void greet(copier, live, frame.nonce);
      return;
    case "welcome":
      if (live.epoch === 0) welcomed(copier, live, frame);
      return;
    case "page":
    case "news":
      if (live.epoch > 0) hearPulled(copier, live, frame);
      else hearActs(copier, live, frame.entries);
      return;
    case "ack":
      acknowledged(copier, live, frame.ref);
      return;
    case "refused":
      refused(copier, live, frame.ref, frame.code);
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
  watch(copier, live);
  live.line = copier.ports.lines.vault(identity.vault, {
    opened: () => {
      if (copier.session === live && !live.over) tell(copier, "waiting");
    },
    frame: (bytes) => hear(copier, live, bytes),
    closed: () => {
      if (copier.session !== live) return;
      copier.session = null;
      copier.unwatch();
      copier.unlook();
      copier.erasing.lost();
      // A relay that never answers a change of keys has refused it.
      if (live.turning.size > 0) copier.memory.raise("rotation-refused", null);
      copier.attempt += 1;
      const stopped = !Number.isFinite(copier.attempt);
      tell(copier, stopped ? "refused" : "offline");
      if (!stopped)
        copier.cancel = copier.ports.clock.after(knockWait(copier.ports, copier.attempt), () => connect(copier));
    },
  });
};

const stop = (copier: Copier): void => {
  const live = copier.session;
  copier.session = null;
  copier.cancel();
  copier.unwatch();
  copier.unlook();
  live?.line?.close();
};

const start = (copier: Copier): void => {
  copier.attempt = 0;
  copier.trouble = 0;
  copier.denied = 0;
  copier.knock = 0;
  startOver(copier);
  tell(copier, "waiting");
  connect(copier);
};

/** Builds the copying over a ledger; it stays off until it is wanted. */
export const createSync = (ports: Copier["ports"], ledger: Ledger, memory: Memory): Sync => {
  const status = signal<Copying>({ kind: "off", pending: 0, missing: 0 });
  const nothing = (): void => undefined;
  const copier: Copier = {
    ports,
    ledger,
    memory,
    intake: createIntake(ports, ledger),
    status,
    read: signal(0),
    session: null,
    knock: 0,
    denied: 0,
    attempt: 0,
    trouble: 0,
    ref: 0,
    served: createServed(ledger.chains),
    cursor: 0,
    erasing: createErasing(),
    cancel: nothing,
    unwatch: nothing,
    unlook: nothing,
  };
  return {
    status,
    read: copier.read,
    want: (copy) => {
      if (copy === (status.peek().kind !== "off")) return;
      if (copy) return start(copier);
      stop(copier);
      tell(copier, "off");
    },
    nudge: () => {
      const live = copier.session;
      if (status.peek().kind === "off") return;
      tell(copier, status.peek().kind);
      if (live !== null) void push(copier, live);
    },
    caughtUp: () => catchUp(copier, connect),
    again: () => {
      if (status.peek().kind === "off") return;
      stop(copier);
      start(copier);
    },
  };
};
