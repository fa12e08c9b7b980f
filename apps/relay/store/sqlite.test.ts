/** Runs the store contract over SQLite, and shows what only a file can get wrong: durability, erasure, shape. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { newTestVault, testEnvelope } from "../../../tests/relay/client.ts";
import { joinBody } from "./chunk-body.ts";
import { storeContract } from "./contract.ts";
import { numberIn, openFile } from "./driver.ts";
import { migrations } from "./migrations.ts";
import type { Hour, MailId, NewMail, Store, VaultId } from "./port.ts";
import { openSqlite, type SqliteCaps } from "./sqlite.ts";

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "relay-store-"));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const wide: SqliteCaps = { dataBytes: 2 ** 33, vaultBytes: 2 ** 30, vaultDevices: 256 };
const events = (seen: string[] = []) => ({
  onBroken: (code: string) => void seen.push(`broken ${code}`),
  onFull: () => void seen.push("full"),
  onUnreadable: (code: string) => void seen.push(`unreadable ${code}`),
});
const open = (folder: string, caps: SqliteCaps = wide, seen: string[] = []): Store => {
  const opened = openSqlite(folder, caps, events(seen));
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};

storeContract("an SQLite file", async (caps) => {
  const store = open(newFolder(), { ...wide, ...caps });
  return { store, stop: store.close };
});

const now = 480_000 as Hour;
const vaultId = (): VaultId => randomBytes(16).toString("hex") as VaultId;
const keys = { ownerPub: randomBytes(32), epoch: 1, writePub: randomBytes(32) };
const device = "0".repeat(31) + "1";
const item = (seq: number, envelope: Uint8Array) => ({ device, seq, envelope });
const marker = "MARKER-f4c1";
const marked = (length: number): Uint8Array => Buffer.concat([Buffer.from(marker), randomBytes(length)]);
const markers = (folder: string): number =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString("latin1").split(marker).length - 1)
    .reduce((sum, count) => sum + count, 0);
const mail = (given: Partial<NewMail> = {}): NewMail => ({
  id: randomBytes(16).toString("hex") as MailId,
  kind: "ask",
  readHash: randomBytes(32),
  replyHash: randomBytes(32),
  ownerHash: randomBytes(32),
  body: marked(5_000),
  expires: (now + 10) as Hour,
  cap: 3,
  ...given,
});

describe("a file", () => {
  test("is opened as the security page asks: WAL, full sync, secure delete", async () => {
    const folder = newFolder();
    const store = open(folder);
    await store.createVault(vaultId(), keys, now);
    expect(readdirSync(folder)).toContain("relay.db-wal");
    await store.close();
    const db = openFile(join(folder, "relay.db"));
    expect(db.prepare("PRAGMA journal_mode").get()).toMatchObject({ journal_mode: "wal" });
    db.close();
  });

  test("keeps everything over a restart, counts and repeats included", async () => {
    const folder = newFolder();
    const [id, a, b] = [vaultId(), randomBytes(100), randomBytes(100)];
    let store = open(folder);
    await store.createVault(id, keys, now);
    await store.appendMany([{ vault: id, epoch: 1, items: [item(1, a), item(2, b)] }]);
    await store.close();
    store = open(folder);
    const again = await store.appendMany([{ vault: id, epoch: 1, items: [item(2, b), item(3, a)] }]);
    expect(again).toMatchObject([{ ok: true, value: { head: 3 } }]);
    const conflict = await store.appendMany([{ vault: id, epoch: 1, items: [item(1, b)] }]);
    expect(conflict).toEqual([{ ok: false, error: { type: "Conflict" } }]);
    await store.close();
  });

  test("is whole in itself after a stop: nothing waits in the write-ahead log, where one bad byte ends the reading", async () => {
    const folder = newFolder();
    const store = open(folder);
    const id = vaultId();
    await store.createVault(id, keys, now);
    await store.settle();
    await store.appendMany([{ vault: id, epoch: 1, items: [item(1, marked(1_000))] }]);
    await store.close();
    for (const name of readdirSync(folder))
      if (name === "relay.db-wal") expect(readFileSync(join(folder, name))).toHaveLength(0);
    expect(markers(folder)).toBe(1);
  });

  test("belongs to one relay: a second one is refused with a short code", async () => {
    const folder = newFolder();
    const store = open(folder);
    await store.createVault(vaultId(), keys, now);
    expect(openSqlite(folder, wide, events())).toEqual({
      ok: false,
      error: { type: "CannotOpen", code: "SQLITE_BUSY" },
    });
    await store.close();
  });

  test("of a newer relay is refused and left as it was", async () => {
    const folder = newFolder();
    await open(folder).close();
    const db = openFile(join(folder, "relay.db"));
    db.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    db.close();
    expect(openSqlite(folder, wide, events())).toEqual({ ok: false, error: { type: "CannotOpen", code: "NEWER" } });
  });

  test("that is no database is refused", () => {
    const folder = newFolder();
    writeFileSync(join(folder, "relay.db"), randomBytes(8_192));
    expect(openSqlite(folder, wide, events())).toMatchObject({ ok: false, error: { type: "CannotOpen" } });
  });

  test("in a folder that cannot be made is refused", () => {
    const folder = newFolder();
    writeFileSync(join(folder, "file"), "");
    expect(openSqlite(join(folder, "file", "data"), wide, events())).toMatchObject({
      ok: false,
      error: { type: "CannotOpen" },
    });
  });

  test("is brought from shape to shape, one step a transaction", async () => {
    const folder = newFolder();
    await open(folder).close();
    await open(folder).close();
    const db = openFile(join(folder, "relay.db"));
    expect(numberIn(db.prepare("PRAGMA user_version").get() ?? {}, "user_version")).toBe(migrations.length);
    db.close();
  });
});

describe("a file of the first shape", () => {
  test("keeps its vaults, and its acts about devices are found", async () => {
    const folder = newFolder();
    const [vault, id] = [newTestVault(), vaultId()];
    const db = openFile(join(folder, "relay.db"));
    db.exec(`${migrations[0]} PRAGMA user_version = 1`);
    db.prepare("INSERT INTO vault VALUES (1, ?, ?, 1, ?, NULL)").run(
      Buffer.from(id, "hex"),
      keys.ownerPub,
      keys.writePub,
    );
    const insert = db.prepare("INSERT INTO chunk (v, seq, n, device, device_seq, size, body) VALUES (1,?,?,?,?,?,?)");
    const device = new Uint8Array(16).fill(7);
    const of = (seq: number, type: "events" | "membership") => testEnvelope(vault, device, seq, { type });
    const rows = [
      [of(1, "membership")],
      [of(2, "events")],
      [of(3, "events"), of(4, "membership")],
      [],
      [of(6, "events"), of(7, "events")],
    ];
    let seq = 0;
    for (const row of rows) {
      const n = Math.max(1, row.length);
      const size = row.reduce((sum, one) => sum + one.length, 0);
      insert.run(seq + n, n, device, seq + 1, size, joinBody(row));
      seq += n;
    }
    db.close();
    const store = open(folder);
    expect(await store.pull(id, 0, 1_000_000)).toMatchObject({ ok: true, value: { entries: { length: 6 } } });
    const acts = await store.pullActs(id, 0, 1_000_000);
    // A row of several may hold one: it is read. Rows of one and erased ones are known.
    expect(acts.ok && acts.value.entries.map(({ at }) => at)).toEqual([1, 3, 4, 6, 7]);
    await store.close();
  });
});

describe("after it was closed", () => {
  test("a store answers every call with a fault, and touches nothing", async () => {
    const store = open(newFolder());
    await store.close();
    const broken = { ok: false, error: { type: "Broken" } };
    expect(await store.stats()).toEqual(broken);
    expect(await store.findVault(vaultId())).toEqual(broken);
    expect(await store.createVault(vaultId(), keys, now)).toEqual(broken);
    expect(await store.sweepExpired(now, 10)).toEqual(broken);
    expect(await store.settle()).toEqual(broken);
    await store.close();
    expect(await store.appendMany([{ vault: vaultId(), epoch: 1, items: [] }])).toEqual([broken]);
  });
});

describe("deleting", () => {
  test("leaves no byte of a closed ask in the file or its log", async () => {
    const folder = newFolder();
    const store = open(folder);
    const asks = Array.from({ length: 20 }, () => mail());
    for (const ask of asks) {
      await store.mail.put(ask, now);
      await store.mail.reply(ask.id, ask.replyHash, { replyId: "ab".repeat(16), body: marked(2_000) }, now);
    }
    expect(markers(folder)).toBeGreaterThan(40);
    for (const ask of asks) await store.mail.close(ask.id, ask.ownerHash);
    await store.settle();
    expect(markers(folder)).toBe(0);
    await store.close();
  });

  test("leaves no byte of a filled ask, a taken reply or an expired ask", async () => {
    const folder = newFolder();
    const store = open(folder);
    const [filled, over] = [mail({ cap: 1 }), mail()];
    await store.mail.put(filled, now);
    await store.mail.put(over, now);
    await store.mail.reply(filled.id, filled.replyHash, { replyId: "ab".repeat(16), body: marked(2_000) }, now);
    await store.mail.taken(filled.id, filled.ownerHash, ["ab".repeat(16)], now);
    await store.sweepExpired((now + 10) as Hour, 500);
    await store.settle();
    expect(markers(folder)).toBe(0);
    await store.close();
  });

  test("leaves no byte of a deleted vault, in steps, also when the relay was killed in between", async () => {
    const folder = newFolder();
    const id = vaultId();
    let store = open(folder);
    await store.createVault(id, keys, now);
    for (let seq = 1; seq <= 30; seq += 1)
      await store.appendMany([{ vault: id, epoch: 1, items: [item(seq, marked(900))] }]);
    await store.deleteVault(id, now);
    expect(await store.sweepExpired(now, 20)).toEqual({ ok: true, value: 20 });
    await store.close();
    store = open(folder);
    const steps: number[] = [];
    for (let left = 1; left > 0;) {
      const step = await store.sweepExpired(now, 20);
      left = step.ok ? step.value : 0;
      steps.push(left);
    }
    expect(steps).toEqual([10, 1, 0]);
    await store.settle();
    expect(markers(folder)).toBe(0);
    expect(await store.findVault(id)).toMatchObject({ ok: true, value: { kind: "gone" } });
    await store.close();
  });
});

describe("a disk without room", () => {
  test("refuses what does not fit, keeps the rest, and takes more once there is room again", async () => {
    const folder = newFolder();
    const seen: string[] = [];
    const store = open(folder, { ...wide, dataBytes: 1_048_576 }, seen);
    const asks = Array.from({ length: 400 }, () => mail());
    const answers: { readonly ok: boolean }[] = [];
    for (const ask of asks) answers.push(await store.mail.put(ask, now));
    const kept = asks.filter((_, i) => answers[i]?.ok === true);
    expect(kept.length).toBeGreaterThan(50);
    expect(kept.length).toBeLessThan(400);
    expect(answers.at(-1)).toEqual({ ok: false, error: { type: "Full" } });
    expect(seen).toContain("full");
    for (const ask of kept) expect((await store.mail.read(ask.id, ask.readHash, now)).ok).toBe(true);
    for (const ask of kept.slice(0, 20)) expect((await store.mail.close(ask.id, ask.ownerHash)).ok).toBe(true);
    expect((await store.mail.put(mail(), now)).ok).toBe(true);
    expect(seen.filter((line) => line.startsWith("broken"))).toEqual([]);
    await store.close();
  });
});

describe("a log without room", () => {
  test("takes the same envelope again later, as if it had never been refused", async () => {
    const store = open(newFolder(), { ...wide, dataBytes: 1_048_576 });
    const [id, ask] = [vaultId(), mail({ body: randomBytes(100_000) })];
    await store.mail.put(ask, now);
    await store.createVault(id, keys, now);
    const append = (seq: number, envelope: Uint8Array) =>
      store.appendMany([{ vault: id, epoch: 1, items: [item(seq, envelope)] }]);
    const full = [{ ok: false, error: { type: "Full" } }];
    let seq = 0;
    let envelope = randomBytes(20_000);
    for (let answer = await append(1, envelope); answer[0]?.ok === true; answer = await append(seq + 1, envelope)) {
      seq += 1;
      envelope = randomBytes(20_000);
    }
    expect(seq).toBeGreaterThan(10);
    expect(await append(seq + 1, envelope)).toEqual(full);
    await store.mail.close(ask.id, ask.ownerHash);
    expect(await append(seq + 1, envelope)).toMatchObject([{ ok: true, value: { head: seq + 1 } }]);
    await store.close();
  });
});

describe("a turn without room", () => {
  test("is undone whole, also for those that would have fitted, and they fit the next time", async () => {
    const store = open(newFolder(), { ...wide, dataBytes: 1_048_576 });
    const [id, small] = [vaultId(), randomBytes(100)];
    await store.createVault(id, keys, now);
    const append = () => store.appendMany([{ vault: id, epoch: 1, items: [item(1, small)] }]);
    const [first, second] = await Promise.all([append(), store.mail.put(mail({ body: randomBytes(2_000_000) }), now)]);
    expect([first, second]).toEqual([[{ ok: false, error: { type: "Full" } }], { ok: false, error: { type: "Full" } }]);
    expect(await store.pull(id, 0, 1_000)).toEqual({ ok: true, value: { entries: [], more: false } });
    expect(await append()).toMatchObject([{ ok: true, value: { head: 1, added: [{ at: 1 }] } }]);
    await store.close();
  });
});

describe("closing", () => {
  test("finishes what was asked for before it", async () => {
    const folder = newFolder();
    const id = vaultId();
    let store = open(folder);
    const made = store.createVault(id, keys, now);
    await store.close();
    expect(await made).toEqual({ ok: true, value: null });
    store = open(folder);
    expect(await store.findVault(id)).toMatchObject({ ok: true, value: { kind: "live" } });
    await store.close();
  });
});

describe("one turn of the event loop", () => {
  test("is one commit: the log grows far less than once per write", async () => {
    const folder = newFolder();
    const store = open(folder);
    const id = vaultId();
    await store.createVault(id, keys, now);
    const size = () => readFileSync(join(folder, "relay.db-wal")).length;
    const before = size();
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        store.appendMany([{ vault: id, epoch: 1, items: [item(i + 1, randomBytes(40))] }]),
      ),
    );
    const together = size() - before;
    for (let i = 50; i < 100; i += 1)
      await store.appendMany([{ vault: id, epoch: 1, items: [item(i + 1, randomBytes(40))] }]);
    const apart = size() - before - together;
    expect(together * 10).toBeLessThan(apart);
    await store.close();
  });

  test("answers in the order of the calls", async () => {
    const store = open(newFolder());
    const id = vaultId();
    await store.createVault(id, keys, now);
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3, 4].map(async (seq) => {
        await store.appendMany([{ vault: id, epoch: 1, items: [item(seq, randomBytes(40))] }]);
        order.push(seq);
      }),
    );
    expect(order).toEqual([1, 2, 3, 4]);
    await store.close();
  });
});
