/** Builds every real thing of the relay once, starts it, and takes it down again in order. */
import type { Server } from "node:http";
import { err, ok, type Result } from "@belay/basics";
import { copyOrdered, type CopyTo } from "./backup.ts";
import { steadyClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { createHttp } from "./edge/http.ts";
import { createBuckets, createCrowd } from "./edge/limits.ts";
import { hearElsewhere } from "./edge/elsewhere.ts";
import { hearMailElsewhere } from "./edge/elsewhere-mail.ts";
import { createLive } from "./edge/live.ts";
import { ownOrigins } from "./edge/origin.ts";
import { attachSockets } from "./edge/socket.ts";
import { ownSeal } from "./edge/signing.ts";
import { loadApp, loadConsole, loadPages } from "./edge/statics.ts";
import { heldClock } from "./held-clock.ts";
import { takeDownOrdered } from "./host.ts";
import { noHints, type Hints } from "./hints/port.ts";
import { openRedis } from "./hints/redis.ts";
import { createDesk } from "./ops/desk.ts";
import { createGauges, type Gauges } from "./ops/gauges.ts";
import { createCounters, faultOf, type Counters, type Report } from "./report.ts";
import { codeOf } from "./store/driver.ts";
import { hourOf, type Store } from "./store/port.ts";
import { openPostgres } from "./store/postgres.ts";
import { openSqlite } from "./store/sqlite.ts";
import type { OpenFault } from "./store/sqlite-turn.ts";

/** A relay that runs. */
export interface Running {
  /** Where it is reached: the public origin, or this machine's. */
  readonly origin: string;
  readonly port: number;
  /** Where the host looks; null where there is no such port. */
  readonly opsPort: number | null;
  /** Takes no more, finishes what it has begun, and lets the data go. Asked again, it is the same end. */
  readonly close: () => Promise<void>;
}

/** Why it does not: the port is taken, or the data cannot be opened. `code` is short, such as `EADDRINUSE`. */
export interface StartFault {
  readonly type: "CannotStart";
  readonly code: string;
}

/** What stands in for the real things; all but `report` and `halt` are for tests. */
export interface StartPorts {
  readonly report: Report;
  /** The disk has failed: nothing may be acknowledged any more. */
  readonly halt: () => void;
  /** UNIX time in ms. */
  readonly now?: () => number;
  /** Stands in for the broker. */
  readonly hints?: Hints;
  /** Wraps the store. */
  readonly through?: (store: Store) => Store;
}

const sweepRows = 500;
const countsMs = 3_600_000;
/** Connections that may wait to be let in: more than come back at once after a restart. The system may allow fewer. */
const backlog = 4_096;

/** Starts a relay. It answers at `origin` when this resolves with success. */
export const start = async (config: Config, ports: StartPorts): Promise<Result<Running, StartFault>> => {
  const { report, through = (store: Store) => store } = ports;
  const numbers = config.ops === null ? null : openNumbers(config);
  const gauges = numbers?.gauges ?? null;
  const counters = createCounters(report, (name, count) => gauges?.counted(name, count));
  const steady = steadyClock(
    () => Date.now(),
    () => performance.now(),
    () => counters.add("clock-set"),
  );
  const now = ports.now ?? steady;
  const opened = await openStore(config, ports, counters, gauges);
  if (!opened.ok) return err({ type: "CannotStart", code: opened.error.code });
  const store = through(gauges?.through(opened.value.store) ?? opened.value.store);

  let own = ownOrigins(config.publicOrigin, config.bind, config.port);
  const hints = ports.hints ?? (await openHints(config, counters, report));
  const edge = buildEdge(config, store, hints, now, counters, report, () => own);
  const listening = await listen(edge.http, config);
  if (!listening.ok) {
    await edge.stopHearing();
    await store.close();
    return listening;
  }
  const port = listening.value;
  own = ownOrigins(config.publicOrigin, config.bind, port);
  const [origin = ""] = own;
  let closing: Promise<void> | null = null;
  const ops = numbers === null ? null : await numbers.listen(store, edge.http.server, () => closing === null, report);
  if (ops?.ok === false) {
    await edge.http.close();
    await edge.stopHearing();
    await store.close();
    return ops;
  }
  const stopChores = startChores(config, store, opened.value.copyTo, now, counters, report);
  report({ event: "ready", origin, port });
  const close = (): Promise<void> =>
    (closing ??= takeDown({ ...edge, store, report, counters, stopChores, ops: ops?.value.server ?? null }));
  return ok({ origin, port, opsPort: ops?.value.port ?? null, close });
};

/** The numbers before there is anything to count, and the host's port once there is. */
const openNumbers = (config: Config) => {
  let store: Store | null = null;
  let server: Server | null = null;
  const gauges = createGauges({
    folder: config.store === null ? config.dataDir : null,
    connections: () =>
      new Promise((resolve) => {
        if (server === null) resolve(0);
        else server.getConnections((_error, count) => resolve(count));
      }),
    stats: async () => store?.stats() ?? err({ type: "Broken" }),
  });
  const listenFor = async (
    kept: Store,
    edge: Server,
    isReady: () => boolean,
    report: Report,
  ): Promise<Result<{ readonly server: Server; readonly port: number }, StartFault>> => {
    [store, server] = [kept, edge];
    const page = loadConsole(config.pagesDir);
    const desk = createDesk({ gauges, page, isReady }, (cause) => report(faultOf(cause)));
    return new Promise((resolve) => {
      desk.once("error", (cause) => resolve(err({ type: "CannotStart", code: codeOf(cause) })));
      desk.listen({ port: config.ops?.port ?? 0, host: config.ops?.bind ?? "127.0.0.1" }, () => {
        const address = desk.address();
        const port = typeof address === "object" && address !== null ? address.port : 0;
        report({ event: "ops-ready", port });
        resolve(ok({ server: desk, port }));
      });
    });
  };
  return { gauges, listen: listenFor };
};

/** The file, or the database that is named. A file whose disk fails ends the process; a database comes back. */
const openStore = async (
  config: Config,
  ports: StartPorts,
  counters: Counters,
  gauges: Gauges | null,
): Promise<Result<{ readonly store: Store; readonly copyTo: CopyTo | null }, OpenFault>> => {
  const events = {
    onFull: () => {
      gauges?.storeFailed("full");
      counters.add("store-full");
    },
    onUnreadable: () => {
      gauges?.storeFailed("unreadable");
      counters.add("store-unreadable");
    },
    onBroken: (code: string) => {
      gauges?.storeFailed("broken");
      ports.report({ event: "store-broken", code });
      ports.halt();
    },
  };
  if (config.store !== null) {
    const opened = await openPostgres(config.store, config.caps, events);
    return opened.ok ? ok({ store: opened.value, copyTo: null }) : opened;
  }
  const opened = openSqlite(config.dataDir, config.caps, events);
  return opened.ok ? ok({ store: opened.value, copyTo: opened.value.copyTo }) : opened;
};

/** The broker that is named. The relay does not wait for it, and runs without it. */
const openHints = async ({ hints }: Config, counters: Counters, report: Report): Promise<Hints> => {
  if (hints === null) return noHints;
  const events = {
    onAway: (code: string) => {
      counters.add("hints-away");
      report({ event: "hints-away", code });
    },
    onBack: () => report({ event: "hints-back" }),
    onDropped: () => counters.add("hint-dropped"),
  };
  return openRedis(hints, events, Math.random);
};

/** Those who listen, and where several relays may write to one database, what the others keep. */
const buildLive = (config: Config, store: Store, hints: Hints, counters: Counters, report: Report) => {
  const live = createLive((work) => void setImmediate(work));
  if (config.store === null) return { ...live, stop: () => undefined };
  const { lookMs } = config.caps;
  const onFault = (cause: unknown): void => report(faultOf(cause));
  const shared = { hints, lookMs, chance: Math.random, onFault };
  return hearMailElsewhere(hearElsewhere(live, { ...shared, store, counted: counters.add }), shared);
};

const buildEdge = (
  config: Config,
  store: Store,
  hints: Hints,
  now: () => number,
  counters: Counters,
  report: Report,
  own: () => readonly string[],
) => {
  const buckets = createBuckets(config.caps, now);
  const crowd = createCrowd(config.caps.connectionsPerAddress, now);
  const live = buildLive(config, store, hints, counters, report);
  const unsigned = (): void => report({ event: "no-pages", setting: "DATA_DIR" });
  const app = loadApp(config.webDir, ownSeal(config.webDir, config.dataDir, unsigned));
  const pages = loadPages(config.pagesDir);
  if (app.size === 0) report({ event: "no-pages", setting: "WEB_DIR" });
  if (pages.size === 0) report({ event: "no-pages", setting: "PAGES_DIR" });
  const http = createHttp({
    config,
    app,
    pages,
    buckets,
    crowd,
    own,
    counters,
    report,
    mails: { store, now },
    notify: live.notify,
  });
  const dismissAll = attachSockets(http.server, { config, store, now, live, buckets, crowd, own, counters, report });
  const stopHearing = async (): Promise<void> => {
    live.stop();
    await hints.close();
  };
  return { http, dismissAll, stopHearing };
};

type Http = ReturnType<typeof createHttp>;

const listen = async (http: Http, config: Config): Promise<Result<number, StartFault>> => {
  try {
    await http.listen({ port: config.port, host: config.bind, backlog });
    const address = http.server.address();
    return ok(typeof address === "object" && address !== null ? address.port : config.port);
  } catch (cause) {
    return err({ type: "CannotStart", code: codeOf(cause) });
  }
};

/** Deletes what is over, a step at a time so that nobody waits, and counts what was refused. */
const startChores = (
  config: Config,
  store: Store,
  copyTo: CopyTo | null,
  now: () => number,
  counters: Counters,
  report: Report,
): (() => void) => {
  const failed = (cause: unknown): void => report(faultOf(cause));
  const copy = (): void => {
    if (copyTo === null) return;
    copyOrdered(config.dataDir, copyTo).catch(failed);
  };
  const mayDelete = heldClock(
    config.dataDir,
    () => hourOf(now()),
    () => performance.now(),
    () => report({ event: "clock-ahead" }),
  );
  const sweep = async (): Promise<void> => {
    // An order that cannot be read holds up nothing else.
    await takeDownOrdered(config.dataDir, store.mail).catch(failed);
    const step = mayDelete() ? await store.sweepExpired(hourOf(now()), sweepRows) : null;
    if (step?.ok === true && step.value > 0) {
      counters.add("swept", step.value);
      setImmediate(() => void sweep().catch(failed));
    } else {
      await pack();
      await store.settle();
    }
  };
  // Each step is a turn of the loop, so that nobody waits for it.
  const pack = async (): Promise<void> => {
    for (let step = await store.pack(); step.ok && step.value.more; step = await store.pack());
  };
  const sweeping = setInterval(() => void sweep().catch(failed), config.caps.sweepMs);
  const counting = setInterval(counters.flush, countsMs);
  const backing = setInterval(copy, config.caps.sweepMs);
  return () => {
    clearInterval(backing);
    clearInterval(sweeping);
    clearInterval(counting);
  };
};

const takeDown = async (parts: {
  readonly http: Http;
  readonly dismissAll: () => void;
  readonly stopHearing: () => Promise<void>;
  readonly store: Store;
  readonly counters: Counters;
  readonly report: Report;
  readonly stopChores: () => void;
  readonly ops: Server | null;
}): Promise<void> => {
  parts.report({ event: "stopping" });
  parts.stopChores();
  parts.dismissAll();
  await parts.stopHearing();
  await parts.http.close();
  await parts.store.close();
  // Last, so that whoever looks sees "not ready" until the end.
  parts.ops?.closeAllConnections();
  parts.ops?.close();
  parts.counters.flush();
  parts.report({ event: "stopped" });
};
