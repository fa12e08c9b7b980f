/** Lists every column and every log field of the relay, with the reason for it and how long it stays. */

/** Why a field exists, and when it goes. */
export interface FieldNote {
  readonly why: string;
  readonly stays: string;
}

const whileVault = "until the vault is deleted";
const whileMail = "until close, or 30 days after the end";
const note = (why: string, stays: string): FieldNote => ({ why, stays });

/** Table, then column. A column that is not here fails proof K-2. Times are whole hours. */
export const columns: Readonly<Record<string, Readonly<Record<string, FieldNote>>>> = {
  vault: {
    v: note("short number that ties chunks to a vault", whileVault),
    vault_id: note("hash of the owner's public key, chosen by the device", whileVault),
    owner_pub: note("checks deletion and rotation", whileVault),
    epoch: note("which write key counts", whileVault),
    write_pub: note("checks each connection", whileVault),
    created_hour: note("an empty vault goes after a day", "until the first envelope"),
  },
  chunk: {
    c: note("arrival order on disk", whileVault),
    v: note("whose it is", whileVault),
    seq: note("place of its last envelope in the vault's arrival order", whileVault),
    n: note("how many envelopes it holds", whileVault),
    device: note("random id of the device's chain, to refuse gaps and doubles", whileVault),
    device_seq: note("number of its first envelope in that chain", whileVault),
    size: note("counts against the vault's quota", whileVault),
    body: note("the sealed envelopes as they came", whileVault),
    acts: note("finds acts about devices, as their headers say, without reading the rest", whileVault),
  },
  grave: {
    vault_id: note("a late device learns that the vault was deleted", "for good"),
    write_pub: note("tells it only to a device that held the key", "for good"),
    deleted_hour: note("shows how old a deletion is", "for good"),
  },
  mailbox: {
    id: note("derived from the link's secret or the recovery words, or random for a pairing", whileMail),
    kind: note("ask, share, pairing or recovery", whileMail),
    read_hash: note("checks who may read it", whileMail),
    reply_hash: note("checks who may answer an ask; empty for the others", whileMail),
    owner_hash: note("checks who may take answers, replace and close", whileMail),
    body: note("the sealed ask, share, pairing package or recovery record", "until close, cap or end"),
    expires_hour: note("when it ends", whileMail),
    cap: note("how many answers an ask takes; 0 for the others", whileMail),
  },
  reply: {
    id: note("the mailbox it answers", whileMail),
    n: note("order of arrival, counted against the cap", whileMail),
    reply_id: note("chosen by the answering page, so that a repeat counts once", whileMail),
    body: note("the sealed answer", "until the asker's device has it, or 30 days after the end"),
  },
};

/** The same for PostgreSQL, where the vault's id stands in every row of it, and its row counts. */
export const postgresColumns: typeof columns = {
  vault: {
    vault_id: note("hash of the owner's public key, chosen by the device", whileVault),
    owner_pub: note("checks deletion and rotation", whileVault),
    epoch: note("which write key counts", whileVault),
    write_pub: note("checks each connection", whileVault),
    created_hour: note("an empty vault goes after a day", "until the first envelope"),
    head: note("newest place in the vault's arrival order", whileVault),
    bytes: note("counts against the vault's quota", whileVault),
    chains: note("random id of each device's chain and its highest number, to refuse gaps and doubles", whileVault),
    packed: note("place up to which old rows were joined", whileVault),
  },
  chunk: {
    vault_id: note("whose it is", whileVault),
    seq: note("place of its last envelope in the vault's arrival order", whileVault),
    n: note("how many envelopes it holds", whileVault),
    device: note("random id of the device's chain, to refuse gaps and doubles", whileVault),
    device_seq: note("number of its first envelope in that chain", whileVault),
    size: note("counts against the vault's quota", whileVault),
    acts: note("finds acts about devices, as their headers say, without reading the rest", whileVault),
    body: note("the sealed envelopes as they came", whileVault),
  },
  grave: columns["grave"] ?? {},
  mailbox: columns["mailbox"] ?? {},
  reply: columns["reply"] ?? {},
  shape: { shape: note("which migrations the database has seen", "for good") },
};

const inLog = "as long as the host keeps its logs";

/** Every field that a log line may have. A field that is not here fails proof K-2. */
export const logFields: Readonly<Record<string, FieldNote>> = {
  event: note("what happened, from a fixed list", inLog),
  origin: note("the relay's own address", inLog),
  port: note("the relay's own port, or the host's", inLog),
  setting: note("name of a setting that is wrong", inLog),
  wants: note("what that setting should be", inLog),
  code: note("short code of the database or the system", inLog),
  name: note("kind of a counted refusal, or class of a fault", inLog),
  count: note("how many of that kind since the last line", inLog),
  where: note("file and line of our own code", inLog),
};
