/** Counts and times what the relay does, for the host's monitoring: numbers alone, never whose. */
import { statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Result } from "@belay/basics";
import type { Store } from "../store/port.ts";

/** From half a millisecond to a minute: a grouped append on a good disk, and one on a disk that is dying. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];

/** What is asked of the running process each time somebody looks. */
export interface Looks {
  /** The folder of the data; null where the data lie in another process. */
  readonly folder: string | null;
  /** Open connections, of every kind. */
  readonly connections: () => Promise<number>;
  readonly stats: Store["stats"];
}

/** One look at everything, for the page that a host opens. */
export interface Status {
  readonly ok: boolean;
  readonly uptimeSeconds: number;
  readonly vaults: number | null;
  readonly mailboxes: number | null;
  readonly connections: number;
  /** Envelopes kept since the start. */
  readonly envelopes: number;
  /** Seconds that half, and 95 of 100, of the appends took at most; null before the first. */
  readonly appendHalf: number | null;
  readonly appendMost: number | null;
  readonly storeErrors: number;
  /** Refusals by kind since the start. */
  readonly refused: Readonly<Record<string, number>>;
  readonly memoryBytes: number;
  readonly dataBytes: number | null;
  readonly diskFreeBytes: number | null;
}

/** The numbers of one relay. */
export interface Gauges {
  /** A refusal or a chore, by its kind from our own fixed list. */
  readonly counted: (name: string, count: number) => void;
  /** A failed commit, a full disk, an unreadable row. */
  readonly storeFailed: (kind: "broken" | "full" | "unreadable") => void;
  /** The same store, timed. */
  readonly through: (store: Store) => Store;
  /** Prometheus text (version 0.0.4 of its exposition format). */
  readonly text: () => Promise<string>;
  readonly textType: string;
  readonly status: () => Promise<Status>;
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

const dataBytesIn = (folder: string): number => sizeOf(join(folder, "relay.db")) + sizeOf(join(folder, "relay.db-wal"));

const diskFreeOf = (folder: string): number => {
  const disk = statfsSync(folder);
  return disk.bavail * disk.bsize;
};

const metersIn = (registers: Registry[]) => ({
  acts: new Histogram({
    name: "belay_store_seconds",
    help: "Time until an act of the store was answered, which is after its commit.",
    labelNames: ["act", "answer"],
    buckets,
    registers,
  }),
  envelopes: new Counter({ name: "belay_envelopes_total", help: "Envelopes kept since the start.", registers }),
  counts: new Counter({
    name: "belay_counts_total",
    help: "Refusals and chores by kind; the same names as in the log.",
    labelNames: ["kind"],
    registers,
  }),
  failures: new Counter({
    name: "belay_store_failures_total",
    help: "Commits that failed (broken: the process then ends), writes without room, rows that could not be read.",
    labelNames: ["kind"],
    registers,
  }),
});

/** Gauges that are read when somebody looks, and cost nothing before. */
const looking = (looks: Looks, registers: Registry[]): void => {
  const gauge = (name: string, help: string, read: () => number | Promise<number>): void => {
    const made: Gauge = new Gauge({
      name,
      help,
      registers,
      collect: async () => made.set(await read()),
    });
  };
  const { folder } = looks;
  gauge("belay_connections", "Open connections.", looks.connections);
  gauge("belay_vaults", "Sealed copies that are kept.", async () => (await statsOf(looks)).vaults ?? Number.NaN);
  gauge("belay_mailboxes", "Sealed notes and boxes that are kept.", async () => {
    return (await statsOf(looks)).mailboxes ?? Number.NaN;
  });
  if (folder === null) return;
  gauge("belay_data_bytes", "Size of the database and its write-ahead log.", () => dataBytesIn(folder));
  gauge("belay_disk_free_bytes", "Room left where the data lie.", () => diskFreeOf(folder));
};

const statsOf = async ({
  stats,
}: Looks): Promise<{ readonly vaults: number | null; readonly mailboxes: number | null }> => {
  const found = await stats();
  return found.ok ? found.value : { vaults: null, mailboxes: null };
};

/** The upper end of the bucket that holds this share of all values; null without values, the last end beyond them. */
export const quantileOf = (counts: ReadonlyMap<number, number>, all: number, share: number): number | null => {
  if (all === 0) return null;
  const ends = [...counts.keys()].toSorted((a, b) => a - b);
  return ends.find((end) => (counts.get(end) ?? 0) >= all * share) ?? ends.at(-1) ?? null;
};

/**
 * The cumulated buckets of the appends, as Prometheus wants them: each counts everything up to its end. Those of all
 * answers are added, since an append that was refused waited for its turn like any other.
 */
const appendBuckets = async (acts: Histogram<"act" | "answer">) => {
  const counts = new Map<number, number>();
  let all = 0;
  for (const { labels, value, metricName } of (await acts.get()).values) {
    if (labels.act !== "append") continue;
    if (metricName?.endsWith("_count") === true) all += value;
    const end = Number(Reflect.get(labels, "le"));
    if (metricName?.endsWith("_bucket") === true && Number.isFinite(end))
      counts.set(end, (counts.get(end) ?? 0) + value);
  }
  return { counts, all };
};

/**
 * New numbers. `now` in ms, any clock that never goes back.
 *
 * Labels come from fixed lists of ours: acts of the store, and kinds that the counters know. Nothing that a client sent
 * can become one, so no id, address or proof can stand in the numbers, whatever they are asked for.
 */
export const createGauges = (looks: Looks, now: () => number = () => performance.now()): Gauges => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const { acts, envelopes, counts, failures } = metersIn(registers);
  looking(looks, registers);
  const begun = now();

  /** The same act, timed. What it answers is not looked at, but for whether it was done. */
  const time =
    <A extends readonly unknown[], R>(act: string, work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      const from = now();
      const answer = await work(...given);
      acts.observe({ act, answer: answerOf(answer) }, (now() - from) / 1_000);
      return answer;
    };

  const through = (store: Store): Store => {
    const kept: Store["appendMany"] = async (appends) => {
      const answers = await store.appendMany(appends);
      for (const answer of answers) if (answer.ok) envelopes.inc(answer.value.added.length);
      return answers;
    };
    return timeAll({ ...store, appendMany: kept }, time);
  };

  return {
    counted: (kind, count) => counts.inc({ kind }, count),
    storeFailed: (kind) => failures.inc({ kind }),
    through,
    text: () => registry.metrics(),
    textType: registry.contentType,
    status: async () => {
      const [{ vaults, mailboxes }, { counts: ends, all }] = [await statsOf(looks), await appendBuckets(acts)];
      const refused = (await counts.get()).values.map(({ labels, value }) => [String(labels.kind), value] as const);
      const failed = (await failures.get()).values.reduce((sum, { value }) => sum + value, 0);
      return {
        ok: vaults !== null,
        uptimeSeconds: Math.round((now() - begun) / 1_000),
        vaults,
        mailboxes,
        connections: await looks.connections(),
        envelopes: (await envelopes.get()).values[0]?.value ?? 0,
        appendHalf: quantileOf(ends, all, 0.5),
        appendMost: quantileOf(ends, all, 0.95),
        storeErrors: failed,
        refused: Object.fromEntries(refused),
        memoryBytes: process.memoryUsage.rss(),
        dataBytes: looks.folder === null ? null : dataBytesIn(looks.folder),
        diskFreeBytes: looks.folder === null ? null : diskFreeOf(looks.folder),
      };
    },
  };
};

/** "done" or "refused", never why: a reason can be a person's. A batch is done where all of it is. */
const answerOf = (answer: unknown): "done" | "refused" => {
  const one = (value: unknown): boolean => isResult(value) && value.ok;
  return (Array.isArray(answer) ? answer.every(one) : one(answer)) ? "done" : "refused";
};

const isResult = (value: unknown): value is Result<unknown, unknown> =>
  typeof value === "object" && value !== null && "ok" in value;

type Time = <A extends readonly unknown[], R>(
  act: string,
  work: (...given: A) => Promise<R>,
) => (...given: A) => Promise<R>;

/** Every act on what is kept, timed; the sweep and the looks are chores and are not. */
const timeAll = (store: Store, time: Time): Store => ({
  ...store,
  appendMany: time("append", store.appendMany),
  pull: time("pull", store.pull),
  pullActs: time("pull-acts", store.pullActs),
  erase: time("erase", store.erase),
  createVault: time("create", store.createVault),
  findVault: time("find", store.findVault),
  rotate: time("rotate", store.rotate),
  deleteVault: time("delete", store.deleteVault),
  mail: {
    ...store.mail,
    put: time("mail-put", store.mail.put),
    read: time("mail-read", store.mail.read),
    reply: time("mail-reply", store.mail.reply),
    waiting: time("mail-waiting", store.mail.waiting),
    taken: time("mail-taken", store.mail.taken),
    close: time("mail-close", store.mail.close),
  },
  boxes: {
    ...store.boxes,
    put: time("box-put", store.boxes.put),
    read: time("box-read", store.boxes.read),
    replace: time("box-replace", store.boxes.replace),
    close: time("box-close", store.boxes.close),
  },
});
