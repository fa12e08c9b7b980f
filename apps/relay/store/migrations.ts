/** The steps that bring a database file from any older shape to today's; each is applied once and never edited. */

/** Step k makes shape k + 1 of shape k. `PRAGMA user_version` holds the shape of a file. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE vault (
    v INTEGER PRIMARY KEY,
    vault_id BLOB NOT NULL UNIQUE,
    owner_pub BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    write_pub BLOB NOT NULL,
    created_hour INTEGER
  ) STRICT;
  CREATE INDEX vault_empty ON vault (created_hour) WHERE created_hour IS NOT NULL;
  CREATE INDEX vault_dying ON vault (v) WHERE epoch = 0;
  CREATE TABLE chunk (
    c INTEGER PRIMARY KEY,
    v INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    n INTEGER NOT NULL,
    device BLOB NOT NULL,
    device_seq INTEGER NOT NULL,
    size INTEGER NOT NULL,
    body BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX chunk_by_place ON chunk (v, seq, n, device, device_seq, size);
  CREATE TABLE grave (
    vault_id BLOB PRIMARY KEY,
    write_pub BLOB NOT NULL,
    deleted_hour INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE mailbox (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    read_hash BLOB NOT NULL,
    reply_hash BLOB NOT NULL,
    owner_hash BLOB NOT NULL,
    body BLOB,
    expires_hour INTEGER NOT NULL,
    cap INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX mailbox_by_end ON mailbox (expires_hour);
  CREATE INDEX mailbox_open_by_end ON mailbox (expires_hour) WHERE body IS NOT NULL;
  CREATE TABLE reply (
    id BLOB NOT NULL,
    n INTEGER NOT NULL,
    reply_id BLOB NOT NULL,
    body BLOB,
    PRIMARY KEY (id, n)
  ) STRICT, WITHOUT ROWID;
  `,
  // Envelopes of type 3 are acts about devices; byte 6 of an envelope is its type, behind 4 bytes of its length. Rows of
  // several envelopes may hold one: they stay marked, and whoever reads them looks.
  `
  ALTER TABLE chunk ADD COLUMN acts INTEGER NOT NULL DEFAULT 1;
  UPDATE chunk SET acts = 0 WHERE size = 0 OR (n = 1 AND substr(body, 11, 1) <> x'03');
  CREATE INDEX chunk_acts ON chunk (v, seq, size) WHERE acts = 1;
  `,
];
