/** Writes every entry into one sealed file, and takes a file in whole or not at all. */
import { err, fromUtf8, ok, utf8, type Result } from "@belay/basics";
import { encodeEvent, parseEvent, type Recorded } from "@belay/domain";
import type { DeskFault } from "@belay/wire";
import type { BackupFault, Engine } from "./engine.ts";
import type { Journal } from "./journal.ts";
import type { Draft, Ledger } from "./ledger.ts";
import type { Ports } from "./ports/ports.ts";

/** Says what a file is before it says what is in it. */
interface Label {
  readonly format: 1;
  readonly vault: string;
  readonly events: number;
}

/** An event with the device that first wrote it, since the device that reads the file is another one. */
interface Item {
  readonly device: string;
  readonly event: unknown;
}

const faultOf = (fault: DeskFault): BackupFault => {
  if (fault.type !== "BadFile") return { type: "NotSaved", why: "keys" };
  switch (fault.detail) {
    case "words":
      return { type: "WrongWords" };
    case "newer":
      return { type: "FromNewer" };
    case "too-large":
      return { type: "TooLarge" };
    case "foreign":
      return { type: "NotABackup" };
    default:
      return { type: "Damaged" };
  }
};

const parse = (bytes: Uint8Array): Result<Readonly<Record<string, unknown>>, BackupFault> => {
  const text = fromUtf8(bytes);
  if (!text.ok) return err({ type: "Damaged" });
  try {
    const value: unknown = JSON.parse(text.value);
    return typeof value === "object" && value !== null ? ok({ ...value }) : err({ type: "Damaged" });
  } catch {
    return err({ type: "Damaged" });
  }
};

const readLabel = (bytes: Uint8Array | undefined): Result<Label, BackupFault> => {
  const value = parse(bytes ?? new Uint8Array());
  if (!value.ok) return value;
  const { format, vault, events } = value.value;
  if (typeof format !== "number" || typeof vault !== "string" || typeof events !== "number")
    return err({ type: "Damaged" });
  return format === 1 ? ok({ format, vault, events }) : err({ type: "FromNewer" });
};

/** One entry of a file; an entry of an unknown kind means that a newer version wrote the file. */
const readItem = (bytes: Uint8Array): Result<Recorded, BackupFault> => {
  const value = parse(bytes);
  if (!value.ok) return value;
  const { device, event } = value.value;
  if (typeof device !== "string" || !/^[0-9a-f]{32}$/.test(device)) return err({ type: "Damaged" });
  const parsed = parseEvent(event, device);
  if (parsed.ok) return parsed;
  return err({ type: parsed.error.type === "UnknownKind" ? "FromNewer" : "Damaged" });
};

/** Reads everything before anything is changed. */
const readAll = (
  items: readonly Uint8Array[],
): Result<{ readonly label: Label; readonly events: readonly Recorded[] }, BackupFault> => {
  const label = readLabel(items[0]);
  if (!label.ok) return label;
  const events: Recorded[] = [];
  for (const item of items.slice(1)) {
    const event = readItem(item);
    if (!event.ok) return event;
    events.push(event.value);
  }
  return events.length === label.value.events ? ok({ label: label.value, events }) : err({ type: "Damaged" });
};

/** Choices made on the way in are nothing that another record could be mixed with. */
const isOwnWord = ({ kind }: Recorded): boolean => !kind.startsWith("settings/");

const draftOf = ({ id, at, day, ...event }: Recorded): Draft => ({ event, id, from: { at, day } });

/** Backup and restore over the desk and the journal. */
export const createBackup = (
  ports: Pick<Ports, "desk">,
  ledger: Ledger,
  journal: Journal,
): Pick<Engine, "exportBackup" | "importBackup"> => ({
  exportBackup: async () => {
    const events = ledger.recorded();
    const label: Label = { format: 1, vault: ledger.identity()?.vault ?? "", events: events.length };
    const items = events.map((event): Item => ({ device: event.at[2], event: encodeEvent(event) }));
    const sealed = await ports.desk.sealBackup(
      [label, ...items].map((value) => utf8(JSON.stringify(value))),
      null,
    );
    if (!sealed.ok) return err(faultOf(sealed.error));
    return ok(sealed.value);
  },
  importBackup: async (file, words) => {
    const opened = await ports.desk.openBackup(file, words);
    if (!opened.ok) return err(faultOf(opened.error));
    const read = readAll(opened.value);
    if (!read.ok) return read;
    const { label, events } = read.value;
    const foreign = label.vault !== (ledger.identity()?.vault ?? "") && ledger.recorded().some(isOwnWord);
    const known = new Set(ledger.recorded().map((event) => event.id));
    if (foreign && !events.some((event) => known.has(event.id))) return err({ type: "OtherVault" });
    const taken = await journal.take(events.map(draftOf));
    return taken.ok ? ok({ events: taken.value }) : taken;
  },
});
