/** Says what is loaded beside our relay: a server in a process of its own, and a client in its own words. */

/** A device that writes. `append` answers once the server has acknowledged, as that server does. */
export interface PeerWriter {
  readonly append: (items: readonly Uint8Array[]) => Promise<unknown>;
  readonly close: () => Promise<unknown>;
}

/** How a server is spoken to. `vault` is any name; what is written under one is seen under that one alone. */
export interface PeerClient {
  readonly connect: (origin: string, vault: string) => Promise<PeerWriter>;
  /** Calls with the number of new items as they come, until the answer is called; null where nobody is told. */
  readonly watch:
    | ((origin: string, vault: string, onItems: (count: number) => void) => Promise<() => Promise<unknown>>)
    | null;
  /** Fetches everything as a new device does; gives how many items came. */
  readonly pull: (origin: string, vault: string, onFirst: () => void) => Promise<number>;
}

const isClient = (value: unknown): value is PeerClient =>
  typeof value === "object" &&
  value !== null &&
  "connect" in value &&
  typeof value.connect === "function" &&
  "pull" in value &&
  typeof value.pull === "function" &&
  "watch" in value &&
  (value.watch === null || typeof value.watch === "function");

/** A module of `bench/peers/<name>/client.mjs` as a client; throws on anything else, which is our bug. */
export const toClient = (value: unknown): PeerClient => {
  if (!isClient(value)) throw new Error("that is no client");
  return value;
};

/** How a peer and its figures are to be read. */
export interface Peer {
  readonly name: string;
  readonly title: string;
  /** Its packages whose versions the table names. */
  readonly packages: readonly string[];
  /** Packages with a native part that its own install script fetches or compiles. */
  readonly native: readonly string[];
  /** How often our appends are to be as fast, and our cold pull; null where nothing was asked. */
  readonly least: { readonly append: number | null; readonly pull: number | null };
  /** What its acknowledgement says, and what of the comparison does not fit. */
  readonly notes: readonly string[];
}

/** The peers, with the goals of the relay's page. */
export const peers: readonly Peer[] = [
  {
    name: "hocuspocus",
    title: "Hocuspocus with its SQLite extension",
    packages: ["@hocuspocus/server", "@hocuspocus/extension-sqlite", "@hocuspocus/provider"],
    native: ["better-sqlite3"],
    least: { append: 1.5, pull: 4 },
    notes: [
      "acknowledges (`unsyncedChanges` 0) once the change is in its memory; the whole document is written two seconds after the last change, ten at most (its defaults)",
      "a document for each vault, a list in it, an item for each entry; a cold pull is one message with the whole document",
    ],
  },
  {
    name: "pouchdb",
    title: "express-pouchdb over LevelDB",
    packages: ["express-pouchdb", "pouchdb"],
    native: [],
    least: { append: 8, pull: null },
    notes: [
      "acknowledges once LevelDB has taken the row, which it does not flush by itself",
      "a database for each vault, a document for each entry, its bytes as base64 in JSON; several at a time by `bulkDocs`; the cold pull reads the feed of changes with the documents, which is less work than a replication",
    ],
  },
  {
    name: "actual",
    title: "Actual's sync server",
    packages: ["@actual-app/sync-server", "@actual-app/crdt"],
    native: ["better-sqlite3", "bcrypt"],
    least: { append: 40, pull: 3 },
    notes: [
      "acknowledges after the commit of SQLite in its default mode (rollback journal, `synchronous` FULL)",
      "a budget file for each vault, a sealed message for each entry; it tells no other device, so there is no fan-out; its limit of 500 requests a minute and address stays on, and each writer comes from an address of its own",
    ],
  },
];
