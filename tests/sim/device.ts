/** One device of a run: the shipped ledger, journal and copying over a disk, a clock and a network that fail. */
import { addDays, parseDay, toBase64Url, type LocalDay } from "@belay/basics";
import { memoryDeviceLog, memoryDrafts, queueTurn, type DiskSnapshot } from "@belay/testkit";
import type { KeyDesk } from "@belay/wire";
import { createJournal, type Journal } from "../../apps/web/engine/journal.ts";
import { createLedger, type Ledger } from "../../apps/web/engine/ledger.ts";
import type { Lines } from "../../apps/web/engine/ports/relay.ts";
import { createSync, type Sync } from "../../apps/web/engine/sync.ts";
import { createMemory, type Memory } from "../../apps/web/engine/sync-memory.ts";
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

/** Starts an app on a disk. */
export const startApp = async ({ body, desk, lines, schedule, dice }: AppParts): Promise<App> => {
  let dead = false;
  const ms = (): number => body.frozenAt ?? schedule.now() + body.skew;
  const never = <T>(): Promise<T> => new Promise(() => undefined);
  const alive =
    <A extends readonly unknown[], T>(work: (...args: A) => Promise<T>) =>
    (...args: A): Promise<T> =>
      dead ? never<T>() : work(...args);
  const { log, meta } = body;
  const ports = {
    clock: {
      now: () => ({ ms: ms(), day: addDays(firstDay, Math.floor((ms() - simStart + 43_200_000) / 86_400_000)) }),
      after: (wait: number, work: () => void) => schedule.after(wait, () => (dead ? undefined : work())),
    },
    chance: { id: () => toBase64Url(dice.bytes(16)) },
    log: {
      append: alive(log.append),
      appendAll: alive(log.appendAll),
      since: alive(log.since),
      chain: alive(log.chain),
      swap: alive(log.swap),
      replace: alive(log.replace),
      clear: alive(log.clear),
    },
    meta: { get: alive(meta.get), put: alive(meta.put), drop: alive(meta.drop), clear: alive(meta.clear) },
    turn: queueTurn(),
    neighbours: { tell: () => undefined, heard: () => undefined },
    desk,
    lines,
    origin: simOrigin,
  };
  const ledger = createLedger(ports);
  const journal = createJournal(ports, ledger);
  const memory = createMemory(ports);
  const sync = createSync(ports, ledger, memory);
  const identity = await desk.open(true);
  if (!identity.ok) throw new Error(identity.error.type);
  ledger.begin(identity.value);
  await memory.load();
  await ledger.catchUp();
  sync.want(true);
  return {
    ledger,
    journal,
    sync,
    memory,
    now: ports.clock.now,
    kill: () => {
      dead = true;
      sync.want(false);
    },
  };
};
