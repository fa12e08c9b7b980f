/** Runs the store contract over a real PostgreSQL, and shows what only a shared database can get wrong. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { cuttingLine } from "../../../tests/relay/cutting.ts";
import { newRoom, onPostgres, ownServer } from "../../../tests/relay/postgres.ts";
import { postgresColumns } from "../fields.ts";
import { storeContract, type MakeStore } from "./contract.ts";
import type { Store, StoreCaps, VaultId } from "./port.ts";
import { openPostgres } from "./postgres.ts";
import { appendOf, bytes, device, entriesOf, keys, mailOf, newVaultId, now, one, replyOf } from "./samples-contract.ts";

const wide: StoreCaps = { vaultBytes: 2 ** 30, vaultDevices: 256 };
const events = (seen: string[]) => ({
  onFull: () => void seen.push("full"),
  onUnreadable: (code: string) => void seen.push(code),
});
const open = async (url: string, caps = wide, seen: string[] = []): Promise<Store> => {
  const opened = await openPostgres(url, caps, events(seen));
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};

/** One room for a whole suite, emptied after each test: making tables takes longer than the tests. */
const emptied = (makeRoom: () => ReturnType<typeof newRoom>): MakeStore => {
  let shared: ReturnType<typeof newRoom> | null = null;
  afterAll(async () => (await shared)?.drop());
  return async (caps) => {
    shared ??= makeRoom();
    const { url } = await shared;
    const store = await open(url, caps);
    const stop = async (): Promise<void> => {
      await store.close();
      const tables = Object.keys(postgresColumns).filter((table) => table !== "shape");
      await onPostgres(url, (client) => client.query(tables.map((table) => `DELETE FROM ${table}`).join(";")));
    };
    return { store, stop };
  };
};

storeContract("PostgreSQL", emptied(newRoom));

/** A room where tables can be spread, as far as the relay can tell: what it asks for is written down. */
const spreadRoom = async () => {
  const room = await newRoom();
  await onPostgres(room.url, (client) =>
    client.query(`
      CREATE TABLE asked (relation text, by_column text);
      CREATE FUNCTION create_distributed_table(relation regclass, by_column text) RETURNS void LANGUAGE sql
        AS 'INSERT INTO asked VALUES (relation::text, by_column)';
    `),
  );
  return room;
};

storeContract("PostgreSQL spread over machines", emptied(spreadRoom));

let room = { url: "", drop: async (): Promise<void> => undefined };
const stores: Store[] = [];
const more = async (url = room.url, seen: string[] = []): Promise<Store> => {
  const store = await open(url, wide, seen);
  stores.push(store);
  return store;
};
beforeEach(async () => {
  room = await newRoom();
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  await room.drop();
});

const made = async (store: Store): Promise<VaultId> => {
  const id = newVaultId();
  expect(await store.createVault(id, keys, now)).toEqual({ ok: true, value: null });
  return id;
};
/** Everything in a vault: place, and the envelope in hex. */
const all = async (store: Store, id: VaultId): Promise<readonly (readonly [number, string])[]> => {
  const found: (readonly [number, string])[] = [];
  for (let after = 0, goesOn = true; goesOn;) {
    const page = await entriesOf(store, id, after);
    found.push(...page.entries.map(({ at, envelope }) => [at, Buffer.from(envelope).toString("hex")] as const));
    after = page.entries.at(-1)?.at ?? after;
    goesOn = page.more;
  }
  return found;
};
const hex = (part: Uint8Array): string => Buffer.from(part).toString("hex");

describe("two relays on one database", () => {
  test("keep both devices' envelopes once each, in one order, whoever was quicker", async () => {
    const [left, right] = [await more(), await more()];
    const id = await made(left);
    const writes = [left, right].map(async (store, n) => {
      const sent = Array.from({ length: 120 }, () => bytes());
      for (let i = 0; i < sent.length; i += 6) {
        const window = sent.slice(i, i + 6).map((part, k) => one(store, appendOf(id, [[n + 1, i + k + 1, part]])));
        for (const answer of await Promise.all(window)) expect(answer).toMatchObject({ ok: true });
      }
      return sent.map(hex);
    });
    const [first = [], second = []] = await Promise.all(writes);
    const kept = await all(left, id);
    expect(kept.map(([at]) => at)).toEqual(Array.from({ length: 240 }, (_, i) => i + 1));
    const texts = kept.map(([, text]) => text);
    expect(texts.filter((text) => first.includes(text))).toEqual(first);
    expect(texts.filter((text) => second.includes(text))).toEqual(second);
    expect(await all(right, id)).toEqual(kept);
  });

  test("keep one device's envelopes once when it tells both of them", async () => {
    const [left, right] = [await more(), await more()];
    const id = await made(left);
    const sent = Array.from({ length: 60 }, () => bytes());
    await Promise.all(
      [left, right].map(async (store) => {
        for (const [i, part] of sent.entries())
          expect(await one(store, appendOf(id, [[1, i + 1, part]]))).toMatchObject({ ok: true });
      }),
    );
    expect((await all(left, id)).map(([, text]) => text)).toEqual(sent.map(hex));
  });

  test("refuse nothing because of what only the other one knows", async () => {
    const [left, right] = [await more(), await more()];
    const id = await made(left);
    await one(left, appendOf(id, [[1, 1, bytes()]]));
    await one(right, appendOf(id, [[1, 2, bytes()]]));
    expect(await one(left, appendOf(id, [[1, 3, bytes()]]))).toMatchObject({ ok: true, value: { head: 3 } });
    expect(await right.rotate(id, 2, bytes(32))).toMatchObject({ ok: true });
    expect(await one(left, appendOf(id, [[1, 4, bytes()]], 1))).toEqual({ ok: false, error: { type: "StaleEpoch" } });
    expect(await one(left, appendOf(id, [[1, 4, bytes()]], 2))).toMatchObject({ ok: true, value: { head: 4 } });
    const range = { vault: id, epoch: 2, device: device(1), from: 2, to: 3 };
    expect(await right.erase(range)).toMatchObject({ ok: true });
    expect(await one(left, appendOf(id, [[1, 3, bytes()]], 2))).toMatchObject({ ok: true, value: { added: [] } });
    expect((await all(left, id)).map(([at]) => at)).toEqual([1, 4]);
    await right.deleteVault(id, now);
    expect(await one(left, appendOf(id, [[1, 5, bytes()]], 2))).toEqual({ ok: false, error: { type: "Gone" } });
    expect(await left.createVault(id, keys, now)).toEqual({ ok: false, error: { type: "Gone" } });
    expect(await left.findVault(id)).toMatchObject({ ok: true, value: { kind: "gone" } });
  });

  test("finish, also when each holds what the other wants", async () => {
    const [left, right] = [await more(), await more()];
    const ids: VaultId[] = [];
    for (let i = 0; i < 40; i += 1) ids.push(await made(left));
    for (let round = 1; round <= 5; round += 1) {
      const answers = await Promise.all([
        ...ids.map((id) => one(left, appendOf(id, [[1, round, bytes()]]))),
        ...ids.toReversed().map((id) => one(right, appendOf(id, [[2, round, bytes()]]))),
      ]);
      expect(answers.filter((answer) => answer?.ok !== true)).toEqual([]);
    }
    for (const id of ids) expect((await all(left, id)).map(([at]) => at)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test("take no more replies than an ask's cap, and none after its end", async () => {
    const [left, right] = [await more(), await more()];
    const mail = mailOf({ cap: 5 });
    await left.mail.put(mail, now);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => (i % 2 ? left : right).mail.reply(mail.id, mail.replyHash, replyOf(), now)),
    );
    const refused = answers.filter(({ ok }) => !ok);
    expect(refused).toEqual(Array.from({ length: 7 }, () => ({ ok: false, error: { type: "Filled" } })));
    expect(await right.mail.waiting(mail.id, mail.ownerHash)).toMatchObject({ ok: true, value: { length: 5 } });
    await right.mail.close(mail.id, mail.ownerHash);
    expect(await left.mail.reply(mail.id, mail.replyHash, replyOf(), now)).toMatchObject({ ok: false });
  });
});

describe("appends to many vaults at once", () => {
  test("are gathered into a few statements, each kept whole", async () => {
    const store = await more();
    const ids: VaultId[] = [];
    for (let i = 0; i < 150; i += 1) ids.push(await made(store));
    // Every transaction that writes takes one number.
    const number = () =>
      onPostgres(room.url, async (client) => {
        const { rows } = await client.query<{ readonly x: string }>("SELECT txid_current()::text AS x");
        return Number(rows[0]?.x);
      });
    const before = await number();
    const answers = await Promise.all(ids.map((id) => one(store, appendOf(id, [[1, 1, bytes()]]))));
    expect((await number()) - before).toBeLessThan(12);
    expect(answers.every((answer) => answer?.ok === true)).toBe(true);
    for (const id of ids) expect(await all(store, id)).toHaveLength(1);
  });
});

describe("a lost answer", () => {
  test("is found out: what was kept is acknowledged once, with its place, as news", async () => {
    const line = await cuttingLine(room.url);
    const store = await more(line.url);
    const id = await made(store);
    await one(store, appendOf(id, [[1, 1, bytes()]]));
    line.cutAnswersTo("WITH want AS", 2);
    const envelope = bytes();
    const answer = await one(store, appendOf(id, [[1, 2, envelope]]));
    expect(line.cuts()).toBeGreaterThan(0);
    expect(answer).toMatchObject({ ok: true, value: { head: 2, added: [{ at: 2 }] } });
    expect((await all(store, id)).map(([at]) => at)).toEqual([1, 2]);
    expect((await all(store, id))[1]).toEqual([2, hex(envelope)]);
    await store.close();
    stores.splice(0);
    await line.close();
  });

  test("of another call is no answer, and the call can be made again", async () => {
    const line = await cuttingLine(room.url);
    const seen: string[] = [];
    const store = await more(line.url, seen);
    const id = newVaultId();
    line.cutAnswersTo("INSERT INTO vault", 1);
    expect(await store.createVault(id, keys, now)).toEqual({ ok: false, error: { type: "Broken" } });
    expect(seen).toHaveLength(1);
    expect(await store.createVault(id, keys, now)).toEqual({ ok: true, value: null });
    await store.close();
    stores.splice(0);
    await line.close();
  });
});

describe("a database that is killed", () => {
  test("has everything that was acknowledged when it comes back, and the store goes on by itself", async () => {
    const server = ownServer();
    const own = await newRoom(server.url);
    const seen: string[] = [];
    const store = await more(own.url, seen);
    const ids = [await made(store), await made(store), await made(store)];
    const acked = new Map<VaultId, string[]>();
    let over = false;
    const writing = ids.map(async (id) => {
      const mine: string[] = [];
      acked.set(id, mine);
      while (!over) {
        const envelope = bytes();
        const answer = await one(store, appendOf(id, [[1, mine.length + 1, envelope]]));
        if (answer?.ok !== true) {
          expect(answer).toEqual({ ok: false, error: { type: "Broken" } });
          return;
        }
        mine.push(hex(envelope));
      }
    });
    while ([...acked.values()].some((mine) => mine.length < 30)) await new Promise((resolve) => setTimeout(resolve, 5));
    server.kill();
    expect((await store.findVault(ids[0] ?? newVaultId())).ok).toBe(false);
    expect(seen.length).toBeGreaterThan(0);
    over = true;
    await Promise.all(writing);
    server.begin();
    for (const id of ids) {
      const kept = (await all(store, id)).map(([, text]) => text);
      const mine = acked.get(id) ?? [];
      expect(mine.length).toBeGreaterThan(29);
      expect(kept.slice(0, mine.length)).toEqual(mine);
      expect(kept.length - mine.length).toBeLessThanOrEqual(1);
    }
    await store.close();
    stores.splice(0);
    server.end();
  });

  test("is not there at all: nothing starts, with a short code", async () => {
    const url = new URL(room.url);
    url.port = "9";
    expect(await openPostgres(url.href, wide, events([]))).toEqual({
      ok: false,
      error: { type: "CannotOpen", code: "ECONNREFUSED" },
    });
  });
});

describe("a database that would lose what it acknowledged", () => {
  test("is refused by name: synchronous_commit off", async () => {
    const url = `${room.url}%20-c%20synchronous_commit%3Doff`;
    expect(await openPostgres(url, wide, events([]))).toEqual({
      ok: false,
      error: { type: "CannotOpen", code: "SYNCHRONOUS_COMMIT_OFF" },
    });
  });

  test("is refused by name: fsync off", async () => {
    const server = ownServer(["fsync = off"]);
    expect(await openPostgres(server.url, wide, events([]))).toEqual({
      ok: false,
      error: { type: "CannotOpen", code: "FSYNC_OFF" },
    });
    server.end();
  });
});

describe("the database", () => {
  test("has the columns that are listed with a reason, and no other", async () => {
    await more();
    const found = await onPostgres(room.url, async (client) => {
      const { rows } = await client.query<{ readonly name: string }>(
        "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = current_schema()",
      );
      return rows.map(({ name }) => name);
    });
    const listed = Object.entries(postgresColumns).flatMap(([table, of]) =>
      Object.keys(of).map((name) => `${table}.${name}`),
    );
    expect(found.toSorted()).toEqual(listed.toSorted());
  });

  test("begins every key and unique index of a vault's tables with the vault's id, and leaves sealed bytes as they are", async () => {
    await more();
    const { keysOf, bodies } = await onPostgres(room.url, async (client) => {
      const indexes = await client.query<{ readonly table: string; readonly first: string }>(
        `SELECT i.indrelid::regclass::text AS table, a.attname AS first FROM pg_index i
         JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
         JOIN pg_class c ON c.oid = i.indrelid WHERE i.indisunique AND c.relnamespace = current_schema()::regnamespace`,
      );
      const storage = await client.query<{ readonly kind: string }>(
        `SELECT a.attstorage AS kind FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
         WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attname = 'body'`,
      );
      return { keysOf: indexes.rows, bodies: storage.rows.map(({ kind }) => kind) };
    });
    expect(keysOf.map(({ table, first }) => `${table} ${first}`).toSorted()).toEqual([
      "chunk vault_id",
      "grave vault_id",
      "mailbox id",
      "reply id",
      "vault vault_id",
    ]);
    // "e" is EXTERNAL.
    expect(bodies).toEqual(["e", "e", "e"]);
  });
});

describe("where tables can be spread over machines", () => {
  test("each is, once, by the id that its keys begin with", async () => {
    const spread = await spreadRoom();
    for (let start = 0; start < 2; start += 1) await (await open(spread.url)).close();
    const asked = await onPostgres(spread.url, async (client) => {
      const { rows } = await client.query<{ readonly relation: string; readonly by_column: string }>(
        "SELECT * FROM asked",
      );
      return rows.map(({ relation, by_column: by }) => `${relation} ${by}`);
    });
    expect(asked).toEqual(["vault vault_id", "chunk vault_id", "grave vault_id", "mailbox id", "reply id"]);
    await spread.drop();
  });
});
