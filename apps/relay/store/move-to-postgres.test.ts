/** Shows that a move from the file to a real PostgreSQL brings everything, or nothing at all. */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newTestVault, testEnvelope } from "../../../tests/relay/client.ts";
import { newRoom, onPostgres } from "../../../tests/relay/postgres.ts";
import { moveCommand } from "../move.ts";
import { openFile } from "./driver.ts";
import { moveToPostgres } from "./move-to-postgres.ts";
import { toVaultId, type Store, type VaultId } from "./port.ts";
import { openPostgres } from "./postgres.ts";
import { appendOf, boxOf, bytes, device, entriesOf, keys, later, mailOf, newVaultId, now } from "./samples-contract.ts";
import { openSqlite } from "./sqlite.ts";

const caps = { dataBytes: 2 ** 33, vaultBytes: 2 ** 30, vaultDevices: 8 };
const quiet = { onBroken: () => undefined, onFull: () => undefined, onUnreadable: () => undefined };

let folder = "";
let room = { url: "", drop: async (): Promise<void> => undefined };
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "relay-move-"));
  room = await newRoom();
});
afterEach(async () => {
  await room.drop();
  rmSync(folder, { recursive: true, force: true });
});

const theFile = (): Store => {
  const opened = openSqlite(folder, caps, quiet);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};
const theDatabase = async (): Promise<Store> => {
  const opened = await openPostgres(room.url, caps, quiet);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};
const rowsIn = (table: string): Promise<number> =>
  onPostgres(room.url, async (client) => (await client.query(`SELECT 1 FROM ${table}`)).rows.length);
const fileHash = (): string =>
  createHash("sha256")
    .update(readFileSync(join(folder, "relay.db")))
    .digest("hex");
const move = async (): Promise<{ readonly code: number; readonly out: string }> => {
  const answer = await moveCommand(["move"], folder, room.url, moveToPostgres);
  if (answer === null) throw new Error("no answer");
  return answer;
};

/** A vault with real envelopes, so that acts about devices are marked. */
const real = newTestVault();
const realId = toVaultId(real.id) ?? newVaultId();
const own = new Uint8Array(16).fill(5);
const hex = Buffer.from(own).toString("hex");

interface Laid {
  readonly vaults: readonly VaultId[];
  readonly gone: VaultId;
  readonly mail: ReturnType<typeof mailOf>;
  readonly share: ReturnType<typeof boxOf>;
  readonly reply: { readonly replyId: string; readonly body: Uint8Array };
}

/** Lays one of everything into the file: joined rows, holes, batches, acts, a grave, an empty vault, mail and boxes. */
const lay = async (): Promise<Laid> => {
  const store = theFile();
  const [long, holed, empty, gone] = [newVaultId(), newVaultId(), newVaultId(), newVaultId()];
  for (const id of [long, holed, empty, gone, realId]) await store.createVault(id, keys, now);
  // Together, so that they are one commit; each is a row of its own.
  const singly = (count: number, one: (n: number) => ReturnType<typeof appendOf>) =>
    store.appendMany(Array.from({ length: count }, (_, i) => one(i + 1)));
  await singly(700, (n) => appendOf(long, [[1 + (n % 2), Math.ceil(n / 2), bytes(120)]]));
  await singly(400, (n) => appendOf(long, [[3, n, bytes(80)]]));
  for (let more = true; more;) {
    const step = await store.pack();
    more = step.ok && step.value.more;
  }
  await store.appendMany([
    appendOf(
      holed,
      [1, 2, 3, 4, 5].map((seq) => [1, seq, bytes(60)]),
    ),
  ]);
  await store.appendMany([appendOf(holed, [[2, 1, bytes(60)]])]);
  await store.erase({ vault: holed, epoch: 1, device: device(1), from: 2, to: 9 });
  await store.rotate(holed, 2, bytes(32));
  const acts = [1, 2, 3].map((seq) => ({
    device: hex,
    seq,
    envelope: testEnvelope(real, own, seq, { type: seq === 2 ? "membership" : "events" }),
  }));
  for (const item of acts) await store.appendMany([{ vault: realId, epoch: 1, items: [item] }]);
  await store.appendMany([appendOf(gone, [[1, 1, bytes()]])]);
  await store.deleteVault(gone, now);
  const [mail, share, reply] = [
    mailOf(),
    boxOf({ kind: "share", expires: later(24) }),
    { replyId: device(9), body: bytes() },
  ];
  await store.mail.put(mail, now);
  await store.mail.reply(mail.id, mail.replyHash, reply, now);
  await store.mail.reply(mail.id, mail.replyHash, { replyId: device(8), body: bytes() }, now);
  await store.mail.taken(mail.id, mail.ownerHash, [device(8)], now);
  await store.shares.put(share, now);
  await store.close();
  return { vaults: [long, holed, empty, realId], gone, mail, share, reply };
};

/** All that a relay's devices and askers can see of it. */
const seen = async (store: Store, { vaults, gone, mail, share }: Laid) => ({
  vaults: await Promise.all(
    vaults.map(async (id) => [
      await store.findVault(id),
      await entriesOf(store, id, 0, 10_000_000),
      await store.pullActs(id, 0, 10_000_000),
    ]),
  ),
  gone: await store.findVault(gone),
  mail: await store.mail.read(mail.id, mail.readHash, now),
  waiting: await store.mail.waiting(mail.id, mail.ownerHash),
  share: await store.shares.read(share.id, share.readHash, now),
  over: await store.shares.read(share.id, share.readHash, later(25)),
  stats: await store.stats(),
});

/** Kinds of bytes and the order of chains differ by engine, and mean the same. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, one: unknown) => {
      if (one instanceof Uint8Array) return Buffer.from(one).toString("hex");
      if (typeof one === "object" && one !== null && "type" in one && one.type === "Buffer" && "data" in one)
        return Buffer.from(Array.isArray(one.data) ? one.data : []).toString("hex");
      return one;
    }),
  );

describe("a move", () => {
  test("brings all that anybody could see, and leaves the file as it was", async () => {
    const laid = await lay();
    const file = theFile();
    const before = await seen(file, laid);
    await file.close();
    const hash = fileHash();
    const { code, out } = await move();
    expect(out).toMatch(
      /^vault 4 [0-9a-f]{64}\nchunk \d+ [0-9a-f]{64}\ngrave 1 [0-9a-f]{64}\nmailbox 2 [0-9a-f]{64}\nreply 2 [0-9a-f]{64}\nMoved/,
    );
    expect(code).toBe(0);
    expect(fileHash()).toBe(hash);
    const database = await theDatabase();
    expect(plain(await seen(database, laid))).toEqual(plain(before));
    await database.close();
  });

  test("brings joined rows joined, and acts marked", async () => {
    const laid = await lay();
    await move();
    expect(await rowsIn("chunk")).toBeLessThan(1_115);
    expect(await rowsIn("chunk WHERE acts AND n = 1")).toBeGreaterThan(0);
    expect(await rowsIn("vault WHERE created_hour IS NOT NULL")).toBe(1);
    expect(laid.vaults).toHaveLength(4);
  });

  test("is gone on with: the next append follows, a repeat counts as one, a stranger's is refused", async () => {
    const laid = await lay();
    const [long = newVaultId(), holed = newVaultId()] = laid.vaults;
    await move();
    const store = await theDatabase();
    const [next, gap, erased] = await store.appendMany([
      appendOf(long, [[3, 401, bytes()]]),
      appendOf(long, [[3, 403, bytes()]]),
      appendOf(holed, [[1, 3, bytes()]], 2),
    ]);
    expect(next).toMatchObject({ ok: true, value: { head: 1_101 } });
    expect(gap).toMatchObject({ ok: false, error: { type: "Gap", expected: 402 } });
    expect(erased).toMatchObject({ ok: true, value: { added: [] } });
    const again = await store.mail.reply(laid.mail.id, laid.mail.replyHash, laid.reply, now);
    expect(again).toMatchObject({ ok: true, value: { waiting: 1 } });
    await store.close();
  });
});

describe("nothing is moved", () => {
  test("while a relay has the file", async () => {
    const store = theFile();
    expect(await move()).toEqual({
      code: 1,
      out: "Not moved: a relay runs on DATA_DIR: stop it first. Nothing was changed.\n",
    });
    await store.close();
  });

  test("into a database that holds anything, a second time included", async () => {
    await lay();
    expect(await move()).toMatchObject({ code: 0 });
    const rows = await rowsIn("chunk");
    expect(await move()).toEqual({
      code: 1,
      out: "Not moved: the database holds data already. Nothing was changed.\n",
    });
    expect(await rowsIn("chunk")).toBe(rows);
  });

  test("when the last table is refused: what came before it is undone", async () => {
    await lay();
    await (await theDatabase()).close();
    await onPostgres(room.url, (client) => client.query("ALTER TABLE reply ADD CHECK (n < 0)"));
    expect(await move()).toEqual({ code: 1, out: "Not moved: 23514. Nothing was changed.\n" });
    for (const table of ["vault", "chunk", "grave", "mailbox", "reply"]) expect(await rowsIn(table)).toBe(0);
  });

  test("when one value arrives as another", async () => {
    await lay();
    await (await theDatabase()).close();
    await onPostgres(room.url, async (client) => {
      await client.query(
        "CREATE FUNCTION later() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.deleted_hour := NEW.deleted_hour + 1; RETURN NEW; END $$",
      );
      await client.query("CREATE TRIGGER later BEFORE INSERT ON grave FOR EACH ROW EXECUTE FUNCTION later()");
    });
    expect((await move()).out).toMatch(/^Not moved: what arrived is not what was sent/);
    expect(await rowsIn("vault")).toBe(0);
  });

  test.each([
    ["an older file", 1, "the file is of an older version: start this relay on it once"],
    ["a newer file", 99, "one of the two is of a newer version than this relay"],
  ])("of %s", async (_name, shape, why) => {
    await theFile().close();
    const db = openFile(join(folder, "relay.db"));
    db.exec(`PRAGMA user_version = ${shape}`);
    db.close();
    expect(await move()).toEqual({ code: 1, out: `Not moved: ${why}. Nothing was changed.\n` });
  });

  test("of an empty folder, or to where no database answers", async () => {
    expect((await move()).out).toBe("Not moved: DATA_DIR holds no database. Nothing was changed.\n");
    await theFile().close();
    const nowhere = await moveCommand(["move"], folder, "postgres://nobody@127.0.0.1:9/none", moveToPostgres);
    expect(nowhere).toEqual({ code: 1, out: "Not moved: ECONNREFUSED. Nothing was changed.\n" });
  });
});

describe("the command", () => {
  test("says how it is used without STORE, and answers to no other name", async () => {
    expect(await moveCommand(["move"], folder, null, moveToPostgres)).toMatchObject({ code: 2 });
    expect(await moveCommand(["move", "x"], folder, room.url, moveToPostgres)).toMatchObject({ code: 2 });
    expect(await moveCommand(["backup"], folder, room.url, moveToPostgres)).toBeNull();
  });
});
