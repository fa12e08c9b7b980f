/** The rest of what an older store may hold: a row of several with an act in it, a hole, an act alone, a grave, an ask with an answer. */
import type { PoolClient } from "pg";
import { joinBody } from "../../apps/relay/store/chunk-body.ts";
import type { Database } from "../../apps/relay/store/driver.ts";
import { toHour, toMailId, toVaultId, type Store } from "../../apps/relay/store/port.ts";
import { newTestVault, testEnvelope } from "./client.ts";

const hex = (text: string): Buffer => Buffer.from(text, "hex");
const vault = newTestVault();
const [mixed, buried, mail] = [toVaultId(vault.id), toVaultId("ab".repeat(16)), toMailId("cd".repeat(16))];
const replyId = "ef".repeat(16);
const [pub, read, reply, owner] = [1, 2, 3, 4].map((byte) => Buffer.alloc(32, byte));
const device = Buffer.alloc(16, 8);
const [ask, answer] = [Buffer.from("a sealed ask"), Buffer.from("a sealed answer")];
const far = 10_000_000;

const envelope = (seq: number, type: "events" | "membership" = "events"): Uint8Array =>
  testEnvelope(vault, device, seq, { type });
const [first, inner, third, act] = [envelope(1), envelope(2, "membership"), envelope(3), envelope(6, "membership")];

/** Place of the last envelope, how many, number of the first, bytes of the envelopes, and they themselves. */
const rows = [
  { seq: 3, n: 3, from: 1, of: [first, inner, third] },
  // Two were erased: their numbers and places stay taken.
  { seq: 5, n: 2, from: 4, of: [] },
  { seq: 6, n: 1, from: 6, of: [act] },
].map((row) => ({ ...row, size: row.of.reduce((sum, { length }) => sum + length, 0), body: joinBody(row.of) }));

const grave = [
  "INSERT INTO grave (vault_id, write_pub, deleted_hour) VALUES (?, ?, ?)",
  [hex(buried ?? ""), pub, 7],
] as const;
const asked = [
  "INSERT INTO mailbox (id, kind, read_hash, reply_hash, owner_hash, body, expires_hour, cap) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  [hex(mail ?? ""), "ask", read, reply, owner, ask, far, 3],
] as const;
const answered = [
  "INSERT INTO reply (id, n, reply_id, body) VALUES (?, ?, ?, ?)",
  [hex(mail ?? ""), 1, hex(replyId), answer],
] as const;

/** Lays it into an open file of shape 1 or later. */
export const layRestInFile = (db: Database): void => {
  db.prepare("INSERT INTO vault (v, vault_id, owner_pub, epoch, write_pub) VALUES (2, ?, ?, 1, ?)").run(
    hex(vault.id),
    pub ?? null,
    pub ?? null,
  );
  const chunk = db.prepare(
    "INSERT INTO chunk (v, seq, n, device, device_seq, size, body) VALUES (2, ?, ?, ?, ?, ?, ?)",
  );
  for (const row of rows) chunk.run(row.seq, row.n, device, row.from, row.size, row.body);
  for (const [sql, values] of [grave, asked, answered]) db.prepare(sql).run(...values.map((one) => one ?? null));
};

/** Lays it into a database of shape 1 or later. */
export const layRestInDatabase = async (client: Pick<PoolClient, "query">): Promise<void> => {
  const chain = Buffer.concat([device, Buffer.alloc(8)]);
  chain.writeBigUInt64BE(6n, 16);
  const bytes = rows.reduce((sum, { size }) => sum + size, 0);
  await client.query("INSERT INTO vault VALUES ($1, $2, 1, $2, NULL, 6, $3, $4)", [hex(vault.id), pub, bytes, chain]);
  for (const row of rows) {
    await client.query(
      "INSERT INTO chunk (vault_id, seq, n, device, device_seq, size, acts, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      [
        hex(vault.id),
        row.seq,
        row.n,
        device,
        row.from,
        row.size,
        row.of.some((one) => one === act || one === inner),
        row.body,
      ],
    );
  }
  for (const [sql, values] of [grave, asked, answered]) {
    let at = 0;
    await client.query(
      sql.replaceAll("?", () => `$${(at += 1)}`),
      [...values],
    );
  }
};

const same = (a: Uint8Array | undefined, b: Uint8Array): boolean => a !== undefined && Buffer.compare(a, b) === 0;

/** What is not as it was laid; null when all is. */
export const wrongInRest = async (store: Store): Promise<string | null> => {
  if (mixed === null || buried === null || mail === null || read === undefined || owner === undefined) return "no ids";
  const gone = await store.findVault(buried);
  if (!gone.ok || gone.value.kind !== "gone") return "the grave is not there";
  const live = await store.findVault(mixed);
  if (!live.ok || live.value.kind !== "live" || live.value.head !== 6 || live.value.chains[0]?.seq !== 6)
    return "the vault with a hole is not what it was";
  const page = await store.pull(mixed, 0, 1_000_000);
  if (!page.ok || page.value.entries.map(({ at }) => at).join() !== "1,2,3,6") return "the hole is not where it was";
  if (![first, inner, third, act].every((one, i) => same(page.value.entries[i]?.envelope, one)))
    return "an entry beside the hole is not what it was";
  const acts = await store.pullActs(mixed, 0, 1_000_000);
  for (const place of [2, 6])
    if (!acts.ok || acts.value.entries.every(({ at }) => at !== place)) return `the act at ${place} is not found`;
  const item = { device: device.toString("hex"), seq: 4, envelope: envelope(4) };
  const [late] = await store.appendMany([{ vault: mixed, epoch: 1, items: [item] }]);
  if (late?.ok !== true || late.value.added.length > 0) return "what was erased came back";
  const found = await store.mail.read(mail, read, toHour(1));
  if (!found.ok || !same(found.value.body, ask) || found.value.expires !== far) return "the ask is not what it was";
  const waiting = await store.mail.waiting(mail, owner);
  const [one] = waiting.ok ? waiting.value : [];
  return one?.replyId === replyId && same(one.body, answer) ? null : "the answer is not what it was";
};
