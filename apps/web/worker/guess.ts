/** Tries a passphrase against a wrap, and counts in the keystore what went wrong. */
import { err, ok, type Result } from "@belay/basics";
import { openLock, passphraseBytes, readLock, type KdfParams } from "@belay/vault";
import type { DeskFault } from "@belay/wire";
import { guessedAt, noGuesses, waitAfter, waitLeft } from "./back-off.ts";
import { refused, type DeskPorts } from "./held.ts";
import { decodeRecord, encodeRecord, type KeyRecord } from "./record.ts";

/** The store holds something that is not whole: no guess is to blame. */
const unreadable = { type: "KeysUnreadable" } as const;

/** What the keystore keeps; null where there are no keys. */
export const readRecord = async ({ keystore }: DeskPorts): Promise<Result<KeyRecord | null, DeskFault>> => {
  const stored = await keystore.read();
  if (!stored.ok || stored.value === null) return stored.ok ? ok(null) : stored;
  const record = decodeRecord(stored.value);
  stored.value.fill(0);
  return record;
};

/** Replaces what the keystore keeps, in one durable write. */
export const writeRecord = async ({ keystore }: DeskPorts, record: KeyRecord): Promise<Result<null, DeskFault>> => {
  const bytes = encodeRecord(record);
  const written = await keystore.write(bytes);
  bytes.fill(0);
  return written;
};

/** A wrap that a passphrase opened. */
export interface Unwrapped {
  readonly plain: Uint8Array;
  readonly stretched: Uint8Array;
  readonly params: KdfParams;
  readonly salt: Uint8Array;
  /** As it stands in the keystore now. */
  readonly record: KeyRecord;
}

/** Stretches and opens, after the guess was written down. */
const tried = async (
  ports: DeskPorts,
  { record, blob, given }: { readonly record: KeyRecord; readonly blob: Uint8Array; readonly given: Uint8Array },
): Promise<Result<Unwrapped, DeskFault>> => {
  const head = readLock(blob);
  if (!head.ok || head.value.params === null) return err(unreadable);
  const { params } = head.value;
  const salt = Uint8Array.from(head.value.salt);
  const stretched = await ports.stretch(given, salt, params);
  if (!stretched.ok) return refused("NoMemory");
  const plain = openLock(blob, stretched.value);
  if (plain.ok) return ok({ plain: plain.value, stretched: stretched.value, params, salt, record });
  stretched.value.fill(0);
  return err(plain.error.type === "BadCommitment" ? { type: "WrongPassphrase", waitMs: 0 } : unreadable);
};

/** A wrong guess: the wait begins once it was tried, or a slow phone would have none. */
const wrongly = async (ports: DeskPorts, record: KeyRecord): Promise<Result<never, DeskFault>> => {
  const now = ports.now();
  const later = { ...record, notBefore: now + waitAfter(record.failures) };
  const noted = await writeRecord(ports, later);
  return noted.ok ? err({ type: "WrongPassphrase", waitMs: waitLeft(later, now) }) : noted;
};

/**
 * One guess at a wrap of the current slot. It is counted in the keystore before it is tried, and taken back when it was
 * right; a guess before its time is not tried and not counted, and neither is none at all. The caller holds the turn.
 */
export const guess = async (
  ports: DeskPorts,
  record: KeyRecord,
  blob: Uint8Array,
  pass: string | null,
): Promise<Result<Unwrapped, DeskFault>> => {
  const waitMs = waitLeft(record, ports.now());
  if (pass === null) return err({ type: "WrongPassphrase", waitMs });
  if (waitMs > 0) return err({ type: "TooSoon", waitMs });
  const counted = { ...record, ...guessedAt(record, ports.now()) };
  const noted = await writeRecord(ports, counted);
  if (!noted.ok) return noted;
  const given = passphraseBytes(pass);
  const opened = await tried(ports, { record: counted, blob, given });
  given.fill(0);
  if (!opened.ok && opened.error.type === "WrongPassphrase") return wrongly(ports, counted);
  // Neither a right guess nor trouble of the device's own is held against anybody.
  const cleared = opened.ok ? { ...record, ...noGuesses } : record;
  const cleaned = await writeRecord(ports, cleared);
  if (!cleaned.ok) return cleaned;
  return opened.ok ? ok({ ...opened.value, record: cleared }) : opened;
};
