/** Keeps this device's keys between visits, wrapped by a key that the platform never gives out. */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { err, ok, utf8, type Result } from "@belay/basics";
import type { DeskFault } from "@belay/wire";

interface KeySchema extends DBSchema {
  readonly keys: { readonly key: "custody"; readonly value: Custody };
}

/** One record: the wrapping key (not extractable) and what it wraps, so that both are written or neither. */
interface Custody {
  readonly wrap: CryptoKey;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** Bound into every wrap, so that it cannot be taken for anything else. */
const aad = Uint8Array.from(utf8("belay/1/custody"));

/** Where the wrapped keys lie. */
export interface Keystore {
  /** The wrapped bytes, opened; null where there are none. */
  readonly read: () => Promise<Result<Uint8Array | null, DeskFault>>;
  /** Wraps under a new key and writes durably, replacing what was there. */
  readonly write: (bytes: Uint8Array) => Promise<Result<null, DeskFault>>;
  /** Deletes key and wrap for good. */
  readonly destroy: () => Promise<Result<null, DeskFault>>;
  /** Runs work that reads and then writes, alone among all tabs; not to be called from within. */
  readonly exclusive: <T>(work: () => Promise<T>) => Promise<T>;
}

const name = "belay-keys";

const open = (): Promise<IDBPDatabase<KeySchema>> =>
  openDB<KeySchema>(name, 1, { upgrade: (db) => void db.createObjectStore("keys") });

/** Runs work on a connection of its own, which is closed after it: keys are needed once a visit. */
const withStore = async <T>(work: (db: IDBPDatabase<KeySchema>) => Promise<T>): Promise<Result<T, DeskFault>> => {
  try {
    const db = await open();
    try {
      return ok(await work(db));
    } finally {
      db.close();
    }
  } catch {
    return err({ type: "DeskUnreachable" });
  }
};

const unwrap = async (custody: Custody): Promise<Result<Uint8Array, DeskFault>> => {
  try {
    const parameters = { name: "AES-GCM", iv: custody.iv, additionalData: aad };
    return ok(new Uint8Array(await crypto.subtle.decrypt(parameters, custody.wrap, custody.sealed)));
  } catch {
    return err({ type: "KeysUnreadable" });
  }
};

/** The keystore of this browser profile. */
export const deviceKeystore = (): Keystore => ({
  read: async () => {
    const found = await withStore((db) => db.get("keys", "custody"));
    if (!found.ok) return found;
    return found.value === undefined ? ok(null) : unwrap(found.value);
  },
  write: async (bytes) => {
    const wrap = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new Uint8Array(bytes);
    const sealed = new Uint8Array(
      await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: aad }, wrap, plain),
    );
    plain.fill(0);
    const written = await withStore(async (db) => {
      const transaction = db.transaction("keys", "readwrite", { durability: "strict" });
      await transaction.store.put({ wrap, iv, sealed }, "custody");
      await transaction.done;
    });
    return written.ok ? ok(null) : written;
  },
  destroy: async () => {
    const cleared = await withStore(async (db) => {
      const transaction = db.transaction("keys", "readwrite", { durability: "strict" });
      await transaction.store.clear();
      await transaction.done;
    });
    return cleared.ok ? ok(null) : cleared;
  },
  exclusive: (work) => navigator.locks.request(name, work),
});
