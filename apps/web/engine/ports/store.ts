/** What the device keeps: sealed entries, sealed drafts, and a few plain numbers about copying. */
import type { Result } from "@belay/basics";
import type { Log, LogFault } from "@belay/wire";

/** Why the device did not keep or give something. */
export type StoreFault = LogFault;

/** The places `from` to `to` of one device's chain (hex32), both counted. */
export interface PlaceRange {
  readonly device: string;
  readonly from: number;
  readonly to: number;
}

/** The device's log, which can also take many entries at once, or be emptied. */
export interface DeviceLog extends Log {
  /** Stores all of them durably in one transaction, or none. Answers with the last one's place. */
  readonly appendAll: (envelopes: readonly Uint8Array[]) => Promise<Result<{ readonly at: number }, StoreFault>>;
  /** Envelopes of one device (hex), numbers from `from` on, in order, at most `max`. */
  readonly chain: (device: string, from: number, max: number) => Promise<Result<readonly Uint8Array[], StoreFault>>;
  /**
   * In one transaction: drops what is named (a device's envelopes from a number on, or everything) and stores these
   * instead. All or nothing. Answers with the last one's place, 0 for none. `over` are numbers right behind which the
   * chain may go on though they are not here: segments stand for them.
   */
  readonly swap: (
    drop: { readonly device: string; readonly from: number; readonly over?: readonly number[] } | "everything",
    envelopes: readonly Uint8Array[],
  ) => Promise<Result<{ readonly at: number }, StoreFault>>;
  /**
   * In one transaction: deletes whatever is held within the ranges, remembers that each chain reaches at least to the
   * end of its range, and stores these envelopes. All or nothing. A chain goes on behind the end of its range; what was
   * deleted is not taken again: appending it answers and stores nothing. Answers with the last one's place, 0 for none.
   */
  readonly replace: (
    ranges: readonly PlaceRange[],
    envelopes: readonly Uint8Array[],
  ) => Promise<Result<{ readonly at: number }, StoreFault>>;
  readonly clear: () => Promise<Result<null, StoreFault>>;
}

/** A few sealed notes about copying, by name; the same shape as the box of drafts. */
export type MetaBox = DraftBox;

/** Half-finished forms, sealed before they get here. */
export interface DraftBox {
  readonly get: (name: string) => Promise<Result<Uint8Array | null, StoreFault>>;
  readonly put: (name: string, sealed: Uint8Array) => Promise<Result<null, StoreFault>>;
  readonly drop: (name: string) => Promise<Result<null, StoreFault>>;
  readonly clear: () => Promise<Result<null, StoreFault>>;
  /** What is kept, by name, in no order that means anything. */
  readonly names: () => Promise<Result<readonly string[], StoreFault>>;
}

/** Asks the platform to keep what is stored, and how full it is. */
export interface Keeping {
  readonly persist: () => Promise<boolean | null>;
  readonly usage: () => Promise<number | null>;
}
