/** Puts the engine together over its ports and starts it. */
import { err } from "@belay/basics";
import { liveLinks, settings } from "@belay/domain";
import type { DeskFault } from "@belay/wire";
import { computed, effect, signal } from "@preact/signals";
import { createBackup } from "./backup.ts";
import { createDrafts } from "./drafts.ts";
import type { Engine, Phase, Stored, WhyRefused } from "./engine.ts";
import { createJournal } from "./journal.ts";
import { createLedger } from "./ledger.ts";
import { createLinks } from "./links.ts";
import { offerStep } from "./offer.ts";
import type { Ports } from "./ports/ports.ts";
import { createSync } from "./sync.ts";
import { createWatch } from "./watch.ts";
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

/** Builds and starts the engine. It opens by itself; watch `phase`. */
export const createEngine = (ports: Ports, online: Engine["online"]): Running => {
  const ledger = createLedger(ports);
  const journal = createJournal(ports, ledger);
  const links = createLinks(ports, ledger, journal);
  const sync = createSync(ports, ledger);
  const watch = createWatch(ports, links.collectFrom);
  const phase = signal<Phase>({ kind: "opening" });
  const kept = signal<Pick<Stored, "persisted" | "usage">>({ persisted: null, usage: null });
  const stops: (() => void)[] = [];

  const refuse = (why: WhyRefused): void => {
    phase.value = { kind: "refused", why };
  };

  const measure = async (): Promise<void> => {
    kept.value = { persisted: await ports.keeping.persist(), usage: await ports.keeping.usage() };
  };

  /** Opens keys and log; keys are made only where there is nothing yet that they could fail to open. */
  const start = async (): Promise<void> => {
    if (!ports.secure) return refuse("insecure");
    const opened = await ports.turn.exclusive(async () => {
      const first = await ports.log.since(0, 1);
      if (!first.ok) return err({ type: "DeskUnreachable" } as const);
      return ports.desk.open(first.value.entries.length === 0);
    });
    if (!opened.ok) return refuse(whyOf(opened.error));
    ledger.begin(opened.value);
    const read = await ledger.catchUp();
    if (!read.ok) return refuse("no-storage");
    phase.value = { kind: "open" };
    stops.push(effect(() => watch.follow(liveLinks(ledger.state.value, ports.clock.now().day))));
    stops.push(effect(() => sync.want(settings(ledger.state.value).keepCopy === true)));
    void measure();
    await links.collect();
  };

  ports.neighbours.heard((news) => {
    if (news === "wiped") refuse("wiped");
    else void ledger.catchUp();
  });
  stops.push(
    effect(() => {
      if (online.value && phase.peek().kind === "open") void links.collect();
    }),
  );

  const engine: Engine = {
    phase,
    state: ledger.state,
    stored: computed(() => ({ ...kept.value, ...ledger.counts.value })),
    sync: sync.status,
    online,
    today: () => ports.clock.now().day,
    stepOffer: (exclude) => offerStep(ledger.state.value, ports.catalogue.value, ports.clock.now().day, exclude),
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
    ...createBackup(ports, ledger, journal),
    wipe: createWipe(ports, ledger, {
      stop: () => {
        watch.stop();
        sync.want(false);
      },
      wiped: () => refuse("wiped"),
    }),
  };
  const started = start();
  return {
    engine,
    started,
    stop: () => {
      for (const stop of stops) stop();
      watch.stop();
      sync.want(false);
    },
  };
};
