/** Writes and reads backup files at the desk, a stretch at a time. */
import { err, ok, type Result } from "@belay/basics";
import {
  addToBackup,
  beginBackup,
  beginReading,
  endBackup,
  newRecoveryWords,
  parseWords,
  readOn,
  type BackupFault,
  type BackupReading,
  type BackupSealing,
  type Random,
} from "@belay/vault";
import type { DeskFault, FileDesk } from "@belay/wire";

/** Chunks of 64 KiB that are opened at one call: a megabyte, a few milliseconds. */
const stretch = 16;

const noFile: DeskFault = { type: "Refused", detail: "NoFile" };

/** The one tag for each kind of trouble; which check failed is nobody's business outside. */
const tagOf = (fault: BackupFault): string => {
  switch (fault.type) {
    case "BadWords":
    case "WrongWords":
      return "words";
    case "UnknownVersion":
    case "UnknownSuite":
    case "UnknownWrap":
    case "KdfOutOfRange":
      return "newer";
    case "TooLong":
      return "too-large";
    case "BadMagic":
    case "TooShort":
      return "foreign";
    default:
      return "damaged";
  }
};

const badFile = (fault: BackupFault): Result<never, DeskFault> => err({ type: "BadFile", detail: tagOf(fault) });

/** Writing. `guard` says whether the passphrase is right, and fails without keys. */
const writing = (
  guard: (pass: string | null) => Promise<Result<unknown, DeskFault>>,
  random: Random,
): Pick<FileDesk, "backupBegin" | "backupAdd" | "backupEnd"> => {
  let sealing: BackupSealing | null = null;
  return {
    backupBegin: async (pass, count) => {
      const allowed = await guard(pass);
      if (!allowed.ok) return allowed;
      const words = newRecoveryWords(random);
      const begun = beginBackup(count, words, random);
      if (!begun.ok) return badFile(begun.error);
      ({ sealing } = begun.value);
      return ok({ words, parts: begun.value.parts });
    },
    backupAdd: (items) => {
      if (sealing === null || items.length > sealing.left) return Promise.resolve(err(noFile));
      const added = addToBackup(sealing, items, random);
      sealing = added.ok ? added.value.sealing : null;
      return Promise.resolve(added.ok ? ok(added.value.parts) : badFile(added.error));
    },
    backupEnd: () => {
      if (sealing === null || sealing.left > 0) return Promise.resolve(err(noFile));
      const parts = endBackup(sealing, random);
      sealing = null;
      return Promise.resolve(ok(parts));
    },
  };
};

/** Reading needs no keys: a file opens with its own words. */
const reading = (): Pick<FileDesk, "restoreBegin" | "restoreMore" | "restoreEnd"> => {
  let open: BackupReading | null = null;
  return {
    restoreBegin: (file, text) => {
      const words = parseWords(text);
      const begun = beginReading(file, words.ok ? words.value : []);
      open = begun.ok ? begun.value : null;
      return Promise.resolve(begun.ok ? ok(null) : badFile(begun.error));
    },
    restoreMore: () => {
      if (open === null) return Promise.resolve(err(noFile));
      const read = readOn(open, stretch);
      if (!read.ok) {
        open = null;
        return Promise.resolve(badFile(read.error));
      }
      const { items, share } = read.value;
      open = share < 1 ? read.value.reading : null;
      return Promise.resolve(ok({ items, share }));
    },
    restoreEnd: () => {
      open = null;
      return Promise.resolve(ok(null));
    },
  };
};

/** The part of the desk that has to do with files. */
export const filing = (
  guard: (pass: string | null) => Promise<Result<unknown, DeskFault>>,
  random: Random,
): FileDesk => ({ ...writing(guard, random), ...reading() });
