/** Backup files at the key desk: written and read a stretch at a time, so that nobody holds one twice. */
import type { Result } from "@belay/basics";
import type { DeskFault } from "./desk-answers.ts";

type Answer<T> = Promise<Result<T, DeskFault>>;

/** Bytes of a file, in order; joined they are the whole. */
export type FileParts = readonly Uint8Array[];

/**
 * One file is written and one is read at once; beginning another drops the one before. `Refused` with `NoFile` where
 * none was begun, `BadFile` with a tag for everything that is wrong with a file or too large for one.
 */
export interface FileDesk {
  /** Begins a file of exactly `count` items under twelve new words. `pass` is the passphrase said again. */
  readonly backupBegin: (
    pass: string | null,
    count: number,
  ) => Answer<{ readonly words: readonly string[]; readonly parts: FileParts }>;
  /** Takes the next items; a caller brings about a megabyte at a time. */
  readonly backupAdd: (items: readonly Uint8Array[]) => Answer<FileParts>;
  /** The last bytes of the file. */
  readonly backupEnd: () => Answer<FileParts>;
  /** Begins to read a file: its size, its limits and its words are checked, nothing is opened. */
  readonly restoreBegin: (file: Uint8Array, words: string) => Answer<null>;
  /**
   * Goes on for one megabyte. The first pass opens every chunk and gives nothing; the second gives the items. `share`
   * goes from 0 to 1 over both; at 1 the file is done and dropped, as it is after a fault.
   */
  readonly restoreMore: () => Answer<{ readonly items: readonly Uint8Array[]; readonly share: number }>;
  /** Drops the file that is being read. */
  readonly restoreEnd: () => Answer<null>;
}
