/** Opens the device's database, and opens it again when the browser drops the connection. */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { err, ok, type Result } from "@belay/basics";
import type { StoreFault } from "../engine/ports/store.ts";

/** One envelope with its place in its device's chain, which its header shows anyway. */
export interface StoredEnvelope {
  readonly device: string;
  readonly seq: number;
  readonly envelope: Uint8Array;
}

/** Ciphertext only: sealed envelopes in arrival order, sealed drafts by name, sealed notes about copying by name. */
export interface DeviceSchema extends DBSchema {
  readonly log: {
    readonly key: number;
    readonly value: StoredEnvelope;
    readonly indexes: { readonly chain: [string, number] };
  };
  readonly drafts: { readonly key: string; readonly value: Uint8Array };
  readonly meta: { readonly key: string; readonly value: Uint8Array };
  /** Device to the end of what segments stand for in its chain. */
  readonly ends: { readonly key: string; readonly value: number };
}

/** The connection, opened on first use. */
export interface Database {
  /** Runs one transaction's work; what the browser throws becomes a fault. Never await anything else inside. */
  readonly run: <T>(work: (db: IDBPDatabase<DeviceSchema>) => Promise<T>) => Promise<Result<T, StoreFault>>;
  readonly close: () => Promise<void>;
}

const faultOf = (cause: unknown): StoreFault =>
  cause instanceof DOMException && cause.name === "QuotaExceededError" ? { type: "Full" } : { type: "Storage" };

/** True when the connection, not the work, was what failed. */
const connectionLost = (cause: unknown): boolean =>
  cause instanceof DOMException && (cause.name === "InvalidStateError" || cause.name === "UnknownError");

/** A database of that name; another tab that wants to delete or upgrade it is let through at once. */
export const openDatabase = (name: string): Database => {
  let connection: Promise<IDBPDatabase<DeviceSchema>> | null = null;
  const forget = (): void => {
    connection = null;
  };
  const connect = (): Promise<IDBPDatabase<DeviceSchema>> => {
    connection ??= openDB<DeviceSchema>(name, 3, {
      upgrade: (db, before) => {
        if (before < 1) {
          db.createObjectStore("log", { autoIncrement: true }).createIndex("chain", ["device", "seq"], {
            unique: true,
          });
          db.createObjectStore("drafts");
        }
        if (before < 2) db.createObjectStore("meta");
        if (before < 3) db.createObjectStore("ends");
      },
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
        forget();
      },
      terminated: forget,
    });
    return connection;
  };
  return {
    run: async (work) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return ok(await work(await connect()));
        } catch (cause) {
          forget();
          if (attempt === 2 || !connectionLost(cause)) return err(faultOf(cause));
        }
      }
    },
    close: async () => {
      const open = connection;
      forget();
      (await open)?.close();
    },
  };
};
