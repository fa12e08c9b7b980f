/** Puts the engine together over its ports and starts it. */
import { assertNever, err, ok, toHex, type Result } from "@belay/basics";
import { splitEnvelope, type DeskFault, type DeskIdentity } from "@belay/wire";
import { computed, effect, signal, untracked, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Acts, NearParts } from "./acts.ts";
import { actsDoor, notFetched, onceHere } from "./acts-door.ts";
import { createDrafts } from "./drafts.ts";
import { devicesSeen } from "./devices-seen.ts";
import { fetched, type Fetched } from "./fetched.ts";
import { glanced } from "./glance.ts";
import type { Guide } from "./guide.ts";
import type { Copying, Engine, Phase, Stored, WhyRefused } from "./engine.ts";
import { createJournal, type Journal } from "./journal.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { createLock, refreshLock } from "./lock.ts";
import { followWritten, writtenBefore } from "./loss.ts";
import type { NearPorts } from "./ports/ports.ts";
import { retryDelay } from "./retry.ts";
import { createMemory, type Memory } from "./sync-memory.ts";
import type { VaultDoor } from "./vault-door.ts";

const whyOf = (fault: DeskFault): WhyRefused => {
  if (fault.type === "KeysMissing") return "no-keys";
  return fault.type === "DeskUnreachable" ? "no-storage" : "damaged";
};

const unreachable = err({ type: "DeskUnreachable" } as const);

/** The running engine, the moment when it has opened or refused, and the way to stop it. */
export interface Running {
  readonly engine: Engine;
  readonly started: Promise<void>;
  readonly stop: () => void;
}

/** Everything the engine is put together from. */
interface Works {
  readonly ports: NearPorts;
  readonly online: Engine["online"];
  /** Null until it has arrived. */
  readonly guide: ReadonlySignal<Guide | null>;
  readonly ledger: Ledger;
  readonly memory: Memory;
  /** What the first view does without. */
  readonly acts: Fetched<Acts>;
  readonly lock: ReturnType<typeof createLock>;
  readonly phase: Signal<Phase>;
  readonly kept: Signal<Pick<Stored, "persisted" | "usage">>;
  /** What has to be called off when the engine stops. */
  readonly stops: (() => void)[];
  /** The copy of the vault before the first lock may still be at the relay. */
  copyLeft: boolean;
  /** Settles when the first opening is over. */
  started: Promise<void>;
  /** Set once the fold is followed. */
  following: boolean;
  stopped: boolean;
}

const refuse = (works: Works, why: WhyRefused): void => {
  works.phase.value = { kind: "refused", why };
};

/** What the relay has of the old vault goes while there still is a key that may ask for it, as in a first lock that nothing broke off. */
const dropCopy = async (works: Works, words: boolean): Promise<void> => {
  const old = await works.ports.desk.open(false);
  const copy = (await writtenBefore(works.ports))?.copy === true;
  if (!old.ok || !(words || copy)) return;
  works.copyLeft = (await (await works.acts.bring())?.endOld(old.value, copy)) !== "deleted";
};

/** A new vault that was begun before a crash: promoted when the log holds it already, forgotten when it does not. */
const settleBegun = async (works: Works): Promise<Result<unknown, DeskFault>> => {
  const { desk, log } = works.ports;
  const status = await desk.status();
  if (!status.ok || status.value.waiting === null) return status;
  const first = await log.since(0, 1);
  if (!first.ok) return unreachable;
  const envelope = first.value.entries[0]?.envelope;
  const header = envelope === undefined ? null : splitEnvelope(envelope);
  if (header?.ok !== true || toHex(header.value.header.vaultId) !== status.value.waiting) {
    // Not dropped this time is dropped next time; the old vault is whole.
    await desk.dropVault();
    return ok(null);
  }
  await dropCopy(works, status.value.recovery);
  const finished = await desk.finishVault();
  // With the old keys nothing of the log would open, and what they sealed would be lost.
  return finished.ok || finished.error.type === "Locked" ? ok(null) : unreachable;
};

/** Opens the keys; they are made only where there is nothing yet that they could fail to open. */
const openKeys = async (works: Works): Promise<Result<DeskIdentity, DeskFault> | "insecure"> => {
  const { ports } = works;
  if (!ports.secure) return "insecure";
  return ports.turn.exclusive(async () => {
    const settled = await settleBegun(works);
    if (!settled.ok) return settled;
    const first = await ports.log.since(0, 1);
    if (!first.ok) return unreachable;
    return ports.desk.open(first.value.entries.length === 0);
  });
};

/** What was seen of a chain once and is not held any more: this device's storage lost it. */
const missStorage = async ({ ports, ledger, memory }: Works): Promise<void> => {
  const written = ledger.head() === 0 ? await writtenBefore(ports) : null;
  if (written !== null) {
    memory.raise("storage-lost", ledger.identity()?.device ?? null);
    // As for a device that has just joined: the relay is read until it is known again what was chosen.
    if (written.copy) memory.change({ joining: true });
  }
  for (const [device, [seq]] of Object.entries(memory.now().vector)) {
    const cut = ledger.members.peek().find((one) => one.device === device)?.cut;
    const ended = cut !== null && cut !== undefined && cut.seq < seq;
    if (!ended && ledger.chains().head(device).seq < seq) memory.raise("storage-lost", device);
  }
};

/** Reads the log with the open keys, and starts what follows it. */
const openLog = async (works: Works, identity: DeskIdentity): Promise<void> => {
  const { ledger, memory } = works;
  ledger.begin(identity);
  memory.forget();
  const few = await glanced(works.ports);
  if (few !== null) {
    ledger.glance(few);
    works.phase.value = { kind: "glance" };
  }
  await memory.load();
  const read = await ledger.catchUp();
  if (!read.ok) return refuse(works, "no-storage");
  if (works.copyLeft) memory.raise("copy-left", null);
  works.copyLeft = false;
  if (!memory.joining.peek()) await missStorage(works);
  works.phase.value = { kind: "open" };
  follow(works);
  void measure(works);
  await onceHere(works.acts, undefined, ({ links }) => links.collect());
};

/** Fetches the acts, now and then again while they do not come. */
const bringActs = async (works: Works, attempt: number): Promise<void> => {
  const here = await works.acts.bring();
  if (here !== null || works.stopped) return;
  works.stops.push(works.ports.clock.after(retryDelay(attempt), () => void bringActs(works, attempt + 1)));
};

/** Follows the fold, once. */
const follow = (works: Works): void => {
  const { ports, ledger, acts, stops } = works;
  if (works.following) return;
  works.following = true;
  stops.push(
    effect(() => {
      const here = acts.here.value;
      if (here !== null) stops.push(untracked(here.follow));
    }),
  );
  stops.push(followWritten(ports, ledger));
  void bringActs(works, 1);
};

const measure = async ({ ports, kept }: Works): Promise<void> => {
  kept.value = { persisted: await ports.keeping.persist(), usage: await ports.keeping.usage() };
};

const start = async (works: Works): Promise<void> => {
  const opened = await openKeys(works);
  await refreshLock(works.ports, works.lock.status);
  if (opened === "insecure") return refuse(works, "insecure");
  if (opened.ok) return openLog(works, opened.value);
  if (opened.error.type !== "Locked") return refuse(works, whyOf(opened.error));
  works.phase.value = { kind: "locked" };
  // Here by the time the passphrase is typed.
  void works.acts.bring();
};

const halt = ({ acts }: Works): void => {
  const here = acts.here.peek();
  here?.watch.stop();
  here?.sync.want(false);
};

/** Hears the other tabs, and looks for answers when the network comes back. */
const listen = (works: Works): void => {
  const { ports, ledger, online, phase, acts, stops } = works;
  ports.neighbours.heard((news) => {
    switch (news) {
      case "appended":
        if (phase.peek().kind === "open") void ledger.catchUp();
        return;
      case "moved":
        halt(works);
        return ports.restart();
      case "wiped":
        halt(works);
        ledger.forget();
        return refuse(works, "wiped");
      default:
        return assertNever(news);
    }
  });
  stops.push(
    effect(() => {
      if (online.value && phase.peek().kind === "open") void onceHere(acts, undefined, ({ links }) => links.collect());
    }),
  );
};

/** The part of the engine that is about the vault itself, and is here from the start. */
const vaultDoor = ({
  ports,
  ledger,
  memory,
  lock,
}: Works): Pick<VaultDoor, "lock" | "devices" | "alarms" | "seeAlarm" | "checkWords"> => ({
  lock,
  devices: devicesSeen(ledger),
  alarms: memory.alarms,
  seeAlarm: async (kind) => {
    memory.dismiss(kind);
    await memory.settled();
  },
  checkWords: async () => {
    const words = await ports.desk.checkWords(ledger.chains().vector());
    return words.ok ? words.value : [];
  },
});

/** Wanted by one room alone, which brings it along: the first view does without. */
const backupDoor = (
  { ports, ledger }: Works,
  journal: Journal,
): Pick<Engine, "exportBackup" | "exportOpen" | "importBackup"> => {
  const backup = fetched(async () => (await import("./backup.ts")).createBackup(ports, ledger, journal));
  return {
    exportBackup: (pass, told) => onceHere(backup, notFetched, (here) => here.exportBackup(pass, told)),
    exportOpen: (pass) => onceHere(backup, notFetched, (here) => here.exportOpen(pass)),
    importBackup: (file, words, choice) =>
      onceHere(backup, notFetched, (here) => here.importBackup(file, words, choice)),
  };
};

const notCopying: Copying = { kind: "off", pending: 0, missing: 0 };

/** What the screens are given. */
const engineOf = (works: Works, journal: Journal): Engine => {
  const { ports, ledger, acts, phase, kept, online } = works;
  return {
    ...vaultDoor(works),
    ...actsDoor(acts),
    ...backupDoor(works, journal),
    phase,
    state: ledger.state,
    stored: computed(() => ({ ...kept.value, ...ledger.counts.value })),
    sync: computed(() => acts.here.value?.sync.status.value ?? notCopying),
    online,
    today: () => ports.clock.now().day,
    stepOffer: (exclude) => {
      const guide = works.guide.value;
      if (guide === null) return { kind: "rest", reasons: [] };
      return guide.offer(ledger.state.value, ports.clock.now().day, exclude);
    },
    hardness: (step) => works.guide.value?.hardness(ledger.state.value, ports.clock.now().day, step) ?? null,
    bearable: (planned) => works.guide.value?.bearable(ledger.state.value, ports.clock.now().day, planned) ?? null,
    risen: () => works.guide.value?.risen(ledger.state.value, ports.clock.now().day) ?? null,
    dispatch: async (command) => {
      // A tap while the keys are still being opened waits for them.
      if (phase.peek().kind === "opening") await works.started;
      const done = await journal.dispatch(command);
      if (done.ok) acts.here.peek()?.sync.nudge();
      return done;
    },
    drafts: createDrafts(ports),
  };
};

/** What the acts do to the rest of the engine. */
const actsOf = (works: Works, journal: Journal): NearParts => {
  const { ports, ledger, memory, lock, phase } = works;
  return {
    ports,
    ledger,
    journal,
    memory,
    phase,
    hooks: {
      stop: () => halt(works),
      reopen: () => {
        halt(works);
        phase.value = { kind: "opening" };
      },
      opened: (identity) => openLog(works, identity),
      changed: () => refreshLock(ports, lock.status),
      wiped: () => refuse(works, "wiped"),
    },
  };
};

/** How the acts are fetched, with their ports to the relay: a file of their own in the built app. */
export type BringActs = () => Promise<{ readonly createActs: (parts: NearParts) => Acts }>;

/** Builds and starts the engine. It opens by itself; watch `phase`. */
export const createEngine = (
  ports: NearPorts,
  online: Engine["online"],
  guide: ReadonlySignal<Guide | null>,
  bring: BringActs,
): Running => {
  const ledger = createLedger(ports);
  const deciding = fetched(async () => (await import("./deciding.ts")).decideHere);
  const journal = createJournal(ports, ledger, deciding.bring);
  const acts: Fetched<Acts> = fetched(async () => (await bring()).createActs(actsOf(works, journal)));
  const works: Works = {
    ports,
    online,
    guide,
    ledger,
    memory: createMemory(ports),
    acts,
    lock: createLock(ports, {
      opened: (identity) => openLog(works, identity),
      first: (next) => onceHere(acts, notFetched, ({ firstLock }) => firstLock(next)),
    }),
    phase: signal<Phase>({ kind: "opening" }),
    kept: signal<Pick<Stored, "persisted" | "usage">>({ persisted: null, usage: null }),
    stops: [],
    copyLeft: false,
    started: Promise.resolve(),
    following: false,
    stopped: false,
  };
  listen(works);
  // Here by the time the first screen is read.
  void deciding.bring();
  const engine = engineOf(works, journal);
  works.started = start(works);
  return {
    engine,
    started: works.started,
    stop: () => {
      works.stopped = true;
      for (const stop of works.stops) stop();
      halt(works);
    },
  };
};
