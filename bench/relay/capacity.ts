/** Reckons what a stretch of people needs, from nothing but what this project's own bench measured on one machine. */
import { markdown, shown } from "./lines.ts";

/** Medians by their keys, as `npm run bench:relay -- --write` keeps them in `bench/relay/figures.json`. */
export type Figures = Readonly<Record<string, number>>;

/** What is supposed of people; nothing of it was measured. */
export const suppositions = {
  /** Entries that a vault writes on a day, one at a time. */
  opsADay: 10,
  /** The busiest hour of a day against its mean. */
  peak: 4,
  /** Of all vaults, those with a socket open at the busiest moment. */
  open: 0.03,
  /** Years of entries that lie on the disk, each as it came: what apps put together later is left out. */
  years: 1,
  /** No machine is planned fuller than this. */
  full: 0.5,
} as const;

/** What one number of vaults needs. */
export interface Need {
  readonly vaults: number;
  /** Appends a second at the busiest hour. */
  readonly peakRate: number;
  /** Processors of relays that this takes. */
  readonly relayCores: number;
  /** Processors of PostgreSQL, all machines together. */
  readonly databaseCores: number;
  /** Bytes of memory that open sockets take. */
  readonly socketBytes: number;
  /** Bytes of one copy of the data. */
  readonly diskBytes: number;
}

const daySeconds = 86_400;

/** What is missing of the figures, by key: without all of them nothing is reckoned. */
export const missingIn = (figures: Figures): readonly string[] =>
  ["append-1-rate", "append-1-cpu", "append-1-written", "disk-1", "idle", "pg-1-cpu", "pg-1-behind", "pg-disk"].filter(
    (key) => !Number.isFinite(figures[key]),
  );

const figure = (figures: Figures, key: string): number => figures[key] ?? Number.NaN;

/** What that many vaults need over PostgreSQL; over a file the relay's processors are `append-1-cpu` instead. */
export const needOf = (figures: Figures, vaults: number): Need => {
  const { opsADay, peak, open, years, full } = suppositions;
  const peakRate = ((vaults * opsADay) / daySeconds) * peak;
  return {
    vaults,
    peakRate,
    relayCores: (peakRate * figure(figures, "pg-1-cpu")) / 1e6 / full,
    databaseCores: (peakRate * figure(figures, "pg-1-behind")) / 1e6 / full,
    socketBytes: vaults * open * figure(figures, "idle") * 1_024,
    diskBytes: vaults * opsADay * 365 * years * figure(figures, "pg-disk"),
  };
};

/** Vaults that one relay with its file carries by its appends alone, at the busiest hour, half full. */
export const vaultsOnOne = (figures: Figures): number => {
  const { opsADay, peak, full } = suppositions;
  return (figure(figures, "append-1-rate") * full * daySeconds) / (opsADay * peak);
};

const sizes = [
  [1e12, "TB"],
  [1e9, "GB"],
  [1e6, "MB"],
] as const;

const bytes = (value: number): string => {
  const [unit, name] = sizes.find(([size]) => value >= size) ?? [1e6, "MB"];
  return `${shown(value / unit)} ${name}`;
};

const row = (need: Need): readonly string[] => [
  need.vaults.toLocaleString("en"),
  `${shown(need.peakRate)} /s`,
  `${Math.max(1, Math.ceil(need.relayCores))}`,
  `${Math.max(1, Math.ceil(need.databaseCores))}`,
  bytes(need.socketBytes),
  bytes(need.diskBytes),
];

/** The table of `docs/scale.md`. */
export const capacityText = (figures: Figures): string => {
  const missing = missingIn(figures);
  if (missing.length > 0) return `Not reckoned: the bench has no ${missing.join(", ")} yet.`;
  const { opsADay, peak, open, years, full } = suppositions;
  const one = vaultsOnOne(figures);
  const yearOf = one * opsADay * 365 * figure(figures, "disk-1");
  return [
    `Supposed: ${opsADay} entries a vault and day, a busiest hour of ${peak} times the mean, ${open * 100} % of vaults connected at once, ${years} year kept, no processor fuller than ${full * 100} %.`,
    markdown([
      ["vaults", "appends at the peak", "relay cores", "database cores", "memory of sockets", "one copy on the disk"],
      ...[1e4, 1e5, 1e6, 1e7, 1e8].map((vaults) => row(needOf(figures, vaults))),
    ]),
    `One relay with its file took ${shown(figure(figures, "append-1-rate"))} single appends a second here, which is ${shown(one)} vaults at their busiest hour, half full. Their entries are ${bytes(yearOf)} a year: the disk, and the time to restore it, end first.`,
  ].join("\n\n");
};
