/** Builds every real thing of the relay once, starts it, and takes it down again in order. */
import { err, ok, type Result } from "@belay/basics";
import { steadyClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { createHttp } from "./edge/http.ts";
import { createBuckets, createCrowd } from "./edge/limits.ts";
import { createLive } from "./edge/live.ts";
import { ownOrigins } from "./edge/origin.ts";
import { attachSockets } from "./edge/socket.ts";
import { loadApp, loadPages } from "./edge/statics.ts";
import { takeDownOrdered } from "./host.ts";
import { createCounters, type Counters, type Report } from "./report.ts";
import { codeOf } from "./store/driver.ts";
import { hourOf, type Store } from "./store/port.ts";
import { openPostgres } from "./store/postgres.ts";
import { openSqlite } from "./store/sqlite.ts";

/** A relay that runs. */
export interface Running {
  /** Where it is reached: the public origin, or this machine's. */
  readonly origin: string;
  readonly port: number;
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
  const counters = createCounters(report);
  const steady = steadyClock(
    () => Date.now(),
    () => performance.now(),
    () => counters.add("clock-set"),
  );
  const now = ports.now ?? steady;
  const opened = await openStore(config, ports, counters);
  if (!opened.ok) return err({ type: "CannotStart", code: opened.error.code });
  const store = through(opened.value);

  let own = ownOrigins(config.publicOrigin, config.bind, config.port);
  const edge = buildEdge(config, store, now, counters, report, () => own);
  const listening = await listen(edge.http, config);
  if (!listening.ok) {
    await store.close();
    return listening;
  }
  const port = listening.value;
  own = ownOrigins(config.publicOrigin, config.bind, port);
  const [origin = ""] = own;
  const stopChores = startChores(config, store, now, counters);
  report({ event: "ready", origin, port });
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= takeDown({ ...edge, store, report, counters, stopChores }));
  return ok({ origin, port, close });
};

/** The file, or the database that is named. A file whose disk fails ends the process; a database comes back. */
const openStore = (config: Config, ports: StartPorts, counters: Counters): ReturnType<typeof openPostgres> => {
  const events = {
    onFull: () => counters.add("store-full"),
    onUnreadable: () => counters.add("store-unreadable"),
    onBroken: (code: string) => {
      ports.report({ event: "store-broken", code });
      ports.halt();
    },
  };
  if (config.store !== null) return openPostgres(config.store, config.caps, events);
  return Promise.resolve(openSqlite(config.dataDir, config.caps, events));
};

const buildEdge = (
  config: Config,
  store: Store,
  now: () => number,
  counters: Counters,
  report: Report,
  own: () => readonly string[],
) => {
  const buckets = createBuckets(config.caps, now);
  const crowd = createCrowd(config.caps.connectionsPerAddress, now);
  const live = createLive((work) => void setImmediate(work));
  const app = loadApp(config.webDir);
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
  return { http, dismissAll };
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
const startChores = (config: Config, store: Store, now: () => number, counters: Counters): (() => void) => {
  const sweep = async (): Promise<void> => {
    await takeDownOrdered(config.dataDir, store.mail);
    const step = await store.sweepExpired(hourOf(now()), sweepRows);
    if (step.ok && step.value > 0) {
      counters.add("swept", step.value);
      setImmediate(() => void sweep());
    } else await store.settle();
  };
  const sweeping = setInterval(() => void sweep(), config.caps.sweepMs);
  const counting = setInterval(counters.flush, countsMs);
  return () => {
    clearInterval(sweeping);
    clearInterval(counting);
  };
};

const takeDown = async (parts: {
  readonly http: Http;
  readonly dismissAll: () => void;
  readonly store: Store;
  readonly counters: Counters;
  readonly report: Report;
  readonly stopChores: () => void;
}): Promise<void> => {
  parts.report({ event: "stopping" });
  parts.stopChores();
  parts.dismissAll();
  await parts.http.close();
  await parts.store.close();
  parts.counters.flush();
  parts.report({ event: "stopped" });
};
