/** The only place of the relay that emits anything: the address for people, one JSON line per entry for machines. */

/**
 * Everything the relay ever says about itself. No address, id, proof, size or content can be put in: there is no field
 * for it, and `fields.ts` lists the fields that exist.
 */
export type Entry =
  | { readonly event: "ready"; readonly origin: string; readonly port: number }
  /** Where the host's own page is. */
  | { readonly event: "ops-ready"; readonly port: number }
  | { readonly event: "bad-setting"; readonly setting: string; readonly wants: string }
  | { readonly event: "no-pages"; readonly setting: string }
  /** The relay could not open its data or its port; `code` is the technology's own short code. */
  | { readonly event: "cannot-start"; readonly code: string }
  /** How often something was refused or swept since the last line, by kind alone. */
  | { readonly event: "count"; readonly name: string; readonly count: number }
  /** Relays do not wake each other for now: each finds by itself what the others kept, a little later. */
  | { readonly event: "hints-away"; readonly code: string }
  | { readonly event: "hints-back" }
  /** The clock lies far ahead of where this relay last was: for a day nothing is deleted for being over. */
  | { readonly event: "clock-ahead" }
  /** Nothing is acknowledged any more, and the process ends. */
  | { readonly event: "store-broken"; readonly code: string }
  /** Our bug: the error's class and the line of code, never its message, which may hold content. */
  | { readonly event: "fault"; readonly name: string; readonly where: string }
  | { readonly event: "stopping" }
  | { readonly event: "stopped" };

/** Takes an entry. Never throws. */
export type Report = (entry: Entry) => void;

/** Where lines go: `say` is for the person who started the relay, `log` for the machine that keeps its record. */
export interface Sink {
  readonly say: (line: string) => void;
  readonly log: (line: string) => void;
}

/** What a host can do about a database that cannot be relied on, by code. */
const remedies: Readonly<Record<string, string>> = {
  FSYNC_OFF: "PostgreSQL runs with fsync off and would lose what it has promised to keep: switch it on",
  SYNCHRONOUS_COMMIT_OFF:
    "PostgreSQL runs with synchronous_commit off and would lose what it has promised to keep: switch it on",
  NEWER: "The data was written by a newer relay: start that one",
};

/** A report that writes to the sink. */
export const createReport =
  (sink: Sink): Report =>
  (entry) => {
    if (entry.event === "ready") sink.say(`Belay is at ${entry.origin}`);
    if (entry.event === "bad-setting") sink.say(`${entry.setting} must be ${entry.wants}`);
    if (entry.event === "clock-ahead")
      sink.say(
        "The clock lies more than 30 days ahead of the last start. What is over is kept for a day: look at the clock",
      );
    const remedy = entry.event === "cannot-start" ? remedies[entry.code] : undefined;
    if (remedy !== undefined) sink.say(remedy);
    sink.log(JSON.stringify(entry));
  };

/** Standard output for people, standard error for the record. */
export const processSink: Sink = {
  say: (line) => void process.stdout.write(`${line}\n`),
  log: (line) => void process.stderr.write(`${line}\n`),
};

/** The class of an unexpected error and the file and line it came from, without its message. */
export const faultOf = (cause: unknown): Entry => {
  if (!(cause instanceof Error)) return { event: "fault", name: typeof cause, where: "unknown" };
  const line = cause.stack?.split("\n").find((text) => /^\s+at /.test(text)) ?? "";
  return { event: "fault", name: cause.name, where: /([\w.-]+:\d+):\d+\)?$/.exec(line)?.[1] ?? "unknown" };
};

/** Counts by name between two lines, so that a flood is seen without saying who. */
export interface Counters {
  readonly add: (name: string, count?: number) => void;
  /** Reports and forgets what was counted. */
  readonly flush: () => void;
}

/** Counters that report to `report`; `also` hears of each count at once. */
export const createCounters = (
  report: Report,
  also: (name: string, count: number) => void = () => undefined,
): Counters => {
  const counts = new Map<string, number>();
  return {
    add: (name, count = 1) => {
      counts.set(name, (counts.get(name) ?? 0) + count);
      also(name, count);
    },
    flush: () => {
      for (const [name, count] of counts) report({ event: "count", name, count });
      counts.clear();
    },
  };
};
