/** Puts the engine together over its ports and starts it. */
import { err } from "@belay/basics";
import { liveLinks, settings } from "@belay/domain";
import type { DeskFault } from "@belay/wire";
import { computed, effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { createDrafts } from "./drafts.ts";
import type { Guide } from "./guide.ts";
import type { Engine, Phase, Stored, WhyRefused } from "./engine.ts";
import { createJournal, type Journal } from "./journal.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { createLinks, type Links } from "./links.ts";
import type { Ports } from "./ports/ports.ts";
import { createSync, type Sync } from "./sync.ts";
import { createWatch, type Watch } from "./watch.ts";
import { createWipe } from "./wipe.ts";

const whyOf = (fault: DeskFault): WhyRefused => {
  if (fault.type === "KeysMissing") return "no-keys";
  return fault.type === "DeskUnreachable" ? "no-storage" : "damaged";
};

/** The running engine, the moment when it has opened or refused, and the way to stop it. */
export interface Running {
  readonly engine: Engine;
  readonly started: Promise<void>;
  readonly stop: () => void;
}

/** Everything the engine is put together from. */
interface Works {
  readonly ports: Ports;
  readonly online: Engine["online"];
  /** Null until it has arrived. */
  readonly guide: ReadonlySignal<Guide | null>;
  readonly ledger: Ledger;
  readonly links: Links;
  readonly sync: Sync;
  readonly watch: Watch;
  readonly phase: Signal<Phase>;
  readonly kept: Signal<Pick<Stored, "persisted" | "usage">>;
  /** What has to be called off when the engine stops. */
  readonly stops: (() => void)[];
}

const refuse = (works: Works, why: WhyRefused): void => {
  works.phase.value = { kind: "refused", why };
};

/** Opens keys and log; keys are made only where there is nothing yet that they could fail to open. */
const openVault = async ({ ports, ledger }: Works): Promise<WhyRefused | null> => {
  if (!ports.secure) return "insecure";
  const opened = await ports.turn.exclusive(async () => {
    const first = await ports.log.since(0, 1);
    if (!first.ok) return err({ type: "DeskUnreachable" } as const);
    return ports.desk.open(first.value.entries.length === 0);
  });
  if (!opened.ok) return whyOf(opened.error);
  ledger.begin(opened.value);
  const read = await ledger.catchUp();
  return read.ok ? null : "no-storage";
};

/** Follows the fold: open links are watched, and copying goes as the person chose. */
const follow = ({ ports, ledger, watch, sync, stops }: Works): void => {
  stops.push(effect(() => watch.follow(liveLinks(ledger.state.value, ports.clock.now().day))));
  stops.push(effect(() => sync.want(settings(ledger.state.value).keepCopy === true)));
};

const measure = async ({ ports, kept }: Works): Promise<void> => {
  kept.value = { persisted: await ports.keeping.persist(), usage: await ports.keeping.usage() };
};

const start = async (works: Works): Promise<void> => {
  const why = await openVault(works);
  if (why !== null) return refuse(works, why);
  works.phase.value = { kind: "open" };
  follow(works);
  void measure(works);
  await works.links.collect();
};

const halt = ({ watch, sync }: Works): void => {
  watch.stop();
  sync.want(false);
};

/** Hears the other tabs, and looks for answers when the network comes back. */
const listen = (works: Works): void => {
  const { ports, ledger, online, phase, links, stops } = works;
  ports.neighbours.heard((news) => {
    if (news === "appended") {
      void ledger.catchUp();
      return;
    }
    halt(works);
    ledger.forget();
    refuse(works, "wiped");
  });
  stops.push(
    effect(() => {
      if (online.value && phase.peek().kind === "open") void links.collect();
    }),
  );
};

/** What the screens are given. */
const engineOf = (works: Works, journal: Journal): Engine => {
  const { ports, ledger, links, sync, phase, kept, online } = works;
  // Wanted by one room alone, which brings it along: the first view does without.
  const backup = async () => (await import("./backup.ts")).createBackup(ports, ledger, journal);
  return {
    phase,
    state: ledger.state,
    stored: computed(() => ({ ...kept.value, ...ledger.counts.value })),
    sync: sync.status,
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
      const done = await journal.dispatch(command);
      if (done.ok) sync.nudge();
      return done;
    },
    makeLink: links.makeLink,
    linkFor: links.linkFor,
    closeLink: links.closeLink,
    collect: links.collect,
    drafts: createDrafts(ports),
    exportBackup: async () => (await backup()).exportBackup(),
    importBackup: async (file, words) => (await backup()).importBackup(file, words),
    wipe: createWipe(ports, ledger, { stop: () => halt(works), wiped: () => refuse(works, "wiped") }),
  };
};

/** Builds and starts the engine. It opens by itself; watch `phase`. */
export const createEngine = (ports: Ports, online: Engine["online"], guide: ReadonlySignal<Guide | null>): Running => {
  const ledger = createLedger(ports);
  const journal = createJournal(ports, ledger);
  const links = createLinks(ports, ledger, journal);
  const works: Works = {
    ports,
    online,
    guide,
    ledger,
    links,
    sync: createSync(ports, ledger),
    watch: createWatch(ports, links.collectFrom),
    phase: signal<Phase>({ kind: "opening" }),
    kept: signal<Pick<Stored, "persisted" | "usage">>({ persisted: null, usage: null }),
    stops: [],
  };
  listen(works);
  const engine = engineOf(works, journal);
  const started = start(works);
  return {
    engine,
    started,
    stop: () => {
      for (const stop of works.stops) stop();
      halt(works);
    },
  };
};
