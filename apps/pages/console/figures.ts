/** Turns what the relay says of itself into lines that a host can read. */
import { hostConsole } from "@belay/content";

/** What `/status.json` holds, as far as this page reads it. */
export interface Status {
  readonly ok: boolean;
  readonly uptimeSeconds: number;
  readonly vaults: number | null;
  readonly mailboxes: number | null;
  readonly connections: number;
  readonly envelopes: number;
  readonly appendHalf: number | null;
  readonly appendMost: number | null;
  readonly storeErrors: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly memoryBytes: number;
  readonly dataBytes: number | null;
  readonly diskFreeBytes: number | null;
}

/** The sentence with its places filled. */
export const say = (id: keyof typeof hostConsole, values: Readonly<Record<string, string>> = {}): string =>
  hostConsole[id].replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);

/** What JSON calls a number is always finite; what is missing is not one. */
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
/** A figure that the relay may not know, such as the size of a database that lies elsewhere. */
const isMaybe = (value: unknown): value is number | null => value === null || isNumber(value);

/** The answer of the relay, or null when it is none: an older or a newer relay than this page. */
export const statusOf = (value: unknown): Status | null => {
  if (typeof value !== "object" || value === null) return null;
  const read = (name: string): unknown => Reflect.get(value, name);
  const [uptimeSeconds, connections, envelopes, storeErrors, memoryBytes] = [
    read("uptimeSeconds"),
    read("connections"),
    read("envelopes"),
    read("storeErrors"),
    read("memoryBytes"),
  ];
  const [vaults, mailboxes, appendHalf, appendMost, dataBytes, diskFreeBytes] = [
    read("vaults"),
    read("mailboxes"),
    read("appendHalf"),
    read("appendMost"),
    read("dataBytes"),
    read("diskFreeBytes"),
  ];
  const refused = Object.entries(read("refused") ?? {}).filter((entry): entry is [string, number] =>
    isNumber(entry[1]),
  );
  if (!isNumber(uptimeSeconds) || !isNumber(connections) || !isNumber(envelopes)) return null;
  if (!isNumber(storeErrors) || !isNumber(memoryBytes) || !isMaybe(vaults) || !isMaybe(mailboxes)) return null;
  if (!isMaybe(appendHalf) || !isMaybe(appendMost) || !isMaybe(dataBytes) || !isMaybe(diskFreeBytes)) return null;
  return {
    ok: read("ok") === true,
    uptimeSeconds,
    vaults,
    mailboxes,
    connections,
    envelopes,
    appendHalf,
    appendMost,
    storeErrors,
    refused: Object.fromEntries(refused),
    memoryBytes,
    dataBytes,
    diskFreeBytes,
  };
};

const format = (value: number, options: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat("en", options).format(value);

/** A count with its thousands set apart. */
export const count = (value: number | null): string =>
  value === null ? say("console.none") : format(value, { maximumFractionDigits: 0 });

const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** Bytes in steps of a thousand, three digits at most. */
export const size = (bytes: number | null): string => {
  if (bytes === null) return say("console.elsewhere");
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const unit = units[step] ?? "byte";
  return format(bytes / 1_000 ** step, { style: "unit", unit, unitDisplay: "short", maximumSignificantDigits: 3 });
};

/** Seconds as milliseconds below one, as seconds from there on. */
export const duration = (seconds: number | null): string => {
  if (seconds === null) return say("console.none");
  const [value, unit] = seconds < 1 ? ([seconds * 1_000, "millisecond"] as const) : ([seconds, "second"] as const);
  return format(value, { style: "unit", unit, unitDisplay: "short", maximumSignificantDigits: 3 });
};

/** How long the relay has run, in the largest unit that fits. */
export const uptime = (seconds: number): string => {
  const [value, unit] =
    seconds >= 172_800
      ? ([seconds / 86_400, "day"] as const)
      : seconds >= 7_200
        ? ([seconds / 3_600, "hour"] as const)
        : ([seconds / 60, "minute"] as const);
  return format(Math.floor(value), { style: "unit", unit, unitDisplay: "long" });
};

/** Whether the disk has less room left than a tenth of what is kept: then a host should act. */
export const isLow = ({ dataBytes, diskFreeBytes }: Pick<Status, "dataBytes" | "diskFreeBytes">): boolean =>
  dataBytes !== null && diskFreeBytes !== null && diskFreeBytes < dataBytes / 10;
