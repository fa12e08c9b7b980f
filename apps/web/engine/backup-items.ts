/** Puts entries into the items of a backup file, and reads them back within every limit (security page 4.12). */
import { err, ok, utf8, type Result } from "@belay/basics";
import { encodeEvent, parseEvent, type Recorded } from "@belay/domain";
import { parseJson } from "@belay/wire";
import type { BackupFault } from "./engine.ts";

/** Says what a file is before it says what is in it: the first item. */
export interface Label {
  readonly format: 1;
  /** The vault it was written by, 32 hexadecimal digits. */
  readonly vault: string;
  /** How many entries follow. */
  readonly events: number;
}

/** The first item of a file. */
export const labelItem = (label: Label): Uint8Array => utf8(JSON.stringify(label));

/** An entry with the device that first wrote it, since the device that reads the file is another one. */
export const eventItem = (event: Recorded): Uint8Array =>
  utf8(JSON.stringify({ device: event.at[2], event: encodeEvent(event) }));

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (bytes: Uint8Array): Result<Fields, BackupFault> => {
  const value = parseJson(bytes);
  if (!value.ok || typeof value.value !== "object" || value.value === null) return err({ type: "Damaged" });
  return ok({ ...value.value });
};

const isHex32 = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{32}$/.test(value);

/** What a file says of itself. Another format was written by a newer version. */
export const readLabel = (bytes: Uint8Array): Result<Label, BackupFault> => {
  const value = fieldsOf(bytes);
  if (!value.ok) return value;
  const { format, vault, events } = value.value;
  if (typeof format !== "number" || typeof vault !== "string" || typeof events !== "number")
    return err({ type: "Damaged" });
  return format === 1 ? ok({ format, vault, events }) : err({ type: "FromNewer" });
};

/** One entry of a file; an entry of an unknown kind means that a newer version wrote the file. */
export const readEvent = (bytes: Uint8Array): Result<Recorded, BackupFault> => {
  const value = fieldsOf(bytes);
  if (!value.ok) return value;
  const { device, event } = value.value;
  if (!isHex32(device)) return err({ type: "Damaged" });
  const parsed = parseEvent(event, device);
  if (parsed.ok) return parsed;
  return err({ type: parsed.error.type === "UnknownKind" ? "FromNewer" : "Damaged" });
};
