/** One device of a run: the shipped ledger, journal and copying over a disk, a clock and a network that fail. */
import { addDays, parseDay, toBase64Url, type LocalDay } from "@belay/basics";
import { memoryDeviceLog, memoryDrafts, queueTurn, type DiskSnapshot } from "@belay/testkit";
import type { KeyDesk } from "@belay/wire";
import { createErase } from "../../apps/web/engine/erase.ts";
import { decideAtOnce } from "../../apps/web/engine/deciding.ts";
import { createJournal, type Journal } from "../../apps/web/engine/journal.ts";
import { createLedger, type Ledger } from "../../apps/web/engine/ledger.ts";
import type { Lines } from "../../apps/web/engine/ports/relay.ts";
import { compactOnce, looseMax } from "../../apps/web/engine/rewrite.ts";
import { createSync, type Sync } from "../../apps/web/engine/sync.ts";
import { createMemory, type Memory } from "../../apps/web/engine/sync-memory.ts";
import { startTidying } from "../../apps/web/engine/tidy.ts";
import type { Dice } from "./dice.ts";
import type { Schedule } from "./schedule.ts";

/** Where every run's relay is served. */
export const simOrigin = "https://relay.sim";

const firstDay = ((): LocalDay => {
  const day = parseDay("2026-03-02");
  if (!day.ok) throw new Error("no day");
  return day.value;
})();
/** Noon of the first day, in ms. */
export const simStart = Date.UTC(2026, 2, 2, 12);

/** What outlives a crash: the disk, and the clock with its error. */
export interface Body {
  readonly log: ReturnType<typeof memoryDeviceLog>;
  readonly meta: ReturnType<typeof memoryDrafts>;
  full: boolean;
  /** How far the clock is off, in ms; `frozenAt` stops it. */
  skew: number;
  frozenAt: number | null;
  /** Power fails at a store write: half of this (rounded down) go well before, and an odd one is still durable. */
  fuse: number | null;
}

/** A disk image taken at some moment. */
export interface Image {
  readonly log: DiskSnapshot;
  readonly meta: ReadonlyMap<string, Uint8Array>;
}

/** A disk and clock with nothing wrong. */
export const newBody = (): Body => {
  const body: Body = {
    log: memoryDeviceLog(() => body.full),
    meta: memoryDrafts(),
    full: false,
    skew: 0,
    frozenAt: null,
    fuse: null,
  };
  return body;
};

/** The disk as it is now. */
export const imageOf = ({ log, meta }: Body): Image => ({ log: log.snapshot(), meta: new Map(meta.held) });

/** Puts the disk back to an earlier state. */
export const restoreImage = ({ log, meta }: Body, image: Image): void => {
  log.restore(image.log);
  meta.held.clear();
  for (const [name, bytes] of image.meta) meta.held.set(name, bytes);
};

/** A running app. */
export interface App {
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly sync: Sync;
  readonly memory: Memory;
  /** The device's own clock. */
  readonly now: () => { readonly ms: number; readonly day: LocalDay };
  /** Erases an entry for good. */
  readonly erase: (entry: string) => Promise<unknown>;
  /** Puts what is loose of its own chain into a segment, however little it is. */
  readonly compact: () => Promise<unknown>;
  /** Comes when the power fails inside an act. */
  readonly died: Promise<void>;
  readonly isDead: () => boolean;
  /** Nothing that it has begun reaches disk or network any more. */
  readonly kill: () => void;
}

/** What an app is started with. */
export interface AppParts {
  readonly body: Body;
  readonly desk: KeyDesk;
  readonly lines: Lines;
  readonly schedule: Schedule;
  readonly dice: Dice;
}

/** Whether an app still runs. */
interface Life {
  dead: boolean;
  readonly end: () => void;
  readonly ended: Promise<void>;
}

const newLife = (): Life => {
  let resolve = (): void => undefined;
  const ended = new Promise<void>((done) => {
    resolve = done;
  });
  return { dead: false, end: () => resolve(), ended };
};

const never = <T>(): Promise<T> => new Promise(() => undefined);

/** What a dead app begins comes to nothing. */
const alive =
  (life: Life) =>
  <A extends readonly unknown[], T>(work: (...args: A) => Promise<T>) =>
  (...args: A): Promise<T> =>
    life.dead ? never<T>() : work(...args);

/** The same for what writes: here the power may fail, right before or right after. */
const writing =
  (life: Life, body: Body) =>
  <A extends readonly unknown[], T>(work: (...args: A) => Promise<T>) =>
  (...args: A): Promise<T> => {
    if (life.dead) return never();
    if (body.fuse === null || body.fuse > 1) {
      if (body.fuse !== null) body.fuse -= 2;
      return work(...args);
    }
    if (body.fuse === 1) void work(...args);
    life.dead = true;
    life.end();
    return never();
  };

/** A ledger in whose eyes this much is loose: the shipped one waits for two hundred envelopes. */
const looser = (ledger: Ledger): Ledger => ({
  ...ledger,
  loose: (device) => [...ledger.loose(device), ...Array.from({ length: looseMax }, () => 0)],
});

/** Everything that an app is built over. */
const portsOf = ({ body, desk, lines, schedule, dice }: AppParts, life: Life) => {
  const ms = (): number => body.frozenAt ?? schedule.now() + body.skew;
  const { log, meta } = body;
  const [reads, writes] = [alive(life), writing(life, body)];
  return {
    clock: {
      now: () => ({ ms: ms(), day: addDays(firstDay, Math.floor((ms() - simStart + 43_200_000) / 86_400_000)) }),
      after: (wait: number, work: () => void) => schedule.after(wait, () => (life.dead ? undefined : work())),
    },
    chance: { id: () => toBase64Url(dice.bytes(16)) },
    log: {
      append: writes(log.append),
      appendAll: writes(log.appendAll),
      since: reads(log.since),
      chain: reads(log.chain),
      swap: writes(log.swap),
      replace: writes(log.replace),
      clear: writes(log.clear),
    },
    meta: {
      get: reads(meta.get),
      names: reads(meta.names),
      put: writes(meta.put),
      drop: writes(meta.drop),
      clear: writes(meta.clear),
    },
    turn: queueTurn(),
    neighbours: { tell: () => undefined, heard: () => undefined },
    desk,
    lines,
    origin: simOrigin,
  };
};

/** Starts an app on a disk. */
export const startApp = async (parts: AppParts): Promise<App> => {
  const { body, desk } = parts;
  const life = newLife();
  const ports = portsOf(parts, life);
  const ledger = createLedger(ports);
  const journal = createJournal(ports, ledger, decideAtOnce);
  const memory = createMemory(ports);
  const sync = createSync(ports, ledger, memory);
  const identity = await desk.open(true);
  if (!identity.ok) throw new Error(identity.error.type);
  ledger.begin(identity.value);
  await memory.load();
  await ledger.catchUp();
  sync.want(true);
  // What was erased elsewhere goes by itself, as in the app; putting together waits until a run says so.
  const stop = startTidying(ports, { ...ledger, loose: () => [] }, memory, sync, () => !life.dead);
  body.fuse = null;
  return {
    ledger,
    journal,
    sync,
    memory,
    now: ports.clock.now,
    erase: createErase(ports, ledger, { before: () => Promise.resolve(), after: sync.nudge }),
    compact: async () => {
      const done = await compactOnce(ports, looser(ledger), () => memory.now().shown);
      sync.nudge();
      return done;
    },
    died: life.ended,
    isDead: () => life.dead,
    kill: () => {
      life.dead = true;
      stop();
      sync.want(false);
    },
  };
};
