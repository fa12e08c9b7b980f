/** The one port to any log of envelopes: the device's store, the relay's stores, and memory. */
import type { Result } from "@belay/basics";
import type { WireFault } from "./fault.ts";

/** Why a log did not take or give an envelope. */
export type LogFault =
  /** The bytes are no envelope. */
  | { readonly type: "Malformed"; readonly fault: WireFault }
  /** The device's counter would skip; `expected` is the next seq this log takes from it. */
  | { readonly type: "Gap"; readonly expected: number }
  /** The same device and seq with other bytes is already here. */
  | { readonly type: "Conflict" }
  /** There is no room: a quota of the platform or of the relay. */
  | { readonly type: "Full" }
  | { readonly type: "Gone" }
  /** The technology below failed; nothing was written. */
  | { readonly type: "Storage" };

/** One stored envelope and its place in this log's own arrival order, from 1. */
export interface LogEntry {
  readonly at: number;
  readonly envelope: Uint8Array;
}

/** A page of entries; `more` says that entries follow the last one. */
export interface LogPage {
  readonly entries: readonly LogEntry[];
  readonly more: boolean;
}

/** An append-only log of one vault's envelopes. Places grow but may skip; `logContract` of the testkit says the rest. */
export interface Log {
  /** Stores durably, then answers. The same bytes again answer with the same place. Never answers early. */
  readonly append: (envelope: Uint8Array) => Promise<Result<{ readonly at: number }, LogFault>>;
  /** Up to `max` entries after place `at`, oldest arrival first. */
  readonly since: (at: number, max: number) => Promise<Result<LogPage, LogFault>>;
}
